import {cpus} from "node:os";
import {deriveRanges} from "../pipeline/audit/attack.js";
import {judgeRanges} from "../pipeline/audit/judge.js";
import {roundCounts} from "../pipeline/gate/protect/roundCounts.js";
import {linkedTables} from "./linkedTables.js";

const PEOPLE = Number(process.argv[2] ?? 8000);
const MOST_ROUNDING = 30; // seconds
const MOST_AUDIT = 10;

const tables = linkedTables({people: PEOPLE, seed: 1});
const truth = new Map(tables.cells.map(({id, count}) => [id, count]));
const small = tables.cells.filter(({count}) => count > 0 && count < 10);
print(
  `${tables.cells.length.toLocaleString("en-GB")} cells, ${tables.relations.length.toLocaleString("en-GB")} relations, ` +
    `N = ${PEOPLE.toLocaleString("en-GB")}, ${small.length} small cells; ${cpus().length} processors`
);

const rounding = await timed(() => roundCounts({...tables, seed: "a seed for measuring", nodeLimit: 1000}));
const {rounded, components} = rounding.result;
const errors = tables.cells.map(({id, count}) => Math.abs(count - (rounded.get(id) ?? Number.NaN)));
const {status = "optimal", gap = 0} = components.find(({cells}) => cells > 1) ?? {};
print(
  `rounding           ${seconds(rounding.seconds)}  (at most ${MOST_ROUNDING} s)  ${status}, gap ${gap?.toFixed(5)}`
);
print(`  error            mean ${mean(errors).toFixed(2)}, largest ${Math.max(...errors)}`);

const shown = tables.cells.map(({id, count}) => {
  const number = rounded.get(id) ?? 0;
  return {id, published: number === 0 && count > 0 ? ("low" as const) : number};
});
const attack = {cells: shown, relations: tables.relations};
const audit = await timed(() => deriveRanges({...attack, atLeast: 5, largestSmall: 9}));
const openly = judgeRanges({ranges: audit.result});
const told = judgeRanges({ranges: audit.result, truth});
print(
  `audit, 5 or more   ${seconds(audit.seconds)}  (at most ${MOST_AUDIT} s)  ${openly.length} fail, ${told.length} with the truth`
);

const exact = await timed(() => deriveRanges({...attack, only: new Set(small.map(({id}) => id))}));
const fewest = Math.min(...small.map(({id}) => exact.result.get(id)?.values ?? 0));
print(
  `audit, exact ends  ${seconds(exact.seconds)}  of the small cells; the fewest possible numbers of one are ${fewest}`
);

const again = new Map(rounded);
const anchored = await timed(() =>
  roundCounts({
    cells: tables.cells.map((cell) => ({...cell, previous: again.get(cell.id)})),
    relations: tables.relations,
    seed: "a seed for measuring",
    nodeLimit: 1000
  })
);
const moved = [...anchored.result.rounded].filter(([id, number]) => again.get(id) !== number).length;
print(`rounding again     ${seconds(anchored.seconds)}  held to the release before; ${moved} cells moved`);

/** Seconds of processor time: one solver thread, whatever else the machine does. */
async function timed<Result>(work: () => Promise<Result>): Promise<{result: Result; seconds: number}> {
  const start = process.cpuUsage();
  const result = await work();
  const {user, system} = process.cpuUsage(start);
  return {result, seconds: (user + system) / 1e6};
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function seconds(value: number): string {
  return `${value.toFixed(1).padStart(5)} s`;
}

function print(line: string): void {
  console.log(line);
}
