import fc from "fast-check";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {connectedComponents} from "../../pipeline/methods/connectedComponents.js";
import {openWarehouse, query, type Warehouse} from "../../pipeline/warehouse.js";

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openWarehouse();
});
afterEach(() => warehouse.close());

async function components(edges: readonly (readonly [number, number])[]) {
  const {connection} = warehouse;
  await connection.run("create or replace table edges (one integer, other integer)");
  if (edges.length > 0)
    await connection.run(`insert into edges values ${edges.map(([one, other]) => `(${one}, ${other})`).join(", ")}`);
  const rounds = await connectedComponents(connection, {edges: "edges", into: "labels"});
  const rows = await query(connection, "select node, component from labels order by node");
  return {rounds, labels: new Map(rows.map(({node, component}) => [Number(node), Number(component)]))};
}

/** The same, one edge at a time. */
function joined(edges: readonly (readonly [number, number])[]): Map<number, number> {
  const labels = new Map(edges.flat().map((node) => [node, node]));
  for (const _ of labels)
    for (const [one, other] of edges) {
      const lowest = Math.min(labels.get(one) ?? one, labels.get(other) ?? other);
      labels.set(one, lowest);
      labels.set(other, lowest);
    }
  return labels;
}

describe("connectedComponents(connection, options)", () => {
  it("names each component after its lowest node", async () => {
    const {labels} = await components([
      [5, 9],
      [9, 7],
      [2, 3],
      [4, 4]
    ]);
    expect(Object.fromEntries(labels)).toEqual({2: 2, 3: 2, 4: 4, 5: 5, 7: 5, 9: 5});
  });

  it("needs few rounds for a long chain, in whatever order it is numbered", async () => {
    const chain = Array.from({length: 2000}, (_, at): [number, number] => [(at * 701) % 2003, ((at + 1) * 701) % 2003]);
    const {rounds, labels} = await components(chain);
    expect(new Set(labels.values()).size).toBe(1);
    expect(rounds).toBeLessThan(15);
  });

  it("finds what joining edge by edge finds", async () => {
    const node = fc.nat(25);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(node, node), {maxLength: 30}), async (edges) => {
        expect(Object.fromEntries((await components(edges)).labels)).toEqual(Object.fromEntries(joined(edges)));
      }),
      {numRuns: 20}
    );
  });
});
