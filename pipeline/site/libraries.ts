import {existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import {build} from "esbuild";

const require = createRequire(import.meta.url);

/** The libraries that scripts of pages import. */
const LIBRARIES = ["apache-arrow", "@duckdb/duckdb-wasm"];

/**
 * Bundles the libraries of pages, each into one file with all that it needs, to where Framework looks in `workFolder` before
 * it bundles them itself, which takes ten times as long.
 */
export async function bundleLibraries(workFolder: string): Promise<void> {
  letFind(workFolder);
  for (const name of LIBRARIES) {
    const {outputFiles} = await build({
      stdin: {contents: `export * from "${name}"`, resolveDir: dirname(fileURLToPath(import.meta.url))},
      bundle: true,
      format: "esm",
      platform: "browser",
      target: "es2022",
      minify: true,
      write: false,
      logLevel: "silent"
    });
    const folder = join(workFolder, ".observablehq", "cache", "_node", `${name}@${versionOf(name)}`);
    mkdirSync(folder, {recursive: true});
    writeFileSync(join(folder, "index.js"), outputFiles[0]?.contents ?? "");
  }
}

/** Framework looks for libraries from where the pages are, which may be a project far from ours. */
function letFind(workFolder: string): void {
  const from = createRequire(pathToFileURL(join(workFolder, "page.js")));
  try {
    for (const name of LIBRARIES) from.resolve(name);
  } catch {
    const [ours = ""] = require.resolve.paths(LIBRARIES[0] ?? "")?.filter((folder) => existsSync(folder)) ?? [];
    symlinkSync(ours, join(dirname(workFolder), "node_modules"), "junction");
  }
}

/** Some packages keep their own description to themselves, so it is looked for above what they give. */
function versionOf(name: string): string {
  let folder = dirname(require.resolve(name));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {version: string}).version;
}
