/** Returns a text as a string of Typst, in which nothing is markup. */
export const quoted = (text: string): string => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;

/** Returns a text as content that stands as it is. */
export const content = (text: string): string => (text === "" ? "[]" : `[#${quoted(text)}]`);

/** Returns the visible text of an element on one line. */
export const textOf = (node: Node | null | undefined): string => (node?.textContent ?? "").replace(/\s+/g, " ").trim();
