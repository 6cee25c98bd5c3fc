import {openLinearProgram} from "./linearProgram.js";
import {type Deviations, freedom, type SuppressCell} from "./suppression.js";

/** Deviations of all counts at once: as far as a reader can tell, and at a price beyond what is shown. */
export interface Flows {
  cells: readonly SuppressCell[];
  /** By place, the cells that a cell is hidden with, itself among them. */
  groupOf(place: number): readonly number[];
  /** The further cells to hide, by place. */
  secondary: ReadonlySet<number>;
  isHidden(place: number): boolean;
  setHidden(place: number, isHidden: boolean): void;
  /** Moves a cell as far up (1) or down (−1) as it goes without hiding more, but no further than `most`; undefined in doubt. */
  reach(place: number, {sign, most}: {sign: 1 | -1; most: number}): Float64Array | undefined;
  /** Moves a cell by so much at the least price; undefined when it cannot be done or the solver is in doubt. */
  move(place: number, by: number): {cost: number; deviations: Float64Array} | undefined;
  dispose(): void;
}

/**
 * Returns both programs of some deviations, open. In the one that prices, each cell has three columns: what it may move by
 * for nothing, and what it moves by beyond that, up and down. It must be disposed of.
 */
export async function openFlows({cells, leaders, rows}: Deviations): Promise<Flows> {
  const size = cells.length;
  const groups = new Map<number, number[]>();
  for (const [place, leader] of leaders.entries()) groups.set(leader, [...(groups.get(leader) ?? []), place]);
  const groupOf = (place: number): readonly number[] => groups.get(leaders[place] ?? place) ?? [place];
  const leaderOf = (place: number): SuppressCell => cells[leaders[place] ?? place] as SuppressCell;
  const secondary = new Set<number>();
  const isHidden = (place: number): boolean =>
    leaderOf(place).isHidden === true || secondary.has(leaders[place] ?? place);
  const isPriced = (place: number): boolean => !isHidden(place) && leaderOf(place).mustShow !== true;
  const freeOf = (place: number) => freedom(cells[place] as SuppressCell, isHidden(place));
  const upTo = (place: number): number => (isPriced(place) ? Number.POSITIVE_INFINITY : 0);
  const downTo = (place: number): number =>
    isPriced(place) ? (cells[place]?.count ?? 0) + Math.min(0, freeOf(place).lower) : 0;
  const weightOf = (place: number): number => leaderOf(place).weight ?? 1;

  const {plain, priced, settle} = await openPrograms(rows, {size, freeOf, upTo, downTo, weightOf});
  return {
    cells,
    groupOf,
    secondary,
    isHidden,
    setHidden(place, isHiddenNow) {
      const leader = leaders[place] ?? place;
      if (isHiddenNow) secondary.add(leader);
      else secondary.delete(leader);
      for (const one of groupOf(place)) settle(one);
    },
    reach(place, {sign, most}) {
      const {lower, upper} = freeOf(place);
      plain.setBounds(place, Math.max(lower, -most), Math.min(upper, most));
      plain.setCost(place, sign);
      const {status, values} = plain.solve("maximise");
      plain.setCost(place, 0);
      settle(place);
      return status === "optimal" ? values : undefined;
    },
    move(place, by) {
      const {lower, upper} = freeOf(place);
      const within = Math.min(Math.max(by, lower), upper);
      const [above, below] = [Math.max(0, by - within), Math.max(0, within - by)];
      if (above > upTo(place) || below > downTo(place)) return;
      priced.setBounds(place, within, within);
      priced.setBounds(size + place, above, above);
      priced.setBounds(2 * size + place, below, below);
      const {status, objective, values} = priced.solve();
      settle(place);
      if (status !== "optimal") return;
      const deviations = values.slice(0, size);
      deviations.forEach((moved, at) => {
        deviations[at] = moved + (values[size + at] ?? 0) - (values[2 * size + at] ?? 0);
      });
      return {cost: objective, deviations};
    },
    dispose() {
      plain.dispose();
      priced.dispose();
    }
  };
}

/** By place: what a cell may move by for nothing, how much further up and down, and what each of that costs. */
interface Room {
  size: number;
  freeOf(place: number): {lower: number; upper: number};
  upTo(place: number): number;
  downTo(place: number): number;
  weightOf(place: number): number;
}

/** Opens both programs; `settle` gives a cell the bounds that it has now. */
async function openPrograms(rows: Deviations["rows"], {size, freeOf, upTo, downTo, weightOf}: Room) {
  const free = Array.from({length: size}, (_, place) => freeOf(place));
  const plain = await openLinearProgram({columns: free, rows});
  const priced = await openLinearProgram(
    {
      columns: [
        ...free,
        ...free.map((_, place) => ({lower: 0, upper: upTo(place), cost: weightOf(place)})),
        ...free.map((_, place) => ({lower: 0, upper: downTo(place), cost: weightOf(place)}))
      ],
      rows: rows.map(({columns, factors, lower, upper}) => ({
        columns: [...columns, ...columns.map((place) => size + place), ...columns.map((place) => 2 * size + place)],
        factors: [...factors, ...factors, ...factors.map((factor) => -factor)],
        lower,
        upper
      }))
    },
    {changes: "bounds"}
  );
  const settle = (place: number): void => {
    const {lower, upper} = freeOf(place);
    plain.setBounds(place, lower, upper);
    priced.setBounds(place, lower, upper);
    priced.setBounds(size + place, 0, upTo(place));
    priced.setBounds(2 * size + place, 0, downTo(place));
  };
  return {plain, priced, settle};
}
