import {z} from "zod";
import {grouped} from "../layout.js";
import type {Catalogue} from "../publish/catalogue.js";
import type {AuditRecord} from "./auditRecord.js";
import type {Changes} from "./changes.js";
import {listHash} from "./code.js";
import type {Coverage} from "./coverage.js";

const FINDING = z.object({item: z.string(), finding: z.string(), is_in_order: z.boolean()});
const WARNING = z.object({warning: z.string(), acknowledged_by: z.string(), reason: z.string()});
const QUESTION = z.object({question: z.string(), answer: z.string(), answered_by: z.string()});
/** The form of a checklist. */
export const SIGN_OFF = z.object({
  data_sha256: z.string(), // of what is signed
  found: z.array(FINDING),
  warnings: z.array(WARNING),
  questions: z.array(QUESTION),
  signed_by: z.object({name: z.string(), role: z.string(), date: z.string()})
});

/** The checklist of a release: what the tool found, and what persons have to say. */
export type SignOff = z.infer<typeof SIGN_OFF>;

/** What only a person can answer; each needs a "yes" and a name. */
export const QUESTIONS: readonly string[] = [
  "Have the figures been read beside those of the release before, and is each revision understood?",
  "Has every sender whose return was held, refused or missing been told?",
  "Has the report been read as its readers will, in every form?",
  "Have the pages been tried by keyboard and with a screen reader?",
  "Are the hash key and the rounding seed kept outside this project, where the next release will find them?",
  "May these figures be published on the date of the signature?"
];

export interface ChecklistFacts {
  catalogue: Catalogue;
  coverage: Coverage;
  audit: AuditRecord;
  changes: Changes | null;
  reports: readonly string[];
  pages: number;
  barriers: readonly string[];
}

/** Returns one hash for all published tables: what is signed, whatever form the pages and reports around them have. */
export const dataHash = ({tables}: Pick<Catalogue, "tables">): string => listHash(tables.flatMap(({files}) => files));

/** Returns the checklist as far as the tool can fill it; the answers are empty. */
export function checklist(facts: ChecklistFacts): SignOff {
  return {
    data_sha256: dataHash(facts.catalogue),
    found: findings(facts),
    warnings: warningsOf(facts.catalogue).map((warning) => ({warning, acknowledged_by: "", reason: ""})),
    questions: QUESTIONS.map((question) => ({question, answer: "", answered_by: ""})),
    signed_by: {name: "", role: "", date: ""}
  };
}

const warningsOf = ({warnings, tables}: Catalogue): string[] => [
  ...warnings,
  ...tables.flatMap(({title, warnings: ofTable}) => ofTable.map((warning) => `${title}: ${warning}`))
];

function findings(facts: ChecklistFacts): SignOff["found"] {
  const {catalogue, coverage, audit, changes, reports, pages, barriers} = facts;
  const isSynthetic = catalogue.release.origin === "synthetic";
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
