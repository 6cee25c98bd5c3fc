import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {openWarehouse, query} from "../../pipeline/warehouse.js";
import {openReadable, readRows, temporaryFolder} from "./staff.js";

const folder = temporaryFolder();

describe("openParquet(path, {contract})", () => {
  it("writes numbers and dates as a CSV file would hold them", async () => {
    const path = join(folder, "types.parquet");
    const {connection, close} = await openWarehouse();
    await query(
      connection,
      `copy (select 7::bigint as staff_id, 'technician' as role, hours as weekly_hours,
        timestamp '2004-02-29 00:00:00' as start_date, '' as survey_month, timestamp '2004-02-29 12:00:00' as note
        from (values (1::double), (0.5), (-0.25), (null)) as hour (hours)) to '${path}' (format parquet)`
    );
    close();
    const source = await openReadable(path, {folder});
    const rows = await readRows(source.relation);
    expect(rows.map(({weekly_hours}) => weekly_hours)).toEqual(["1", "0.5", "-0.25", null]);
    expect(rows[0]).toMatchObject({
      staff_id: "7",
      start_date: "2004-02-29",
      survey_month: null,
      note: "2004-02-29T12:00:00"
    });
    expect(await source.place(2, "role")).toBe("row 2, column role");
    await source.close();
  });
});
