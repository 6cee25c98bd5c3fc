import {mkdirSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";

/**
 * Keeps a build of Framework off the network. Its client names libraries that a page might ask for, and looks up the
 * version of each at a registry unless the cache beside the pages has one; no page here asks for any, so empty entries do.
 */
export function stayOffline(workFolder: string, {clientFolder}: {clientFolder: string}): void {
  for (const name of librariesNamed(clientFolder))
    mkdirSync(join(workFolder, ".observablehq", "cache", "_npm", `${name}@0.0.0`), {recursive: true});
}

function librariesNamed(folder: string): Set<string> {
  const names = new Set<string>();
  for (const entry of readdirSync(folder, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile() || !entry.name.endsWith(".js")) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), "utf8");
    for (const match of text.matchAll(/"npm:((?:@[\w.-]+\/)?[\w.-]+)/g)) names.add(match[1] ?? "");
  }
  return names;
}
