import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {positiveMedian} from "../../pipeline/methods/weightedMedian.js";

describe("positiveMedian(values, {rows, room})", () => {
  it("equals the median of the rows above zero, written out and sorted", () => {
    const value = fc.oneof(fc.constantFrom(0, 1, 2.5), fc.double({min: 0, max: 1e6, noNaN: true}));
    const pairs = fc.array(fc.record({value, rows: fc.integer({min: 1, max: 6})}), {maxLength: 60});
    fc.assert(
      fc.property(pairs, (list) => {
        const values = Float64Array.from(list, (pair) => pair.value);
        const rows = Float64Array.from(list, (pair) => pair.rows);
        const room = {values: new Float64Array(list.length), rows: new Float64Array(list.length)};
        const sorted = list
          .flatMap((pair) => (pair.value > 0 ? Array.from({length: pair.rows}, () => pair.value) : []))
          .sort((one, other) => one - other);
        const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
        const expected = low === undefined || high === undefined ? undefined : (low + high) / 2;
        expect(positiveMedian(values, {rows, room})).toBe(expected);
        expect([...values]).toEqual(list.map((pair) => pair.value));
      })
    );
  });
});
