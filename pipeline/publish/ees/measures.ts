import type {Figure} from "../figures.js";

/** One column of numbers: a statistic of an indicator in one unit. */
export interface Measure {
  indicator: string;
  unit: string;
  statistic: Statistic;
  column: string;
  label: string;
  grouping: string;
  indicatorUnit: "" | "%" | "pp" | "£";
  decimals: number;
}

const STATISTICS = {
  value: "",
  lower: ", lower limit",
  upper: ", upper limit",
  numerator: ", numerator",
  denominator: ", denominator",
  base: ", base"
} as const satisfies Partial<Record<keyof Figure, string>>;

export type Statistic = keyof typeof STATISTICS;

const COLUMN_LENGTH = 50;
const LABEL_LENGTH = 80;
const LONGEST_ENDING = "_denominator".length;
const LITTLE_WORDS = new Set(["of", "the", "that", "is", "a", "and", "by", "at", "with", "in"]);
/** Phrases that would be cut off, and with them what a number is: "standard" is no word for a standard deviation. */
const SHORT: readonly (readonly [phrase: string, short: string])[] = [
  ["per cent", "percent"],
  ["standard deviation between regions", "sd"],
  ["highest less lowest region", "range"],
  ["variation between regions that is not chance", "variation not chance"],
  ["full-time equivalent", "fte"],
  ["teaching assistants", "tas"],
  ["forecast at the end of the window, with 80 percent limits", "forecast 80 limits"],
  ["of 8/12 and 4/12 of the financial years", "academic year"],
  [" an aim", " per aim"]
];

/** Returns the columns of numbers that a file of these figures needs, by indicator, unit and statistic. */
export function measures(figures: readonly Figure[], indicatorNames: ReadonlyMap<string, string>): Measure[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = measureKey(figure);
    const group = groups.get(key);
    if (group) group.push(figure);
    else groups.set(key, [figure]);
  }
  const found = [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => measuresOf(group, indicatorNames));
  const columns = new Set<string>();
  for (const {column} of found) {
    if (columns.has(column)) throw new Error(`duplicate column: ${column}`);
    columns.add(column);
  }
  return found;
}

/** Returns what an indicator in one unit is known by. */
export const measureKey = ({indicator_id, unit}: Pick<Figure, "indicator_id" | "unit">): string =>
  `${indicator_id}\u0001${unit}`;

function measuresOf(group: readonly Figure[], indicatorNames: ReadonlyMap<string, string>): Measure[] {
  const [first] = group;
  if (!first) return [];
  const {indicator_id: indicator, unit} = first;
  const name = indicatorNames.get(indicator) ?? indicator;
  return (Object.keys(STATISTICS) as Statistic[])
    .filter((statistic) => statistic === "value" || group.some((figure) => figure[statistic] !== null))
    .map((statistic) => {
      const ending = statistic === "value" ? "" : `_${statistic}`;
      const told = `${unit}${STATISTICS[statistic]}`;
      return {
        indicator,
        unit,
        statistic,
        column: `${stem(indicator, unit)}${ending}`,
        label: fitting([
          `${name}: ${told}`,
          `${indicator}: ${told}`,
          `${indicator}: ${told.replace("standard deviation", "SD").replace("with 80 per cent limits", "80% limits")}`
        ]),
        grouping: `${indicator} ${name}`,
        indicatorUnit: ["value", "lower", "upper"].includes(statistic) ? indicatorUnit(unit) : "",
        decimals: Math.max(...group.map((figure) => decimalsOf(figure[statistic])))
      };
    });
}

/** Returns the first label that is no longer than the guide allows, or the last of all. */
const fitting = (labels: readonly string[]): string =>
  labels.find((label) => label.length <= LABEL_LENGTH) ?? labels.at(-1) ?? "";

/** Returns "off_01_percent_persons": the indicator, and as many of its unit's words as leave room for an ending. */
function stem(indicator: string, unit: string): string {
  const words = SHORT.reduce((text, [phrase, short]) => text.replaceAll(phrase, short), unit.toLowerCase())
    .replaceAll(/(?<=\d),(?=\d{3})/g, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "" && !LITTLE_WORDS.has(word));
  let found = indicator.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
  for (const word of words) {
    if (found.length + 1 + word.length > COLUMN_LENGTH - LONGEST_ENDING) break;
    found = `${found}_${word}`;
  }
  return found;
}

function indicatorUnit(unit: string): Measure["indicatorUnit"] {
  if (unit.startsWith("per cent")) return "%";
  if (unit.startsWith("percentage points")) return "pp";
  return unit.startsWith("pounds") ? "£" : "";
}

const decimalsOf = (value: number | null): number => (value === null ? 0 : (String(value).split(".")[1] ?? "").length);
