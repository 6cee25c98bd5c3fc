import {breakdown} from "./breakdown.js";
import {count, lower, millions, missing, percent, qualified} from "./format.js";
import {type Funding, funding} from "./funding.js";
import type {KeyFigure} from "./keyFigures.js";
import type {Release} from "./release.js";
import {isOfPosition} from "./returns/kinds.js";
import {coverage, figures, latest} from "./select.js";
import {isCounted, numbered} from "./targets.js";

/** How far the target with most counted has come. */
export function targetFigure(release: Release): KeyFigure {
  const counted = numbered(release).filter(isCounted);
  const [most] = counted.toSorted((a, b) => (b.actual_count ?? 0) - (a.actual_count ?? 0));
  if (!most)
    return {value: "None yet", label: "counted towards a numbered target", base: "no counting window has begun"};
  return {
    value: count(most.actual_count ?? 0),
    label: `of ${qualified(most.target_value, most.qualifier)} ${lower(most.title)}`,
    base: dots(most.origin === "synthetic" && "in the synthetic returns", coverage(most, "senders")),
    indicator: "PRI-02"
  };
}

/** The share of staff who were offered training and took it up. */
export function takeUpFigure(release: Release): KeyFigure {
  const label = "of staff who were offered training began some";
  const found = latest(figures(release, "UPT-01", {programme_id: null}));
  if (!found)
    return {value: missing({symbol: "x", symbol_reason: null}, release).word, label, base: "no survey received"};
  return {
    value: found.value === null ? missing(found, release).word : percent(found.value),
    label,
    base: dots(
      found.lower !== null && found.upper !== null && `95% interval ${percent(found.lower)} to ${percent(found.upper)}`,
      found.base !== null && `${count(found.base)} answers`,
      coverage(found, "local LSCs"),
      found.origin === "synthetic" && "synthetic survey"
    ),
    indicator: "UPT-01"
  };
}

/** What is named of the money. */
export function fundingFigure(release: Release): KeyFigure {
  const {named, parts, total}: Funding = funding(release);
  return {
    value: millions(named),
    label: `named of about ${millions(total)}`,
    base: parts.map(({name, amount}) => `${name} ${millions(amount)}`).join(" · "),
    indicator: "FIN-05"
  };
}

/** How many of the expected returns came. */
export function receivedFigure(release: Release): KeyFigure {
  const completeness = breakdown(release, "QUA-02", {by: ["collection"]}).filter((figure) =>
    isOfPosition(figure, release)
  );
  const returns = release.returns.filter((row) => isOfPosition(row, release));
  const total = (part: "numerator" | "denominator"): number =>
    completeness.reduce((sum, figure) => sum + (figure[part] ?? 0), 0);
  const came = returns.filter(({status}) => status !== "not received" && status !== "refused");
  const late = returns.filter(({status}) => status === "late").length;
  const isSynthetic = came.some(({origin}) => origin === "synthetic");
  return {
    value: `${count(total("numerator"))} of ${count(total("denominator"))}`,
    label: "expected returns received",
    base: dots(`${count(late)} of them late`, isSynthetic && "synthetic returns among them"),
    indicator: "QUA-02"
  };
}

const dots = (...parts: (string | false)[]): string =>
  parts.filter((part) => part !== false && part !== "").join(" · ");
