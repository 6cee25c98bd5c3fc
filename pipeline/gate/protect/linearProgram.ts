import type {Highs, Model} from "highs";
import * as package_ from "highs";

/** A variable: its bounds, what a unit of it costs (0 when not given), and whether it must be whole. */
export interface Column {
  lower: number;
  upper: number;
  cost?: number;
  isInteger?: boolean;
}

/** A constraint: lower ≤ sum(factor × column) ≤ upper, where `columns` are places in the list of columns. */
export interface Row {
  columns: readonly number[];
  factors: readonly number[];
  lower: number;
  upper: number;
}

/** How a solve ended. Whatever the solver does not call by one of the other names is `unknown`. */
export type SolveStatus = "optimal" | "feasible" | "infeasible" | "unbounded" | "unknown";

/** A solve's outcome: `values` by column and `objective` when `optimal` or `feasible`, `rowDuals` after a linear solve. */
export interface Solution {
  status: SolveStatus;
  objective: number;
  values: Float64Array;
  rowDuals: Float64Array;
  /** How far the objective may be from the best, as a share of it. */
  gap: number;
}

/** One model that stays with the solver while its objective and bounds change. It must be disposed of. */
export interface LinearProgram {
  /** Solves for the least cost, or the greatest. */
  solve(sense?: "minimise" | "maximise"): Solution;
  setCost(column: number, cost: number): void;
  setBounds(column: number, lower: number, upper: number): void;
  addRow(row: Row): void;
  dispose(): void;
}

/** How to solve. Limits count work, never time, so that a result does not hang on the machine. */
export interface SolveOptions {
  nodeLimit?: number;
  iterationLimit?: number;
  /**
   * What changes between solves: costs when not given. Then the primal simplex method goes on from the last answer; where
   * bounds change the dual one does; and where nothing will, presolve makes it faster.
   */
  changes?: "costs" | "bounds" | "nothing";
  /** A constant part of the cost: gaps are shares of the whole. */
  offset?: number;
  /** The search ends when the objective is proved to be within this share of the best; 0.0001 when not given. */
  gap?: number;
}

/**
 * Returns an open model of the columns and rows, solved by HiGHS. With whole columns it is searched by branch and cut;
 * otherwise by the simplex method, and once more from the start by another road when that ends in doubt.
 */
export async function openLinearProgram(
  {columns, rows}: {columns: readonly Column[]; rows: readonly Row[]},
  options: SolveOptions = {}
): Promise<LinearProgram> {
  const highs = await solver();
  const isInteger = columns.some((column) => column.isInteger);
  const model = highs.createModel({
    numCols: columns.length,
    numRows: rows.length,
    offset: options.offset ?? 0,
    colCost: columns.map(({cost}) => cost ?? 0),
    colLower: columns.map(({lower}) => lower),
    colUpper: columns.map(({upper}) => upper),
    rowLower: rows.map(({lower}) => lower),
    rowUpper: rows.map(({upper}) => upper),
    matrix: matrixOf(rows, columns.length),
    ...(isInteger ? {integrality: columns.map((column) => (column.isInteger ? 1 : 0))} : {})
  });
  model.options.set({output_flag: false, random_seed: 0});
  if (isInteger) model.options.set({mip_rel_gap: options.gap ?? 1e-4, mip_abs_gap: 1e-6});
  if (isInteger && options.nodeLimit !== undefined) model.options.set("mip_max_nodes", options.nodeLimit);
  const usual = METHODS[options.changes ?? "costs"];
  const other = usual === METHODS.costs ? METHODS.nothing : METHODS.costs;
  if (!isInteger) model.options.set(usual);
  if (!isInteger && options.iterationLimit !== undefined)
    model.options.set("simplex_iteration_limit", options.iterationLimit);

  let isDisposed = false;
  return {
    solve(sense = "minimise") {
      const {minimize, maximize} = highs.constants.objectiveSense;
      model.changeObjectiveSense(sense === "minimise" ? minimize : maximize);
      if (isInteger) return search(highs, model, options);
      const first = proved(run(highs, model));
      if (first.status !== "unknown") return first;
      model.clearSolver();
      model.options.set(other);
      const second = proved(run(highs, model));
      model.options.set(usual);
      return second;
    },
    setCost: (column, cost) => void model.changeColCost(column, cost),
    setBounds: (column, lower, upper) => void model.changeColBounds(column, lower, upper),
    addRow: ({columns, factors, lower, upper}) => void model.addRow(lower, upper, {indices: columns, values: factors}),
    dispose() {
      if (!isDisposed) model.dispose();
      isDisposed = true;
    }
  };
}

/** The simplex method, primal (4) or dual (1); presolve would forget the last basis. */
const METHODS = {
  costs: {simplex_strategy: 4, presolve: "off"},
  bounds: {simplex_strategy: 1, presolve: "off"},
  nothing: {simplex_strategy: 1, presolve: "on"}
};

let loaded: Promise<Highs> | undefined;

function solver(): Promise<Highs> {
  // The package's types describe its CommonJS file, where the loader is `default.default`; its ES file has `default`.
  const load = package_.default as unknown as () => Promise<Highs>;
  loaded ??= load();
  return loaded;
}

function matrixOf(rows: readonly Row[], numCols: number) {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const row of rows) {
    indices.push(...row.columns);
    values.push(...row.factors);
    starts.push(indices.length);
  }
  return {format: "csr" as const, numRows: rows.length, numCols, starts, indices, values};
}

function search(highs: Highs, model: Model, {iterationLimit}: SolveOptions): Solution {
  if (iterationLimit === undefined) return run(highs, model);
  return run(highs, model, {
    [highs.constants.callbackType.mipInterrupt]: (event) => {
      if (Number(event.data.mip_total_lp_iterations ?? 0) >= iterationLimit) event.interrupt();
      return undefined;
    }
  });
}

function run(highs: Highs, model: Model, callbacks?: Parameters<Model["run"]>[0]): Solution {
  const {modelStatus, solutionStatus} = highs.constants;
  try {
    model.run(callbacks);
  } catch {
    return nothing("unknown");
  }
  const status = model.getModelStatus();
  if (status === modelStatus.infeasible) return nothing("infeasible");
  if (status === modelStatus.unbounded || status === modelStatus.unboundedOrInfeasible) return nothing("unbounded");
  const hasSolution = model.info.get("primal_solution_status") === solutionStatus.feasible;
  if (!hasSolution) return nothing("unknown");
  const isOptimal = status === modelStatus.optimal;
  const {colValue, rowDual} = model.getSolution();
  return {
    status: isOptimal ? "optimal" : "feasible",
    objective: model.getObjectiveValue(),
    values: colValue,
    rowDuals: rowDual,
    gap: Number(model.info.get("mip_gap"))
  };
}

/** A linear program that stopped short has an answer, but not its least or greatest: that is no answer here. */
function proved(solution: Solution): Solution {
  return solution.status === "feasible" ? nothing("unknown") : solution;
}

function nothing(status: SolveStatus): Solution {
  const none = new Float64Array();
  return {status, objective: Number.NaN, values: none, rowDuals: none, gap: Number.POSITIVE_INFINITY};
}
