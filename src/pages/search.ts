import {banner} from "../components/banner.js";
import {count} from "../components/format.js";
import {addressOf} from "../components/pageAt.js";
import type {ListedPage, Page, Release} from "../components/release.js";
import {azIndex, searchForm} from "../components/search/azIndex.js";
import {type Entry, entriesOf} from "../components/search/entries.js";

/** Returns the index of everything that the site is about, from A to Z, and by the words that one types; `pages` are those of the site. */
export function searchPage(pages: () => readonly ListedPage[]): Page {
  const entries = (release: Release, document: Document): Entry[] =>
    entriesOf(release, pageEntries(pages(), {release, document}));
  const origins: Page["origins"] = ({indicators}) => new Set(indicators.map(({origin}) => origin));
  return {
    origins,
    marks: {
      banner: (release, {document}) => banner(origins(release), {document}),
      title: () => "Find a page, a number, an area, a role or a word",
      lead: (release, {document}) =>
        `The index holds ${count(entries(release, document).length)} entries. Each indicator gives its latest figure for England, with its period.`,
      form: (_, {document}) => searchForm({document}),
      index: (release, {document}) => azIndex(entries(release, document), {document})
    }
  };
}

/** The pages with their titles, which say what each finds. */
function pageEntries(
  pages: readonly ListedPage[],
  {release, document}: {release: Release; document: Document}
): Entry[] {
  return pages
    .filter(({place}) => place !== "none")
    .map(({path, name, page}) => {
      const title = page.marks.title?.(release, {document, parameters: {}});
      return {name, kind: "Page", address: addressOf(path), says: typeof title === "string" ? title : ""};
    });
}
