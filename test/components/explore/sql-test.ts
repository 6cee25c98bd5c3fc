import {describe, expect, it} from "vitest";
import {messageOf} from "../../../src/components/explore/sql/fault.js";
import {csvRows} from "../../../src/components/explore/sql/schema.js";

describe("messageOf(error)", () => {
  it("tells a syntax error, which comes as JSON, in its own words", () => {
    const error = new Error(
      '{"exception_type":"Parser","exception_message":"syntax error at or near \\"selec\\"\\nLINE 1: selec 1"}'
    );
    expect(messageOf(error)).toBe('Parser error: syntax error at or near "selec"\nLINE 1: selec 1');
  });

  it("leaves out the advice to load what is not to be had here", () => {
    const error = new Error("Catalog Error: it exists in the json extension.\n\nPlease try installing and loading it");
    expect(messageOf(error)).toBe("Catalog Error: it exists in the json extension.\nThis console loads no extensions.");
  });

  it("leaves other errors as they are", () => {
    expect(messageOf(new Error("{not JSON"))).toBe("{not JSON");
    expect(messageOf("plain")).toBe("plain");
  });
});

describe("csvRows(text)", () => {
  it("reads quotes, commas and line breaks within cells, and empty cells", () => {
    expect(csvRows('\ufeffa,b,c\r\n"x, ""y""\nz",,2\n')).toEqual([
      ["a", "b", "c"],
      ['x, "y"\nz', "", "2"]
    ]);
  });
});
