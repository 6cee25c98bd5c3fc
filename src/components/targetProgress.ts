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

/** Returns a bar for each target on the way to its number. A ceiling is dashed, an approximate target is a zone. */
export function targetProgress(data: readonly TargetBar[], {document, width = 1080}: ChartOptions): Element {
  const isNarrow = width < 500; // the figure in words then stands under the name
  const [row, top, bottom] = isNarrow ? [86, 52, 18] : [64, 34, 14];
  const end = Math.max(1.06, ...data.map(({share}) => (share ?? 0) + 0.02));
  const begun = data.filter(({share}) => share !== null);
  const of = (bound: TargetBar["bound"]) => data.filter((target) => target.bound === bound);
  return Plot.plot({
    document,
    width,
    height: data.length * row + 4,
    margin: 0,
    marginTop: 2,
    marginBottom: 2,
    marginRight: 2,
    x: {axis: null, domain: [0, end]},
    y: {axis: null, domain: data.map(({name}) => name), padding: 0},
    marks: [
      Plot.rect(begun, {x1: 0, x2: 1, y: "name", fill: palette.track, insetTop: top, insetBottom: bottom}),
      Plot.rect(
        data.filter(({share}) => share === null),
        {x1: 0, x2: 1, y: "name", fill: "none", stroke: palette.line, insetTop: top, insetBottom: bottom}
      ),
      Plot.rect(begun, {x1: 0, x2: "share", y: "name", fill: palette.main, insetTop: top, insetBottom: bottom}),
      Plot.rect(of("about"), {
        x1: 0.95,
        x2: 1.05,
        y: "name",
        fill: palette.quiet,
        fillOpacity: 0.28,
        insetTop: top - 4,
        insetBottom: bottom - 4
      }),
      Plot.tickX(of("ceiling"), {
        x: 1,
        y: "name",
        stroke: palette.ink,
        strokeWidth: 2,
        strokeDasharray: "4,3",
        insetTop: top - 4,
        insetBottom: bottom - 4
      }),
      Plot.tickX(of("exact"), {
        x: 1,
        y: "name",
        stroke: palette.ink,
        strokeWidth: 2,
        insetTop: top - 4,
        insetBottom: bottom - 4
      }),
      Plot.text(data, {
        x: 0,
        y: "name",
        text: "name",
        textAnchor: "start",
        dy: isNarrow ? -32 : -17,
        fontSize: isNarrow ? 16 : 17,
        fontWeight: 600
      }),
      Plot.text(data, {
        x: isNarrow ? 0 : end,
        y: "name",
        text: "said",
        textAnchor: isNarrow ? "start" : "end",
        dy: isNarrow ? -11 : -17,
        fontSize: isNarrow ? 15 : 16,
        fill: palette.quiet
      })
    ]
  });
}
