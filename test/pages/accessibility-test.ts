import {readFileSync} from "node:fs";
import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import type {Signature} from "../../pipeline/publish/catalogue.js";
import type {Release} from "../../src/components/release.js";
import {accessibility} from "../../src/pages/accessibility.js";

const released = (signed_by: Signature | null): Release =>
  ({catalogue: {release: {version: "0.1.0", as_at: "2004-06-30", signed_by}}}) as unknown as Release;
const release = released(null);
const options = {document: new JSDOM("").window.document, parameters: {}};

describe("the accessibility statement", () => {
  it("names the release that it describes, by no clock", () => {
    expect(accessibility.marks.prepared?.(release, options)).toMatch(
      /^It describes release 0\.1\.0, with its position at 30 June 2004/
    );
  });

  it("names whom to tell where somebody has signed", () => {
    expect(accessibility.marks.body?.(release, options)).toMatch(/^This one is a draft that nobody/);
    const signed = released({name: "A. Smith", role: "statistician", date: "2004-07-15"});
    expect(accessibility.marks.body?.(signed, options)).toBe("This one was signed off by A. Smith, statistician.");
  });

  it("shows no figure, so no origin", () => {
    expect(accessibility.origins(release).size).toBe(0);
  });

  it("says the status, what was tested, what was not, and where to turn", () => {
    const text = readFileSync("src/accessibility.md", "utf8");
    expect(text).toContain("**partially compliant**");
    for (const part of ["What is tested", "What has not been tested", "Problems that we know of", "Telling us"])
      expect(text).toMatch(new RegExp(`^##+ ${part}`, "m"));
  });
});
