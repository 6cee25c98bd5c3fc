import {describe, expect, it} from "vitest";
import {readMargins} from "../../pipeline/methods/marginTable.js";
import {rake} from "../../pipeline/methods/rake.js";
import {openWarehouse, query} from "../../pipeline/warehouse.js";

const columns = {margin: "margin", category: "cell", total: "staff"};

describe("readMargins(connection, options)", () => {
  it("adds up the rows of a category, and names the column of the sample after the margin", async () => {
    const {connection, close} = await openWarehouse();
    const table = `(select * from (values
      ('sex', 'female', 30), ('phase', 'primary', 25), ('sex', 'male', 10), ('phase', 'other', 5), ('phase', 'other', 10)
    ) as known (margin, cell, staff))`;
    const margins = await readMargins(connection, {table, ...columns});
    expect(margins).toEqual([
      {
        columns: ["phase"],
        totals: [
          {group: {phase: "other"}, total: 15},
          {group: {phase: "primary"}, total: 25}
        ]
      },
      {
        columns: ["sex"],
        totals: [
          {group: {sex: "female"}, total: 30},
          {group: {sex: "male"}, total: 10}
        ]
      }
    ]);
    await connection.run(
      "create table sample as select * from (values ('female', 'primary', 1), ('female', 'other', 1), ('male', 'primary', 1)) as people (sex, phase, weight)"
    );
    await rake(connection, {table: "sample", into: "raked", weight: "weight", margins});
    const [row] = await query(connection, "select raked_weight from raked where phase = 'other'");
    expect(row?.raked_weight).toBeCloseTo(15, 6);
    close();
  });

  it("gives no margins for an empty table", async () => {
    const {connection, close} = await openWarehouse();
    const table = "(select 'sex' as margin, 'female' as cell, 1 as staff where false)";
    expect(await readMargins(connection, {table, ...columns})).toEqual([]);
    close();
  });
});
