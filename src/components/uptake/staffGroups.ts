import {breakdown, categoryOf} from "../breakdown.js";
import {lower, percent, sentence} from "../format.js";
import type {Figure, Release} from "../release.js";
import {latest} from "../select.js";
import {figuresIn, type SharePanels, type ShareRow} from "../sharePanels.js";
import {inSynthetic, ofLastPeriod, shareSaid, surveyMonth} from "../surveyWords.js";
import {ASSISTANTS, OTHERS} from "./offerBound.js";

const GROUP = "staff group";
const panels = (of: string) => ["Teaching assistants", "Other staff"].map((title) => ({title, of}));

/** From the last offer to none ever; what is not listed follows. */
const LAST_OFFERS: readonly string[] = [
  "Up to 12 months ago",
  "13 to 24 months ago",
  "25 to 60 months ago",
  "More than 5 years ago",
  "Never"
];

/** Returns how long ago staff were last offered training. */
export function lastOffer(release: Release): SharePanels {
  const rows = rowsBy(release, {indicator: "OFF-02", dimension: "last offer"});
  const rank = (name: string): number => (LAST_OFFERS.indexOf(name) + 99) % 99;
  const never = rows.find(({name}) => name === "Never")?.figures;
  const [assistants, others] = [never?.[0], never?.[1]];
  const known = others && others.value !== null;
  const beside =
    assistants && assistants.value !== null ? `, beside ${percent(assistants.value)} of teaching assistants` : "";
  return {
    id: "last-offer",
    finding: known
      ? sentence(
          `${inSynthetic(figuresIn({rows}))}${shareSaid(others)} of other staff had never been offered training${beside}`
        )
      : none(rows, "when staff were last offered training"),
    measure: measure(rows, "when staff were last offered training, per cent of those who remember"),
    panels: panels("of those who remember"),
    rows: rows.toSorted((a, b) => rank(a.name) - rank(b.name)),
    names: {group: "", name: "Last offer"},
    file: "last-offer",
    source: "Source: staff questionnaire, indicator OFF-02.",
    level: 3
  };
}

/** Returns what training staff say that they want. */
export function wanted(release: Release): SharePanels {
  const any = {
    group: "",
    name: "Any training",
    figures: byGroup(ofLastPeriod(breakdown(release, "DEM-01", {by: [GROUP]})))
  };
  const topics = rowsBy(release, {indicator: "DEM-01", dimension: "topic"});
  const rows = [...(any.figures.some(Boolean) ? [any] : []), ...fromMost(topics)];
  const all = latest(breakdown(release, "DEM-01"));
  return {
    id: "wanted",
    finding:
      all && all.value !== null
        ? sentence(`${inSynthetic(figuresIn({rows}))}${shareSaid(all)} of staff want training`)
        : none(rows, "what training staff want"),
    measure: `${measure(rows, "staff who want training, by topic, per cent")} Each person names one topic, the one wanted most. To want is not to need.`,
    panels: panels("of those who answered"),
    rows,
    names: {group: "", name: "Wanted"},
    file: "training-wanted",
    source: "Source: staff questionnaire, indicator DEM-01."
  };
}

/** Returns why staff who wanted training had none. */
export function barriers(release: Release): SharePanels {
  const rows = fromMost(rowsBy(release, {indicator: "IAG-02", dimension: "barrier"}));
  const [most] = ofLastPeriod(breakdown(release, "IAG-02", {by: ["barrier"]})).toSorted(
    (a, b) => (b.value ?? -1) - (a.value ?? -1)
  );
  return {
    id: "barriers",
    finding:
      most && most.value !== null
        ? sentence(
            `${inSynthetic(figuresIn({rows}))}“${lower(categoryOf(most, "barrier") ?? "")}” is among the reasons of ${shareSaid(most)} of those who wanted training and had none`
          )
        : none(rows, "why staff who wanted training had none"),
    measure: `${measure(rows, "staff who wanted training and took none, by reason, per cent")} One person may give several reasons, so reasons do not add up; their order may be chance.`,
    panels: panels("of those who took none"),
    rows,
    names: {group: "", name: "Reason"},
    file: "barriers",
    source: "Source: staff questionnaire, indicator IAG-02.",
    level: 3
  };
}

function rowsBy(release: Release, {indicator, dimension}: {indicator: string; dimension: string}): ShareRow[] {
  const found = ofLastPeriod(breakdown(release, indicator, {by: [dimension, GROUP]}));
  const names = [...new Set(found.map((figure) => categoryOf(figure, dimension) ?? ""))];
  return names.map((name) => ({
    group: "",
    name,
    figures: byGroup(found.filter((figure) => categoryOf(figure, dimension) === name))
  }));
}

const byGroup = (figures: readonly Figure[]): (Figure | undefined)[] =>
  [ASSISTANTS, OTHERS].map((group) => figures.find((figure) => categoryOf(figure, GROUP) === group));

const fromMost = (rows: readonly ShareRow[]): ShareRow[] =>
  rows.toSorted((a, b) => (b.figures[1]?.value ?? -1) - (a.figures[1]?.value ?? -1));

const none = (rows: readonly ShareRow[], what: string): string =>
  rows.length === 0 ? `Nothing received says ${what}` : `Too few answered to say ${what}`;

function measure(rows: readonly ShareRow[], what: string): string {
  const [found] = figuresIn({rows});
  if (!found) return "";
  return `Staff questionnaire, ${surveyMonth(found.period)}: ${what}, with 95% interval. England${found.origin === "synthetic" ? ", synthetic returns" : ""}.`;
}
