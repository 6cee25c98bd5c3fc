import {readFileSync} from "node:fs";
import {parse} from "csv-parse/sync";
import {describe, expect, it} from "vitest";
import {cohortRates} from "../../pipeline/methods/cohort.js";
import {funnel} from "../../pipeline/methods/funnel.js";
import {katz} from "../../pipeline/methods/katz.js";
import {kish} from "../../pipeline/methods/kish.js";
import {metaAnalysis} from "../../pipeline/methods/metaAnalysis.js";
import {newcombe} from "../../pipeline/methods/newcombe.js";
import {wilson} from "../../pipeline/methods/wilson.js";

interface Vector {
  vector_id: string;
  input: string;
  first_value: string;
  second_value: string;
  note: string;
}

const vectors: Vector[] = parse(readFileSync("data/reference/method_test_vectors.csv", "utf8"), {columns: true});

/** Returns a vector's inputs, in order, and every figure it gives, as printed. */
function read(id: string): {inputs: number[]; figures: string[]} {
  const vector = vectors.find(({vector_id}) => vector_id === id);
  if (!vector) throw new Error(`unknown vector: ${id}`);
  const numbers = (text: string) => text.match(/(?<![A-Za-z\d])-?(\d+\.?\d*|\.\d+)/g) ?? [];
  return {
    inputs: numbers(vector.input).map(Number),
    figures: [...numbers(vector.first_value), ...numbers(vector.second_value), ...numbers(vector.note)]
  };
}

/** Expects a value to round to each figure in turn, at the digits that it is printed with. */
function expectFigures(values: readonly (number | null)[], figures: readonly string[]): void {
  const digits = (figure: string) => figure.split(".")[1]?.length ?? 0;
  expect(values.map((value, index) => value?.toFixed(digits(figures[index] ?? "")))).toEqual(
    figures.slice(0, values.length)
  );
}

const at = (values: readonly number[], index: number): number => values[index] ?? Number.NaN;

describe("data/reference/method_test_vectors.csv", () => {
  it("has ten vectors", () => expect(vectors).toHaveLength(10));

  it.each(["V01", "V02"])("%s: Wilson", (id) => {
    const {inputs, figures} = read(id);
    const {lower, upper} = wilson(at(inputs, 0), at(inputs, 1));
    expectFigures([lower, upper], figures);
  });

  it("V03: Wilson on the effective base", () => {
    const {inputs, figures} = read("V03");
    const [share, base, effect] = [at(inputs, 0), at(inputs, 1), at(inputs, 2)];
    const {lower, upper} = wilson(share * (base / effect), base / effect);
    expectFigures([lower, upper], figures);
  });

  it("V04: Newcombe", () => {
    const [a, b, c, d] =
      vectors
        .find(({vector_id}) => vector_id === "V04")
        ?.input.match(/\d+/g)
        ?.map(Number) ?? [];
    const {lower, upper} = newcombe({count: a ?? 0, base: b ?? 0}, {count: c ?? 0, base: d ?? 0});
    expectFigures([lower, upper], read("V04").figures);
  });

  it("V05: Katz", () => {
    const [a, b, c, d] =
      vectors
        .find(({vector_id}) => vector_id === "V05")
        ?.input.match(/\d+/g)
        ?.map(Number) ?? [];
    const {estimate, lower, upper} = katz({count: a ?? 0, base: b ?? 0}, {count: c ?? 0, base: d ?? 0});
    expectFigures([lower, upper, estimate], read("V05").figures);
  });

  it("V06, V07: funnel limits", () => {
    const {inputs} = read("V06");
    const [target, base] = [at(inputs, 0), at(inputs, 1)];
    const [area] = funnel([{count: 50, base}], {target}).areas;
    expectFigures([area?.lower95 ?? null, area?.upper95 ?? null], read("V06").figures);
    expectFigures([area?.lower998 ?? null, area?.upper998 ?? null], read("V07").figures);
  });

  it("V08: DerSimonian-Laird", () => {
    const {inputs, figures} = read("V08");
    const measures = inputs.slice(0, 5).map((estimate, index) => {
      return {estimate, standardError: Math.sqrt((estimate * (1 - estimate)) / at(inputs, index + 5))};
    });
    const {q, tau, commonEstimate, iSquared} = metaAnalysis(measures);
    expectFigures([q, tau, commonEstimate, iSquared], figures);
  });

  it("V09: Kish", () => {
    const {inputs, figures} = read("V09");
    expectFigures([kish(inputs)], figures);
  });

  it("V10: success is retention times achievement", () => {
    const {inputs, figures} = read("V10");
    const [starts, transfers, completed, achieved] = [at(inputs, 0), at(inputs, 1), at(inputs, 2), at(inputs, 3)];
    const {retention, achievement, success} = cohortRates({starts, transfers, completed, achieved});
    expectFigures([retention, achievement, success], figures);
  });
});
