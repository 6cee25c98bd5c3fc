import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Catalogue} from "../publish/catalogue.js";
import {MANIFEST, type Manifest} from "../publish/manifest.js";
import {openPublished} from "../publish/reader.js";
import {type AuditRecord, safeAudit} from "./auditRecord.js";
import {barriersIn} from "./barriers.js";
import {type Changes, readChanges} from "./changes.js";
import {type Coverage, readCoverage} from "./coverage.js";
import {type Notice, readNotices} from "./notices.js";
import {checklist, type SignOff} from "./signOff.js";

/** What stands in a site that was built, read from its files alone. */
export interface BuiltSite {
  catalogue: Catalogue;
  manifest: Manifest;
  audit: AuditRecord;
  coverage: Coverage;
  changes: Changes | null; // null where it was built beside no release before
  models: readonly {mart: string; sql_file: string; sql_sha256: string}[];
  notices: readonly Notice[];
  checklist: SignOff; // as far as the tool can fill it
}

/** Returns what stands in the site in `dist`; an audit that is stale, or found it unsafe, is a UserError. */
export async function readBuilt(dist: string, {hasPrevious}: {hasPrevious: boolean}): Promise<BuiltSite> {
  const data = join(dist, "data");
  const catalogue = JSON.parse(readFileSync(join(data, "catalogue.json"), "utf8")) as Catalogue;
  const manifest = JSON.parse(readFileSync(join(dist, MANIFEST), "utf8")) as Manifest;
  const audit = safeAudit(data, catalogue);
  const reader = await openPublished(data);
  try {
    const coverage = await readCoverage(reader, catalogue);
    const changes = hasPrevious ? await readChanges(reader) : null;
    const models = await reader.rows(
      "select distinct mart, sql_file, sql_sha256 from published.provenance order by all"
    );
    const notices = await readNotices(reader);
    const reports = filesOf(manifest, ["report"]);
    const pages = filesOf(manifest, ["page", "report"]);
    return {
      catalogue,
      manifest,
      audit,
      coverage,
      changes,
      models: models as unknown as BuiltSite["models"],
      notices,
      checklist: checklist({
        catalogue,
        coverage,
        audit,
        changes,
        reports,
        pages: pages.length,
        barriers: barriersIn(dist, pages)
      })
    };
  } finally {
    reader.close();
  }
}

const filesOf = ({files}: Manifest, kinds: readonly Manifest["files"][number]["kind"][]): string[] =>
  files.filter(({kind}) => kinds.includes(kind)).map(({file}) => file);
