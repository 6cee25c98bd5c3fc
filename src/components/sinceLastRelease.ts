import {builder} from "./element.js";
import {count, date, list, plural, word} from "./format.js";
import {indicatorName} from "./names.js";
import {type PlainColumn, plainDownload, plainTable} from "./plainTable.js";
import type {Download, Release, Tables} from "./release.js";
import {tableBehind} from "./tableBehind.js";

type Change = Tables["changes"][number];

const FILE = "changes-since-the-release-before.csv";
const CAPTION = "Figures changed, by indicator";
const SOURCE = "Published table changes.";

/** Says what changed since the release before, or that there is none. */
export function changesFinding({changes}: Release): string {
  if (changes.length === 0) return "This is the first release: there is none before it to compare with";
  const sum = (of: (change: Change) => number): number => changes.reduce((total, change) => total + of(change), 0);
  const parts = [
    [sum(({figures_added_count}) => figures_added_count), "added"],
    [sum(({figures_revised_count}) => figures_revised_count), "revised"],
    [sum(({figures_withdrawn_count}) => figures_withdrawn_count), "withdrawn"]
  ] as const;
  const moved = parts.filter(([number]) => number > 0).map(([number, what]) => `${count(number)} ${what}`);
  const from = changes.map(({previous_as_at_date}) => previous_as_at_date).find((known) => known !== null);
  const since = `Since the release${from ? ` for ${date(from)}` : " before"}`;
  return moved.length === 0 ? `${since} no figure has changed` : `${since}, of all figures ${list(moved)}`;
}

/** Returns the indicators that changed, those with most revised figures first; nothing for a first release. */
export function changesTable(release: Release, {document}: {document: Document}): Node {
  const rows = changed(release);
  if (rows.length === 0) return document.createTextNode("");
  const h = builder(document);
  const redefined = rows.filter(isRedefined);
  const again =
    redefined.length === 0
      ? ""
      : `The definition of ${plural(redefined.length, "indicator")} is another than before: ${list(redefined.map(({indicator_id}) => indicatorName(release, indicator_id ?? "")))}. `;
  return h(
    "div",
    {},
    h("p", {}, `${again}${leading(rows, release)} `, h("a", {href: "/download#vintages"}, "What each release said")),
    tableBehind({
      document,
      table: plainTable(rows, {
        document,
        caption: CAPTION,
        columns: columns(release),
        isStacked: true
      }),
      download: FILE,
      source: SOURCE
    })
  );
}

/** Returns that table as a download; none for a first release. */
export function changesDownloads(release: Release): Download[] {
  const rows = changed(release);
  return rows.length === 0
    ? []
    : [plainDownload(FILE, {title: CAPTION, source: SOURCE, rows, columns: columns(release)})];
}

function leading(rows: readonly Change[], release: Release): string {
  const revised = rows.filter(({figures_revised_count}) => figures_revised_count > 0).slice(0, 3);
  if (revised.length === 0) return "No figure that was there before has been revised.";
  const named = revised.map(
    ({indicator_id, figures_revised_count}) =>
      `${indicatorName(release, indicator_id ?? "")} (${count(figures_revised_count)})`
  );
  return `Most were revised of ${list(named)}${rows.length > revised.length ? `; ${word(rows.length)} indicators changed in all` : ""}.`;
}

const changed = ({changes}: Release): Change[] =>
  changes
    .filter(
      (change) =>
        change.figures_added_count + change.figures_revised_count + change.figures_withdrawn_count > 0 ||
        isRedefined(change)
    )
    .toSorted(
      (a, b) =>
        b.figures_revised_count - a.figures_revised_count ||
        b.figures_added_count - a.figures_added_count ||
        ((a.indicator_id ?? "") < (b.indicator_id ?? "") ? -1 : 1)
    );

const isRedefined = ({definition_version, previous_definition_version}: Change): boolean =>
  definition_version !== null &&
  previous_definition_version !== null &&
  definition_version !== previous_definition_version;

const columns = (release: Release): readonly PlainColumn<Change>[] => [
  {title: "Indicator", value: ({indicator_id}) => `${indicatorName(release, indicator_id ?? "")} (${indicator_id})`},
  {title: "Added", isNumber: true, value: ({figures_added_count}) => figures_added_count, write: count},
  {title: "Revised", isNumber: true, value: ({figures_revised_count}) => figures_revised_count, write: count},
  {title: "Withdrawn", isNumber: true, value: ({figures_withdrawn_count}) => figures_withdrawn_count, write: count},
  {title: "As before", isNumber: true, value: ({figures_same_count}) => figures_same_count, write: count},
  {title: "Definition", value: (change) => (isRedefined(change) ? "changed" : "as before")}
];
