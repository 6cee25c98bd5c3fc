import {indicators} from "../contracts/published/indicators.js";
import type {PublishedRow} from "../contracts/published/table.js";
import {UserError} from "../error.js";
import {literal} from "../warehouse.js";
import {choose, type Names} from "./names.js";
import type {PublishedReader} from "./reader.js";

export type Figure = PublishedRow<typeof indicators>;

export interface FigureQuestion {
  indicator: string;
  area?: string; // code or name; England where it is left out
  role?: string; // identifier or name, as for programme
  route?: string;
  programme?: string;
  period?: string;
  category?: string; // of any breakdown; totals where it is left out
}

const KINDS = {area_code: "area", role_id: "role", route_id: "route", programme_id: "programme"} as const;

/** Returns the figures that a question fits: totals for whatever it does not name. */
export async function readFigures(
  reader: PublishedReader,
  {question, names}: {question: FigureQuestion; names: Names}
): Promise<Figure[]> {
  const all = await readAll(reader, question.indicator);
  let figures = question.period === undefined ? all : inPeriod(all, question.period);
  const narrow = (name: keyof typeof KINDS, wanted: string | undefined): void => {
    if (wanted === undefined) return;
    const used = new Set(figures.map((figure) => figure[name]));
    const id = choose(names[name], {wanted, used, kind: KINDS[name]});
    figures = figures.filter((figure) => figure[name] === id);
  };
  narrow("programme_id", question.programme);
  narrow("role_id", question.role);
  narrow("route_id", question.route);
  narrow("area_code", question.area);
  if (question.category !== undefined) {
    const wanted = question.category.toLowerCase();
    figures = figures.filter((figure) => categories(figure).some((category) => category.toLowerCase() === wanted));
  }
  if (figures.length > 0) return totals(figures, question);
  throw new UserError(`explain: ${question.indicator} has no such figure; leave one of the options out`);
}

/** Returns the categories that a figure is for; none where it is a total. */
export function categories(figure: Figure): string[] {
  return [figure.category_1, figure.category_2, figure.category_3].filter((category) => category !== null);
}

async function readAll(reader: PublishedReader, indicator: string): Promise<Figure[]> {
  const order = indicators.key.map((name) => `${name} nulls first`).join(", ");
  const figures = (await reader.rows(`
select *
from published.indicators
where indicator_id = ${literal(indicator)}
order by ${order}`)) as Figure[];
  if (figures.length > 0) return figures;
  throw new UserError(`explain: ${indicator} is in the catalogue, but has no published figure yet`);
}

function inPeriod(all: Figure[], wanted: string): Figure[] {
  const figures = all.filter((figure) => figure.period === wanted.replace("/", "-"));
  if (figures.length > 0) return figures;
  const periods = [...new Set(all.map((figure) => figure.period))].sort().join(", ");
  throw new UserError(`explain: ${all[0]?.indicator_id} has no figure for ${wanted}; it has ${periods}`);
}

/** Keeps the figure for all areas, roles and so on, wherever the question names none and there is one. */
function totals(figures: Figure[], question: FigureQuestion): Figure[] {
  const whole: ((figure: Figure) => boolean)[] = [];
  if (question.area === undefined) whole.push((figure) => figure.area_level === "national");
  if (question.category === undefined) whole.push((figure) => categories(figure).length === 0);
  if (question.programme === undefined) whole.push((figure) => figure.programme_id === null);
  if (question.role === undefined) whole.push((figure) => figure.role_id === null);
  if (question.route === undefined) whole.push((figure) => figure.route_id === null);
  whole.push((figure) => figure.nqf_level === null);
  return whole.reduce((left, isWhole) => (left.some(isWhole) ? left.filter(isWhole) : left), figures);
}
