import type {Figure, Release} from "./release.js";

type Wanted = Partial<Pick<Figure, "area_code" | "role_id" | "route_id" | "programme_id" | "period_type" | "unit">>;

/** Returns the figures of one indicator without further breakdown, for England and all roles unless told otherwise. */
export function figures({indicators}: Pick<Release, "indicators">, indicator: string, wanted: Wanted = {}): Figure[] {
  const {area_code = "ENG", role_id = null, route_id = null, ...rest} = wanted;
  return indicators.filter(
    (figure) =>
      figure.indicator_id === indicator &&
      figure.area_code === area_code &&
      figure.role_id === role_id &&
      figure.route_id === route_id &&
      figure.dimension_1 === null &&
      Object.entries(rest).every(([name, value]) => figure[name as keyof Figure] === value)
  );
}

/** Returns an indicator's name in the catalogue; its identifier where it has none. */
export function indicatorName({definitions}: Pick<Release, "definitions">, indicator: string): string {
  return definitions.find(({indicator_id}) => indicator_id === indicator)?.indicator_name ?? indicator;
}

/** Returns the latest figure, by the text of its period. */
export function latest(of: readonly Figure[]): Figure | undefined {
  return of.toSorted((a, b) => (a.period < b.period ? -1 : 1)).at(-1);
}

/** Returns "43 of 47 local LSCs" for the senders that a figure rests on; empty where nobody was to send. */
export function coverage(
  {senders_returned, senders_expected}: Pick<Figure, "senders_returned" | "senders_expected">,
  senders: string
): string {
  if (senders_returned === null || senders_expected === null) return "";
  if (senders_expected === 1)
    return senders_returned === 1 ? "from the one body that reports it" : "the one body that reports it sent nothing";
  return `${senders_returned} of ${senders_expected} ${senders}`;
}
