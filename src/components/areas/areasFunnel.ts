import {aboutNumbers} from "../aboutNumbers.js";
import {categoryOf} from "../breakdown.js";
import {builder} from "../element.js";
import {figure} from "../figure.js";
import {count, list, tenths, withYears} from "../format.js";
import {areaName} from "../names.js";
import {type PlainColumn, plainDownload, plainTable} from "../plainTable.js";
import type {Download, Figure, Release} from "../release.js";
import {type FunnelDot, type FunnelLine, funnelPlot, type Position} from "./funnelPlot.js";
import {headlineAt} from "./headlineFigures.js";
import {latestFamily} from "./mapRates.js";
import {figuresAt} from "./place.js";
import {areaFile} from "./wording.js";

interface Row extends FunnelDot {
  learners: number;
  coverage: string;
  figure: Figure;
}

const CAPTION = "Local LSCs in the funnel";
const SOURCE = "Source: returns of providers, 2003–04, and the January census.";
const POSITIONS: Readonly<Record<Position, string>> = {
  inside: "within the limits",
  outside_95: "outside 95%",
  outside_998: "outside 99.8%"
};

/** Returns the funnel of learners per 1,000 staff by local LSC, with the limits that are published for areas of a size. */
export function areasFunnel(release: Release, {document}: {document: Document}): Node {
  const rows = rowsOf(release);
  const nation = headlineAt(release, "UPT-03", "ENG");
  if (rows.length === 0 || !nation || nation.value === null) return document.createTextNode("");
  const rate = nation.value;
  const lines = linesOf(release, {rate, period: nation.period});
  const outside = rows.filter(({position}) => position !== "inside");
  return figure({
    document,
    id: "funnel",
    finding: `${count(outside.length)} of ${count(rows.length)} local LSCs lie outside the 95% limits for learners per 1,000 staff: a prompt to look, and no verdict`,
    measure: `Learners per 1,000 staff against staff in January 2004, by local LSC, ${withYears(nation.period)}${nation.is_part_period ? " so far" : ""}. The line across is England’s ${tenths(rate)}; the limits allow for chance and for usual differences between areas. Chance alone would put about ${tenths(0.05 * rows.length)} outside the 95% limits. Positions are decided on counts rounded in another way than those shown, so a dot close to a line may be drawn on its other side.`,
    key: keyOf(document, lines.length > 0),
    alternative: `Funnel plot. ${outside.length === 0 ? "None lies outside the limits." : `Outside the 95% limits: ${list(outside.map(({name, rate: of, size}) => `${name}, ${tenths(of)} of ${count(size)} staff`))}.`}`,
    draw: (width) => funnelPlot(rows, lines, {document, width, rate, x: "Staff", y: "Learners per 1,000 staff"}),
    table: plainTable(rows, {document, caption: CAPTION, columns: COLUMNS}),
    download: fileOf(rows),
    source: SOURCE,
    about: aboutNumbers(
      rows.map((row) => row.figure),
      release,
      {document}
    )
  });
}

/** Returns the areas of the funnel as a download. */
export function areasFunnelDownload(release: Release): Download {
  const rows = rowsOf(release);
  return plainDownload(fileOf(rows), {rows, columns: COLUMNS, title: CAPTION, source: SOURCE});
}

const COLUMNS: readonly PlainColumn<Row>[] = [
  {title: "Local LSC", value: ({name}) => name},
  {title: "Learners", isNumber: true, value: ({learners}) => learners, write: count},
  {title: "Staff", isNumber: true, value: ({size}) => size, write: count},
  {title: "Learners per 1,000 staff", isNumber: true, value: ({rate}) => rate, write: tenths},
  {title: "Providers returned", value: ({coverage}) => coverage},
  {title: "Position", value: ({position}) => POSITIONS[position]}
];

const fileOf = (rows: readonly Row[]): string =>
  areaFile({area_code: "local-lscs"}, {of: "funnel", rows: rows.map((row) => row.figure)});

/** Only areas whose rate and position are both published have a place. */
function rowsOf(release: Release): Row[] {
  return latestFamily(release, "learners")
    .flatMap(({area_code, funnel_position}): Row[] => {
      const found = headlineAt(release, "UPT-03", area_code);
      if (funnel_position === null || !found || found.value === null) return [];
      if (found.numerator === null || found.denominator === null) return [];
      return [
        {
          name: areaName(release, area_code),
          size: found.denominator,
          learners: found.numerator,
          rate: found.value,
          position: funnel_position as Position,
          coverage: `${found.senders_returned ?? 0} of ${found.senders_expected ?? 0}`,
          figure: found
        }
      ];
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Limits are published as per cent of the rate of all areas, which is England's. */
function linesOf(release: Release, {rate, period}: {rate: number; period: string}): FunnelLine[] {
  return figuresAt(release, "REG-02", {
    area_code: "ENG",
    by: ["rate compared", "level of areas", "size of area"],
    where: {period}
  }).flatMap((found): FunnelLine[] => {
    const {lower, upper, interval_level: level} = found;
    const size = Number.parseInt(categoryOf(found, "size of area") ?? "", 10);
    if (lower === null || upper === null || (level !== 0.95 && level !== 0.998)) return [];
    return [{size, lower: (lower * rate) / 100, upper: (upper * rate) / 100, level}];
  });
}

function keyOf(document: Document, hasLimits: boolean): HTMLElement {
  const h = builder(document);
  const item = (kind: string, said: string) => h("li", {}, h("i", {class: `mark ${kind}`}), said);
  return h(
    "ul",
    {class: "key"},
    item("hollow", "within the limits"),
    item("filled", "outside the 95% limits"),
    ...(hasLimits ? [item("solid-line", "95% limits"), item("dashed-line", "99.8% limits")] : [])
  );
}
