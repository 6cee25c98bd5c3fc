import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {openWarehouse, query, type Warehouse} from "../../pipeline/warehouse.js";
import {passFigures} from "./pass.js";

let warehouse: Warehouse;
let folder: string;
beforeEach(async () => {
  warehouse = await openWarehouse();
  folder = mkdtempSync(join(tmpdir(), "uptake-before-"));
});
afterEach(() => {
  warehouse.close();
  rmSync(folder, {recursive: true, force: true});
});

const starts = (period: string, value: number) => ({period, value, numerator: value});
const changes = () => query(warehouse.connection, "select * from published.changes order by indicator_id");

/** Passes figures and keeps what is published as the release before. */
async function release(figures: Parameters<typeof passFigures>[1]["figures"]): Promise<void> {
  await passFigures(warehouse.connection, {figures});
  for (const table of ["indicators", "progress"])
    await warehouse.connection.run(
      `copy (select * from published.${table}) to '${join(folder, `${table}.parquet`)}' (format parquet)`
    );
}

describe("passChanges(connection, folder)", () => {
  it("is empty without a release before", async () => {
    await passFigures(warehouse.connection, {figures: [starts("2003-04", 40)]});
    expect(await changes()).toEqual([]);
  });

  it("counts what is new, revised, withdrawn and as it was", async () => {
    await release([starts("2001-02", 40), starts("2002-03", 50), starts("2003-04", 60)]);
    await passFigures(warehouse.connection, {
      figures: [starts("2002-03", 50), starts("2003-04", 90), starts("2004-05", 70)],
      before: folder
    });
    expect(await changes()).toMatchObject([
      {figures_added_count: 1, figures_revised_count: 1, figures_withdrawn_count: 1, figures_same_count: 1}
    ]);
  });

  it("compares with a release that did not have every column", async () => {
    await release([starts("2003-04", 60)]);
    const file = join(folder, "indicators.parquet");
    await warehouse.connection.run(
      `create table narrow as select * exclude (population_share) from read_parquet('${file}')`
    );
    await warehouse.connection.run(`copy narrow to '${file}' (format parquet)`);
    await passFigures(warehouse.connection, {figures: [starts("2003-04", 60)], before: folder});
    expect(await changes()).toMatchObject([{figures_added_count: 0, figures_same_count: 1}]);
  });

  it("names the file that a release before lacks", async () => {
    await expect(passFigures(warehouse.connection, {figures: [starts("2003-04", 60)], before: folder})).rejects.toThrow(
      `missing file: ${join(folder, "indicators.parquet")}`
    );
  });
});
