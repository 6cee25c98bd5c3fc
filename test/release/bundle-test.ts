import {describe, expect, it} from "vitest";
import {type Bundle, lastBundles} from "../../pipeline/release/bundle.js";

describe("lastBundles(bundles, options)", () => {
  const first = bundle("first", {status: "final"});
  const draft = bundle("second-draft", {previous: "first"});
  const corrected = bundle("second", {status: "final", previous: "first"});

  it("is the one that no other follows", () => {
    expect(names([first, draft], {manifest: "new"})).toEqual(["second-draft"]);
    expect(names([first, draft, corrected], {manifest: "new"})).toEqual(["second-draft", "second"]);
    expect(names([], {manifest: "new"})).toEqual([]);
  });

  it("is the last final one for what is to be final, whatever drafts there were", () => {
    expect(names([first, draft], {status: "final", manifest: "new"})).toEqual(["first"]);
    expect(names([first, draft, corrected], {status: "final", manifest: "new"})).toEqual(["second"]);
  });

  it("is the one before, for the draft's own files", () => {
    expect(names([first, draft], {manifest: "files of second-draft"})).toEqual(["first"]);
  });

  it("leaves synthetic and real releases to themselves", () => {
    const synthetic = bundle("a-synthetic", {origin: "synthetic"});
    expect(names([synthetic, first], {manifest: "new"})).toEqual(["first"]);
    expect(names([synthetic, first], {origin: "synthetic", manifest: "new"})).toEqual(["a-synthetic"]);
  });
});

function names(
  bundles: readonly Bundle[],
  {origin = "real", status = "draft", manifest}: Partial<Parameters<typeof lastBundles>[1]> & {manifest: string}
): string[] {
  return lastBundles(bundles, {origin, status, manifest}).map(({name}) => name);
}

function bundle(
  name: string,
  {status = "draft", origin = "real", previous}: Partial<Pick<Bundle, "status" | "origin">> & {previous?: string} = {}
): Bundle {
  return {
    name,
    status,
    origin,
    previous: previous === undefined ? null : {release: previous, catalogue_sha256: "", seal: null},
    outputs: {files: 0, bytes: 0, manifest_sha256: `files of ${name}`, catalogue_sha256: ""}
  } as Bundle;
}
