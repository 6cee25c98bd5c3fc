/** Where a figure comes from, and what its reader is told of it. */
export const ORIGINS = {
  real: "Real: published by the body named, at the place named",
  synthetic: "Synthetic: made by a simulator, for want of published returns",
  estimated: "Estimated: rests on a table or rule for which no source was found"
} as const;
