import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {TestProject} from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    sharedFolder: string;
  }
}

/** Gives the tests of a run one folder to share what takes long to make, and removes it after the last. */
export default function shareFolder({provide}: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "uptake-shared-"));
  provide("sharedFolder", folder);
  return () => rmSync(folder, {recursive: true, force: true});
}
