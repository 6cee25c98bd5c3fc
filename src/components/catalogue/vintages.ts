import {builder} from "../element.js";
import {count, date, plural, sentence} from "../format.js";
import {indicatorName} from "../names.js";
import {type PlainColumn, plainDownload, plainTable} from "../plainTable.js";
import type {Download, Release} from "../release.js";
import {revisedIndicators} from "../saidBefore.js";
import {downloadLine} from "../tableBehind.js";

const FILE = "releases-before-this-one.csv";
const CAPTION = "Releases before this one";
const SOURCE = "Source: published table releases.";

/** Says how many releases came before this one, and of how many figures they gave another number. */
export function vintagesSaid({releases, vintages}: Pick<Release, "releases" | "vintages">): string {
  if (releases.length === 0)
    return "No release before this one is known, so the table of what earlier releases said is empty.";
  const changed = [...revisedIndicators({vintages}).values()].reduce((sum, figures) => sum + figures, 0);
  const before = `${sentence(plural(releases.length, "release"))} came before this one.`;
  return changed === 0
    ? `${before} No figure that ${releases.length === 1 ? "it" : "they"} gave has been revised or withdrawn.`
    : `${before} Of the figures given there, ${count(changed)} ${changed === 1 ? "has" : "have"} been revised or withdrawn.`;
}

/** Returns the releases before this one, and the pages on which their other numbers stand; nothing where none is known. */
export function releaseHistory(release: Release, {document}: {document: Document}): Node {
  const {releases, definitions} = release;
  if (releases.length === 0) return document.createTextNode("");
  const h = builder(document);
  const known = new Set(definitions.map(({indicator_id}) => indicator_id));
  const links = [...revisedIndicators(release)]
    .filter(([id]) => known.has(id))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, figures]) =>
      h("li", {}, h("a", {href: `/indicators/${id}#vintages`}, indicatorName(release, id)), ` ${count(figures)}`)
    );
  return h(
    "div",
    {class: "below"},
    plainTable(releases, {document, caption: CAPTION, columns: COLUMNS}),
    downloadLine({document, download: FILE, source: SOURCE}),
    links.length > 0 && h("p", {}, "What each release said, by indicator, with how many of its figures changed:"),
    links.length > 0 && h("ul", {class: "plain changed"}, ...links)
  );
}

/** Returns the releases before this one as a download; none where none is known. */
export const releaseDownloads = ({releases}: Release): Download[] =>
  releases.length === 0
    ? []
    : [plainDownload(FILE, {title: CAPTION, source: SOURCE, rows: releases, columns: COLUMNS})];

const COLUMNS: readonly PlainColumn<Release["releases"][number]>[] = [
  {title: "Release", value: ({release}) => release},
  {title: "Position at", value: ({as_at_date}) => date(as_at_date)}
];
