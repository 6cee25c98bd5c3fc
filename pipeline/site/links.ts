/**
 * Returns a page with its links relative to where it is, so that the site works in any folder of a server. `file` is its
 * place in the site: "areas/YH.html". A link to a page gets the page's file.
 */
export function withRelativeLinks(html: string, file: string): string {
  const up = "../".repeat(file.split("/").length - 1) || "./";
  return html.replace(/(?<=\s(?:href|src|action)=")\/(?!\/)([^"#?]*)/g, (_, path: string) => `${up}${fileOf(path)}`);
}

function fileOf(path: string): string {
  if (path === "" || path.endsWith("/")) return `${path}index.html`;
  return /\.\w+$/.test(path) ? path : `${path}.html`;
}
