import {aboutNumbers} from "../aboutNumbers.js";
import {breakdown} from "../breakdown.js";
import {csvName} from "../csvName.js";
import {builder} from "../element.js";
import {count, missing, percent, sentence, tenths, withYears} from "../format.js";
import {groups} from "../groups.js";
import {programmeName} from "../names.js";
import {type PlainColumn, plainDownload, plainTable} from "../plainTable.js";
import type {Download, Figure, Release} from "../release.js";
import {coverage} from "../select.js";
import {downloadLine} from "../tableBehind.js";
import {asAt, inReturns} from "../targets.js";

const FILE = "places";
const TAKEN_OF_FUNDED = "per cent of places funded";

/** The places of one programme for a financial year, by unit: "places funded" and so on. */
export interface Places {
  programme_id: string;
  figures: readonly Figure[];
}

/** Returns the places of each programme for the latest financial year. */
export function places(release: Pick<Release, "indicators">): Places[] {
  const found = breakdown(release, "CAP-01", {by: ["programme_id"], where: {period_type: "financial"}});
  const latest = found
    .map(({period}) => period)
    .toSorted()
    .at(-1);
  const ofYear = found.filter(({period}) => period === latest);
  return [...groups(ofYear, ({programme_id}) => programme_id ?? "")].map(([programme_id, figures]) => ({
    programme_id,
    figures
  }));
}

/** Returns the figures behind them. */
export const placeFigures = (release: Pick<Release, "indicators">): Figure[] =>
  places(release).flatMap(({figures}) => figures);

/** Says what share of the places funded for the year is taken, from the programme with least to that with most. */
export function placesSentence(release: Release): string {
  const known = placeFigures(release).filter(({unit, value}) => unit === TAKEN_OF_FUNDED && value !== null);
  const values = known.map(({value}) => value ?? 0);
  const [first] = known;
  if (!first) return "How many of the places that the money funds are taken is not known.";
  const [least, most] = [Math.min(...values), Math.max(...values)].map(percent);
  const where = inReturns(known).trim();
  const share = least === most ? least : `${least} to ${most}, by programme,`;
  return sentence(
    `${where === "" ? "" : `${where}, `}${share} of the places funded for ${withYears(first.period)} are taken by ${asAt(release)}. A place taken is not yet a start. LEAs may buy more places than are funded, and programmes of which too few have reported have no number.`
  );
}

/** Returns the table of places, with its download; nothing without any. */
export function placesTable(release: Release, {document}: {document: Document}): Node {
  const rows = places(release);
  const figures = placeFigures(release);
  const [first] = figures;
  if (!first) return document.createTextNode("");
  const h = builder(document);
  const caption = `Places for ${withYears(first.period)}, England${inReturns(figures) && ", synthetic returns"}`;
  return h(
    "div",
    {class: "below"},
    plainTable(rows, {document, caption, columns: columns(release), isStacked: true}),
    aboutNumbers(figures, release, {document}),
    downloadLine({
      document,
      download: csvName(FILE, figures),
      source: `Source: programme returns${inReturns(figures) && " (synthetic)"}. Indicator CAP-01.`
    })
  );
}

/** Returns that table as a download. */
export const placesDownloads = (release: Release): Download[] => [
  plainDownload(csvName(FILE, placeFigures(release)), {
    title: "Places, England",
    rows: places(release),
    columns: columns(release)
  })
];

const columns = (release: Release): readonly PlainColumn<Places>[] => {
  const of = (title: string, unit: string): PlainColumn<Places> => ({
    title,
    isNumber: true,
    value: ({figures}) => {
      const found = figures.find((figure) => figure.unit === unit);
      return found ? (found.value ?? missing(found, release)) : release.symbols.x;
    },
    write: count
  });
  return [
    {title: "Programme", value: ({programme_id}) => programmeName(release, programme_id)},
    of("Planned", "places planned"),
    of("Funded", "places funded"),
    of("Offered", "places offered"),
    of("Taken", "places taken"),
    {...of("Taken of funded, %", TAKEN_OF_FUNDED), write: tenths},
    {title: "Returns", value: ({figures: [first]}) => (first ? coverage(first, "senders") : "")},
    {title: "Origin", value: ({figures: [first]}) => first?.origin ?? ""}
  ];
};
