import {UserError} from "../error.js";
import type {PublishedReader} from "../publish/reader.js";
import {type Bundle, readBundles} from "./bundle.js";

/** What readers are told about a mistake in an earlier release, as published. */
export interface Notice {
  notice_id: string;
  notice_date: string;
  corrects_release: string;
  pages: readonly string[]; // that it stands on
  text: string;
}

/** Returns the notices that stand in published files, the earliest first. */
export async function readNotices(reader: PublishedReader): Promise<Notice[]> {
  const rows = await reader.rows(`
select notice_id, notice_date, corrects_release, text, string_agg(page, ' ' order by page) as pages
from published.notices
group by all
order by notice_date, notice_id`);
  return rows.map((row) => ({
    notice_id: String(row.notice_id),
    notice_date: String(row.notice_date),
    corrects_release: String(row.corrects_release),
    pages: String(row.pages).split(" "),
    text: String(row.text)
  }));
}

/**
 * Returns what a release puts right, in the words of its notices; null where it is no correction. A notice about a release
 * that there is not, and a correction that no notice tells readers of, are a UserError.
 */
export function noticeOf(
  corrects: string | undefined,
  {notices, releases}: {notices: readonly Notice[]; releases: string}
): Bundle["notice"] {
  const names = readBundles(releases).map(({name}) => name);
  const known = names.join(", ") || "none";
  const astray = notices.find(({corrects_release}) => !names.includes(corrects_release));
  if (astray)
    throw new UserError(
      `data/reference/notices.csv: notice ${astray.notice_id}: expected the name of a sealed release in corrects_release; got ${astray.corrects_release}. There are: ${known}. Correct the row and build again.`
    );
  if (corrects === undefined) return null;
  if (!names.includes(corrects))
    throw new UserError(`--corrects: expected the name of a sealed release; got ${corrects}. There are: ${known}.`);
  const said = notices.filter(({corrects_release}) => corrects_release === corrects);
  if (said.length === 0)
    throw new UserError(
      `--corrects ${corrects}: expected a notice that tells readers what was wrong; found none. Add it to data/reference/notices.csv and build again.`
    );
  return {corrects, said: said.map(({corrects_release: _, ...notice}) => notice)};
}
