import {mkdirSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {build} from "../../pipeline/run.js";
import {serve} from "../../pipeline/site/serve.js";

export interface ServedSite {
  url: string;
  folder: string;
  close(): Promise<void>;
}

/** Builds the whole project from its returns into a temporary folder, and serves its site. */
export async function servedSite(): Promise<ServedSite> {
  const out = mkdtempSync(join(tmpdir(), "uptake-site-"));
  mkdirSync(join(out, "src")); // where the site's data go beside the pages, in a checkout
  const {dist} = await build({root: resolve("."), out});
  const {url, close} = await serve(dist, {port: 4200});
  return {
    url,
    folder: dist,
    async close() {
      await close();
      rmSync(out, {recursive: true, force: true});
    }
  };
}
