import {EVERY_PAGE} from "../../src/components/notices.js";
import {addressOf, manyAddresses} from "../../src/components/pageAt.js";
import type {ListedPage, Release} from "../../src/components/release.js";
import {UserError} from "../error.js";

/** Throws a UserError where a notice names a page that the site does not have: nobody would read it there. */
export function refuseStrayNotices(release: Release, pages: readonly ListedPage[]): void {
  const single = pages.filter(({path}) => !path.includes("["));
  const known = new Set([
    EVERY_PAGE,
    ...single.map(({path}) => path),
    ...manyAddresses(release, pages).map((path) => path.slice(1))
  ]);
  const stray = release.notices.find(({page}) => !known.has(page));
  if (!stray) return;
  const many = pages.filter(({page}) => page.parameters).flatMap(({path, page}) => example(path, page, release));
  throw new UserError(
    `data/reference/notices.csv: row of notice ${stray.notice_id} for ${stray.page}, page: expected ${EVERY_PAGE}, or a page of the site (${[...single.map(({path}) => path), ...many].join(", ")}); got ${stray.page}. Correct the page, or take the row out.`
  );
}

/** One of the pages that are many stands for them. */
function example(path: string, {parameters}: ListedPage["page"], release: Release): string[] {
  const [first] = parameters?.(release) ?? [];
  return first ? [`such as ${addressOf(path, first).slice(1)}`] : [];
}
