import {describe, expect, it} from "vitest";
import {random} from "../../pipeline/simulate/random.js";

describe("random(seed, name)", () => {
  it("gives the same numbers for the same seed and name, others for another", () => {
    const draw = (seed: number, name: string) => {
      const stream = random(seed, name);
      return [stream.next(), stream.next(), stream.next()];
    };
    expect(draw(2004, "staff")).toEqual(draw(2004, "staff"));
    expect(draw(2004, "staff")).not.toEqual(draw(2004, "heads"));
    expect(draw(2004, "staff")).not.toEqual(draw(2005, "staff"));
  });

  it("gives streams that a draw elsewhere does not move", () => {
    const one = random(1);
    const other = random(1);
    other.next();
    expect(other.stream("a").next()).toBe(one.stream("a").next());
  });

  it("draws evenly, by weight, and about normally", () => {
    const stream = random(7);
    const many = Array.from({length: 20_000}, () => stream.next());
    expect(many.reduce((sum, x) => sum + x, 0) / many.length).toBeCloseTo(0.5, 2);
    const picks = Array.from({length: 20_000}, () =>
      stream.weighted([
        ["a", 3],
        ["b", 1]
      ])
    );
    expect(picks.filter((pick) => pick === "a").length / picks.length).toBeCloseTo(0.75, 1);
    const normals = Array.from({length: 20_000}, () => stream.normal());
    expect(normals.reduce((sum, x) => sum + x * x, 0) / normals.length).toBeCloseTo(1, 1);
  });
});
