import {grouped} from "../layout.js";
import {type Bundle, LISTS} from "./bundle.js";
import type {Changes} from "./changes.js";
import {openPoints} from "./signed.js";
import type {SignOff} from "./signOff.js";

/** Returns the page that opens a release for a reader, as Markdown. */
export function bundlePage(bundle: Bundle, signOff: SignOff): string {
  const {name, notice, coverage, inputs, outputs, code, tools, audit, changes} = bundle;
  return `${[
    `# Release ${name}`,
    standing(bundle, signOff),
    ...(notice ? [correction(notice)] : []),
    [
      `- Position at ${bundle.as_at}; ${grouped(coverage.returns_received)} of ${grouped(coverage.returns_expected)} returns had come; ${grouped(coverage.returns_refused)} more were refused.`,
      `- ${grouped(coverage.figures)} figures, of which ${grouped(coverage.figures_provisional)} are provisional and ${grouped(coverage.figures_withheld)} withheld.`,
      `- ${grouped(bundle.checks.length)} checks held, and a disclosure audit attacked ${grouped(audit.cells)} numbers of people in ${grouped(audit.sums)} sums: safe.`,
      `- Built from ${grouped(inputs.returns)} returns and ${grouped(inputs.reference)} reference tables by ${grouped(code.files)} files of code (${code.commit === null ? "no commit is known" : `commit ${code.commit.slice(0, 12)}`}) with Node ${tools.node} and DuckDB ${tools.duckdb}.`,
      `- ${holds(bundle)}`
    ].join("\n"),
    "## Since the release before",
    changed(changes, bundle.previous?.release ?? null),
    "## What stands here",
    contents(bundle),
    "## How to check it",
    `\`uptake verify ${name}\` compares every file with the seal, attacks the data as a reader could, and, where the same code, returns and secrets are at hand, builds it again and compares all ${grouped(outputs.files)} files byte for byte.`
  ].join("\n\n")}\n`;
}

/** In the words that readers of the site are told, page by page. */
function correction({corrects, said}: NonNullable<Bundle["notice"]>): string {
  const of = ({notice_date, pages, text}: (typeof said)[number]): string =>
    `- ${notice_date}, on ${pages.includes("all") ? "every page" : pages.join(", ")}: ${text}`;
  return [`**Correction of release ${corrects}.**`, "", ...said.map(of)].join("\n");
}

function standing({status, origin}: Bundle, signOff: SignOff): string {
  const {name, role, date} = signOff.signed_by;
  if (status === "final") return `**Final.** Signed by ${name}, ${role}, on ${date}.`;
  if (origin === "synthetic")
    return "**Draft, synthetic.** Some of its figures come from invented returns; the origin column says which. It can never be made final.";
  return `**Draft.** Nobody has signed it off; ${grouped(openPoints(signOff).length)} points of its checklist are open.`;
}

function holds({holds: what, outputs}: Bundle): string {
  const all = `the ${grouped(outputs.files)} files of the site`;
  return what === "whole"
    ? `\`data\` is a whole copy of the published data; ${LISTS.outputs} has the hash of each of ${all}.`
    : `\`data\` holds every published table; what is made from them (open data by family, tables of single pages, reports) is left out. ${LISTS.outputs} has the hash of each of ${all}.`;
}

function changed(changes: Changes | null, previous: string | null): string {
  if (changes === null) return "There is none.";
  const {added, revised, withdrawn, same, definitions, indicators} = changes;
  const beside = previous === null ? "" : ` Beside release ${previous}.`;
  const total = `${grouped(added)} figures added, ${grouped(revised)} revised, ${grouped(withdrawn)} withdrawn, ${grouped(same)} as they were.${beside}`;
  const rows = indicators.map(
    (of) => `| ${of.indicator} | ${grouped(of.added)} | ${grouped(of.revised)} | ${grouped(of.withdrawn)} |`
  );
  return [
    total,
    ...definitions.map(({indicator, from, to}) => `Definition of ${indicator}: ${from} before, ${to} now.`),
    ...(rows.length === 0
      ? []
      : [["| indicator | added | revised | withdrawn |", "|---|--:|--:|--:|", ...rows].join("\n")])
  ].join("\n\n");
}

function contents({previous, holds: what}: Bundle): string {
  return [
    "| file | what it is |",
    "|---|---|",
    "| release.json | all of this, for programs |",
    "| sign-off.json | the checklist: what the tool found, and what persons answered |",
    ...(previous?.release
      ? [`| ${LISTS.revisions} | each figure revised or withdrawn: before, now, and what changed behind it |`]
      : []),
    `| ${LISTS.inputs} | every file it was built from, by SHA-256 |`,
    `| ${LISTS.code}, ${LISTS.tools} | the program that built it, file by file, and the versions of its tools |`,
    `| ${LISTS.outputs} | every file that came out |`,
    what === "whole" ? "| data, reports | what was published |" : "| data | what was published |",
    "| seal.json | SHA-256 of each of these files |"
  ].join("\n");
}
