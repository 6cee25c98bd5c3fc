import {builder} from "../element.js";
import {figure} from "../figure.js";
import {list, plural, sentence, word} from "../format.js";
import {groups} from "../groups.js";
import {type PlainColumn, plainDownload, plainTable} from "../plainTable.js";
import type {Download, Release} from "../release.js";
import {unitSquares} from "../unitSquares.js";

type Unit = Release["induction_map"][number];
type Level = Release["induction_levels"][number];

/** A unit of an award, with what prepares each audience for it. */
interface UnitRow {
  level: string;
  title: string;
  isMandatory: boolean;
  units: ReadonlyMap<string, Unit>; // by audience
}

const AUDIENCES = {
  primary_teaching_assistant: "Primary teaching assistants",
  secondary_teaching_assistant: "Secondary teaching assistants",
  other_support_staff: "Other support staff"
} as const;

const CAPTION = "Units of the awards, and the induction modules that prepare for them";
const SOURCE = "Source: induction modules of the plan; units as found; the links between them are ours.";
const FILE = "induction-and-nvq-units.csv";

/** Returns how far induction prepares for each award, a square for each unit that it needs, with the map of units and modules. */
export function inductionUnits(release: Release, {document}: {document: Document}): Node {
  const rows = rowsOf(release);
  if (rows.length === 0) return builder(document)("p", {}, `${inductionSentence(release)}.`);
  const levels = levelsOf(release);
  const squares = Object.entries(AUDIENCES).map(([audience, name]) => ({
    name,
    cells: levels.map((level) => cellOf(release, {audience, level}))
  }));
  const panels = levels.map((level) => `Units of the Level ${level} award`);
  return figure({
    document,
    id: "induction",
    finding: inductionSentence(release),
    measure:
      "Units of the NVQs for teaching assistants that the whole award needs, and what induction prepares for. Estimated: no source was found for the units of Level 2, and modules are matched with units by their titles. Preparing for a unit is not passing it.",
    key: key({document}),
    alternative: `A square for each unit that an award needs. ${squares.map(({name, cells}) => `${name}: ${list(cells.map((cell, index) => `${cell?.said ?? "nothing known"} at Level ${levels[index]}`))}.`).join(" ")}`,
    draw: (width) => unitSquares(squares, {document, width, panels}),
    table: plainTable(rows, {
      document,
      caption: CAPTION,
      columns: columnsOf(release),
      isStacked: true
    }),
    download: FILE,
    source: SOURCE,
    about: about({document})
  });
}

/** These are counts of our own tables and no indicator of the catalogue, so what stands behind them is said here. */
function about({document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const lines = [
    ["What is counted", "Units of an award: those that everyone must take, and as many of the others as it needs"],
    ["Origin", "Estimated: units of Level 2 and the links between modules and units have no source"],
    [
      "How it is made",
      "pipeline/marts/induction_levels.sql and pipeline/marts/induction_map.sql, from reference tables"
    ],
    [
      "Bear in mind",
      "A module counts where its title fits a unit; the maps that the Department published were not found"
    ]
  ];
  return h(
    "details",
    {class: "about"},
    h("summary", {}, "About these numbers"),
    h("dl", {}, ...lines.flatMap(([term, said]) => [h("dt", {}, term), h("dd", {}, said)]))
  );
}

/** Says how many units of each award induction leaves a primary teaching assistant to cover. */
export function inductionSentence(release: Release): string {
  const parts = levelsOf(release).flatMap((level) => {
    const found = levelAt(release, {audience: "primary_teaching_assistant", level, status: "now"});
    if (!found) return [];
    return [`${word(found.units_remaining_count)} of ${word(found.units_required_count)} units at Level ${level}`];
  });
  if (parts.length === 0) return "What induction prepares for cannot be told";
  return `Induction leaves a primary teaching assistant ${list(parts)} still to cover`;
}

/** Returns the map of units and modules as a download. */
export const inductionDownloads = (release: Release): Download[] =>
  rowsOf(release).length === 0
    ? []
    : [plainDownload(FILE, {title: CAPTION, source: SOURCE, rows: rowsOf(release), columns: columnsOf(release)})];

const levelsOf = ({induction_levels}: Release): string[] =>
  [...new Set(induction_levels.map(({nqf_level}) => nqf_level ?? ""))].toSorted();

interface At {
  audience: string;
  level: string;
  status: "now" | "planned";
}

const levelAt = ({induction_levels}: Release, {audience, level, status}: At): Level | undefined =>
  induction_levels.find((row) => row.audience === audience && row.nqf_level === level && row.status === status);

function cellOf(release: Release, of: {audience: string; level: string}) {
  const now = levelAt(release, {...of, status: "now"});
  if (!now) return undefined;
  const left = levelAt(release, {...of, status: "planned"})?.units_remaining_count ?? now.units_remaining_count;
  return {
    part: now.units_required_count - now.units_remaining_count,
    soon: now.units_remaining_count - left,
    whole: now.units_required_count,
    said: `${now.units_remaining_count} left of ${now.units_required_count}`
  };
}

function rowsOf({induction_map}: Release): UnitRow[] {
  return [...groups(induction_map, ({nqf_level, nvq_unit_id}) => `${nqf_level} ${nvq_unit_id}`).values()]
    .map((members) => ({
      level: members[0]?.nqf_level ?? "",
      title: members[0]?.unit_title ?? "",
      isMandatory: members[0]?.is_mandatory === "yes",
      units: new Map(members.map((unit) => [unit.audience, unit]))
    }))
    .toSorted((a, b) => a.level.localeCompare(b.level, "en-GB") || Number(b.isMandatory) - Number(a.isMandatory));
}

function columnsOf(release: Release): PlainColumn<UnitRow>[] {
  const names = new Map(release.induction_modules.map(({module_id, module_name}) => [module_id, module_name]));
  return [
    {title: "Unit", value: ({title}) => title},
    {title: "Level", value: ({level}) => level},
    {title: "Mandatory", value: ({isMandatory}) => (isMandatory ? "yes" : "no")},
    ...Object.entries(AUDIENCES).map(([audience, title]) => ({
      title,
      value: ({units}: UnitRow) => preparedBy(units.get(audience), names)
    }))
  ];
}

function preparedBy(unit: Unit | undefined, names: ReadonlyMap<string, string>): string {
  if (!unit) return "not known";
  const modules = (unit.module_ids ?? "").split(";").filter(Boolean);
  const by = modules.map((id) => names.get(id) ?? id).join("; ");
  return by === "" ? unit.status : `${unit.status}: ${by}`;
}

function key({document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const items = [
    ["counted", "prepared for"],
    ["soon", "by a module still to come"],
    ["empty", "still to cover"]
  ].map(([mark, said]) => h("li", {}, h("span", {class: `mark ${mark}`}), said));
  return h("ul", {class: "key", "aria-hidden": true}, ...items);
}

/** Says which other audiences the map has, and how they stand. */
export function otherAudiences(release: Release): string {
  const [level] = levelsOf(release);
  if (level === undefined) return "";
  const parts = (["secondary_teaching_assistant", "other_support_staff"] as const).flatMap((audience) => {
    const found = levelAt(release, {audience, level, status: "now"});
    return found ? [`${AUDIENCES[audience].toLowerCase()} ${plural(found.units_remaining_count, "unit")}`] : [];
  });
  return parts.length === 0 ? "" : sentence(`at Level ${level} it leaves ${list(parts)}.`);
}
