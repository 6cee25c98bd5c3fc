import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {passGate} from "../../pipeline/gate/gate.js";
import {openWarehouse, type Row, type Warehouse} from "../../pipeline/warehouse.js";
import {figure, MODELS, makeMarts, makeTable, TARGET} from "./marts.js";
import {passFigures, type Tables} from "./pass.js";

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openWarehouse();
});
afterEach(() => warehouse.close());

const pass = (figures: readonly Row[], tables?: Tables): Promise<Row[]> => {
  return passFigures(warehouse.connection, {figures, tables});
};

describe("passGate(connection, {models}) refuses", () => {
  it.each([
    ["text that a spreadsheet would run", {category_1: "=1+1", dimension_1: "topic"}, "formula text: category_1"],
    ["text that begins with a tab", {category_1: "\tx", dimension_1: "topic"}, "formula text: category_1"],
    ["a line break in a text", {category_1: "x\ny", dimension_1: "topic"}, "control character: category_1"],
    ["a reason that is not listed", {symbol_reason: "tired"}, "invalid symbol_reason"],
    ["an origin that is not listed", {origin: "imagined"}, "invalid origin"],
    ["a dimension that is not listed", {dimension_1: "name", category_1: "x"}, "invalid dimension_1"],
    ["a measure that is not listed", {measure: "guess"}, "unknown measure: guess in marts.starts"],
    ["an indicator without a definition", {indicator_id: "ABC-01"}, "unknown indicator: ABC-01"],
    ["a negative count", {value: -1}, "negative figure in marts.starts"]
  ])("%s", async (_name, given, message) => {
    await expect(pass([{value: 100, ...given}])).rejects.toThrow(message);
  });

  it("two figures with one key", async () => {
    await expect(
      pass([
        {value: 1, period: "2003-04"},
        {value: 2, period: "2003-04"}
      ])
    ).rejects.toThrow("duplicate key in published.indicators");
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
