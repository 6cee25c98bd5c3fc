import {UserError} from "../error.js";

/** What we use of markdown-it; the parser is the one that Framework brings. */
export interface Markdown {
  core: {ruler: {push(name: string, rule: (state: State) => void): void}};
}

interface Token {
  type: string;
  content: string;
  hidden: boolean;
  children: Token[] | null;
}

interface State {
  env: unknown;
  tokens: Token[];
  Token: new (type: string, tag: string, nesting: 0) => Token;
}

/** Fills one mark of a page: text stands as text, a node as itself. */
export type Fill = (argument: string | undefined) => string | Node;

export interface MarkOptions {
  /** Returns the marks of the page at `path` ("progress"). */
  marksOf(path: string): Readonly<Record<string, Fill>>;
  /** Returns what stands over the heading of the page at `path`, as HTML; nothing unless told otherwise. */
  overHeading?(path: string): string;
  /** Returns what ends the page at `path`, as HTML; nothing unless told otherwise. */
  endOf?(path: string): string;
  /** Keeps the markup of a node elsewhere and returns what stands for it meanwhile; it stays in the page unless told otherwise. */
  keep?(markup: string): string;
}

const MARK = /\{\{\s*([\w.]+)(?:\s+([^{}]*?))?\s*\}\}/g;

/** A markdown-it plugin that fills `{{name}}` and `{{name argument}}` in a page, so that figures stand in its HTML. */
export function fillMarks(md: Markdown, {marksOf, overHeading, endOf, keep = String}: MarkOptions): void {
  md.core.ruler.push("marks", (state) => {
    const path = pagePath(state.env);
    const marks = marksOf(path);
    const fill: Find = (name, argument) => {
      const mark = Object.hasOwn(marks, name) ? marks[name] : undefined;
      const filled = mark?.(argument);
      if (typeof filled === "string") return {text: filled};
      if (filled) return {html: keep(markup(filled))};
      throw new UserError(
        `src/${path}.md: expected a mark that the page knows (${Object.keys(marks).join(", ")}); got {{${name}}}. Correct the mark, or add it to src/pages.`
      );
    };
    state.tokens.forEach((token, index) => {
      if (token.type === "html_block") token.content = fillHtml(token.content, fill);
      if (token.type !== "inline" || !token.children) return;
      const blocks = isLone(token.children) ? fillInline(token.children, {state, fill}) : undefined;
      token.children = blocks ?? fillInline(token.children, {state, fill});
      if (blocks?.some(({type}) => type === "html_inline")) {
        hide(state.tokens[index - 1]);
        hide(state.tokens[index + 1]);
      }
    });
    const block = (html = ""): Token => {
      const token = new state.Token("html_block", "", 0);
      token.content = html;
      return token;
    };
    const heading = state.tokens.findIndex(({type}) => type === "heading_open");
    state.tokens.splice(Math.max(heading, 0), 0, block(overHeading?.(path)));
    state.tokens.push(block(endOf?.(path)));
  });
}

type Find = (name: string, argument: string | undefined) => {text: string} | {html: string};

function fillInline(children: readonly Token[], {state, fill}: {state: State; fill: Find}): Token[] {
  return children.flatMap((child) => {
    if (child.type === "html_inline") child.content = fillHtml(child.content, fill);
    if (child.type !== "text") return [child];
    const made: Token[] = [];
    const push = (type: string, content: string): void => {
      const token = new state.Token(type, "", 0);
      token.content = content;
      made.push(token);
    };
    let end = 0;
    for (const match of child.content.matchAll(MARK)) {
      push("text", child.content.slice(end, match.index));
      const filled = fill(match[1] ?? "", match[2]);
      if ("text" in filled) push("text", filled.text);
      else push("html_inline", filled.html);
      end = match.index + match[0].length;
    }
    push("text", child.content.slice(end));
    return made.filter(({content}) => content !== "");
  });
}

function fillHtml(html: string, fill: Find): string {
  return html.replace(MARK, (_, name: string, argument: string | undefined) => {
    const filled = fill(name, argument);
    return "text" in filled ? escapeText(filled.text) : filled.html;
  });
}

function isLone(children: readonly Token[]): boolean {
  const [only, ...rest] = children;
  return only?.type === "text" && rest.length === 0 && only.content.trim().replace(MARK, "") === "";
}

/** A paragraph around a table or a chart is not one. */
function hide(token: Token | undefined): void {
  if (token?.type === "paragraph_open" || token?.type === "paragraph_close") token.hidden = true;
}

function pagePath(env: unknown): string {
  const path = typeof env === "object" && env !== null && "path" in env ? String(env.path) : "";
  return path.replace(/^\//, "").replace(/\.md$/, "") || "index";
}

/** Returns a node as HTML. */
export function markup(node: Node): string {
  if ("outerHTML" in node) return String(node.outerHTML);
  return escapeText(node.textContent ?? "");
}

const escapeText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
