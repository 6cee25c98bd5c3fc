import type {AuditResult} from "./audit.js";
import {FAULT_KINDS, type FaultKind} from "./fault.js";

/** How many of a kind are named before the rest are counted. */
const NAMED = 12;

/** Returns what an audit found, for a person at a terminal: what it read, each fault by its kind, and the verdict last. */
export function auditText({
  figures,
  cells,
  sums,
  small,
  insiders,
  insidersLeft,
  fewest,
  faults,
  disclosures,
  files,
  isSafe
}: AuditResult): string {
  const number = (of: number): string => of.toLocaleString("en-GB");
  const kinds = Object.keys(FAULT_KINDS) as FaultKind[];
  const found = [
    ...kinds.flatMap((kind) =>
      listed(
        FAULT_KINDS[kind],
        faults.filter((fault) => fault.kind === kind).map(({text}) => text)
      )
    ),
    ...listed(
      "told too nearly",
      disclosures.map(({id, rule, lower, upper, values, insider}) => {
        const who = insider === undefined ? "" : `, to one of ${insider}`;
        return `${id}: ${rule}, ${span(lower, upper)} (${number(values)} possible)${who}`;
      })
    )
  ];
  const count = faults.length + disclosures.length;
  return [
    `${number(files.length)} files, ${number(figures)} figures: ${number(cells)} numbers of people, in ${number(sums)} sums`,
    ...(fewest === null
      ? ["none of them can be 1 to 9"]
      : [
          `${number(small)} of them can be 1 to 9; ${isSafe ? "each can still be" : "one can be no more than"} ${
            isSafe ? "at least " : ""
          }${fewest} different numbers`
        ]),
    ...(insiders === 0
      ? []
      : [`${number(insiders)} hidden numbers were also attacked by somebody who is counted in them`]),
    ...(insidersLeft === 0 ? [] : [`${number(insidersLeft)} others were not, for too much work: each counts as told`]),
    ...found,
    isSafe
      ? "safe: nothing more can be worked out than the policy allows"
      : `NOT SAFE: ${number(count)} ${count === 1 ? "fault" : "faults"}; do not release`
  ].join("\n");
}

/** Returns an audit as JSON, in an order that does not change; what nothing bounds has no upper end. */
export function auditJson(result: AuditResult): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}

const span = (lower: number, upper: number): string =>
  Number.isFinite(upper) ? `${lower} to ${upper}` : `${lower} or more`;

function listed(what: string, sentences: readonly string[]): string[] {
  if (sentences.length === 0) return [];
  const rest = sentences.length - NAMED;
  return [
    `${what}: ${sentences.length.toLocaleString("en-GB")}`,
    ...sentences.slice(0, NAMED).map((sentence) => `  ${sentence}`),
    ...(rest > 0 ? [`  and ${rest.toLocaleString("en-GB")} more`] : [])
  ];
}
