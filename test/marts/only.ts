import {buildModels, readModels} from "../../pipeline/models.js";
import type {World} from "./world.js";

/** Builds the tables named, and what they rest on, alone. */
export async function buildOnly({connection}: World, ...names: readonly string[]): Promise<void> {
  const models = await readModels("pipeline");
  const wanted = new Set(names);
  // They come in an order in which each follows what it reads, so that backwards every reader comes first.
  for (const {name, reads} of [...models].reverse()) if (wanted.has(name)) for (const table of reads) wanted.add(table);
  await buildModels(
    connection,
    models.filter(({name}) => wanted.has(name))
  );
}
