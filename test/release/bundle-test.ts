import {describe, expect, it} from "vitest";
import {type Bundle, lastBundles} from "../../pipeline/release/bundle.js";

describe("lastBundles(bundles, options)", () => {
  const first = bundle("first", {status: "final"});
  const draft = bundle("second-draft", {previous: "first"});
  const corrected = bundle("second", {status: "final", previous: "first"});

  it("is the one that no other follows", () => {
    expect(names([first, draft], {data: "new"})).toEqual(["second-draft"]);
    expect(names([first, draft, corrected], {data: "new"})).toEqual(["second-draft", "second"]);
    expect(names([], {data: "new"})).toEqual([]);
  });

  it("is the last final one for what is to be final, whatever drafts there were", () => {
    expect(names([first, draft], {status: "final", data: "new"})).toEqual(["first"]);
    expect(names([first, draft, corrected], {status: "final", data: "new"})).toEqual(["second"]);
  });

  it("is the one before, for the draft's own files", () => {
    expect(names([first, draft], {data: "data of second-draft"})).toEqual(["first"]);
  });

  it("is not a draft whose final form was followed, and either of the two until then", () => {
    const data = "data of first";
    const both = [bundle("first-draft", {data}), first];
    expect(names(both, {data: "new"})).toEqual(["first-draft", "first"]);
    expect(names([...both, draft], {data: "new"})).toEqual(["second-draft"]);
  });

  it("is one that an earlier program sealed, without the hash of its data, until another follows it", () => {
    const old = {...first, outputs: {}} as Bundle;
    expect(names([old], {data: "new"})).toEqual(["first"]);
    expect(names([old, draft], {data: "new"})).toEqual(["second-draft"]);
  });

  it("leaves synthetic and real releases to themselves", () => {
    const synthetic = bundle("a-synthetic", {origin: "synthetic"});
    expect(names([synthetic, first], {data: "new"})).toEqual(["first"]);
    expect(names([synthetic, first], {origin: "synthetic", data: "new"})).toEqual(["a-synthetic"]);
  });
});

function names(
  bundles: readonly Bundle[],
  {origin = "real", status = "draft", data}: Partial<Parameters<typeof lastBundles>[1]> & {data: string}
): string[] {
  return lastBundles(bundles, {origin, status, data}).map(({name}) => name);
}

interface BundleOptions extends Partial<Pick<Bundle, "status" | "origin">> {
  previous?: string;
  data?: string;
}

function bundle(
  name: string,
  {status = "draft", origin = "real", previous, data = `data of ${name}`}: BundleOptions = {}
): Bundle {
  return {
    name,
    status,
    origin,
    previous: previous === undefined ? null : {release: previous, catalogue_sha256: "", seal: null},
    outputs: {data_sha256: data}
  } as unknown as Bundle;
}
