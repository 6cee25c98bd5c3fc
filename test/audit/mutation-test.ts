import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {AuditResult} from "../../pipeline/audit/audit.js";
import {knowledgeOf} from "../../pipeline/audit/knowledge.js";
import {notAdditive} from "../../pipeline/audit/problem.js";
import {readRelease} from "../../pipeline/audit/release.js";
import {knownRelations} from "../../pipeline/audit/sums.js";
import {auditRelease} from "../../pipeline/auditRelease.js";
import {SURFACE} from "../../pipeline/contracts/published/figureTables.js";
import {changing, is, MUTATIONS, STARTS, withValue} from "./mutations.js";
import {publishedRelease, tampered} from "./release.js";

const folder = mkdtempSync(join(tmpdir(), "uptake-mutation-"));
const data = join(folder, "data");
const copies: string[] = [];
let before: AuditResult;

beforeAll(async () => {
  await publishedRelease(folder);
  before = await auditRelease(data);
});
afterAll(() => {
  for (const place of [folder, ...copies]) rmSync(place, {recursive: true, force: true});
});

describe("auditRelease(folder), of a release that somebody has changed", () => {
  it("finds a shift by ten of every single number of starts, since all of them stand in sums", () => {
    const {tables} = readRelease(data);
    const rows = tables.get("indicators") ?? [];
    const parents = new Map(
      (tables.get("areas") ?? []).map((area) => [String(area.area_code), textOf(area.parent_code)])
    );
    const unseen = rows.filter((row) => {
      if (row.unit !== "starts" || typeof row.value !== "number") return false;
      const shifted = rows.map((other) => (other === row ? {...row, value: Number(row.value) + 10} : other));
      const options = {base: 10, rateDecimals: 1, scaleOf: () => 100, isFact: () => false};
      const knowledge = knowledgeOf(shifted, {surface: SURFACE, ...options});
      const labels = new Map([...knowledge.cells].map(([id, {label}]) => [id, label]));
      return notAdditive(knownRelations(labels, {surface: SURFACE, parents}), knowledge).length === 0;
    });
    expect(unseen).toEqual([]);
    expect(rows.filter((row) => row.unit === "starts").length).toBeGreaterThan(50);
  });

  it("finds a shift of what stands in no relation by the hash alone", async () => {
    const shift = changing(
      is({indicator_id: "FIN-02"}),
      withValue((now) => String(Number(now) + 100))
    );
    const [copy, sealed] = [tampered(data, shift), tampered(data, shift, {reseal: true})];
    copies.push(copy, sealed);
    expect((await auditRelease(sealed)).isSafe).toBe(true);
    expect((await auditRelease(copy)).faults.map(({kind}) => kind)).toEqual(["file"]);
  });

  it("finds that origins were flipped to make facts of numbers", async () => {
    const flip = changing(is({...STARTS, area_level: "national"}), (line) => ({...line, origin: "real"}));
    const copy = tampered(data, flip);
    copies.push(copy);
    const {faults} = await auditRelease(copy);
    expect(faults.map(({text}) => text)).toContainEqual(
      expect.stringMatching(/^indicators has \d+ synthetic rows, and/)
    );
  });

  it("finds nothing in the release as it was published", () => {
    expect({faults: before.faults, disclosures: before.disclosures}).toEqual({faults: [], disclosures: []});
    expect(before.small).toBeGreaterThan(5);
    expect(before.fewest).toBeGreaterThanOrEqual(5);
  });

  it("finds what a statistic of the release before tells, beside the counts of this one", async () => {
    const fine = changing(
      is({indicator_id: "FIN-04", symbol: ""}),
      withValue(() => (90_000 / 137).toFixed(1))
    );
    const copy = tampered(data, fine, {reseal: true});
    copies.push(copy);
    const {disclosures} = await auditRelease(data, {previous: copy});
    expect(disclosures).toContainEqual(
      expect.objectContaining({id: "staff, census, 2004-01, YH", lower: 137, upper: 139, values: 3})
    );
    expect((await auditRelease(data, {previous: data})).disclosures).toEqual([]);
  });

  it.each(MUTATIONS)("finds that it %s, by the hash", (_, change) => {
    const copy = tampered(data, change);
    copies.push(copy);
    expect(readRelease(copy).faults[0]).toBe("data/indicators.csv is not the file that the catalogue lists");
  });

  it.each(MUTATIONS)("finds that it %s, when the catalogue was written to match", async (_, change, kind) => {
    const copy = tampered(data, change, {reseal: true});
    copies.push(copy);
    const {faults, disclosures, isSafe} = await auditRelease(copy);
    const found: string[] = [...faults.map((fault) => fault.kind), ...disclosures.map(() => "told")];
    expect(isSafe).toBe(false);
    expect(found).not.toContain("file");
    expect(found, JSON.stringify(faults.slice(0, 3))).toContain(kind);
  });
});

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
