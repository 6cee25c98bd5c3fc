import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {filesBelow, type HashedFile, hashedFile, sha256} from "./hashedFile.js";

/** The program that built a release, by the hash of its files: there need not be any version control. */
export interface Code {
  sha256: string; // of all files, with their addresses
  commit: string | null; // what was checked out, where there is a repository; files may have been changed since
  files: readonly HashedFile[];
}

/** Whatever can change a byte of a release. */
const FOLDERS = ["bin", "pipeline", "reports", "src"] as const;
const FILES = ["observablehq.config.ts", "package.json", "package-lock.json", "tsconfig.json"] as const;

/** What a build writes or a person looks at. */
const NOT_CODE = /^src\/(data|\.observablehq)(\.\w+)?\/|(^|\/)\.|\.log$/;

/** Returns the code below `machinery`, the folder of the program. */
export function codeIn(machinery: string): Code {
  const names = [
    ...FOLDERS.filter((name) => existsSync(join(machinery, name))).flatMap((folder) =>
      filesBelow(join(machinery, folder)).map((file) => `${folder}/${file}`)
    ),
    ...FILES.filter((name) => existsSync(join(machinery, name)))
  ];
  const files = names.filter((name) => !NOT_CODE.test(name)).map((name) => hashedFile(machinery, name));
  return {sha256: listHash(files), commit: checkedOut(machinery), files};
}

/** Returns one hash for a list of files. */
export function listHash(files: readonly Pick<HashedFile, "file" | "sha256">[]): string {
  return sha256(files.map(({file, sha256: hash}) => `${hash}  ${file}\n`).join(""));
}

/** Read from the files of the repository, so that no other program is needed. */
function checkedOut(machinery: string): string | null {
  const folder = join(machinery, ".git");
  const head = textOf(join(folder, "HEAD"));
  if (head === undefined) return null;
  const [, ref] = /^ref: (\S+)/.exec(head) ?? [];
  if (ref === undefined) return commitIn(head);
  const packed = textOf(join(folder, "packed-refs")) ?? "";
  const line = packed.split("\n").find((text) => text.endsWith(` ${ref}`));
  return commitIn(textOf(join(folder, ref)) ?? line ?? "");
}

const commitIn = (text: string): string | null => /^[0-9a-f]{40,64}/.exec(text)?.[0] ?? null;

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined; // no repository, or one of another form: the hash of files says it all
  }
}
