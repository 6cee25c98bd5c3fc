export type Child = Node | string | number | null | undefined | false;
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
export type Build = (name: string, attributes?: Attributes, ...children: Child[]) => HTMLElement;

/** Returns a function that makes elements of `document`. Text goes in as text nodes, so nothing needs escaping. */
export function builder(document: Document): Build {
  return (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === undefined || value === false) continue;
      made.setAttribute(key, value === true ? "" : String(value));
    }
    for (const child of children) {
      if (child === null || child === undefined || child === false) continue;
      made.append(typeof child === "number" ? String(child) : child);
    }
    return made;
  };
}
