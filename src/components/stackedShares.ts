import * as Plot from "@observablehq/plot";
import {groupedLines} from "./groupedLines.js";
import {palette} from "./palette.js";
import {withSeams} from "./seams.js";
import type {ChartOptions} from "./targetProgress.js";

/** A bar: parts of one whole of 100, in order. */
export interface ShareBar {
  group: string; // bars of one group stand under its name; none for empty
  name: string;
  parts: readonly (number | null)[]; // per cent; nothing where a part is not known
  said: string; // at the right, or instead of the bar where a part is not known
}

/** Returns a bar of parts for each row on one scale from 0 to 100, each part that has room with its number. */
export function stackedShares(bars: readonly ShareBar[], {document, width = 1080}: ChartOptions): Element {
  const isNarrow = width < 500; // names then stand above their bars
  const [left, right, step, fontSize] = isNarrow ? [0, 62, 54, 14.5] : [width < 900 ? 270 : 310, 80, 36, 16];
  const {lines, end} = groupedLines(bars, {heading: 36, raised: 12, step});
  const height = end + 4;
  const scale = (share: number): number => left + (share / 100) * (width - left - right);
  const parts = lines.flatMap(({row, y}) => {
    if (!row || row.parts.includes(null)) return [];
    let sum = 0;
    return row.parts.map((part, index) => {
      const start = sum;
      sum += part ?? 0;
      return {index, part: part ?? 0, x1: scale(start), x2: scale(sum), y: isNarrow ? y + 10 : y};
    });
  });
  const numbers = parts.filter(({x1, x2}) => x2 - x1 >= 26);
  const named = lines.flatMap(({row, y}) => (row ? [{...row, y}] : []));
  const text = {fontSize, textAnchor: "start", stroke: palette.paper, strokeWidth: 5} as const;
  const drawn = Plot.plot({
    document,
    width,
    height,
    margin: 0,
    x: {axis: null, domain: [0, width], range: [0, width]},
    y: {axis: null, domain: [0, height], range: [0, height]},
    marks: [
      Plot.text(
        lines.filter(({row}) => !row),
        {x: 0, y: "y", text: "group", ...text, fontWeight: 600, fill: palette.ink}
      ),
      Plot.text(named, {
        x: isNarrow ? 0 : 14,
        y: ({y}: {y: number}) => y - (isNarrow ? 14 : 0),
        text: "name",
        ...text,
        lineWidth: isNarrow ? Number.POSITIVE_INFINITY : (left - 24) / fontSize,
        lineHeight: 0.95,
        fill: palette.ink
      }),
      Plot.rect(parts, {
        x1: "x1",
        x2: "x2",
        y1: ({y}) => y - 11,
        y2: ({y}) => y + 11,
        fill: ({index}) => FILLS[index]?.fill ?? palette.main
      }),
      ...FILLS.map(({words}, at) =>
        Plot.text(
          numbers.filter(({index}) => index === at),
          {
            x: ({x1, x2}: {x1: number; x2: number}) => (x1 + x2) / 2,
            y: "y",
            text: ({part}: {part: number}) => String(part),
            fontSize: fontSize - 1,
            fontWeight: 600,
            fill: words
          }
        )
      ),
      Plot.text(
        named.filter(({parts: known}) => !known.includes(null)),
        {
          x: width,
          y: ({y}: {y: number}) => y + (isNarrow ? 10 : 0),
          text: "said",
          ...text,
          textAnchor: "end",
          fontWeight: 600,
          fill: palette.ink
        }
      ),
      Plot.text(
        named.filter(({parts: known}) => known.includes(null)),
        {
          x: left + 2,
          y: ({y}: {y: number}) => y + (isNarrow ? 10 : 0),
          text: "said",
          ...text,
          fontSize: fontSize - 1,
          fill: palette.quiet
        }
      )
    ]
  });
  return withSeams(drawn, {head: 0, groups: lines.filter(({row}) => !row).map(({y}) => y - 24)});
}

/** From the least part of the scale to the most, and the words upon each. */
const FILLS = [
  {fill: palette.partial, words: palette.ink},
  {fill: palette.second, words: palette.onMain},
  {fill: palette.main, words: palette.onMain}
] as const;
