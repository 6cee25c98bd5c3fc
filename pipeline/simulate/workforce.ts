import {PHASES, WORKFORCE_CATEGORIES} from "../contracts/lists.js";
import type {SimulatedFile} from "./file.js";
import type {World} from "./world.js";

const HEADER = [
  "census_date",
  "area_level",
  "area_code",
  "category",
  "phase",
  "characteristic",
  "characteristic_value",
  "headcount",
  "fte",
  "figure_origin"
];

interface Place {
  level: string;
  code: string;
  holds: (at: {lea: string; llsc: string}) => boolean;
}

/**
 * Returns the staff of January 2004 by category and phase for every area, and by characteristic down to local LSCs. All
 * figures are synthetic, though the full-time equivalents of the country add up to the published total.
 */
export function simulateWorkforce(world: World): SimulatedFile[] {
  const regionOf = new Map(world.lscs.map(({code, region}) => [code, region]));
  const large: Place[] = [
    {level: "national", code: "ENG", holds: () => true},
    ...world.regions.map(({code}) => ({
      level: "region",
      code,
      holds: ({llsc}: {llsc: string}) => regionOf.get(llsc) === code
    })),
    ...world.lscs.map(({code}) => ({level: "local_lsc", code, holds: ({llsc}: {llsc: string}) => llsc === code}))
  ];
  const small = world.leas.map(({code}) => ({level: "lea", code, holds: ({lea}: {lea: string}) => lea === code}));
  return [
    {
      collection: "workforce",
      period: "2004-01",
      sender: "DfES",
      submission: 1,
      received: "2004-04-27",
      header: HEADER,
      rows: [
        ...[...large, ...small].flatMap((place) => postRows(world, place)),
        ...large.flatMap((place) => groupRows(world, place))
      ],
      form: {kind: "csv", delimiter: ",", encoding: "utf8", titleRows: []}
    }
  ];
}

function postRows({census}: World, {level, code, holds}: Place): string[][] {
  const own = census.cells.filter(holds);
  const row = (category: string, phase: string): string[][] => {
    const cells = own.filter(
      (cell) => (category === "all" || cell.category === category) && (phase === "all" || cell.phase === phase)
    );
    if (cells.length === 0) return [];
    const headcount = cells.reduce((sum, cell) => sum + cell.headcount, 0);
    const fte = cells.reduce((sum, cell) => sum + cell.fte, 0);
    return [["2004-01", level, code, category, phase, "all", "all", String(headcount), String(fte), "synthetic"]];
  };
  const categories = Object.keys(WORKFORCE_CATEGORIES);
  return [
    ...categories.flatMap((category) => row(category, "all")),
    ...Object.keys(PHASES).flatMap((phase) => row("all", phase))
  ];
}

function groupRows({census}: World, {level, code, holds}: Place): string[][] {
  const counts = new Map<string, number>();
  for (const {llsc, characteristic, value, headcount} of census.margins) {
    if (!holds({llsc, lea: ""})) continue;
    const key = `${characteristic},${value}`;
    counts.set(key, (counts.get(key) ?? 0) + headcount);
  }
  return [...counts].map(([key, headcount]) => {
    const [characteristic = "", value = ""] = key.split(",");
    return ["2004-01", level, code, "all", "all", characteristic, value, String(headcount), "", "synthetic"];
  });
}
