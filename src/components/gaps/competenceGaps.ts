import {aboutNumbers} from "../aboutNumbers.js";
import {breakdown, categoryOf} from "../breakdown.js";
import {builder} from "../element.js";
import {count, missing, plural, sentence, word} from "../format.js";
import {type HeatCell, type HeatRow, heatKey, heatTable} from "../heatTable.js";
import {roleName} from "../names.js";
import {type PlainColumn, plainDownload, plainTable} from "../plainTable.js";
import type {Download, Figure, Release} from "../release.js";
import {rolesByRoute} from "../rolesByRoute.js";
import {saidSynthetic} from "../saidSynthetic.js";
import {inSynthetic, limitsSaid, orWhy, surveyMonth} from "../surveyWords.js";
import {tableBehind} from "../tableBehind.js";
import {inReturns} from "../targets.js";

const CAPTION = "Posts below the level required, by role and competence";
const SOURCE = "Source: questionnaires to staff. Levels required: no source has any; this project set them.";

/** A competence that a role needs, with the level that we set and the share of posts below it. */
interface Pair {
  role: string;
  competence: string;
  level: number;
  figure: Figure;
}

/** Returns the share of posts below the level required, by role and competence, as a table of shades with every number in it. */
export function competenceGaps(release: Release, {document}: {document: Document}): Node {
  const h = builder(document);
  const pairs = pairsOf(release);
  const [first] = pairs;
  if (!first) return h("p", {}, "No gap by role and competence can be told: no answers are in.");
  const columns = competences(release);
  const from = first.figure.origin === "synthetic" ? ", synthetic returns" : "";
  return h(
    "section",
    {class: "heat-map", "aria-labelledby": "competences"},
    h("h2", {id: "competences"}, competenceSentence(release)),
    h(
      "p",
      {class: "measure"},
      `Posts in which the level held is below the level required, per cent, with 95% interval. England${from}, ${surveyMonth(first.figure.period)}. A dash: not essential to the role.`
    ),
    heatKey({document}),
    heatTable(heatRows(release), {
      document,
      caption: saidSynthetic(CAPTION, fileOf(pairs)),
      rowTitle: "Role",
      columns: ["Any of them", ...columns]
    }),
    tableBehind({
      document,
      summary: "Every cell with the level required, its interval and answers",
      table: plainTable(pairs, {
        document,
        caption: CAPTION,
        columns: pairColumns(release)
      }),
      download: fileOf(pairs),
      source: SOURCE,
      about: aboutNumbers([...overall(release), ...pairs.map(({figure}) => figure)], release, {document})
    })
  );
}

/** Says in how many pairs of role and competence more than half of posts fall short, beyond doubt of the sample. */
export function competenceSentence(release: Release): string {
  const shown = pairsOf(release).filter(({figure}) => figure.value !== null);
  if (shown.length === 0) return "No pair of role and competence has a figure";
  const over = shown.filter(({figure}) => figure.lower !== null && figure.lower > 50).length;
  const said = `more than half of posts fall short in ${word(over)} of ${plural(shown.length, "pair")} of role and competence`;
  return sentence(`${inSynthetic(shown.map(({figure}) => figure))}${said}`);
}

/** Returns the table of pairs as a download. */
export function competenceDownloads(release: Release): Download[] {
  const pairs = pairsOf(release);
  return pairs.length === 0
    ? []
    : [plainDownload(fileOf(pairs), {title: CAPTION, source: SOURCE, rows: pairs, columns: pairColumns(release)})];
}

/** Returns the shares of posts below any level required: of all, by route and by role. */
const overall = (release: Release): Figure[] =>
  [[], ["route_id"], ["role_id"]].flatMap((by) => breakdown(release, "GAP-01", {by}));

const competences = ({role_competences}: Release): string[] => [
  ...new Set(role_competences.map(({competence_name}) => competence_name))
];

function pairsOf(release: Release): Pair[] {
  const figures = new Map(
    breakdown(release, "GAP-01", {by: ["role_id", "competence"]}).map((figure) => [keyOf(figure), figure])
  );
  return release.role_competences.flatMap(({role_id, competence_name, required_level, is_essential}) => {
    const figure = figures.get(`${role_id} ${competence_name}`);
    if (!figure || is_essential === "no") return [];
    return [{role: roleName(release, role_id ?? ""), competence: competence_name, level: required_level, figure}];
  });
}

const keyOf = (figure: Figure): string => `${figure.role_id} ${categoryOf(figure, "competence")}`;

function heatRows(release: Release): HeatRow[] {
  const columns = competences(release);
  const anyOf = overall(release);
  const byCompetence = [[], ["route_id"], ["role_id"]].flatMap((by) =>
    breakdown(release, "GAP-01", {by: [...by, "competence"]})
  );
  const essential = new Set(
    release.role_competences
      .filter(({is_essential}) => is_essential === "yes")
      .map(({role_id, competence_name}) => `${role_id} ${competence_name}`)
  );
  const cellsOf = (isMeant: (figure: Figure) => boolean, isAsked: (column: string) => boolean = () => false) => {
    const members = byCompetence.filter(isMeant);
    const named = (column: string) => members.find((figure) => categoryOf(figure, "competence") === column);
    return [
      cellOf(anyOf.find(isMeant), {release, isAsked: true}),
      ...columns.map((column) => cellOf(named(column), {release, isAsked: isAsked(column)}))
    ];
  };
  const known = new Set(release.role_competences.map(({role_id}) => role_id));
  const all: HeatRow = {
    name: "All posts",
    cells: cellsOf(({role_id, route_id}) => role_id === null && route_id === null),
    isGroup: true
  };
  const routes = rolesByRoute(release, ({role_id}) => known.has(role_id)).flatMap(({route_id, route_name, roles}) => [
    {name: route_name, note: "all posts", cells: cellsOf((figure) => figure.route_id === route_id), isGroup: true},
    ...roles.map(({role_id, role_name}) => ({
      name: role_name,
      cells: cellsOf(
        (figure) => figure.role_id === role_id,
        (column) => essential.has(`${role_id} ${column}`)
      )
    }))
  ]);
  return [all, ...routes];
}

const NOT_ESSENTIAL = {word: "–", speech: "not essential to the role"};

function cellOf(
  figure: Figure | undefined,
  {release, isAsked}: {release: Release; isAsked: boolean} // whether a figure should be there
): HeatCell {
  if (!figure) return isAsked ? {missing: release.reasons.not_enough_data} : {missing: NOT_ESSENTIAL, isNotMeant: true};
  if (figure.value === null) return {missing: missing(figure, release)};
  return {value: figure.value, limits: limitsSaid(figure)};
}

const pairColumns = (release: Release): PlainColumn<Pair>[] => [
  {title: "Role", value: ({role}) => role},
  {title: "Competence", value: ({competence}) => competence},
  {title: "Level required (unsourced)", isNumber: true, value: ({level}) => level},
  {title: "Posts below it, %", isNumber: true, value: ({figure}) => figure.value ?? missing(figure, release)},
  {title: "95% interval", isNumber: true, value: ({figure}) => orWhy(limitsSaid(figure), {figure, release})},
  {
    title: "Answers",
    isNumber: true,
    value: ({figure}) => orWhy(figure.base, {figure, release}),
    write: count,
    blank: "not stated"
  },
  {title: "Origin", value: ({figure}) => figure.origin}
];

const fileOf = (pairs: readonly Pair[]): string =>
  `gaps-by-competence${inReturns(pairs.map(({figure}) => figure)) === "" ? "" : "-synthetic"}.csv`;
