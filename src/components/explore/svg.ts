export type Attributes = Readonly<Record<string, string | number | undefined>>;
export type Draw = (name: string, attributes?: Attributes, ...children: (Node | string)[]) => SVGElement;

/** Returns a function that makes SVG elements of `document`. */
export function svgBuilder(document: Document): Draw {
  return (name, attributes = {}, ...children) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes))
      if (value !== undefined) made.setAttribute(key, String(value));
    made.append(...children);
    return made;
  };
}

/** Returns a text in lines of at most `length` letters, broken at spaces. */
export function wrapped(text: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < length) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Returns round numbers across a domain, some `count` of them. */
export function ticks([from, to]: readonly [number, number], count: number): number[] {
  const rough = (to - from) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough || 1));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({length: last - first + 1}, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** Returns a domain for some values that begins or ends at nothing, and for shares at a hundred where they come near. */
export function domainOf(values: readonly number[], {isShare}: {isShare: boolean}): readonly [number, number] {
  let [least, most] = [0, 0];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  if (isShare && least >= 0 && most <= 100 && most > 50) return [0, 100];
  const inner: readonly [number, number] = least === most ? [0, 1] : [least, most];
  const marks = ticks(inner, 5);
  const step = (marks[1] ?? 1) - (marks[0] ?? 0);
  return [Math.floor(inner[0] / step) * step, Math.ceil(inner[1] / step) * step];
}
