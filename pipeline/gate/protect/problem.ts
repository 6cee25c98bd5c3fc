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
  /**
   * `optimal`: proved to be within a thousandth of the least error. `feasible`: additive, but a limit came before the proof.
   * `loosened`: there is no rounding, or none was found, unless some cells are let go. `failed`: not even then.
   */
  status: "optimal" | "feasible" | "loosened" | "failed";
  /** How far from the best the error may be, as a share of it; null when nothing was found, or cells were let go. */
  gap: number | null;
}

/** The rounded counts by cell, without those of failed components. */
export interface RoundResult {
  rounded: ReadonlyMap<string, number>;
  /** Cells that must be hidden: what `rounded` has of them is less than a base away, makes the sums add up, and is no multiple of it. */
  loose: ReadonlySet<string>;
  components: readonly RoundedComponent[];
}
