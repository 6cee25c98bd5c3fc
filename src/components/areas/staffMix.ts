import {categoryOf} from "../breakdown.js";
import {missing, percent, plural} from "../format.js";
import {areaName} from "../names.js";
import type {Figure, Release} from "../release.js";
import {type AreaTable, numberCell} from "./areaTable.js";
import {figureCell} from "./beside.js";
import {comparisonAt, headlineAt} from "./headlineFigures.js";
import {staffShares} from "./neighbours.js";
import {type Area, areaAt, figuresAt} from "./place.js";
import {areaFile, NO_ROW, SOURCE} from "./wording.js";

/** Kinds of role as the survey groups them, and the categories of the census that we take to be in each. */
const KINDS: readonly {kind: string; categories: readonly string[]}[] = [
  {
    kind: "Teaching assistants",
    categories: [
      "Teaching assistants",
      "Nursery assistants",
      "Special needs support staff",
      "Minority ethnic pupil support staff"
    ]
  },
  {kind: "Behaviour and guidance", categories: ["Learning mentors and other behaviour and guidance staff"]},
  {kind: "Administration and business", categories: ["Administrative staff"]},
  {kind: "Midday supervision", categories: ["Midday supervisors"]},
  {kind: "Premises", categories: ["Premises staff"]},
  {kind: "Technicians and ICT", categories: ["Technicians"]},
  {kind: "Library and exams", categories: ["Librarians and other support staff"]}
];

interface KindOfRole {
  kind: string;
  here: number | undefined; // share of staff, 0 to 1
  nation: number | undefined;
  offered: Figure | undefined;
  offeredNation: Figure | undefined;
}

/** Returns who works in an area beside England, what each kind of role is offered, and what the mix explains. */
export function staffMixTable(release: Release, area: Area): AreaTable {
  const kinds = kindsOf(release, area.area_code);
  const figures = kinds.flatMap(({offered, offeredNation}) =>
    [offered, offeredNation].filter((figure) => figure !== undefined)
  );
  const share = (value: number | undefined) =>
    value === undefined ? missing(NO_ROW, release) : numberCell(Math.round(100 * value), percent);
  const write = {write: percent};
  return {
    id: "mix",
    finding: mixFinding(kinds),
    measure:
      `Who works here in January 2004, and who was offered training in two years, by kind of role, with 95% intervals. ${partsOfDifference(release, area)}`.trim(),
    caption: `Staff of ${area.area_name} by kind of role, beside England`,
    columns: [
      {title: "Kind of role"},
      {title: "Of staff here", isNumber: true},
      {title: "Of staff in England", isNumber: true},
      {title: "Offered training here"},
      {title: "Offered training in England"}
    ],
    rows: kinds.map(({kind, here, nation, offered, offeredNation}) => [
      kind,
      share(here),
      share(nation),
      figureCell(offered, {headline: write, release, most: 100, here: undefined}),
      figureCell(offeredNation, {headline: write, release, most: 100, here: offered})
    ]),
    file: areaFile(area, {of: "staff", rows: figures}),
    source: SOURCE,
    about: [...figures, ...partsAt(release, regionOf(area))],
    notes: [
      "Census categories are not the survey’s roles: which belong together is our own map, without a source. Nursery, special needs and minority ethnic support staff stand with teaching assistants."
    ]
  };
}

/** Returns what share would be offered training if each kind of role were offered it as often as in England; nothing where a part is missing. */
export function expectedOffers(
  kinds: readonly Pick<KindOfRole, "here" | "nation" | "offeredNation">[]
): {here: number; nation: number} | undefined {
  const sums = {here: 0, nation: 0};
  for (const {here, nation, offeredNation} of kinds) {
    const rate = offeredNation?.value ?? null;
    if (here === undefined || nation === undefined || rate === null) return undefined;
    sums.here += here * rate;
    sums.nation += nation * rate;
  }
  return sums;
}

function kindsOf(release: Release, code: string): KindOfRole[] {
  const offers = (area_code: string): Map<string | null, Figure> =>
    new Map(
      figuresAt(release, "OFF-01", {area_code, by: ["role group"]}).map((figure) => [
        categoryOf(figure, "role group"),
        figure
      ])
    );
  const shares = (area_code: string) => staffShares(release, {area_code, kind: "staff category"});
  const [here, nation, offered, offeredNation] = [shares(code), shares("ENG"), offers(code), offers("ENG")];
  const all = headlineAt(release, "OFF-01", code);
  const silent = all?.value === null ? all : undefined; // says why no kind has a figure
  return KINDS.map(({kind, categories}) => ({
    kind,
    here: together(here, categories),
    nation: together(nation, categories),
    offered: offered.get(kind) ?? silent,
    offeredNation: offeredNation.get(kind)
  }));
}

/** Categories of the census do not overlap, so that they add up. */
function together(shares: ReadonlyMap<string, number> | undefined, categories: readonly string[]): number | undefined {
  return shares && categories.reduce((sum, name) => sum + (shares.get(name) ?? 0), 0);
}

function mixFinding(kinds: readonly KindOfRole[]): string {
  const expected = expectedOffers(kinds);
  if (!expected) return "What the mix of staff explains cannot be said: a part of it is missing";
  const more = Math.round(expected.here - expected.nation);
  if (more === 0) return "Who works here explains none of a difference in offers from England, to the nearest point";
  return `Who works here would by itself put offers ${plural(Math.abs(more), "point")} ${more > 0 ? "above" : "below"} England’s`;
}

const REGION_PARTS = {
  whole: "Region less the rest of England",
  mix: "Who works there",
  treatment: "What happens to people in the same kind of role"
} as const;

const regionOf = ({area_level, area_code, parent_code}: Area): string | undefined =>
  area_level === "region" ? area_code : (parent_code ?? undefined);

function partsAt(release: Release, region: string | undefined): Figure[] {
  if (region === undefined) return [];
  return figuresAt(release, "REG-04", {area_code: region, by: ["rate compared", "part of difference"]}).filter(
    (figure) => categoryOf(figure, "rate compared") === "OFF-01"
  );
}

/** The survey's own split is made for regions, since a local LSC has too few answers of each kind. */
function partsOfDifference(release: Release, area: Area): string {
  const region = regionOf(area);
  const parts = partsAt(release, region);
  const part = (name: keyof typeof REGION_PARTS): number | null =>
    parts.find((figure) => categoryOf(figure, "part of difference") === REGION_PARTS[name])?.value ?? null;
  const [whole, mix, treatment] = [part("whole"), part("mix"), part("treatment")];
  if (region === undefined || whole === null || mix === null || treatment === null) return "";
  const where = area.area_level === "region" ? "this region" : `its region (${areaName(release, region)})`;
  const found = comparisonAt(release, {family: "offers", area: areaAt(release, region)});
  const sure = found?.is_different === "yes" || whole === 0 ? "" : ", a difference that could be chance";
  return `By the survey, ${where} lies ${besideRest(whole)} the rest of England in offers${sure}: ${signed(mix)} from who works there, ${signed(treatment)} from what happens to people in the same kind of role.`;
}

/** Returns "8 points above", "1 point below", "level with". */
const besideRest = (points: number): string =>
  points === 0 ? "level with" : `${plural(Math.abs(points), "point")} ${points > 0 ? "above" : "below"}`;

/** Returns "+8 points", "−1 point", "0 points". */
const signed = (points: number): string => {
  const size = Math.abs(points);
  return `${points > 0 ? "+" : points < 0 ? "−" : ""}${size} ${size === 1 ? "point" : "points"}`;
};
