/** What Explore shows: all of it stands in the address. */
export interface ExploreState {
  indicator: string;
  unit: string;
  by: string; // "role_id,topic"; empty for totals
  only: Readonly<Record<string, string>>; // one category of a breakdown
  areas: readonly string[]; // levels ("region") and codes of single areas
  within: string; // code of the area that levels are narrowed to; empty for all
  period: string; // "survey:2004-03", "month:all"
  order: Order;
  pins: readonly string[]; // keys of figures that stay on top, in their order
  isWhole: boolean; // every row, where there are many
}

export type Order = (typeof ORDERS)[number];

export const ORDERS = ["published", "name", "highest", "lowest"] as const;
export const LEVELS = ["national", "region", "local_lsc", "lea"] as const;
export type Level = (typeof LEVELS)[number];

/** Returns the address of a state: what follows the question mark. What is usual is left out. */
export function writeState(state: ExploreState): string {
  const query = new URLSearchParams();
  query.set("indicator", state.indicator);
  query.set("unit", state.unit);
  if (state.by !== "") query.set("by", state.by);
  for (const [by, category] of Object.entries(state.only)) query.append("only", `${by}:${category}`);
  for (const area of state.areas) query.append("area", area);
  if (state.areas.length === 0) query.append("area", "");
  if (state.within !== "") query.set("within", state.within);
  query.set("period", state.period);
  if (state.order !== "published") query.set("order", state.order);
  for (const pin of state.pins) query.append("pin", pin);
  if (state.isWhole) query.set("rows", "all");
  return query.toString();
}

/** Returns what an address says; what it does not say, or says in no known word, is missing. */
export function readState(query: string): Partial<ExploreState> {
  const said = new URLSearchParams(query);
  const one = (name: string): string | undefined => said.get(name) ?? undefined;
  const order = ORDERS.find((known) => known === said.get("order"));
  const found: Partial<ExploreState> = {
    indicator: one("indicator"),
    unit: one("unit"),
    by: said.has("indicator") ? (one("by") ?? "") : one("by"),
    only: Object.fromEntries(said.getAll("only").flatMap(pair)),
    areas: said.has("area") ? said.getAll("area").filter((area) => area !== "") : undefined,
    within: one("within"),
    period: one("period"),
    order,
    pins: said.getAll("pin"),
    isWhole: said.get("rows") === "all"
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function pair(text: string): [string, string][] {
  const at = text.indexOf(":");
  return at < 1 ? [] : [[text.slice(0, at), text.slice(at + 1)]];
}
