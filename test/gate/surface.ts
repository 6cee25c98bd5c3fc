import type {Breakdown, FigureTable, Quantity, Surface} from "../../pipeline/contracts/published/surface.js";

const table = (name: string, by: readonly Breakdown[]): FigureTable => ({
  table: name,
  indicators: ["UPT-04", "OUT-01", "UPT-03"],
  by,
  levels: ["national", "region", "local_lsc"],
  periods: ["academic", "month"]
});

const STARTS: Quantity = {
  adds: ["area", "period", "sex", "phase", "programme_id"],
  apart: {programme_id: "outside programmes"},
  overlaps: ["route_id"]
};

/** A surface of few tables: starts and who finished of them by sex and phase, routes that overlap, people of two areas. */
export const SMALL: Surface = {
  tables: [
    table("totals", []),
    table("by sex", ["sex"]),
    table("by phase", ["phase"]),
    table("by both", ["phase", "sex"]),
    table("by route", ["route_id"]),
    table("by topic", ["topic"])
  ],
  quantities: {
    starts: STARTS,
    finishers: {...STARTS, within: ["starts"]},
    people: {adds: [], overlaps: ["area"]},
    staff: {adds: ["area"], isCensus: true}
  },
  ratios: [
    {indicator: "OUT-01", numerator: "finishers", denominator: "starts", isShare: true},
    {indicator: "UPT-03", numerator: "people", denominator: "staff", isShare: false}
  ],
  statistics: []
};
