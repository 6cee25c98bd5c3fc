import {existsSync, mkdirSync, rmSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {setTimeout as wait} from "node:timers/promises";
import {inject} from "vitest";
import {build} from "../../pipeline/run.js";
import {serve} from "../../pipeline/site/serve.js";
import "./sharedFolder.js";

export interface ServedSite {
  url: string;
  folder: string;
  close(): Promise<void>;
}

/** Serves the site of the whole project, built from its returns once for all tests of a run. */
export async function servedSite(): Promise<ServedSite> {
  const folder = await builtSite(inject("sharedFolder"));
  const {url, close} = await serve(folder, {port: 4200});
  return {url, folder, close};
}

/** Builds the project into a folder that tests share; whoever comes while it is being built waits. */
async function builtSite(shared: string): Promise<string> {
  const out = join(shared, "project");
  const done = join(shared, "project.done");
  const failed = join(shared, "project.failed");
  if (isFirst(join(shared, "project.begun"))) {
    try {
      mkdirSync(join(out, "src"), {recursive: true}); // where the site's data go beside the pages, in a checkout
      await build({root: resolve("."), out});
      writeFileSync(done, "");
    } catch (error) {
      rmSync(out, {recursive: true, force: true});
      writeFileSync(failed, "");
      throw error;
    }
  }
  while (!existsSync(done)) {
    if (existsSync(failed)) throw new Error("missing site: its build failed in another test");
    await wait(200);
  }
  return join(out, "dist");
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
