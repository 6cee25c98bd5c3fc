/** The levels of areas, from the whole country down. */
export const AREA_LEVELS = {national: "England", region: "Region", local_lsc: "Local LSC", lea: "LEA"} as const;
