/** A count that is to be protected. */
export interface CountCell {
  /** Unique in the problem; ties are broken by it, so it must not change between releases. */
  id: string;
  /** The true count, a whole number of at least 0. */
  count: number;
  /** Known exactly to everybody, so it is not rounded. */
  isPublic?: boolean;
  /** Goes down to the multiple below it, whichever is nearer. */
  isDown?: boolean;
  /** What was published last time: a multiple of the base. */
  previous?: number;
}

/** One cell in a relation, times its factor. */
export interface Term {
  cell: string;
  factor: number;
}

/** What is known of some counts together: the sum of factor × count equals the amount, or is at most it. */
export interface Relation {
  terms: readonly {cell: string; factor: number}[];
  sense: "equal" | "at_most";
  /** 0 when not given. */
  amount?: number;
}

/** Counts, what binds them, and how they are to be rounded. */
export interface RoundOptions {
  cells: readonly CountCell[];
  relations: readonly Relation[];
  /** 10 when not given. */
  base?: number;
  /** The secret that decides between roundings of equal error. */
  seed: string;
  /** How many nodes of the search of one component may be visited. */
  nodeLimit?: number;
  /** How many simplex iterations one component may take. */
  iterationLimit?: number;
  /** What it costs, in units of error, to publish another number than last time where the last still fits. */
  anchorPenalty?: number;
}

/** How the search for the rounding of one component ended. */
export interface RoundedComponent {
  cells: number;
  relations: number;
  /** `optimal`: proved to be within a thousandth of the least error. `feasible`: additive, but a limit came before the proof. */
  status: "optimal" | "feasible" | "failed";
  /** How far from the best the error may be, as a share of it; null when nothing was found. */
  gap: number | null;
  /** The cells of a component that failed: none of them is in `rounded`. */
  cellIds?: readonly string[];
}

/** The rounded counts by cell, without those of failed components. */
export interface RoundResult {
  rounded: ReadonlyMap<string, number>;
  components: readonly {
    cells: number;
    relations: number;
    status: "optimal" | "feasible" | "failed";
    gap: number | null;
    cellIds?: readonly string[];
  }[];
}
