import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {
  noticeSaid,
  noticesAt,
  noticesDownloads,
  noticesOver,
  noticesSentence,
  noticesTable
} from "../../src/components/notices.js";
import type {Notice, Release} from "../../src/components/release.js";

const {document} = new JSDOM("").window;
const notice = (of: Partial<Notice>): Notice => ({
  notice_id: "N01",
  notice_date: "2004-08-02",
  corrects_release: "2004-06",
  page: "uptake",
  text: "The base was that of May.",
  source: "the team",
  ...of
});
const releaseOf = (...notices: Notice[]): Release => ({notices}) as unknown as Release;
const release = releaseOf(
  notice({}),
  notice({page: "areas/YH"}),
  notice({notice_id: "N02", notice_date: "2004-09-01", page: "all", text: "A date was wrong."})
);

describe("noticesAt(release, path)", () => {
  it.each([
    ["uptake", ["N02", "N01"]],
    ["/areas/YH", ["N02", "N01"]],
    ["areas/NE", ["N02"]],
    ["/", ["N02"]]
  ])("finds what stands on %s, the latest first", (path, expected) => {
    expect(noticesAt(release, path).map(({notice_id}) => notice_id)).toEqual(expected);
  });

  it("knows the first page by its name", () => {
    expect(noticesAt(releaseOf(notice({page: "index"})), "/")).toHaveLength(1);
  });
});

describe("noticesOver(release, {path, document})", () => {
  it("is a note that says what it corrects, when, and how", () => {
    const made = noticesOver(release, {path: "uptake", document}) as Element;
    expect(made.getAttribute("role")).toBe("note");
    expect([...made.querySelectorAll("p")].map(({textContent}) => textContent)).toEqual(
      noticesAt(release, "uptake").map(noticeSaid)
    );
    expect(made.querySelector("p:last-child")?.textContent).toBe(
      "Correction to release 2004-06, 2 August 2004: The base was that of May."
    );
  });

  it("is nothing where nothing has been corrected", () => {
    expect(noticesOver(releaseOf(), {path: "uptake", document}).textContent).toBe("");
  });
});

describe("noticesTable(release, {document})", () => {
  it("lists every notice, as its download does", () => {
    const made = noticesTable(release, {document}) as Element;
    const rows = [...made.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows[2]).toEqual(["N02", "1 September 2004", "2004-06", "every page", "A date was wrong.", "the team"]);
    expect(noticesDownloads(release)[0]?.rows.slice(1)).toEqual(rows);
  });

  it("is nothing where there is none, and the page says so", () => {
    expect(noticesTable(releaseOf(), {document}).textContent).toBe("");
    expect(noticesDownloads(releaseOf())).toEqual([]);
    expect(noticesSentence(releaseOf())).toBe("No release has been corrected so far.");
  });
});
