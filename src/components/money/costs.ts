import {breakdown, categoryOf, figuresOf} from "../breakdown.js";
import type {DotRow} from "../dotRows.js";
import {count, list, lower, missing, withYears} from "../format.js";
import {groups} from "../groups.js";
import {programmeName} from "../names.js";
import type {PlainColumn} from "../plainTable.js";
import type {Figure, Release} from "../release.js";
import {coverage} from "../select.js";

const INDICATORS = {start: "FIN-02", completion: "FIN-03"} as const;
const ALL = "All programmes";

/** Returns what a start, or a completion, cost in England: all programmes first, then each. */
export function costs(release: Pick<Release, "indicators">, of: keyof typeof INDICATORS): Figure[] {
  return figuresOf(release, INDICATORS[of])
    .filter(({area_level}) => area_level === "national")
    .toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1)); // those of all programmes first
}

/** Says what a start cost, with its interval, or why nobody can say. */
export function costSentence(release: Release): string {
  const [all] = breakdown(release, INDICATORS.start, {by: ["funding line"]});
  if (!all) return "What a start costs is not known";
  if (all.value === null) return `What a start costs is not known: ${missing(all, release).word}`;
  const where = all.origin === "synthetic" ? ", in the synthetic returns" : "";
  return `LEAs spent about ${pounds(all.value)} of ${categoryOf(all, "funding line")} for each start${limits(all)}${where}`;
}

/** Says what a completion cost, or why nobody can say. */
export function completionSentence(release: Release): string {
  const found = costs(release, "completion");
  const known = found.filter(({value}) => value !== null);
  if (known.length > 0)
    return `A cost per completion is known for ${list(known.map((figure) => lower(nameOf(figure, release))))}.`;
  if (found.length === 0) return "No cost per completion is in this release.";
  const reasons = [...groups(found, (figure) => missing(figure, release).word)].map(([reason, members]) => {
    const names = new Set(members.map((figure) => lower(nameOf(figure, release))));
    return `${reason} for ${list([...names])}`;
  });
  return `No cost per completion can be given yet: ${reasons.join("; ")}.`;
}

/** Returns a dot for each cost per start that is known, with its interval. */
export function costDots(release: Release): DotRow[] {
  return costs(release, "start").flatMap((figure) =>
    figure.value === null
      ? []
      : [
          {
            group: "",
            name: nameOf(figure, release),
            value: figure.value,
            limits:
              figure.lower === null || figure.upper === null ? undefined : ([figure.lower, figure.upper] as const),
            said: `${pounds(figure.value)}${figure.lower === null ? "" : `, ${span(figure)}`}`
          }
        ]
  );
}

/** The columns of the table of costs. */
export const costColumns = (release: Release): readonly PlainColumn<Figure>[] => [
  {title: "Programme", value: (figure) => nameOf(figure, release)},
  {
    title: "Cost",
    value: ({unit}) => unit.replace("pounds per", "per").replace(OF_TWO_YEARS, ", money of two financial years")
  },
  {title: "Pounds", isNumber: true, value: (figure) => figure.value ?? missing(figure, release), write: count},
  {
    title: "95% interval",
    isNumber: true,
    value: (figure) => (figure.lower === null ? release.symbols.z : span(figure))
  },
  {title: "Year", value: ({period, is_part_period}) => `${withYears(period)}${is_part_period ? ", part" : ""}`},
  {title: "Money from", value: (figure) => categoryOf(figure, "funding line") ?? "all lines"},
  {title: "LEAs", value: (figure) => coverage(figure, "LEAs") || "not applicable"},
  {title: "Reliability", value: ({reliability}) => reliability ?? "none: no number"},
  {title: "Origin", value: ({origin}) => origin}
];

/** Returns 3000 as "£3,000". */
export const pounds = (value: number): string => `£${count(value)}`;

const OF_TWO_YEARS = ", of 8/12 and 4/12 of the financial years";

const span = ({lower: least, upper: most}: Figure): string =>
  least === null || most === null ? "" : `${pounds(least)} to ${pounds(most)}`;
const limits = (figure: Figure): string => (figure.lower === null ? "" : ` (95% interval ${span(figure)})`);
const nameOf = ({programme_id}: Figure, release: Release): string =>
  programme_id === null ? ALL : programmeName(release, programme_id);
const rank = ({programme_id, period_type}: Figure): string => `${programme_id ?? " "} ${period_type}`;
