import {describe, expect, it} from "vitest";
import {type Cited, claim, told} from "../../reports/claims/claim.js";
import {surveyFigure, withoutValue} from "../components/surveyRelease.js";

const real = (value: number | null, of: Partial<Cited> = {}) => ({origin: "real", value, ...of});

/** Half of something, in a wording for each side but not for the middle. */
const half = (cell: ReturnType<typeof real> | undefined) =>
  claim({
    id: "test.half",
    cells: {cell},
    cases: [
      {when: ({cell}) => cell.value < 50, say: ({cell}) => `fewer than half, ${cell.value}%, were offered training`},
      {when: ({cell}) => cell.value > 50, say: ({cell}) => `more than half, ${cell.value}%, were offered training`}
    ],
    cannotSay: "how many were offered training cannot be said"
  });

describe("claim(spec)", () => {
  it("says the wording that is true of its cells", () => {
    expect(half(real(40)).said).toBe("Fewer than half, 40%, were offered training.");
    expect(half(real(60)).said).toBe("More than half, 60%, were offered training.");
  });

  it("stops where none of its wordings is true, and names the sentence", () => {
    expect(() => half(real(50))).toThrow(
      "claim test.half: expected a wording that is true of the published cells; got none: “fewer than half, 50%, were offered training” is false."
    );
  });

  it.each([
    ["is not there", undefined],
    ["is withheld", real(null)],
    ["is unreliable", real(40, {reliability: "unreliable"})],
    ["is not decided", real(40, {is_different: "cannot say"})],
    ["is too near to a threshold to say", real(40, {is_met: "cannot say"})]
  ])("says that it cannot be said where a cell %s", (_, cell) => {
    expect(half(cell).said).toBe("How many were offered training cannot be said.");
  });

  it("takes a range for something said", () => {
    const range = claim({
      id: "test.range",
      cells: {range: {origin: "real", value: null, bound: "range"}},
      cases: [{when: () => true, say: () => "between 11 and 49 are left"}],
      cannotSay: "what is left cannot be said"
    });
    expect(range.said).toBe("Between 11 and 49 are left.");
  });

  it("says that synthetic cells are synthetic, once", () => {
    expect(half({...real(40), origin: "synthetic"}).said).toBe(
      "In the synthetic returns, fewer than half, 40%, were offered training."
    );
    const cites = [surveyFigure({})];
    expect(told("test.told", {cites, said: "In the synthetic returns, 53% began."}).said).toBe(
      "In the synthetic returns, 53% began."
    );
  });

  it("calls nothing a finding that returns were fitted to", () => {
    const fitted = surveyFigure({dimension_1: "staff group", category_1: "Other than teaching assistants"});
    const {said, isFinding} = told("test.fitted", {cites: [fitted], said: "40% of other staff were offered training"});
    expect(isFinding).toBe(false);
    expect(said).toMatch(/^In the synthetic returns, 40% .* so it is no finding\.$/);
    expect(told("test.real", {cites: [{...fitted, origin: "real"}], said: "40% of other staff"}).isFinding).toBe(true);
  });

  it("compares no cells of unlike coverage", () => {
    const compared = (senders_returned: number) =>
      claim({
        id: "test.compared",
        cells: {here: surveyFigure({}), there: surveyFigure({senders_returned})},
        cases: [{when: () => true, say: () => "here is more than there"}],
        cannotSay: "nobody knows",
        unlike: "where is more cannot be said"
      }).said;
    expect(compared(42)).toBe("In the synthetic returns, here is more than there.");
    expect(compared(20)).toBe("Where is more cannot be said.");
  });

  it("says nothing of cells none of which says anything", () => {
    const of = (cites: Cited[]) => told("test.many", {cites, said: "groups differ", cannotSay: "nobody knows"}).said;
    expect(of([])).toBe("Nobody knows.");
    expect(of([withoutValue({})])).toBe("Nobody knows.");
    expect(of([withoutValue({}), surveyFigure({})])).toBe("In the synthetic returns, groups differ.");
  });
});
