import type {AuditResult} from "./audit.js";

/** How many of a kind are named before the rest are counted. */
const NAMED = 12;

/** Returns what an audit found, for a person at a terminal. */
export function auditText({
  figures,
  cells,
  sums,
  small,
  fewest,
  faults,
  disclosures,
  files,
  isSafe
}: AuditResult): string {
  const number = (of: number): string => of.toLocaleString("en-GB");
  return [
    `${number(files.length)} files, ${number(figures)} figures: ${number(cells)} numbers of people, in ${number(sums)} sums`,
    fewest === null
      ? "none of them can be 1 to 9"
      : `${number(small)} of them can be 1 to 9; each can still be at least ${fewest} different numbers`,
    ...listed("not as declared", faults),
    ...listed(
      "told too nearly",
      disclosures.map(({id, rule, lower, upper, values}) => `${id}: ${rule}, ${lower} to ${upper} (${values} possible)`)
    ),
    isSafe ? "safe: nothing more can be worked out than the policy allows" : "NOT SAFE: do not release"
  ].join("\n");
}

/** Returns an audit as JSON, in an order that does not change. */
export function auditJson(result: AuditResult): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}

function listed(what: string, sentences: readonly string[]): string[] {
  if (sentences.length === 0) return [];
  const rest = sentences.length - NAMED;
  return [
    `${what}: ${sentences.length}`,
    ...sentences.slice(0, NAMED).map((sentence) => `  ${sentence}`),
    ...(rest > 0 ? [`  and ${rest} more`] : [])
  ];
}
