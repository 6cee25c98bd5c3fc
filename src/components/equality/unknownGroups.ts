import {breakdown, categoryOf} from "../breakdown.js";
import {count, lower, missing, percent, sentence, tenths} from "../format.js";
import {CHARACTERISTICS, type Characteristic, characteristics} from "../peopleGroups.js";
import type {Figure, Release} from "../release.js";
import {coverage, latest} from "../select.js";
import {figuresIn, isSynthetic, type SharePanels, type ShareRow} from "../sharePanels.js";
import {inSynthetic} from "../surveyWords.js";

const COLLECTIONS = ["staff_questionnaire", "enrolment"] as const;
type Collection = (typeof COLLECTIONS)[number];

/** Why a return that does not ask has no figure. */
const NOT_ASKED = {symbol: "x", symbol_reason: "not_collected"};

/** With a larger share not known there is no equality figure: the definition of EQU-04. */
const MOST_UNKNOWN = 20;

/** Returns the share of a collection's records whose characteristic is not known, for England. */
export function unknownShare(
  release: Release,
  {collection, characteristic}: {collection: Collection; characteristic: Characteristic}
): Figure | undefined {
  return latest(
    breakdown(release, "EQU-04", {by: ["collection", "characteristic"]}).filter(
      (found) =>
        categoryOf(found, "collection") === collection &&
        categoryOf(found, "characteristic")?.toLowerCase() === characteristic
    )
  );
}

/** Returns how often each characteristic is not known, under the share above which there is no figure. */
export function unknownGroups(release: Release): SharePanels {
  const rows = characteristics().map((characteristic) => ({
    group: "",
    name: CHARACTERISTICS[characteristic],
    figures: COLLECTIONS.map((collection) => unknownShare(release, {collection, characteristic}))
  }));
  const shown = rows.filter(({figures}) => figures.some((found) => found !== undefined));
  return {
    id: "unknown",
    finding: finding(shown),
    measure: `Records in which a characteristic is not known or not given, per cent. England${synthetic(shown)}. Above ${percent(MOST_UNKNOWN)}, the dashed line, no equality figure is given. Full counts, so no interval.${asked(shown)}${from(shown)}`,
    panels: [
      {title: "Staff questionnaire", of: "of answers", bound: MOST_UNKNOWN},
      {title: "Enrolment returns", of: "of learners’ records", bound: MOST_UNKNOWN}
    ],
    rows: shown,
    names: {group: "", name: "Characteristic"},
    columns: COLLECTIONS.map((_, index) => ({
      title: ["Not known, answers", "Not known, records of learners"][index] ?? "",
      isNumber: true,
      value: ({figures}: ShareRow) => figures[index]?.numerator ?? missing(figures[index] ?? NOT_ASKED, release),
      write: count
    })),
    absent: NOT_ASKED,
    file: "unknown-groups",
    source: "Source: indicator EQU-04.",
    domain: [0, Math.max(25, ...figuresIn({rows: shown}).map(({value}) => 5 * Math.ceil((value ?? 0) / 5)))],
    write: (value) => `${Number.isInteger(value) ? count(value) : tenths(value)}%`
  };
}

function finding(rows: readonly ShareRow[]): string {
  const known = rows.flatMap(({name, figures}) =>
    figures.flatMap((found) => (found && found.value !== null ? [{name, value: found.value}] : []))
  );
  if (known.length === 0) return "Nothing received says how often a characteristic is not known";
  const [most] = known.toSorted((a, b) => b.value - a.value);
  if (!most) return "";
  const above = [...new Set(known.filter(({value}) => value > MOST_UNKNOWN).map(({name}) => lower(name)))];
  if (above.length > 0) return sentence(`${above.join(" and ")}: too often not known for a figure`);
  const where = inSynthetic(figuresIn({rows}));
  const said = `no characteristic is unknown in more than ${tenths(most.value)}% of records`;
  return sentence(`${where}${said}`);
}

/** A collection that asks for fewer characteristics says so in words. */
function asked(rows: readonly ShareRow[]): string {
  const without = rows.filter(({figures}) => figures[1] === undefined).map(({name}) => lower(name));
  return without.length === 0 || without.length === rows.length
    ? ""
    : ` Enrolment returns do not ask for ${without.join(" and ")}.`;
}

function from(rows: readonly ShareRow[]): string {
  const enrolment = rows.flatMap(({figures}) => figures[1] ?? []).at(0);
  const senders = enrolment ? coverage(enrolment, "senders") : "";
  return senders === "" ? "" : ` Enrolment returns came from ${senders}.`;
}

const synthetic = (rows: readonly ShareRow[]): string => (isSynthetic({rows}) ? ", synthetic returns" : "");
