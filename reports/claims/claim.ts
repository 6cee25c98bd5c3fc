import {UserError} from "../../pipeline/error.js";
import {coverageAlike} from "../../src/components/coverageAlike.js";
import {lower, sentence} from "../../src/components/format.js";
import {inSynthetic} from "../../src/components/surveyWords.js";
import {isFitted, NO_FINDING} from "./fitted.js";
import {type Evidence, isTrue} from "./truth.js";

/** A published row that a sentence rests on. What it has of these columns says whether it says anything. */
export interface Cited {
  origin: string;
  value?: number | null;
  bound?: string | null;
  reliability?: string | null;
  is_met?: string | null;
  is_different?: string | null;
  senders_returned?: number | null;
  senders_expected?: number | null;
  population_share?: number | null;
}

type Cells = Readonly<Record<string, Cited | undefined | readonly Cited[]>>;

/** The cells of a claim that can be made: each is there, and a figure has its value. */
export type Known<Of extends Cells> = {
  readonly [Name in keyof Of]: Exclude<Of[Name], undefined> &
    (Exclude<Of[Name], undefined> extends {value: number | null} ? {value: number} : unknown);
};

/** One case of a claim: when it is true of the cells, and what is then said. */
export interface ClaimCase<Of extends Cells> {
  when(cells: Known<Of>): boolean;
  say(cells: Known<Of>): string; // without "in the synthetic returns" and full stop
}

export interface ClaimSpec<Of extends Cells> {
  id: string; // "offers.all"
  cells: Of; // all that the sentence draws on, and nothing else
  cases: readonly ClaimCase<Of>[]; // the first that is true is said
  cannotSay: string; // where a cell is missing, withheld or unreliable
  unlike?: string; // what to say where coverage is unlike; given where cells are held against each other
}

/** A sentence that claims something, true of the cells that it cites. */
export interface Claim {
  id: string;
  said: string;
  wording: string; // which of its wordings was true, "1 of 3"; or why there is none
  cites: readonly Cited[];
  isFinding: boolean; // not where returns were fitted to what it says
}

/**
 * Returns the claim in the wording that is true of its cells. Where none of its wordings is, a UserError names the sentence:
 * a report that would say something untrue is not built.
 */
export function claim<const Of extends Cells>(spec: ClaimSpec<Of>): Claim {
  const {id, cells, cases, cannotSay, unlike} = spec;
  const cites = cellsOf(cells).flatMap((cell) => cell ?? []);
  const isFinding = !cites.some(isFitted);
  const silent = (words: string, wording: string): Claim => ({
    id,
    cites,
    isFinding,
    wording,
    said: `${sentence(words)}.`
  });
  if (!isKnown(cells)) return silent(cannotSay, "cannot be said");
  if (unlike !== undefined && !areAlike(cites)) return silent(unlike, "unlike coverage");
  const found = cases.find(({when}) => when(cells));
  if (!found) throw new UserError(falseClaim(id, cases[0]?.say(cells)));
  const said = found.say(cells);
  const where = /synthetic returns/i.test(said) ? "" : inSynthetic(cites);
  return {
    id,
    cites,
    isFinding,
    wording: `${cases.indexOf(found) + 1} of ${cases.length}`,
    said: `${sentence(where === "" ? said : `${where}${lower(said)}`)}.${isFinding ? "" : ` ${NO_FINDING}`}`
  };
}

/** The one case of a claim whose wording fits whatever its cells hold. */
export const ALWAYS = (): boolean => true;

function isKnown<Of extends Cells>(cells: Of): cells is Of & Known<Of> {
  return cellsOf(cells).every((cell) => {
    if (cell === undefined) return false;
    return isMany(cell) ? cell.some(saysSomething) : saysSomething(cell);
  });
}

const cellsOf = (cells: Cells): (Cited | undefined | readonly Cited[])[] => Object.values(cells);
const isMany = (cell: Cited | readonly Cited[]): cell is readonly Cited[] => Array.isArray(cell);

/** A range or a bound has no value, and says something all the same. */
function saysSomething({value, bound, reliability, is_met, is_different}: Cited): boolean {
  if (reliability === "unreliable" || is_met === "cannot say" || is_different === "cannot say") return false;
  return value !== null || (bound ?? null) !== null;
}

function areAlike(cites: readonly Cited[]): boolean {
  const covered = cites.map(({senders_returned = null, senders_expected = null, population_share}) => ({
    senders_returned,
    senders_expected,
    population_share
  }));
  return covered.every((one) => covered.every((other) => coverageAlike(one, other)));
}

const falseClaim = (id: string, said = ""): string =>
  `claim ${id}: expected a wording that is true of the published cells; got none: “${said}” is false. Give the claim a wording for this case.`;

export interface Told extends Evidence {
  cites: readonly Cited[];
  said: string; // a component of the site words it for each case
  cannotSay?: string; // where no cell says anything
}

/** Returns a sentence that a component of the site has worded, as the claim that it is; false words stop the report. */
export function told(id: string, {cites, said, cannotSay = said, ...evidence}: Told): Claim {
  const bare = said.replace(/\.$/, "");
  return claim({
    id,
    cells: {cites},
    cases: [{when: () => isTrue(bare, evidence), say: () => bare}],
    cannotSay: cannotSay.replace(/\.$/, "")
  });
}
