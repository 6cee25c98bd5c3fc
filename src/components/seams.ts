/** Where a tall drawing may be cut for paper, from its top: below its axis, and above each group of rows but the first. */
export interface Seams {
  head: number; // 0 where no axis stands above the rows
  groups: readonly number[];
}

/** Returns the drawing with its seams noted on it. */
export function withSeams(drawing: Element, {head, groups}: Seams): Element {
  const inside = groups.filter((y) => y > head + 1);
  if (inside.length > 0) drawing.setAttribute(NAME, [head, ...inside].join(" "));
  return drawing;
}

/** Returns the seams noted on a drawing; nothing where it is to stay whole. */
export function seamsOf(drawing: Element): Seams | undefined {
  const [head, ...groups] = (drawing.getAttribute(NAME) ?? "").split(" ").filter(Boolean).map(Number);
  return head === undefined ? undefined : {head, groups};
}

const NAME = "data-seams";
