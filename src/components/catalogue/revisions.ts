import {builder} from "../element.js";
import {count, date, plural, sentence} from "../format.js";
import {indicatorName} from "../names.js";
import {type PlainColumn, plainDownload, plainTable} from "../plainTable.js";
import type {Download, Release} from "../release.js";
import {downloadLine} from "../tableBehind.js";

const FILE = "revisions.csv";
const CAPTION = "Revisions by indicator";
const SOURCE = "Source: published table changes.";

type Change = Release["changes"][number];

/** Says what has been revised since the release before, or that none was there to compare with. */
export function revisionSentence({changes, catalogue}: Pick<Release, "changes" | "catalogue">): string {
  const [first] = changes;
  const {version} = catalogue.release;
  if (!first) return `Release ${version} was not set beside an earlier one, so nothing is marked as revised.`;
  const sum = (of: (change: Change) => number): number => changes.reduce((all, change) => all + of(change), 0);
  const before = first.previous_as_at_date;
  const since = before ? ` since the release at ${date(before)}` : " since the release before";
  const redefined = changes.filter(isRedefined).length;
  const definitions =
    redefined === 0 ? "No definition changed." : `${sentence(plural(redefined, "definition"))} changed.`;
  return `${count(sum((of) => of.figures_revised_count))} figures were revised${since}, ${count(sum((of) => of.figures_added_count))} are new and ${count(sum((of) => of.figures_withdrawn_count))} were withdrawn; ${count(sum((of) => of.figures_same_count))} are as they were. ${definitions}`;
}

/** Returns what changed, indicator by indicator; nothing where no release was there to compare with. */
export function revisionTable(release: Release, {document}: {document: Document}): Node {
  const rows = changed(release);
  if (rows.length === 0) return document.createTextNode("");
  return builder(document)(
    "div",
    {class: "below"},
    plainTable(rows, {document, caption: CAPTION, columns: columns(release), isStacked: true}),
    downloadLine({document, download: FILE, source: SOURCE})
  );
}

/** Returns that table as a download; none where nothing changed. */
export function revisionDownloads(release: Release): Download[] {
  const rows = changed(release);
  return rows.length === 0
    ? []
    : [plainDownload(FILE, {title: CAPTION, source: SOURCE, rows, columns: columns(release)})];
}

const changed = ({changes}: Pick<Release, "changes">): Change[] =>
  changes.filter(
    (change) =>
      change.figures_added_count + change.figures_revised_count + change.figures_withdrawn_count > 0 ||
      isRedefined(change)
  );

const isRedefined = ({definition_version, previous_definition_version}: Change): boolean =>
  definition_version !== null &&
  previous_definition_version !== null &&
  definition_version !== previous_definition_version;

const columns = (release: Release): readonly PlainColumn<Change>[] => [
  {title: "Indicator", value: ({indicator_id}) => indicatorName(release, indicator_id)},
  {title: "Revised", isNumber: true, value: ({figures_revised_count}) => figures_revised_count, write: count},
  {title: "New", isNumber: true, value: ({figures_added_count}) => figures_added_count, write: count},
  {title: "Withdrawn", isNumber: true, value: ({figures_withdrawn_count}) => figures_withdrawn_count, write: count},
  {title: "As before", isNumber: true, value: ({figures_same_count}) => figures_same_count, write: count},
  {
    title: "Definition",
    value: (change) =>
      isRedefined(change) ? `${change.previous_definition_version} → ${change.definition_version}` : "as before"
  }
];
