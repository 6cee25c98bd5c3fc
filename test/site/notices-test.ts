import {describe, expect, it} from "vitest";
import {refuseStrayNotices} from "../../pipeline/site/notices.js";
import type {ListedPage, Release} from "../../src/components/release.js";

const page = {marks: {}, origins: () => new Set<never>()};
const PAGES: readonly ListedPage[] = [
  {path: "index", name: "Home", page, place: "menu"},
  {path: "areas/[area]", name: "Area", page: {...page, parameters: () => [{area: "NE"}]}, place: "none"}
];
const releaseOf = (at: string): Release => ({notices: [{notice_id: "N01", page: at}]}) as unknown as Release;

describe("refuseStrayNotices(release, pages)", () => {
  it.each(["index", "areas/NE", "all"])("lets a notice for %s stand", (at) => {
    expect(() => refuseStrayNotices(releaseOf(at), PAGES)).not.toThrow();
  });

  it.each(["areas/XX", "areas", "uptake", "areas/[area]"])("refuses one for %s, which no page is", (at) => {
    expect(() => refuseStrayNotices(releaseOf(at), PAGES)).toThrow(
      `data/reference/notices.csv: row of notice N01 for ${at}, page: expected all, or a page of the site (index, such as areas/NE); got ${at}. Correct the page, or take the row out.`
    );
  });
});
