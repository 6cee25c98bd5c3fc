import {existsSync, readFileSync} from "node:fs";
import {UserError} from "../error.js";
import type {Catalogue} from "../publish/catalogue.js";
import {dataHash, QUESTIONS, SIGN_OFF, type SignOff} from "./signOff.js";

/** A checklist that a person has filled in, and the file that it stands in. */
export interface Signed {
  path: string;
  signOff: SignOff;
}

/** Returns the checklist in the file at `path`; one that leaves a question open, or is not signed, is a UserError. */
export function readSigned(path: string): Signed {
  if (!existsSync(path))
    throw new UserError(`${path}: expected a filled-in checklist; found none. Copy sign-off.json out of a draft.`);
  const signOff = {...parsed(path), found: []}; // what the tool found is never taken from a file
  refuseOpen({path, signOff: {...signOff, questions: answersOf(signOff)}});
  return {path, signOff};
}

/** Throws a UserError where the figures of a catalogue are not those that were signed, or may not be signed at all. */
export function refuseUnsigned({path, signOff}: Signed, catalogue: Catalogue): void {
  if (catalogue.release.origin === "synthetic") refuseSynthetic(path);
  if (dataHash(catalogue) !== signOff.data_sha256)
    throw new UserError(
      `${path}: expected the data that were signed; got others. Build as the draft was built (--as-at, --origin, --previous), or make a draft of these data and have its sign-off.json signed.`
    );
}

/** Throws the UserError of what is synthetic, and so can never be final. */
export function refuseSynthetic(place: string): never {
  throw new UserError(
    `${place}: expected real figures in a final release; got synthetic ones, which nobody may sign off. Leave --final out for a draft, or build with --origin real.`
  );
}

/** Returns a checklist as the tool fills it with the answers of one that was signed; throws a UserError where a point is open. */
export function answered(blank: SignOff, {path, signOff}: Signed): SignOff {
  const warnings = new Map(signOff.warnings.map((of) => [of.warning, of]));
  const filled = {
    ...blank,
    warnings: blank.warnings.map((of) => warnings.get(of.warning) ?? of),
    questions: answersOf(signOff),
    signed_by: signOff.signed_by
  };
  refuseOpen({path, signOff: filled});
  return filled;
}

/** Returns a sentence for each thing that stands between a release and its being final; none where it may be. */
export function openPoints({found, warnings, questions, signed_by}: SignOff): string[] {
  const isSaid = (text: string): boolean => text.trim() !== "";
  const isSigned = isSaid(signed_by.name) && isSaid(signed_by.role) && isDate(signed_by.date);
  return [
    ...found.filter(({is_in_order}) => !is_in_order).map(({item, finding}) => `not in order: ${item}: ${finding}`),
    ...warnings
      .filter(({acknowledged_by, reason}) => !isSaid(acknowledged_by) || !isSaid(reason))
      .map(({warning}) => `nobody has acknowledged, with a reason: ${warning}`),
    ...questions
      .filter(({answer, answered_by}) => !/^yes\b/i.test(answer.trim()) || !isSaid(answered_by))
      .map(({question}) => `not answered with yes by a named person: ${question}`),
    ...(isSigned ? [] : ["not signed: signed_by needs a name, a role and a date such as 2004-07-15"])
  ];
}

/** The questions are ours, whatever was left out of a file or added to it. */
function answersOf({questions}: SignOff): SignOff["questions"] {
  const said = new Map(questions.map((of) => [of.question, of]));
  return QUESTIONS.map((question) => said.get(question) ?? {question, answer: "", answered_by: ""});
}

function refuseOpen({path, signOff}: Signed): void {
  const points = openPoints(signOff);
  if (points.length === 0) return;
  throw new UserError(
    `${path}: expected a checklist that a named person has answered; got ${points.length} open points: ${points.join("; ")}.`
  );
}

/** A day that there was: written as one, and the same when it is read as one. */
const isDate = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

function parsed(path: string): SignOff {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    throw new UserError(`${path}: expected JSON; got something else. Copy sign-off.json out of the draft again.`);
  }
  const result = SIGN_OFF.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = [path, issue?.path.join(".")].filter(Boolean).join(", ");
  throw new UserError(
    `${place}: expected the fields of a checklist; got ${issue?.message}. Copy sign-off.json out of the draft again.`
  );
}
