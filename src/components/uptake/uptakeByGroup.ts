import {breakdown, categoryOf} from "../breakdown.js";
import {chartKey} from "../chartKey.js";
import type {PanelCell} from "../dotPanels.js";
import {list, sentence} from "../format.js";
import {CHARACTERISTICS, type Characteristic, characteristics, inOrder} from "../peopleGroups.js";
import type {Figure, Release} from "../release.js";
import {figuresIn, type SharePanels, type ShareRow} from "../sharePanels.js";
import {inSynthetic, ofLastPeriod} from "../surveyWords.js";
import {OFFER_PANELS, OFFERED, SURVEY_SOURCE, survey, TAKEN_UP} from "./uptakeByRole.js";

const FAMILIES = {[OFFERED]: "offers_by_group", [TAKEN_UP]: "uptake_by_group"} as const;
type Measure = keyof typeof FAMILIES;
const MEASURES = [OFFERED, TAKEN_UP] as const;

interface GroupRow extends ShareRow {
  characteristic: Characteristic;
  reference: string;
  answers: readonly string[]; // whether each figure differs from the group compared with
}

/** Returns offers and uptake by hours, sex, age, ethnic group and disability; different only where the family's test says so. */
export function uptakeByGroup(release: Release): SharePanels<GroupRow> {
  const rows = characteristics().flatMap((characteristic) => rowsOf(release, characteristic));
  return {
    id: "groups",
    finding: finding(rows),
    measure: `${survey(rows)} Each group is held against the largest of its kind, all comparisons judged together.`,
    panels: OFFER_PANELS,
    rows,
    names: {group: "By", name: "Group"},
    columns: [
      {title: "Compared with", value: comparedWith},
      {title: "Offers: different?", value: (row) => answerOf(row, 0)},
      {title: "Uptake: different?", value: (row) => answerOf(row, 1)}
    ],
    key: differenceKey,
    file: "uptake-by-group",
    source: SURVEY_SOURCE
  };
}

const isCompared = ({answers}: GroupRow): boolean => answers.some((answer) => answer !== "");

/** The group that a group is held against; those who left the question open are held against nobody. */
function comparedWith(row: GroupRow): string {
  if (row.name === row.reference) return "is the largest";
  return isCompared(row) ? row.reference : "not compared";
}

const answerOf = (row: GroupRow, measure: number): string => row.answers[measure] || "not compared";

function rowsOf(release: Release, characteristic: Characteristic): GroupRow[] {
  const of = (measure: Measure): Map<string, Figure> =>
    new Map(
      breakdown(release, measure, {by: [characteristic]}).map((found) => [
        categoryOf(found, characteristic) ?? "",
        found
      ])
    );
  const [offered, takenUp] = [of(OFFERED), of(TAKEN_UP)];
  const compared = ofLastPeriod(
    release.comparisons.filter(({area_code, dimension_1}) => area_code === "ENG" && dimension_1 === characteristic)
  );
  const reference = compared.find(({family_id}) => family_id === FAMILIES[OFFERED])?.reference ?? "";
  const rows = [...offered].map(([name, figure]) => {
    const answers = MEASURES.map(
      (measure) =>
        compared.find(({family_id, category_1}) => family_id === FAMILIES[measure] && category_1 === name)
          ?.is_different ?? ""
    );
    const marks = answers.map((answer): PanelCell["mark"] =>
      name === reference ? "reference" : answer === "yes" ? "different" : undefined
    );
    const group = CHARACTERISTICS[characteristic];
    return {group, characteristic, name, reference, figures: [figure, takenUp.get(name)], answers, marks};
  });
  return inOrder(rows, ({name}) => name);
}

function finding(rows: readonly GroupRow[]): string {
  if (rows.length === 0) return "No survey has been received";
  if (rows.every(({answers}) => answers.every((answer) => answer === "" || answer === "cannot say")))
    return "Too little is known to say whether groups of staff differ";
  const where = inSynthetic(figuresIn({rows}));
  const differ = (measure: number): string[] => [
    ...new Set(rows.filter(({answers}) => answers[measure] === "yes").map(({group}) => group.toLowerCase()))
  ];
  const [offers, takeUp] = [differ(0), differ(1)];
  const both = [
    ...(offers.length === 0 ? [] : [`offers differ by ${list(offers)}`]),
    ...(takeUp.length === 0 ? [] : [`uptake by ${list(takeUp)}`])
  ];
  if (both.length === 0) return sentence(`${where}differences between groups could all be chance`);
  const said = both.join("; ").replace(/^uptake by/, "uptake differs by");
  return sentence(`${where}${said}; other differences between groups could be chance`);
}

const differenceKey = ({document}: {document: Document}): Node =>
  chartKey(
    [
      ["hollow", "compared with"],
      ["diamond", "different"],
      ["dot", "not called different"],
      ["limits", "95% interval"]
    ],
    {document}
  );
