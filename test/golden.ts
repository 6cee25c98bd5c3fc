import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname, extname, join} from "node:path";
import {expect} from "vitest";

/**
 * Compares text with test/output/<name>. A missing file is written, but never in CI; where the text differs, it is left
 * beside the file as `<name>-changed`, to be looked at and moved over by hand.
 */
export function expectGolden(name: string, text: string): void {
  const path = join("test", "output", name);
  const form = extname(path);
  const changed = `${path.slice(0, path.length - form.length)}-changed${form}`;
  if (!existsSync(path)) {
    if (process.env.CI) throw new Error(`missing golden file: ${path}`);
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, text);
    return;
  }
  const golden = readFileSync(path, "utf8");
  if (golden === text) {
    rmSync(changed, {force: true});
    return;
  }
  if (!process.env.CI) writeFileSync(changed, text);
  expect(text, `${path} differs; the new text stands in ${changed}`).toBe(golden);
}
