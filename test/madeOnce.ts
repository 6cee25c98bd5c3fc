import {existsSync, mkdirSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as wait} from "node:timers/promises";
import {inject} from "vitest";
import "./browser/sharedFolder.js";

/** Returns a folder that all tests of a run share, filled by whoever comes first; whoever comes meanwhile waits. */
export async function madeOnce(name: string, make: (folder: string) => Promise<void> | void): Promise<string> {
  const shared = inject("sharedFolder");
  const folder = join(shared, name);
  const done = join(shared, `${name}.done`);
  const failed = join(shared, `${name}.failed`);
  if (isFirst(join(shared, `${name}.begun`))) {
    try {
      mkdirSync(folder);
      await make(folder);
      writeFileSync(done, "");
    } catch (error) {
      rmSync(folder, {recursive: true, force: true});
      writeFileSync(failed, "");
      throw error;
    }
  }
  while (!existsSync(done)) {
    if (existsSync(failed)) throw new Error(`missing ${name}: another test failed to make it`);
    await wait(200);
  }
  return folder;
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
