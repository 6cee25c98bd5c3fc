import {buildTables, type World} from "./world.js";

/** Builds the tables named, and what they rest on, alone. */
export const buildOnly = ({connection}: World, ...names: readonly string[]): Promise<void> =>
  buildTables(connection, names);
