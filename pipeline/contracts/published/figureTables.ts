import {QUANTITIES, RATIOS} from "./quantities.js";
import {STATISTICS} from "./statistics.js";
import type {AreaLevel, Breakdown, FigureTable, PeriodType, Surface, SurveySum} from "./surface.js";

const NATION: readonly AreaLevel[] = ["national"];
const REGIONS: readonly AreaLevel[] = ["national", "region"];
const LOCAL: readonly AreaLevel[] = ["national", "region", "local_lsc"];
const EVERYWHERE: readonly AreaLevel[] = ["national", "region", "local_lsc", "lea"];

const EQUALITY: readonly Breakdown[] = ["sex", "age band", "ethnic group", "disability", "working pattern"];
/** Survey figures about people, whatever was asked. */
const ASKED = [
  "DEM-01",
  "GAP-01",
  "GAP-03",
  "GAP-04",
  "GAP-08",
  "IAG-01",
  "OFF-01",
  "UPT-01",
  "UPT-02",
  "UPT-06"
] as const;
const APPRENTICESHIPS = ["APP-01", "APP-02", "APP-03"] as const;
/** What programmes return by month. */
const EVENTS = ["UPT-04", "OUT-02", "CAP-01"] as const;
const OUTCOMES = ["OUT-01", "OUT-02", "OUT-03", "OUT-04"] as const;
const RATES_OF_AIMS = ["OUT-01", "OUT-03", "OUT-04"] as const;

type Where = {levels: readonly AreaLevel[]; periods: readonly PeriodType[]};

const named = (indicators: readonly string[], by: readonly Breakdown[], {levels, periods}: Where): FigureTable => ({
  table: `${[...indicators.slice(0, 2), ...(indicators.length > 2 ? ["and others"] : [])].join(", ")} by ${[
    ...by.map((breakdown) => breakdown.replace(/_id$/, "")),
    periods.join(" or ")
  ].join(", ")}`,
  indicators,
  by,
  levels,
  periods
});

/** Tables of the answers to one question, or of what they are about: by themselves, and with role, route and staff group. */
const answered = (indicators: readonly string[], answer: Breakdown): FigureTable[] => [
  named(indicators, [answer], {levels: REGIONS, periods: ["survey"]}),
  ...(["role_id", "route_id", "staff group"] as const).map((by) =>
    named(indicators, [answer, by], {levels: NATION, periods: ["survey"]})
  )
];

/**
 * Every table of figures that may be published: the whole of what site, reports and downloads can show. Local LSCs and
 * LEAs get totals, routes, role groups and programmes for a year to date; single roles, months and the dimensions of
 * equality are for the nation and the regions. None has more than three breakdowns beside area and period.
 */
