import * as Plot from "@observablehq/plot";
import {groups} from "./groups.js";
import {palette} from "./palette.js";
import type {ChartOptions} from "./targetProgress.js";

/** One dated promise in its lane. */
export interface TimelineDot {
  lane: string;
  date: string; // the last day of what was promised: 2004-12-31
  kind: "met" | "silent" | "ahead"; // known to be kept; due, and nothing says whether it was; not yet due
}

export interface TimelineOptions extends ChartOptions {
  lanes: readonly {id: string; name: string}[]; // from the top
  now: {date: string; said: string}; // the date that the release describes
}

/** Returns dated promises on one line of time, a lane each, with a rule where the release stands. Dots of one day stand beside each other. */
export function milestoneTimeline(
  dots: readonly TimelineDot[],
  {document, width = 1080, lanes, now}: TimelineOptions
): Element {
  const isNarrow = width < 500; // lanes then have their number alone
  const [step, left, fontSize] = isNarrow ? [34, 34, 14.5] : [36, 345, 16];
  const dates = [now.date, ...dots.map(({date}) => date)].toSorted();
  const domain = [yearOf(dates[0] ?? now.date, 0), yearOf(dates.at(-1) ?? now.date, 1)] as const;
  const gap = (DOT * (domain[1].getTime() - domain[0].getTime())) / (width - left - RIGHT);
  const lane = new Map(lanes.map(({id}, index) => [id, index]));
  const placed = apart(dots, gap).map((dot) => ({...dot, y: lane.get(dot.lane) ?? 0}));
  const of = (kind: TimelineDot["kind"]) => placed.filter((dot) => dot.kind === kind);
  return Plot.plot({
    document,
    width,
    height: lanes.length * step + 62,
    margin: 0,
    marginTop: 26,
    marginBottom: 36,
    marginLeft: left,
    marginRight: RIGHT,
    x: {axis: null, type: "utc", domain: [...domain]},
    y: {axis: null, domain: [lanes.length - 0.5, -0.5]},
    marks: [
      Plot.ruleY(lanes, {y: (_, index) => index, stroke: palette.line}),
      Plot.axisX({
        ticks: "year",
        tickFormat: (day: Date) => String(day.getUTCFullYear()),
        tickSize: 0,
        fontSize,
        fill: palette.quiet,
        label: null,
        textAnchor: "start"
      }),
      Plot.gridX({ticks: "year", stroke: palette.line, strokeOpacity: 1}),
      Plot.ruleX([now], {x: ({date}) => time(date), stroke: palette.ink, strokeWidth: 2, strokeDasharray: "4,3"}),
      Plot.text([now], {
        x: ({date}) => time(date),
        text: "said",
        frameAnchor: "top",
        dy: -16,
        fontSize,
        fontWeight: 600,
        fill: palette.ink
      }),
      Plot.text(lanes, {
        y: (_, index) => index,
        text: ({id, name}) => (isNarrow ? id : name),
        frameAnchor: "left",
        textAnchor: "start",
        dx: -left,
        fontSize,
        fill: palette.ink
      }),
      Plot.dot(of("met"), {x: "at", y: "y", r: 6, fill: palette.main}),
      Plot.dot(of("silent"), {x: "at", y: "y", r: 6, fill: palette.paper, stroke: palette.contrast, strokeWidth: 2.5}),
      Plot.dot(of("ahead"), {x: "at", y: "y", r: 5, fill: palette.paper, stroke: palette.unknown, strokeWidth: 1.5})
    ]
  });
}

const DOT = 14; // what a dot takes, with the air around it
const RIGHT = 14;

/** Moves dots of one lane that would hide each other to the right, as far as they need. */
function apart(dots: readonly TimelineDot[], gap: number): (TimelineDot & {at: Date})[] {
  const ordered = dots.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return [...groups(ordered, ({lane}) => lane).values()].flatMap((members) => {
    let before = Number.NEGATIVE_INFINITY;
    return members.map((dot) => {
      before = Math.max(time(dot.date).getTime(), before + gap);
      return {...dot, at: new Date(before)};
    });
  });
}

const time = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
const yearOf = (iso: string, after: number): Date => time(`${Number(iso.slice(0, 4)) + after}-01-01`);
