import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {PUBLISHED} from "../../pipeline/contracts/published/tables.js";
import {REASONS, SYMBOLS} from "../../pipeline/contracts/symbols.js";
import type {Release} from "../../src/components/release.js";
import {accessibility} from "../../src/pages/accessibility.js";
import {data} from "../../src/pages/data.js";
import {funding} from "../../src/pages/funding.js";
import {returns} from "../../src/pages/returns.js";

const {document} = new JSDOM("").window;
const empty = {
  ...Object.fromEntries(Object.keys(PUBLISHED).map((name) => [name, []])),
  catalogue: {
    release: {
      tool: "uptake",
      version: "0.1.0",
      as_at: "2004-06-30",
      origin: "real",
      signed_by: null,
      returns: {expected: 0, received: 0}
    },
    tables: [],
    open_data: [],
    warnings: []
  },
  symbols: SYMBOLS,
  reasons: REASONS
} as unknown as Release;

describe("pages of a release that holds nothing", () => {
  for (const [name, page] of Object.entries({accessibility, data, funding, returns})) {
    it(`${name} fills every mark, and no text with a number that is none`, () => {
      for (const [mark, fill] of Object.entries(page.marks)) {
        const filled = fill(empty, {document, parameters: {}});
        const text = typeof filled === "string" ? filled : (filled.textContent ?? "");
        expect.soft(text, mark).not.toMatch(/undefined|null|NaN|Infinity|\[object/);
      }
      expect(page.origins(empty).size).toBe(0);
      expect(() => page.downloads?.(empty)).not.toThrow();
    });
  }
});
