/** What every part of the archive begins with. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

const NAMED: Readonly<Record<string, string>> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"};

/** Returns text as it stands in XML, without the characters that XML cannot hold. */
export function escapeXml(text: string): string {
  return text.replace(UNWRITABLE, "").replace(/[&<>"]/g, (found) => NAMED[found] ?? found);
}

/** Control characters but tab and line ends, halves of characters, and two that stand for none. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Returns text as paragraphs of a cell, one for each line, with every space kept. */
export function paragraphs(text: string): string {
  if (PLAIN.test(text)) return `<text:p>${text}</text:p>`;
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => `<text:p>${spaced(escapeXml(line))}</text:p>`)
    .join("");
}

/** One line of words with single spaces between: nearly every cell, which then needs no second look. */
const PLAIN = /^[!#-%'-;=?-~\u00A0-\uD7FF]+(?: [!#-%'-;=?-~\u00A0-\uD7FF]+)*$/;

/** Readers take spaces that follow each other, or begin a line, for one or none. */
const spaced = (line: string): string =>
  line.replaceAll("\t", "<text:tab/>").replace(/^ +| {2,}| $/g, (spaces) => `<text:s text:c="${spaces.length}"/>`);
