import {date, withYears} from "../format.js";
import type {Programme} from "../release.js";

/** Whether a programme was to be had when the plan was written, and since or from when. */
export interface Availability {
  isOpen: boolean;
  said: string; // "available", "planned: by September 2005"
}

/** Returns what the plan says of a programme's availability. */
export function availability({status_2004, available_from}: Programme): Availability {
  const status = WORDS[status_2004] ?? status_2004;
  const when = inWords(available_from ?? "");
  const said = when === "" || when === status ? status : when.startsWith(status) ? when : `${status}: ${when}`;
  return {isOpen: OPEN.test(status_2004), said};
}

/** Other words of the list say that it was still to come: in development, planned, pilot, proposed. */
const OPEN = /^(available|in NQF|expanding|open)\b/;

/** Short words of the list, for readers who do not know it. */
const WORDS: Readonly<Record<string, string>> = {
  "in NQF": "in the national framework",
  listed: "named, and no more said",
  "part of MA": "part of a modern apprenticeship",
  progression: "a way on; no programme is named"
};

/** A month reads 2004-09; 2004-05 in this list is a year, which ends where the next begins. */
function inWords(text: string): string {
  return withYears(
    text.replace(/\b(\d{2})(\d{2})-(\d{2})\b/g, (whole, century: string, year: string, month: string) =>
      Number(month) === Number(year) + 1 ? whole : date(`${century}${year}-${month}-01`).replace(/^\d+ /, "")
    )
  );
}
