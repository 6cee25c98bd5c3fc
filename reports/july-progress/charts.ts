import {headlineAt} from "../../src/components/areas/headlineFigures.js";
import {latestFamily} from "../../src/components/areas/mapRates.js";
import {breakdown, categoryOf} from "../../src/components/breakdown.js";
import {groupComparisons, MEASURES, type Measure} from "../../src/components/equality/groupComparisons.js";
import {areaName} from "../../src/components/names.js";
import {CHARACTERISTICS, characteristics} from "../../src/components/peopleGroups.js";
import type {Comparison, Figure, Release} from "../../src/components/release.js";
import {completenessFigures} from "../../src/components/returns/completeness.js";
import {returnKinds} from "../../src/components/returns/kinds.js";
import {ofLastPeriod} from "../../src/components/surveyWords.js";
import {numbered} from "../../src/components/targets.js";
import type {ChartEvidence, Charts} from "../claims/drawn.js";
import type {Statement} from "../claims/truth.js";
import {ofAll} from "./shares.js";

/** Returns what the heading of each chart of the July report is held against, by the name of the chart. */
export function chartsOf(release: Release): Charts {
  const known = made.get(release) ?? {
    ...plan(release),
    ...uptake(release),
    ...gaps(release),
    ...areas(release),
    ...equality(release),
    ...money(release),
    ...quality(release)
  };
  made.set(release, known);
  return known;
}

const made = new WeakMap<Release, Charts>();

function plan(release: Release): Charts {
  const {milestones} = release;
  const having = (status: string): number => milestones.filter((milestone) => milestone.status === status).length;
  return {
    promises: {cites: milestones, numbers: [milestones.length, having("met"), having("due, not known")]},
    ...Object.fromEntries(
      numbered(release).map((target) => [
        `trajectory-${target.target_id}`,
        {cites: [target], numbers: [target.forecast_lower_count, target.forecast_upper_count, target.target_value]}
      ])
    )
  };
}

function uptake(release: Release): Charts {
  const half = release.thresholds.filter(({area_code}) => area_code === "ENG").slice(-1);
  const never = ofLastPeriod(breakdown(release, "OFF-02", {by: ["last offer", "staff group"]})).filter(
    (figure) => categoryOf(figure, "last offer") === "Never"
  );
  const roles = ofLastPeriod(breakdown(release, "OFF-01", {by: ["role_id"]}));
  return {
    bound: {
      cites: half,
      holds: [
        [/drawn to agree|survey agrees/, half[0]?.is_met === "yes"],
        [/half or more/, half[0]?.is_met === "no"]
      ]
    },
    "last-offer": shown(never),
    routes: {
      cites: ofLastPeriod(breakdown(release, "OFF-01", {by: ["route_id"]})),
      numbers: valuesOf(ofLastPeriod(breakdown(release, "OFF-01", {by: ["route_id"]})))
    },
    "several-roles": shownAll(release, "UPT-06"),
    roles: {cites: roles, numbers: [...limitsOf(least(roles)), ...limitsOf(most(roles))]},
    wanted: shownAll(release, "DEM-01"),
    barriers: shown(most(ofLastPeriod(breakdown(release, "IAG-02", {by: ["barrier"]})))),
    learners: shownAll(release, "UPT-03")
  };
}

function gaps(release: Release): Charts {
  const essential = new Set(
    release.role_competences
      .filter(({is_essential}) => is_essential !== "no")
      .map(({role_id, competence_name}) => `${role_id} ${competence_name}`)
  );
  const pairs = breakdown(release, "GAP-01", {by: ["role_id", "competence"]}).filter(
    (figure) => figure.value !== null && essential.has(`${figure.role_id} ${categoryOf(figure, "competence")}`)
  );
  const over = pairs.filter(({lower}) => (lower ?? 0) > 50);
  const depths = breakdown(release, "GAP-01", {by: ["gap depth"]});
  const suitable = breakdown(release, "GAP-05");
  return {
    competences: {
      cites: pairs,
      numbers: [over.length, pairs.length],
      holds: [[/fall short in none/, over.length === 0 && pairs.length > 0]]
    },
    depth: {cites: depths, numbers: [...valuesOf(depths), depths.length]},
    views: shown([...breakdown(release, "GAP-01"), ...breakdown(release, "GAP-02")]),
    attainment: shownAll(release, "GAP-04"),
    suitable: {
      cites: suitable,
      numbers: suitable.flatMap(({numerator, denominator, value}) => [numerator, denominator, value]),
      holds: [[/none would be left/, suitable.some(({numerator, value}) => (numerator ?? value) === 0)]]
    }
  };
}

function areas(release: Release): Charts {
  const tests = ofLastPeriod(release.comparisons.filter(({family_id}) => family_id === "offers_by_region"));
  const having = (answer: string): Comparison[] => tests.filter(({is_different}) => is_different === answer);
  const funnel = latestFamily(release, "learners").filter(({area_code, funnel_position}) => {
    const figure = headlineAt(release, "UPT-03", area_code);
    return funnel_position !== null && [figure?.value, figure?.numerator, figure?.denominator].every(isNumber);
  });
  return {
    "by-region": {
      cites: tests,
      numbers: [having("no").length, having("cannot say").length],
      holds: tests.map(
        ({area_code, is_different}): Statement => [
          new RegExp(`\\b${areaName(release, area_code)}\\b`),
          is_different === "yes"
        ]
      )
    },
    funnel: {
      cites: funnel,
      numbers: [funnel.filter(({funnel_position}) => funnel_position !== "inside").length, funnel.length]
    }
  };
}