export const FIGURE_TABLES: readonly FigureTable[] = [
  ...([[], ["route_id"], ["role group"]] as const).map((by) => named(ASKED, by, {levels: LOCAL, periods: ["survey"]})),
  ...(["phase", "staff group", ...EQUALITY] as const).map((by) =>
    named(ASKED, [by], {levels: REGIONS, periods: ["survey"]})
  ),
  named(ASKED, ["role_id"], {levels: NATION, periods: ["survey"]}),
  ...answered(["DEM-01"], "topic"),
  ...answered(["GAP-01", "GAP-03"], "competence"),
  ...answered(["GAP-01"], "gap depth"),
  ...answered(["GAP-04"], "expected level"),
  ...answered(["IAG-02"], "barrier"),
  ...answered(["OFF-01"], "service"),
  ...answered(["OFF-02"], "last offer"),
  ...answered(["UPT-06"], "roles held"),
  named(["OFF-03", "QUA-05"], [], {levels: REGIONS, periods: ["survey"]}),
  named(["GAP-02"], [], {levels: REGIONS, periods: ["survey"]}),
  named(["GAP-02"], ["role_id"], {levels: NATION, periods: ["survey"]}),
  named(["GAP-02"], ["role group"], {levels: NATION, periods: ["survey"]}),
  named(["QUA-01"], ["response"], {levels: LOCAL, periods: ["survey"]}),
  named(["QUA-01"], ["response", "phase"], {levels: REGIONS, periods: ["survey"]}),
  ...EQUALITY.map((by) => named(["EQU-02", "EQU-03"], [by], {levels: NATION, periods: ["survey"]})),
  ...EQUALITY.map((by) => named(["EQU-01"], [by], {levels: REGIONS, periods: ["academic"]})),
  named(["EQU-04"], ["characteristic", "collection"], {levels: REGIONS, periods: ["academic", "survey"]}),
  named(["EQU-04"], ["characteristic", "collection", "placement"], {levels: NATION, periods: ["academic", "survey"]}),
  named(["REG-01"], ["rate compared"], {levels: NATION, periods: ["academic", "survey"]}),
  named(["REG-02"], ["level of areas", "rate compared"], {levels: NATION, periods: ["academic", "survey"]}),
  named(["REG-02"], ["level of areas", "rate compared", "size of area"], {levels: NATION, periods: ["academic"]}),
  named(["REG-03"], ["rate compared"], {levels: EVERYWHERE, periods: ["academic", "survey"]}),
  named(["REG-04"], ["part of difference", "rate compared"], {levels: REGIONS, periods: ["survey"]}),

  named(EVENTS, [], {levels: EVERYWHERE, periods: ["academic"]}),
  named(EVENTS, [], {levels: REGIONS, periods: ["financial", "month"]}),
  named(EVENTS, ["programme_id"], {levels: LOCAL, periods: ["academic"]}),
  named(EVENTS, ["programme_id"], {levels: REGIONS, periods: ["financial", "month"]}),
  named(EVENTS, ["placement"], {levels: NATION, periods: ["academic", "financial", "month"]}),
  named(EVENTS, ["placement", "programme_id"], {levels: NATION, periods: ["academic", "financial", "month"]}),
  named(["UPT-03"], [], {levels: EVERYWHERE, periods: ["academic"]}),
  named(["UPT-03"], ["route_id"], {levels: LOCAL, periods: ["academic"]}),
  named(["UPT-03"], ["nqf_level"], {levels: REGIONS, periods: ["academic"]}),
  named(["UPT-03"], ["staff category"], {levels: REGIONS, periods: ["academic"]}),
  named(["UPT-05"], ["route_id"], {levels: REGIONS, periods: ["academic"]}),

  named(RATES_OF_AIMS, [], {levels: LOCAL, periods: ["academic"]}),
  named(RATES_OF_AIMS, ["programme_id"], {levels: LOCAL, periods: ["academic"]}),
  ...(["nqf_level", "sex", "age band", "ethnic group", "disability"] as const).map((by) =>
    named(OUTCOMES, [by], {levels: REGIONS, periods: ["academic"]})
  ),
  named(OUTCOMES, ["outside programmes"], {levels: LOCAL, periods: ["academic"]}),
  named(RATES_OF_AIMS, ["placement"], {levels: NATION, periods: ["academic"]}),
  named(RATES_OF_AIMS, ["placement", "programme_id"], {levels: NATION, periods: ["academic"]}),
  ...(["outside programmes", "nqf_level", "sex", "age band", "ethnic group", "disability"] as const).map((by) =>
    named(OUTCOMES, [by, "placement"], {levels: NATION, periods: ["academic"]})
  ),
  named(["OUT-02"], ["months since start"], {levels: NATION, periods: ["academic"]}),
  named(["OUT-02"], ["months since start", "programme_id"], {levels: NATION, periods: ["academic"]}),
  named(["OUT-05"], [], {levels: REGIONS, periods: ["academic"]}),
  named(["OUT-05"], ["placement"], {levels: NATION, periods: ["academic"]}),
  named(["OUT-05"], ["placement", "programme_id"], {levels: NATION, periods: ["academic"]}),
  named(["OUT-05", "OUT-09"], ["programme_id"], {levels: REGIONS, periods: ["academic"]}),
  named(["OUT-08"], [], {levels: NATION, periods: ["academic"]}),
  ...(["programme_id", "nqf_level", "awarding body"] as const).map((by) =>
    named(["OUT-08"], [by], {levels: NATION, periods: ["academic"]})
  ),
  named(["OUT-09"], [], {levels: REGIONS, periods: ["academic"]}),
  named(["IAG-03", "OUT-06", "OUT-07"], [], {levels: NATION, periods: ["academic"]}),

  named(["CAP-02"], ["kind of capacity", "register"], {levels: REGIONS, periods: ["window"]}),
  named(["CAP-02"], ["kind of capacity", "placement", "register"], {levels: NATION, periods: ["window"]}),
  named(["CAP-03"], [], {levels: LOCAL, periods: ["academic"]}),
  named(["CAP-04"], [], {levels: LOCAL, periods: ["month"]}),
  named(["CAP-05", "CAP-06"], [], {levels: EVERYWHERE, periods: ["month"]}),
  named(["CAP-05", "CAP-06"], ["phase"], {levels: REGIONS, periods: ["month"]}),
  named(["CAP-07"], [], {levels: REGIONS, periods: ["academic"]}),

  named(["FIN-01", "FIN-04"], ["funding line"], {levels: EVERYWHERE, periods: ["financial"]}),
  named(["FIN-02", "FIN-03"], ["funding line"], {levels: REGIONS, periods: ["financial"]}),
  named(["FIN-02", "FIN-03"], ["funding line", "programme_id"], {levels: REGIONS, periods: ["financial"]}),
  named(["FIN-02", "FIN-03"], ["programme_id"], {levels: NATION, periods: ["financial"]}),
  named(["FIN-02", "FIN-05"], [], {levels: NATION, periods: ["academic", "financial"]}),

  ...([[], ["nqf_level"], ["route_id"], ["staff group"], ["suitability rule"]] as const).map((by) =>
    named(["GAP-05"], by, {levels: NATION, periods: ["month"]})
  ),
  named(["GAP-06"], [], {levels: REGIONS, periods: ["month"]}),
  named(["GAP-07"], [], {levels: NATION, periods: ["month"]}),

  named(["PLN-01", "PLN-02"], ["plan version"], {levels: LOCAL, periods: ["academic"]}),
  named(["PLN-01", "PLN-02"], [], {levels: NATION, periods: ["academic"]}),
  named(["PLN-02"], ["plan version", "priority"], {levels: LOCAL, periods: ["academic"]}),
  named(["PLN-02"], ["nqf_level", "plan version", "priority"], {levels: LOCAL, periods: ["academic"]}),
  named(["PRI-01"], [], {levels: NATION, periods: ["window"]}),
  named(["PRI-01"], ["priority"], {levels: NATION, periods: ["window"]}),
  named(["PRI-02", "PRI-03", "PRI-04"], ["target"], {levels: NATION, periods: ["window"]}),
  named(["PRI-05"], [], {levels: NATION, periods: ["academic"]}),

  named(["QUA-02"], ["collection"], {levels: LOCAL, periods: ["academic", "financial", "month", "survey"]}),
  named(["QUA-03"], ["collection"], {levels: NATION, periods: ["academic", "financial", "survey"]}),
  named(["QUA-03"], ["collection", "field"], {levels: NATION, periods: ["academic", "financial", "survey"]}),
  named(["QUA-04"], [], {levels: REGIONS, periods: ["academic"]}),
  named(["QUA-04"], ["role told by"], {levels: REGIONS, periods: ["academic"]}),

  ...([[], ["phase"], ["staff category"]] as const).map((by) =>
    named(["WRK-01", "WRK-02"], by, {levels: EVERYWHERE, periods: ["academic", "census"]})
  ),
  ...EQUALITY.map((by) => named(["WRK-01"], [by], {levels: REGIONS, periods: ["census"]})),
  named(["WRK-02"], ["phase", "staff category"], {levels: NATION, periods: ["census"]}),

  ...(
    [
      [],
      ["nqf_level"],
      ["programme_id"],
      ["programme_id", "provider type"],
      ["provider type"],
      ["role_id"],
      ["route_id"]
    ] as const
  ).map((by) => named(APPRENTICESHIPS, by, {levels: NATION, periods: ["academic"]}))
];

/** The disclosure surface of a release. */
/** Somebody wants one topic most, is short of so many levels, and had a last offer so long ago: they are in one part at most. */
const SURVEY_SUMS: readonly SurveySum[] = [
  {indicator: "DEM-01", over: "topic"},
  {indicator: "GAP-01", over: "gap depth"},
  {indicator: "OFF-02", over: "last offer", isOfAll: true}
];

export const SURFACE: Surface = {
  tables: FIGURE_TABLES,
  quantities: QUANTITIES,
  ratios: RATIOS,
  statistics: STATISTICS,
  surveySums: SURVEY_SUMS
};
