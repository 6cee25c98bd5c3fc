import * as Plot from "@observablehq/plot";
import {palette} from "./palette.js";
import type {ChartOptions} from "./targetProgress.js";

export interface YearStarts {
  programme: string;
  year: string; // as shown: "2025/26, Aug to Apr"
  starts: number | null;
  said: string; // the number, or the word for why there is none
  isPart: boolean;
}

const LINE = 25;
const HEAD = 34;

/** Returns bars of starts, a block for each programme and a bar for each year; a part year is pale. */
export function startsByYear(data: readonly YearStarts[], {document, width = 1080}: ChartOptions): Element {
  const programmes = [...new Set(data.map(({programme}) => programme))];
  const years = [...new Set(data.map(({year}) => year))].toSorted();
  const fontSize = width < 500 ? 14.5 : 16;
  const rows = new Map<string, number>();
  let y = 0;
  for (const programme of programmes) {
    y += HEAD;
    for (const year of years) {
      if (!data.some((row) => row.programme === programme && row.year === year)) continue;
      rows.set(`${programme} ${year}`, y);
      y += LINE;
    }
    y += 10;
  }
  const top = ({programme, year}: YearStarts): number => rows.get(`${programme} ${year}`) ?? 0;
  const drawn = data.filter(({starts}) => starts !== null);
  const first = programmes.map((programme) => ({
    programme,
    y: Math.min(...data.filter((row) => row.programme === programme).map(top)) - 14
  }));
  return Plot.plot({
    document,
    width,
    height: y,
    margin: 0,
    marginLeft: width < 500 ? 128 : 170,
    marginRight: 60,
    x: {axis: null, domain: [0, Math.max(1, ...drawn.map(({starts}) => starts ?? 0))]},
    y: {axis: null, domain: [0, y], range: [0, y]},
    marks: [
      Plot.rect(drawn, {
        x1: 0,
        x2: "starts",
        y1: (row) => top(row) + 2,
        y2: (row) => top(row) + LINE - 3,
        fill: (row) => (row.isPart ? palette.partial : palette.main)
      }),
      Plot.text(data, {
        x: 0,
        y: (row) => top(row) + LINE / 2,
        dx: -10,
        text: "year",
        textAnchor: "end",
        fontSize,
        fill: palette.quiet
      }),
      Plot.text(data, {
        x: (row) => row.starts ?? 0,
        y: (row) => top(row) + LINE / 2,
        dx: 8,
        text: "said",
        textAnchor: "start",
        fontSize,
        fontWeight: 600
      }),
      Plot.text(first, {
        frameAnchor: "left",
        y: "y",
        dx: width < 500 ? -128 : -170,
        text: "programme",
        textAnchor: "start",
        fontSize: fontSize + 1,
        fontWeight: 600
      })
    ]
  });
}
