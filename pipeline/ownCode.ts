import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";

/** Folders of code whose words are published: labels and lists, what methods and models write, what the gate says instead. */
const FOLDERS = ["contracts", "stage", "methods", "marts", "gate"] as const;

/** Returns the text of every file of code below `folder` (that of the pipeline) whose words are published. */
export function ownCode(folder: string): string[] {
  return FOLDERS.flatMap((name) =>
    readdirSync(join(folder, name), {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile() && /\.(sql|ts)$/.test(entry.name))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
  );
}
