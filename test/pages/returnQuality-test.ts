import {describe, expect, it} from "vitest";
import type {Release} from "../../src/components/release.js";
import {itemFinding, roleSentence} from "../../src/components/returns/itemQuality.js";
import {againSentence, correctionSentence, correctionTable, heldSentence} from "../../src/components/returns/mended.js";
import {responseFinding} from "../../src/components/returns/response.js";
import {AVON, document, figure, GONE, LATE, release, sent} from "./sentReturns.js";

describe("againSentence, heldSentence, correctionSentence", () => {
  it("count what was sent again, held and mended", () => {
    const again = sent({files_count: 2});
    expect(againSentence(release([again, AVON]))).toMatch(/^One return was sent again \(staff questionnaire 1\)\./);
    expect(againSentence(release([AVON]))).toBe("No return was sent again.");
    expect(heldSentence(release([AVON, LATE]))).toMatch(
      /^Of 2 returns in use, asked for or not, 1 has rows that broke a rule\./
    );
    const hidden = sent({rows_held_count: null, rows_held_symbol: "c"});
    expect(heldSentence(release([LATE, hidden]))).toContain("1 has rows that broke a rule. Of 1 more it is withheld");
    expect(heldSentence(release([AVON]))).toBe("No row of the returns in use is held.");
    expect(heldSentence(release([GONE]))).toBe("No return is in use, so no row is held.");
  });

  it("say that nothing was mended, or list the files that were", () => {
    const file = {
      file: "enrolment/2003-04/900001.csv",
      collection: "enrolment",
      is_used: true,
      corrections_count: 2,
      origin: "synthetic"
    };
    const files = [file, {...file, corrections_count: 0}] as unknown as Release["files"];
    expect(correctionSentence(release([], {files: []}))).toMatch(/^No correction has been applied/);
    expect(correctionSentence(release([], {files}))).toMatch(/^Two known errors were mended in one file/);
    expect(
      (correctionTable(release([], {files}), {document}) as HTMLElement).querySelectorAll("tbody tr")
    ).toHaveLength(1);
    expect(correctionTable(release([]), {document}).textContent).toBe("");
  });
});

describe("responseFinding(release), itemFinding(rows), roleSentence(release)", () => {
  const response = (category_1: string, value: number | null) =>
    figure("QUA-01", {dimension_1: "response", category_1, value});
  const item = (category_2: string, value: number | null) =>
    figure("QUA-03", {dimension_1: "collection", category_1: "enrolment", dimension_2: "field", category_2, value});

  it("say who answered, what is missing most often and whose role can be told, or that it is not known", () => {
    const indicators = [response("Schools", 74), response("Staff in all schools drawn", 43.2)];
    expect(responseFinding({indicators})).toBe(
      "43% of the staff drawn for the survey answered; 74% of their schools took part"
    );
    expect(responseFinding({indicators: []})).toBe("How many answered the survey is not known");
    expect(itemFinding([item("Sex", 0.3), item("Occupation", 44.8)])).toBe(
      "Occupation of enrolments is missing or invalid most often: 45%"
    );
    expect(itemFinding([item("Sex", 3), item("Start", 3)])).toBe(
      "Sex of enrolments and start of enrolments are missing or invalid most often: 3%"
    );
    expect(itemFinding([item("Sex", 0)])).toBe("No value is missing or invalid");
    expect(itemFinding([item("Sex", null)])).toBe("How often values are missing or invalid is not known");
    const roles = release([], {indicators: [figure("QUA-04", {value: 80.1, numerator: 4230, denominator: 5280})]});
    expect(roleSentence(roles)).toContain("for 80% of learners (4,230 of 5,280) in the synthetic returns");
    expect(roleSentence(release([]))).toContain("is not known");
  });
});
