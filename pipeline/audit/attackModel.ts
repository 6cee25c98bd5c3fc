import type {Component} from "../gate/protect/components.js";
import {type Column, type LinearProgram, openLinearProgram, type Row} from "../gate/protect/linearProgram.js";
import type {Bounds, Constraint} from "./published.js";

/** A model of all that is known, and the least and most that each cell has been seen at in any answer. */
export interface AttackModel {
  program: LinearProgram;
  places: ReadonlyMap<string, number>;
  columns: readonly Column[];
  rows: readonly Row[];
  /** Counts that fit, by place: the answer of `start`. */
  point: Float64Array;
  lowest: Float64Array;
  highest: Float64Array;
  /** Whether any counts fit at all. */
  start(): "feasible" | "contradictory" | "unknown";
  /** Notes the numbers of an answer: of all cells, or of those at some places. */
  see(values: Float64Array, at?: readonly number[]): void;
  /** The least or most of what the costs ask for, after a `start` that was feasible. */
  solve(sense: "minimise" | "maximise"): number | "unbounded" | "unknown";
}

/** Returns an open model of counts within their bounds and constraints, without costs. It must be disposed of. */
export async function openAttackModel({
  cellIds,
  relations,
  bounds
}: Component<Constraint> & {bounds: ReadonlyMap<string, Bounds>}): Promise<AttackModel> {
  const places = new Map(cellIds.map((id, place) => [id, place]));
  const columns = cellIds.map((id) => bounds.get(id) ?? {lower: 0, upper: Number.POSITIVE_INFINITY});
  const rows = relations.map(({terms, lower = Number.NEGATIVE_INFINITY, upper = Number.POSITIVE_INFINITY}) => ({
    columns: terms.map(({cell}) => places.get(cell) ?? 0),
    factors: terms.map(({factor}) => factor),
    lower,
    upper
  }));
  const program = await openLinearProgram({columns, rows});
  const lowest = new Float64Array(cellIds.length).fill(Number.POSITIVE_INFINITY);
  const highest = new Float64Array(cellIds.length).fill(Number.NEGATIVE_INFINITY);
  const point = new Float64Array(cellIds.length);
  const see = (values: Float64Array, at?: readonly number[]): void =>
    values.forEach((value, index) => {
      const place = at ? (at[index] ?? 0) : index;
      if (value < (lowest[place] ?? 0)) lowest[place] = value;
      if (value > (highest[place] ?? 0)) highest[place] = value;
    });
  return {
    program,
    places,
    columns,
    rows,
    point,
    lowest,
    highest,
    see,
    start() {
      const {status, values} = program.solve();
      if (status === "infeasible") return "contradictory";
      if (status !== "optimal") return "unknown";
      see(values);
      point.set(values);
      return "feasible";
    },
    solve(sense) {
      const {status, values, objective} = program.solve(sense);
      if (status === "unbounded") return "unbounded";
      if (status !== "optimal") return "unknown";
      see(values);
      return objective;
    }
  };
}
