import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {ilr} from "../../pipeline/contracts/ilr.js";
import {openIlrXml} from "../../pipeline/ingest/ilrXml.js";
import {judge} from "../../pipeline/ingest/judge.js";
import {simulateIlr} from "../../pipeline/simulate/ilr.js";
import {openWarehouse, query} from "../../pipeline/warehouse.js";
import {fileReferences} from "../reference/tables.js";
import {world} from "./returns.js";

const SCHEMA = "../shared/real/ilr-2018-19/ILR-2018-19-v2.xsd";
const [file] = simulateIlr(world());
const content = file?.form.kind === "text" ? file.form.content : "";

describe("simulateIlr(world)", () => {
  it("opens as an ILR file of 2018-19 with a row for each learning delivery", async () => {
    const folder = mkdtempSync(join(tmpdir(), "uptake-ilr-"));
    try {
      const path = join(folder, "99000001.xml");
      writeFileSync(path, content);
      const {source} = await openIlrXml(path, {contract: ilr, contracts: [], folder});
      if (source === undefined) throw new Error("refused file: 99000001.xml");
      const warehouse = await openWarehouse();
      const rows = await query(warehouse.connection, `select * from (${source.relation})`);
      warehouse.close();
      const judgeRow = judge(ilr, {references: fileReferences});
      expect(rows.length).toBe(content.match(/<LearningDelivery>/g)?.length);
      for (const row of rows) {
        const cells = Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell?.toString()]));
        expect(judgeRow(cells).issues).toEqual([]);
      }
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  });

  it("says that it is synthetic, and names no postcode in use", () => {
    expect(content).toContain("Synthetic");
    for (const [, postcode] of content.matchAll(/<(?:Postcode|PostcodePrior|DelLocPostCode)>([^<]*)</g))
      expect(postcode).toMatch(/^Q[A-O]\d \d[A-Z]{2}$/);
  });

  it("writes the elements of learner and delivery in the schema's order (where the schema is present)", ({
    annotate
  }) => {
    if (!existsSync(SCHEMA)) return annotate(`not present: ${SCHEMA}`).then(() => undefined);
    const order = [...readFileSync(SCHEMA, "utf8").matchAll(/<xs:element name="(\w+)"/g)].map(([, name]) => name);
    for (const [, body = ""] of content.matchAll(/<LearningDelivery>([\s\S]*?)<\/LearningDelivery>/g)) {
      const from = order.indexOf("LearningDelivery");
      const places = [...body.matchAll(/<(\w+)>/g)].map(([, name]) => order.indexOf(name, from));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((left, right) => left - right));
    }
    return undefined;
  });
});
