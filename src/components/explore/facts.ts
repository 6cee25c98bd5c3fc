import type {Release} from "../release.js";

/** What names, explains and stands behind figures; all that Explore needs beside them. */
export type Facts = Pick<Release, (typeof FACT_TABLES)[number] | "symbols" | "reasons">;

/** The published tables that facts are read from. */
export const FACT_TABLES = ["definitions", "areas", "roles", "routes", "programmes", "progress", "provenance"] as const;
