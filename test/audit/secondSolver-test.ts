import {execFileSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {linkedTables} from "../../bench/linkedTables.js";
import {deriveRanges} from "../../pipeline/audit/attack.js";
import {boundsOf, type PublishedCell} from "../../pipeline/audit/published.js";
import type {Relation} from "../../pipeline/gate/protect/problem.js";
import {roundCounts} from "../../pipeline/gate/protect/roundCounts.js";
import {publishedOf} from "../gate/protect/tables.js";

const GLPK = "glpsol";

describe("deriveRanges(options), against GLPK", () => {
  it("gives the same ends for the narrowest counts of a rounded release", {timeout: 60_000}, async ({annotate}) => {
    if (!isInstalled()) return annotate(`not present: ${GLPK}`).then(() => undefined);
    const tables = linkedTables({
      people: 300,
      seed: 7,
      tables: [
        ["a", "b"],
        ["b", "c"],
        ["a", "c", "d"]
      ],
      dimensions: {a: 4, b: 3, c: 4, d: 3}
    });
    const {rounded} = await roundCounts({...tables, seed: "a secret for tests"});
    const cells = tables.cells.map(({id, count}) => ({id, published: publishedOf({count, rounded: rounded.get(id)})}));
    const ranges = await deriveRanges({cells, relations: tables.relations});
    const narrowest = [...ranges]
      .filter(([, {lower, upper}]) => upper > lower)
      .sort(([, one], [, other]) => one.values - other.values)
      .slice(0, 12);
    expect(narrowest).toHaveLength(12);
    for (const [id, {lower, upper}] of narrowest) {
      const least = glpk({cells, relations: tables.relations, id, sense: "Minimize"});
      const most = glpk({cells, relations: tables.relations, id, sense: "Maximize"});
      expect([id, Math.ceil(least - 1e-6) + 0, Math.floor(most + 1e-6)]).toEqual([id, lower, upper]);
    }
  });
});

/** The least or most of one cell, by a program written out in full and solved by another solver. */
function glpk({
  cells,
  relations,
  id,
  sense
}: {
  cells: readonly PublishedCell[];
  relations: readonly Relation[];
  id: string;
  sense: "Minimize" | "Maximize";
}): number {
  const names = new Map(cells.map((cell, place) => [cell.id, `x${place}`]));
  const rows = relations.map(({terms, sense: relation, amount = 0}) => {
    const sum = terms.map(({cell, factor}) => `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} ${names.get(cell)}`);
    return `${sum.join(" ")} ${relation === "equal" ? "=" : "<="} ${amount}`;
  });
  const bounds = cells.map((cell) => {
    const {lower, upper} = boundsOf(cell);
    return `${lower} <= ${names.get(cell.id)} <= ${Number.isFinite(upper) ? upper : "+inf"}`;
  });
  const folder = mkdtempSync(join(tmpdir(), "uptake-glpk-"));
  try {
    const [program, answer] = [join(folder, "attack.lp"), join(folder, "answer.txt")];
    const lines = [sense, names.get(id) ?? "", "Subject To", ...rows, "Bounds", ...bounds, "End", ""];
    writeFileSync(program, lines.join("\n"));
    execFileSync(GLPK, ["--lp", program, "-o", answer], {stdio: "ignore"});
    return Number(/^Objective:.*= *(\S+)/m.exec(readFileSync(answer, "utf8"))?.[1]);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

function isInstalled(): boolean {
  try {
    execFileSync(GLPK, ["--version"], {stdio: "ignore"});
    return true;
  } catch {
    return false;
  }
}
