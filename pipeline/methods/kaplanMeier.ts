import {type Confidence, normalReach} from "./interval.js";

/** How long someone, or `count` people alike, was seen, and whether that ended in the event or in looking away. */
export interface Span {
  time: number;
  isEvent: boolean;
  count?: number; // defaults to 1
}

/** One time at which events happened. */
export interface SurvivalStep {
  time: number;
  atRisk: number;
  events: number;
  /** The share, 0 to 1, without the event up to and at this time, with Greenwood's standard error. */
  survival: number;
  standardError: number;
  /** Null once no one is left, as is `upper`. */
  lower: number | null;
  upper: number | null;
}

export interface Survival {
  steps: SurvivalStep[];
  /** The first time at which half or fewer are left; the middle of the stretch at exactly half; null when never. */
  median: number | null;
}

/**
 * Returns the share without the event over time, for spans of which some end unseen, in the unit of `time`. The interval is
 * on the log scale and cut off at 1 ("log", as in R's survival), on the log-log scale ("log_log") or plain and cut off at
 * both ends ("plain"). An unseen end at the time of an event counts as at risk then.
 * Throws `missing spans: 0`, `invalid time: …` below 0, `invalid count: …` below 0, `invalid confidence: …`.
 * Source: Kaplan and Meier, Journal of the American Statistical Association 53 (1958), 457-481; Greenwood, Reports on
 * Public Health and Medical Subjects 33 (1926).
 */
export function kaplanMeier(
  spans: readonly Span[],
  {confidence = 0.95, scale = "log"}: Confidence & {scale?: "log" | "log_log" | "plain"} = {}
): Survival {
  if (spans.length === 0) throw new Error("missing spans: 0");
  const reach = normalReach(confidence);
  const steps: SurvivalStep[] = [];
  let [survival, greenwood] = [1, 0];
  for (const {time, atRisk, events} of tally(spans)) {
    if (events === 0) continue;
    survival *= (atRisk - events) / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    const standardError = survival > 0 ? survival * Math.sqrt(greenwood) : 0;
    const [lower, upper] = bounds(survival, {half: reach * Math.sqrt(greenwood), scale});
    steps.push({time, atRisk, events, survival, standardError, lower, upper});
  }
  return {steps, median: medianOf(steps)};
}

/** Returns each time in order with those at risk just before it and its events. */
function tally(spans: readonly Span[]): {time: number; atRisk: number; events: number}[] {
  const ends = new Map<number, {events: number; all: number}>();
  let atRisk = 0;
  for (const {time, isEvent, count = 1} of spans) {
    if (!(time >= 0 && time < Infinity)) throw new Error(`invalid time: ${time}`);
    if (!(count >= 0 && count < Infinity)) throw new Error(`invalid count: ${count}`);
    const end = ends.get(time) ?? {events: 0, all: 0};
    ends.set(time, {events: end.events + (isEvent ? count : 0), all: end.all + count});
    atRisk += count;
  }
  const times: {time: number; atRisk: number; events: number}[] = [];
  for (const [time, {events, all}] of [...ends].sort(([one], [two]) => one - two)) {
    times.push({time, atRisk, events});
    atRisk -= all;
  }
  return times;
}

function bounds(
  survival: number,
  {half, scale}: {half: number; scale: "log" | "log_log" | "plain"}
): [number | null, number | null] {
  if (survival <= 0) return [null, null];
  if (scale === "plain") return [Math.max(0, survival * (1 - half)), Math.min(1, survival * (1 + half))];
  if (scale === "log") return [survival * Math.exp(-half), Math.min(1, survival * Math.exp(half))];
  const width = half / Math.log(survival);
  return [survival ** Math.exp(-width), survival ** Math.exp(width)];
}

function medianOf(steps: readonly SurvivalStep[]): number | null {
  const slack = 1e-12; // a product of shares that should be exactly half
  const index = steps.findIndex(({survival}) => survival <= 0.5 + slack);
  const step = steps[index];
  if (!step) return null;
  const next = steps[index + 1];
  return step.survival >= 0.5 - slack && next ? (step.time + next.time) / 2 : step.time;
}
