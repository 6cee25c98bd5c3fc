import {existsSync, readFileSync} from "node:fs";
import {z} from "zod";
import {UserError} from "../error.js";
import {grouped} from "../layout.js";
import type {AuditRecord} from "./auditRecord.js";
import type {Changes} from "./changes.js";
import type {Coverage} from "./coverage.js";

const FINDING = z.object({item: z.string(), finding: z.string(), is_in_order: z.boolean()});
const WARNING = z.object({warning: z.string(), acknowledged_by: z.string(), reason: z.string()});
const QUESTION = z.object({question: z.string(), answer: z.string(), answered_by: z.string()});
const SIGN_OFF = z.object({
  manifest_sha256: z.string(), // of what is signed
  found: z.array(FINDING),
  warnings: z.array(WARNING),
  questions: z.array(QUESTION),
  signed_by: z.object({name: z.string(), role: z.string(), date: z.string()})
});

/** The checklist of a release: what the tool found, and what persons have to say. */
export type SignOff = z.infer<typeof SIGN_OFF>;

/** What only a person can answer; each needs a "yes" and a name. */
const QUESTIONS: readonly string[] = [
  "Have the figures been read beside those of the release before, and is each revision understood?",
  "Has every sender whose return was held, refused or missing been told?",
  "Has the report been read as its readers will, in every form?",
  "Have the pages been tried by keyboard and with a screen reader?",
  "Are the hash key and the rounding seed kept outside this project, where the next release will find them?",
  "May these figures be published on the date of the signature?"
];

export interface ChecklistFacts {
  manifest: string; // SHA-256 of the manifest
  coverage: Coverage;
  audit: AuditRecord;
  changes: Changes | null;
  reports: readonly string[];
  pages: number;
  barriers: readonly string[];
  warnings: readonly string[];
  isSynthetic: boolean;
}

/** Returns the checklist as far as the tool can fill it; the answers are empty. */
export function checklist(facts: ChecklistFacts): SignOff {
  return {
    manifest_sha256: facts.manifest,
    found: findings(facts),
    warnings: facts.warnings.map((warning) => ({warning, acknowledged_by: "", reason: ""})),
    questions: QUESTIONS.map((question) => ({question, answer: "", answered_by: ""})),
    signed_by: {name: "", role: "", date: ""}
  };
}

/**
 * Returns the checklist with the answers of the file at `path`, which must be about the same files; what the tool found
 * is never taken from there.
 */
export function answered(blank: SignOff, path: string): SignOff {
  if (!existsSync(path))
    throw new UserError(`${path}: expected a filled-in checklist; found none. Copy sign-off.json out of a draft.`);
  const filled = read(path);
  if (filled.manifest_sha256 !== blank.manifest_sha256)
    throw new UserError(
      `${path}: expected a checklist about the files to be released; got one about others. Make a draft of what stands in dist, and fill in its sign-off.json.`
    );
  const warnings = new Map(filled.warnings.map((of) => [of.warning, of]));
  const questions = new Map(filled.questions.map((of) => [of.question, of]));
  return {
    ...blank,
    warnings: blank.warnings.map((of) => warnings.get(of.warning) ?? of),
    questions: blank.questions.map((of) => questions.get(of.question) ?? of),
    signed_by: filled.signed_by
  };
}

/** Returns a sentence for each thing that stands between a release and its being final; none where it may be. */
export function openPoints({found, warnings, questions, signed_by}: SignOff): string[] {
  const isSaid = (text: string): boolean => text.trim() !== "";
  const isSigned = isSaid(signed_by.name) && isSaid(signed_by.role) && /^\d{4}-\d{2}-\d{2}$/.test(signed_by.date);
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

function findings(facts: ChecklistFacts): SignOff["found"] {
  const {coverage, audit, changes, reports, pages, barriers, isSynthetic} = facts;
  const {returns_expected, returns_received, returns_refused, returns_with_rows_held} = coverage;
  const of = (item: string, finding: string, isInOrder = true) => ({item, finding, is_in_order: isInOrder});
  return [
    of(
      "origin",
      isSynthetic ? "some figures are synthetic: never to be final" : "no figure is synthetic",
      !isSynthetic
    ),
    of(
      "coverage",
      `${grouped(returns_received)} of ${grouped(returns_expected)} returns; ${grouped(coverage.figures_provisional)} of ${grouped(coverage.figures)} figures are provisional`
    ),
    of(
      "held returns",
      `${grouped(returns_refused)} refused; rows held in ${grouped(returns_with_rows_held)} or more, as far as may be told`
    ),
    of(
      "disclosure audit",
      `${grouped(audit.figures)} figures attacked; ${audit.isSafe ? "safe" : "NOT SAFE"}`,
      audit.isSafe
    ),
    of(
      "release before",
      changes === null
        ? "none"
        : `${grouped(changes.added)} figures added, ${grouped(changes.revised)} revised, ${grouped(changes.withdrawn)} withdrawn`
    ),
    of(
      "claims of the report",
      reports.length === 0
        ? "no report goes with this release"
        : `true, or the build would have stopped: ${reports.join(", ")}`
    ),
    of(
      "accessibility",
      barriers.length === 0
        ? `no barrier that a program sees in ${grouped(pages)} pages`
        : `${grouped(barriers.length)}: ${barriers.slice(0, 5).join("; ")}`,
      barriers.length === 0
    )
  ];
}

function read(path: string): SignOff {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    throw new UserError(`${path}: expected JSON; got something else. Copy sign-off.json out of the draft again.`);
  }
  const parsed = SIGN_OFF.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UserError(
    `${path}, ${issue?.path.join(".")}: expected the fields of a checklist; got ${issue?.message}. Copy sign-off.json out of the draft again.`
  );
}
