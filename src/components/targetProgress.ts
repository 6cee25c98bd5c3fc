import * as Plot from "@observablehq/plot";
import {palette} from "./palette.js";

export interface TargetBar {
  name: string;
  said: string; // the figure in words, set at the right: "410 of around 7,000 places"
  share: number | null; // of the target; null where nothing can be counted yet
  bound: "ceiling" | "about" | "exact"; // up to, around, or a plain number
}

export interface ChartOptions {
  document: Document;
  width?: number;
}

const ROW = 62;

/** Returns a bar for each target on the way to its number. A ceiling is dashed, an approximate target is a zone. */
export function targetProgress(data: readonly TargetBar[], {document, width = 1080}: ChartOptions): Element {
  const isNarrow = width < 500;
  const end = Math.max(1.06, ...data.map(({share}) => (share ?? 0) + 0.02));
  const begun = data.filter(({share}) => share !== null);
  const of = (bound: TargetBar["bound"]) => data.filter((target) => target.bound === bound);
  return Plot.plot({
    document,
    width,
    height: data.length * ROW + 4,
    margin: 0,
    marginTop: 2,
    marginBottom: 2,
    marginRight: 2,
    x: {axis: null, domain: [0, end]},
    y: {axis: null, domain: data.map(({name}) => name), padding: 0},
    marks: [
      Plot.rect(begun, {x1: 0, x2: 1, y: "name", fill: palette.track, insetTop: 32, insetBottom: 14}),
      Plot.rect(
        data.filter(({share}) => share === null),
        {x1: 0, x2: 1, y: "name", fill: "none", stroke: palette.line, insetTop: 32, insetBottom: 14}
      ),
      Plot.rect(begun, {x1: 0, x2: "share", y: "name", fill: palette.main, insetTop: 32, insetBottom: 14}),
      Plot.rect(of("about"), {
        x1: 0.95,
        x2: 1.05,
        y: "name",
        fill: palette.quiet,
        fillOpacity: 0.28,
        insetTop: 28,
        insetBottom: 10
      }),
      Plot.tickX(of("ceiling"), {
        x: 1,
        y: "name",
        stroke: palette.ink,
        strokeWidth: 2,
        strokeDasharray: "4,3",
        insetTop: 28,
        insetBottom: 10
      }),
      Plot.tickX(of("exact"), {x: 1, y: "name", stroke: palette.ink, strokeWidth: 2, insetTop: 28, insetBottom: 10}),
      Plot.text(data, {
        x: 0,
        y: "name",
        text: "name",
        textAnchor: "start",
        dy: -13,
        fontSize: isNarrow ? 14.5 : 17,
        fontWeight: 600
      }),
      Plot.text(data, {
        x: end,
        y: "name",
        text: "said",
        textAnchor: "end",
        dy: -13,
        fontSize: isNarrow ? 13 : 16,
        fill: palette.quiet
      })
    ]
  });
}
