import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {finishPage, finishPages} from "../../pipeline/site/finish.js";

const CLIENT = '<script type="module">\n\nimport "./_observablehq/client.ab12.js";\n\n</script>\n';
const html = (rest: string): string =>
  `<!DOCTYPE html>\n<html>\n<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">\n${rest}`;

describe("finishPage(html)", () => {
  it("names the language and lets readers zoom", () => {
    const finished = finishPage(html(""));
    expect(finished).toContain('<html lang="en-GB">');
    expect(finished).not.toContain("maximum-scale");
  });

  it("gives one of many pages a title of its own", () => {
    const head = '<title>Area | Uptake</title>\n<meta charset="utf-8">\n';
    expect(finishPage(html(`${head}<meta itemprop="name" content="York &amp; Selby">`))).toContain(
      '<title>York &amp; Selby | Uptake</title>\n<meta charset="utf-8">'
    );
    expect(finishPage(html(head))).toContain("<title>Area | Uptake</title>");
  });

  it("asks for the font first, where the page is", () => {
    const style = '<style>@font-face{font-family:"Ours";src:url(../fonts/ours.woff2) format("woff2")}</style>';
    expect(finishPage(html(style))).toContain(`crossorigin href="../fonts/ours.woff2">\n${style}`);
  });

  it("takes the scripts away from a page without code, and leaves them to one with code", () => {
    const preload = '<link rel="modulepreload" href="./_observablehq/client.ab12.js">\n';
    expect(finishPage(html(preload + CLIENT))).not.toContain("_observablehq");
    const live = CLIENT.replace('import "', 'import {define} from "').replace(";", ";\ndefine({});");
    expect(finishPage(html(preload + live))).toContain("modulepreload");
  });
});

describe("finishPages(folder)", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "uptake-finish-"));
    mkdirSync(join(folder, "_observablehq"));
  });
  afterEach(() => rmSync(folder, {recursive: true, force: true}));

  it("removes scripts that no page uses", () => {
    writeFileSync(join(folder, "index.html"), html(CLIENT));
    finishPages(folder);
    expect(readdirSync(folder)).toEqual(["index.html"]);
    expect(readFileSync(join(folder, "index.html"), "utf8")).not.toContain("<script");
  });

  it("refuses a page with an error of Framework or an unfilled mark", () => {
    writeFileSync(join(folder, "a.html"), html('<div class="observablehq--error">SyntaxError</div>'));
    expect(() => finishPages(folder)).toThrow("a.html: expected a finished page; got an error of Framework.");
    writeFileSync(join(folder, "a.html"), html("<p>{{title}}</p>"));
    expect(() => finishPages(folder)).toThrow("got {{title}}.");
  });
});
