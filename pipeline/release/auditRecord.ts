import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {z} from "zod";
import {UserError} from "../error.js";
import type {Catalogue} from "../publish/catalogue.js";
import {fileDifferences, sha256} from "./hashedFile.js";

const AUDIT = z.object({
  files: z.array(z.object({file: z.string(), sha256: z.string()})),
  figures: z.number(),
  cells: z.number(),
  sums: z.number(),
  small: z.number(),
  fewest: z.number().nullable(),
  isSafe: z.boolean()
});

/** What `audit.json` says of published files, and its own hash. */
export type AuditRecord = z.infer<typeof AUDIT> & {sha256: string};

/**
 * Returns the disclosure audit in a folder of data. None, one that is about other files than the catalogue lists, or one
 * that found them unsafe, is a UserError: such files are not released.
 */
export function safeAudit(data: string, {tables}: Pick<Catalogue, "tables">): AuditRecord {
  const path = join(data, "audit.json");
  if (!existsSync(path))
    throw new UserError(`${path}: expected the disclosure audit; found none. Run \`uptake build\` again.`);
  const text = readFileSync(path, "utf8");
  const audit = {...parsed(text, path), sha256: sha256(text)};
  const [stale] = fileDifferences(
    tables.flatMap(({files}) => files),
    audit.files
  );
  if (stale)
    throw new UserError(
      `${path}: expected an audit of the files that the catalogue lists; got one about another ${stale.file}. Run \`uptake build\` again.`
    );
  if (!audit.isSafe)
    throw new UserError(
      `${path}: expected files that are safe to publish; got an audit that says they are not. \`uptake audit ${data}\` names what can be told.`
    );
  return audit;
}

function parsed(text: string, path: string): z.infer<typeof AUDIT> {
  try {
    return AUDIT.parse(JSON.parse(text));
  } catch {
    throw new UserError(
      `${path}: expected a disclosure audit as JSON; got something else. Run \`uptake build\` again.`
    );
  }
}
