import {describe, expect, it} from "vitest";
import {type Label, labelText} from "../../pipeline/audit/labels.js";
import {knownRelations} from "../../pipeline/audit/sums.js";
import {SURFACE} from "../../pipeline/contracts/published/figureTables.js";

const PARENTS = new Map([["ENG", null]]);
const label = (quantity: string, category?: string): Label => ({
  quantity,
  periodType: "academic",
  period: "2003-04",
  area: "ENG",
  by: new Map(category ? [["programme_id", category]] : [])
});

describe("the declared relations of a cohort", () => {
  // Completions of a month are of starts of earlier months, so that they are bound to no starts of that month.
  it.each([
    ["completions of starts due to end", "starts due to end"],
    ["aims completed", "aims due"],
    ["aims achieved", "aims completed"]
  ])("bind %s to %s in the attack, in the total and in each programme", (part, whole) => {
    const labels = [part, whole].flatMap((quantity) => [label(quantity), label(quantity, "Q02")]);
    const {atMost} = knownRelations(new Map(labels.map((of) => [labelText(of), of])), {
      surface: SURFACE,
      parents: PARENTS
    });
    const pairs = atMost.map((terms) => terms.map(({cell, factor}) => `${factor} ${cell}`));
    for (const category of [undefined, "Q02"])
      expect(pairs).toContainEqual([
        `1 ${labelText(label(part, category))}`,
        `-1 ${labelText(label(whole, category))}`
      ]);
  });
});
