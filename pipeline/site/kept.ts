import {mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";

/** Where a build keeps parts of pages, below its work folder. */
export const KEPT = ".kept";

const MARK = /<!--kept:(\d+)-->/g;

/**
 * Returns a function that keeps markup in `folder` and gives what stands for it in a page meanwhile: Framework parses
 * whatever is in a page several times, which for drawings and tables takes longer than making them.
 */
export function keeper(folder: string): (markup: string) => string {
  mkdirSync(folder, {recursive: true});
  let kept = 0;
  return (markup) => {
    kept += 1;
    writeFileSync(join(folder, `${kept}.html`), markup);
    return `<!--kept:${kept}-->`;
  };
}

/** Puts what was kept in `folder` into the pages of a site. */
export function placeKept(site: string, {folder}: {folder: string}): void {
  for (const entry of readdirSync(site, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile() || !entry.name.endsWith(".html")) continue;
    const file = join(entry.parentPath, entry.name);
    const html = readFileSync(file, "utf8");
    writeFileSync(
      file,
      html.replace(MARK, (_, number: string) => readFileSync(join(folder, `${number}.html`), "utf8"))
    );
  }
}
