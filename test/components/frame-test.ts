import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {footer, head, header} from "../../src/components/frame.js";
import type {ListedPage, Origin, Release} from "../../src/components/release.js";

const {document} = new JSDOM("").window;
const release = {
  files: [
    {is_used: true, sender_id: "A", origin: "synthetic"},
    {is_used: true, sender_id: "A", origin: "real"},
    {is_used: false, sender_id: "B", origin: "real"}
  ],
  progress: [{as_at_date: "2004-06-30"}],
  catalogue: {release: {signed_by: null}}
} as unknown as Release;

const listed = (path: string, place: ListedPage["place"], marks: ListedPage["page"]["marks"] = {}): ListedPage => ({
  path,
  name: path,
  place,
  page: {marks, origins: () => new Set()}
});
const PAGES = [
  listed("index", "menu", {title: () => 'Of five, "two" are met', lead: () => "Position at 30 June."}),
  listed("areas", "menu"),
  listed("areas/[area]", "none", {title: (_, {parameters}) => `Area ${parameters.area}`}),
  listed("methods", "foot")
];
const site = {release, pages: PAGES, document};
const parsed = (html: string): Document => new JSDOM(html).window.document;

describe("head(site, options)", () => {
  it("says in a link's preview what the page says first", () => {
    const made = parsed(head(site, {path: "/index"}));
    expect(made.querySelector('[property="og:title"]')?.getAttribute("content")).toBe('Of five, "two" are met');
    expect(made.querySelector("[name=description]")?.getAttribute("content")).toBe("Position at 30 June.");
  });

  it("tells one of many pages apart, and a page without a title by its name", () => {
    expect(head(site, {path: "/areas/YH"})).toContain('content="Area YH"');
    expect(head(site, {path: "/methods"})).toContain('og:title" content="methods"');
    expect(head(site, {path: "/404"})).toContain('og:title" content="Uptake"');
  });

  it("finds the font from wherever the page is", () => {
    expect(head(site, {path: "/index"})).toContain("url(./fonts/");
    expect(head(site, {path: "/areas/YH"})).toContain("url(../fonts/");
  });
});

describe("header(pages, options)", () => {
  it("lists the pages of the menu and marks where one is, or below which", () => {
    const made = parsed(header(PAGES, {path: "/areas/YH"}));
    expect([...made.querySelectorAll("nav a")].map((link) => link.getAttribute("href"))).toEqual(["/", "/areas"]);
    expect(made.querySelector("[aria-current]")?.textContent).toBe("areas");
    expect(parsed(header(PAGES, {path: "/"})).querySelector("[aria-current=page]")?.textContent).toBe("index");
  });

  it("offers a search only where there is a page that answers it", () => {
    expect(header(PAGES, {path: "/"})).not.toContain("<form");
    const form = parsed(header([...PAGES, listed("search", "foot")], {path: "/"})).querySelector("form");
    expect(form?.getAttribute("action")).toBe("/search");
    expect(form?.querySelector("label")?.getAttribute("for")).toBe(form?.querySelector("input")?.id);
  });
});

describe("footer(site, options)", () => {
  it("says which position the page describes, and how much of it is synthetic", () => {
    expect(footer(site, {path: "/"})).toContain(
      "Position at 30 June 2004. Draft, not signed off. 2 returns from 1 senders are in use, 1 of them synthetic."
    );
    expect(footer(site, {path: "/"})).toContain('<a href="/methods">');
  });

  it("says that it is a draft over each sheet of paper too, and synthetic where the page is", () => {
    const drafts = (origins: readonly Origin[]): string | undefined => {
      const pages = PAGES.map((of) => ({...of, page: {...of.page, origins: () => new Set(origins)}}));
      return parsed(footer({...site, pages}, {path: "/areas/YH"})).querySelector(".draft[aria-hidden]")?.outerHTML;
    };
    expect(drafts(["real"])).toContain(">Draft<");
    expect(drafts(["real", "synthetic"])).toContain(">Draft · synthetic<");
  });

  it("says who signed in what role and when, and nothing of a draft, in the final form", () => {
    const signed_by = {name: "A. Smith", role: "head of <statistics>", date: "2004-07-15"};
    const final = {...release, catalogue: {release: {signed_by}}} as unknown as Release;
    const said = footer({...site, release: final}, {path: "/"});
    expect(said).toContain(
      "Position at 30 June 2004. Final: signed off by A. Smith, head of &lt;statistics&gt;, on 15 July 2004. 2 returns"
    );
    expect(said).not.toMatch(/draft/i);
  });

  it("leaves the position to a page that has its own", () => {
    const today = {...listed("today", "menu")};
    const pages = [{...today, page: {...today.page, position: () => "As received on 1 November 2026."}}];
    expect(footer({...site, pages}, {path: "/today"})).toContain("As received on 1 November 2026.");
  });
});
