import {mkdirSync} from "node:fs";
import {join, resolve} from "node:path";
import {build} from "../../pipeline/run.js";
import {serve} from "../../pipeline/site/serve.js";
import {madeOnce} from "../madeOnce.js";

export interface ServedSite {
  url: string;
  folder: string;
  close(): Promise<void>;
}

/** Serves the site of the whole project, built from its returns once for all tests of a run. */
export async function servedSite(): Promise<ServedSite> {
  const out = await madeOnce("project", async (folder) => {
    mkdirSync(join(folder, "src")); // where the site's data go beside the pages, in a checkout
    await build({root: resolve("."), out: folder});
  });
  const folder = join(out, "dist");
  const {url, close} = await serve(folder, {port: 4200});
  return {url, folder, close};
}
