import * as Plot from "@observablehq/plot";
import {palette} from "./palette.js";
import type {ChartOptions} from "./targetProgress.js";

/** Some of a hundred people, and how each is drawn: with one mark, with two alike, or with two that differ. */
export interface PeoplePart {
  people: number;
  said: string;
  kind: "one" | "alike" | "unlike";
}

const COLUMNS = 20;

/** Returns a hundred people, part after part, each part with its words beside it, or below on a narrow screen. */
export function hundredPeople(parts: readonly PeoplePart[], {document, width = 1080}: ChartOptions): Element {
  const isNarrow = width < 500;
  const step = isNarrow ? (width - 8) / COLUMNS : width < 900 ? 18 : 26;
  const radius = step * 0.25;
  const people = parts.flatMap(({people, kind}) => Array.from({length: people}, () => kind));
  const grid = Math.ceil(people.length / COLUMNS) * step;
  const [labelX, labelY, apart] = isNarrow ? [18, grid + 30, 30] : [COLUMNS * step + 44, step / 2 + 4, 38];
  const labels = parts.map((part, index) => ({...part, x: labelX, y: labelY + index * apart}));
  const height = Math.max(grid, (labels.at(-1)?.y ?? 0) + 16);
  const spots = [
    ...people.map((kind, index) => ({
      kind,
      x: step / 2 + (index % COLUMNS) * step,
      y: step / 2 + Math.floor(index / COLUMNS) * step
    })),
    ...labels.map(({kind, x, y}) => ({kind, x: x - (isNarrow ? 10 : 20), y}))
  ];
  const of = (...kinds: PeoplePart["kind"][]) => spots.filter(({kind}) => kinds.includes(kind));
  const aside = radius * 0.62;
  const ring = {r: radius, stroke: palette.paper, strokeWidth: 1} as const;
  return Plot.plot({
    document,
    width,
    height,
    margin: 0,
    x: {axis: null, domain: [0, width], range: [0, width]},
    y: {axis: null, domain: [0, height], range: [0, height]},
    marks: [
      Plot.dot(of("one"), {x: "x", y: "y", ...ring, fill: palette.partial}),
      Plot.dot(of("alike", "unlike"), {x: ({x}) => x - aside, y: "y", ...ring, fill: palette.main}),
      Plot.dot(of("alike"), {x: ({x}) => x + aside, y: "y", ...ring, fill: palette.main}),
      Plot.dot(of("unlike"), {x: ({x}) => x + aside, y: "y", ...ring, fill: palette.contrast}),
      Plot.text(labels, {
        x: "x",
        y: "y",
        text: "said",
        textAnchor: "start",
        fontSize: isNarrow ? 14.5 : width < 900 ? 15 : 17,
        fill: palette.ink
      })
    ]
  });
}
