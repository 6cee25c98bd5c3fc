import type {ListedPage, Parameters, Release} from "./release.js";

/** A page of the site as a reader meets it: one of the list, and which of many it is. */
export interface PageAt {
  listed: ListedPage;
  parameters: Parameters;
}

/** Returns the page at `path` ("/areas/YH" or "areas/YH"), or nothing where no listed page is there. */
export function pageAt(path: string, pages: readonly ListedPage[]): PageAt | undefined {
  const wanted = path.replace(/^\//, "").replace(/(^|\/)$/, "$1index");
  for (const listed of pages) {
    const parameters = matched(listed.path.split("/"), wanted.split("/"));
    if (parameters) return {listed, parameters};
  }
  return undefined;
}

/** Returns the address of a page within the site: "/progress", "/areas/YH", and "/" for the first. */
export function addressOf(path: string, parameters: Parameters = {}): string {
  const filled = path.replace(/\[(\w+)\]/g, (_, name: string) => parameters[name] ?? "");
  return `/${filled}`.replace(/\/index$/, "/");
}

/** Returns the addresses of all pages that are many. */
export function manyAddresses(release: Release, pages: readonly ListedPage[]): string[] {
  return pages.flatMap(({path, page}) =>
    (page.parameters?.(release) ?? []).map((parameters) => addressOf(path, parameters))
  );
}

function matched(pattern: readonly string[], wanted: readonly string[]): Parameters | undefined {
  if (pattern.length !== wanted.length) return undefined;
  const found: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const name = /^\[(\w+)\]$/.exec(part)?.[1];
    if (name) found[name] = wanted[index] ?? "";
    else if (part !== wanted[index]) return undefined;
  }
  return found;
}
