import {JSDOM} from "jsdom";
import MarkdownIt from "markdown-it";
import {describe, expect, it} from "vitest";
import {type Fill, fillMarks, type Markdown, type MarkOptions} from "../../pipeline/site/marks.js";

const {document} = new JSDOM("").window;

function render(text: string, marks: Record<string, Fill>, options: Partial<MarkOptions> = {}): string {
  const md = new MarkdownIt({html: true});
  fillMarks(md as unknown as Markdown, {marksOf: (path) => (path === "progress" ? marks : {}), ...options});
  return md.render(text, {path: "/progress"}).trim();
}

describe("fillMarks(md, {marksOf})", () => {
  it("puts text into headings, sentences and HTML, escaped and not read as Markdown", () => {
    const marks = {title: () => "5 < 6 & *7*"};
    expect(render("# {{title}}", marks)).toBe("<h1>5 &lt; 6 &amp; *7*</h1>");
    expect(render("It is {{title}} today.", marks)).toBe("<p>It is 5 &lt; 6 &amp; *7* today.</p>");
    expect(render('<p class="lead">{{title}}</p>', marks)).toBe('<p class="lead">5 &lt; 6 &amp; *7*</p>');
  });

  it("puts a node alone on its line in the place of the paragraph", () => {
    const marks = {table: () => document.createElement("table")};
    expect(render("{{table}}", marks)).toBe("<table></table>");
  });

  it("puts what is said of a page over its heading, below what stands before that, and what ends it last", () => {
    const options = {overHeading: (path: string) => `<aside>${path}</aside>`, endOf: () => "<p>End</p>"};
    expect(render("{{note}}\n\n# Title\n\nText", {note: () => "First"}, options).replace(/\s*\n/g, "")).toBe(
      "<p>First</p><aside>progress</aside><h1>Title</h1><p>Text</p><p>End</p>"
    );
  });

  it("hands over the word after the name", () => {
    expect(render("{{say one two}}", {say: (argument) => `<${argument}>`})).toBe("<p>&lt;one two&gt;</p>");
  });

  it("stops at a mark that the page does not know, naming page and mark", () => {
    expect(() => render("{{titel}}", {title: () => ""})).toThrow(
      "src/progress.md: expected a mark that the page knows (title); got {{titel}}."
    );
    expect(() => render("<p>{{constructor}}</p>", {})).toThrow("{{constructor}}");
  });
});
