import {cpSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {notices} from "./contracts/reference/notices.js";
import {UserError} from "./error.js";
import {LEDGER_COLUMNS} from "./ingest/ledger.js";

const REFERENCE = join(dirname(dirname(fileURLToPath(import.meta.url))), "data", "reference");

/**
 * Starts an empty project in `folder`: the reference tables of `from`, without notices about releases that it does not have,
 * an empty ledger and a page on what to do next.
 */
export function initProject(folder: string, {from = REFERENCE}: {from?: string} = {}): void {
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new UserError(`${folder}: expected a folder that is empty or does not exist yet; got a file.`);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new UserError(`${folder}: expected a folder that is empty or does not exist yet; got one with files in it.`);
  mkdirSync(join(folder, "data", "returns"), {recursive: true});
  cpSync(from, join(folder, "data", "reference"), {recursive: true});
  const noNotice = `${Object.keys(notices.schema.shape).join(",")}\n`;
  writeFileSync(join(folder, "data", "reference", "notices.csv"), noNotice);
  mkdirSync(join(folder, "data", "corrections"), {recursive: true});
  writeFileSync(join(folder, "data", "returns", "ledger.csv"), `${LEDGER_COLUMNS.join(",")}\n`);
  writeFileSync(join(folder, "README.md"), WELCOME);
}

const WELCOME = `# An Uptake project

- \`uptake --root . receive FILE --collection … --period … --sender … --received …\` copies a return in and records it.
- \`uptake --root . build\` takes what was received to published figures and a site in \`dist\`.
- \`uptake --root . status\` says which senders have reported what.

The reference tables in \`data/reference\` are a copy; correct them where your areas, roles or programmes differ.
Returns about real people need a secret in \`UPTAKE_HASH_KEY\`, kept outside this folder.
`;