function equality(release: Release): Charts {
  const tested = (family: string): Comparison[] =>
    ofLastPeriod(release.comparisons.filter(({family_id, area_code}) => family_id === family && area_code === "ENG"));
  const [offers, takeUp] = [tested("offers_by_group"), tested("uptake_by_group")];
  const differing = characteristics().map(
    (characteristic): Statement => [
      new RegExp(`offers differ by[^;]*\\b${CHARACTERISTICS[characteristic].toLowerCase()}\\b`),
      offers.some(({dimension_1, is_different}) => dimension_1 === characteristic && is_different === "yes")
    ]
  );
  const ratios = characteristics().flatMap((by) => ofLastPeriod(breakdown(release, "EQU-01", {by: [by]})));
  return {
    groups: {cites: [...offers, ...takeUp], numbers: [], holds: differing},
    began: compared(release, MEASURES.began),
    offered: compared(release, MEASURES.offered),
    representation: {cites: ratios, numbers: [...valuesOf(least(ratios)), ...valuesOf(most(ratios))]}
  };
}

/** Less or more often is said only where a test, as found or within the same role and region, says so. */
function compared(release: Release, measure: Measure): ChartEvidence {
  const cites = groupComparisons(release, measure).flatMap(({crude, adjusted}) => [crude, adjusted]);
  const known = cites.filter((found) => found !== undefined);
  const yes = known.filter(({is_different}) => is_different === "yes");
  return {
    cites: known,
    numbers: [],
    holds: [
      [/^(?!.*no group).*(?:less|more) often/, yes.length > 0],
      [/no group/, yes.length === 0]
    ]
  };
}

function money(release: Release): Charts {
  const lines = release.funding_lines;
  const pounds = lines.flatMap(({amount_gbp, lower_gbp, upper_gbp}) => [amount_gbp, lower_gbp, upper_gbp]);
  const stated = lines.filter(({is_in_total, amount_gbp}) => is_in_total === "yes" && amount_gbp !== null);
  const named = stated.reduce((sum, {amount_gbp}) => sum + (amount_gbp ?? 0), 0);
  const inMillions = [named, ...pounds].map((amount) => (amount === null ? null : amount / 1_000_000));
  const spent = (area_level: Figure["area_level"]): Figure[] =>
    breakdown(release, "FIN-01", {by: ["funding line"], area_level});
  const shares = spent("region").filter(({unit}) => unit === "per cent");
  const cost = breakdown(release, "FIN-02", {by: ["funding line"]});
  return {
    named: {cites: lines, numbers: inMillions},
    left: {cites: lines.filter(({line_id}) => line_id === "residual"), numbers: inMillions},
    outturn: {cites: spent("national"), numbers: valuesOf(spent("national").filter(({unit}) => unit === "per cent"))},
    regions: {cites: shares, numbers: [...valuesOf(least(shares)), ...valuesOf(most(shares))]},
    costs: shown(cost)
  };
}

function quality(release: Release): Charts {
  const kinds = returnKinds(release);
  const received = kinds.map(
    ({rows}) => rows.filter(({status}) => !["not received", "refused"].includes(status)).length / rows.length
  );
  const response = breakdown(release, "QUA-01", {by: ["response"]});
  const items = breakdown(release, "QUA-03", {by: ["collection", "field"]});
  return {
    completeness: {
      cites: completenessFigures(release),
      numbers: [kinds.length, received.filter((part) => part >= 1).length, received.filter((part) => part < 0.8).length]
    },
    response: {
      cites: response,
      numbers: [
        ...valuesOf(response),
        ...response.flatMap(({senders_returned, senders_expected}) => [senders_returned, senders_expected])
      ]
    },
    items: shown(most(items))
  };
}

const shown = (figures: readonly Figure[]): ChartEvidence => ({cites: figures, numbers: limitsOf(figures)});
const shownAll = (release: Release, indicator: string): ChartEvidence => {
  const found = ofAll(release, indicator);
  return shown(found ? [found] : []);
};

const isNumber = (value: number | null | undefined): value is number => typeof value === "number";
const valuesOf = (figures: readonly Figure[]): (number | null)[] => figures.map(({value}) => value);
const limitsOf = (figures: readonly Figure[]): (number | null)[] =>
  figures.flatMap(({value, lower, upper}) => [value, lower, upper]);

/** The figures, several where they are alike, at either end of what is known. */
const least = (figures: readonly Figure[]): Figure[] => atEnd(figures, Math.min);
const most = (figures: readonly Figure[]): Figure[] => atEnd(figures, Math.max);

function atEnd(figures: readonly Figure[], end: (...values: number[]) => number): Figure[] {
  const known = figures.map(({value}) => value).filter(isNumber);
  return figures.filter(({value}) => value !== null && value === end(...known));
}
