import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {passGate} from "../../pipeline/gate/gate.js";
import {openWarehouse, type Row, type Warehouse} from "../../pipeline/warehouse.js";
import {figure, MODELS, makeMarts, makeTable, TARGET} from "./marts.js";
import {passFigures, type Tables} from "./pass.js";
import {SMALL} from "./surface.js";

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openWarehouse();
});
afterEach(() => warehouse.close());

const pass = (figures: readonly Row[], tables?: Tables): Promise<Row[]> => {
  return passFigures(warehouse.connection, {figures, tables});
};
const text = (category: string): Row => ({category_1: category, dimension_1: "topic", unit: "starts"});

describe("passGate(connection, {models}) refuses", () => {
  it.each([
    ["a reason that is not listed", {symbol_reason: "tired"}, "invalid symbol_reason"],
    ["an origin that is not listed", {origin: "imagined"}, "invalid origin"],
    ["a dimension that is not listed", {dimension_1: "name", category_1: "x"}, "unlisted figure: UPT-04"],
    ["a combination that no table lists", {role_id: "R01", area_level: "lea"}, "unlisted figure: UPT-04"],
    [
      "single roles below regions",
      {role_id: "R01", area_level: "local_lsc", indicator_id: "OFF-01", period_type: "survey"},
      "unlisted figure"
    ],
    ["a number of what is no quantity", {unit: "stones"}, "missing quantity: stones"],
    [
      "a rate of quantities that nobody named",
      {measure: "rate", numerator: 3, denominator: 90},
      "missing ratio: UPT-04"
    ],
    ["a measure that is not listed", {measure: "guess"}, "unknown measure: guess in marts.starts"],
    ["an indicator without a definition", {indicator_id: "ABC-01"}, "unknown indicator: ABC-01"],
    ["a negative count", {value: -1}, "negative figure in marts.starts"]
  ])("%s", async (_name, given, message) => {
    await expect(pass([{value: 100, ...given}])).rejects.toThrow(message);
  });

  it.each([
    ["text that a spreadsheet would run", "=1+1", "formula text: category_1"],
    ["text that begins with a tab", "\tx", "formula text: category_1"],
    ["a line break in a text", "x\ny", "control character: category_1"]
  ])("%s", async (_name, category, message) => {
    const figures = [{value: 100, ...text(category)}];
    await expect(passFigures(warehouse.connection, {figures, surface: SMALL})).rejects.toThrow(message);
  });

  it("two figures with one key, of one number or of two", async () => {
    const twice = (one: number, other: number) => pass([one, other].map((value) => ({value, period: "2003-04"})));
    await expect(twice(1, 1)).rejects.toThrow("duplicate key in published.indicators");
    await expect(twice(1, 2)).rejects.toThrow("two counts of one cell: learners|academic 2003-04|ENG: 1 and 2");
  });

  it("parts above their total", async () => {
    const starts = {unit: "starts", period: "2003-04"};
    const [total, part] = [
      {...starts, value: 20},
      {...starts, value: 21, programme_id: "app_ta"}
    ];
    await expect(pass([total, part])).rejects.toThrow("invalid parts: starts|academic 2003-04|ENG is 20");
  });

  it("nothing for saying that there is no number, which needs no table", async () => {
    const rows = await pass([{value: null, indicator_id: "APP-01", period_type: "month", symbol_reason: "not_asked"}]);
    expect(rows[0]).toMatchObject({value: null, symbol: "x", symbol_reason: "not_asked"});
  });

  it("a status that is not listed", async () => {
    await expect(pass([{value: 1}], {"marts.progress": [{...TARGET, status: "fine"}]})).rejects.toThrow(
      "invalid status"
    );
  });

  it("a mart that is missing", async () => {
    await makeMarts(warehouse.connection, {"marts.starts": [figure({value: 1})]});
    await warehouse.connection.run("drop table marts.roles");
    await expect(passGate(warehouse.connection, {models: MODELS})).rejects.toThrow("roles");
  });

  it("marts without a figure among them", async () => {
    await makeMarts(warehouse.connection, {});
    await makeTable(warehouse.connection, {name: "marts.starts", rows: [{indicator_id: "UPT-04"}]});
    await expect(passGate(warehouse.connection, {models: MODELS})).rejects.toThrow("missing marts");
  });
});
