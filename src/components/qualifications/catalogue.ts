import {aboutNumbers} from "../aboutNumbers.js";
import {breakdown} from "../breakdown.js";
import {builder} from "../element.js";
import {count, missing, withYears} from "../format.js";
import {routeName} from "../names.js";
import {type PlainColumn, plainDownload, plainTable} from "../plainTable.js";
import type {Download, Figure, Programme, Release} from "../release.js";
import {routesIn} from "../rolesByRoute.js";
import {ofLastPeriod} from "../surveyWords.js";
import {downloadLine} from "../tableBehind.js";
import {inReturns, placeInPlan} from "../targets.js";
import {availability} from "./availability.js";
import {isOfPlan} from "./rungs.js";

const CAPTION = "Programmes and qualifications";
const SOURCE =
  "Source: the plan; apprenticeships of today from the Department for Education; places and starts from the returns.";

/** Returns every programme with its level, body, availability and places; the ladder links to its rows. */
export function catalogue(release: Release, {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const rows = programmesOf(release);
  const listed = plainTable(rows, {
    document,
    caption: CAPTION,
    columns: columnsOf(release),
    isStacked: true
  });
  for (const [at, row] of [...listed.querySelectorAll("tbody tr")].entries()) row.id = rows[at]?.programme_id ?? "";
  return h(
    "div",
    {class: "programmes"},
    listed,
    h(
      "div",
      {class: "below"},
      aboutNumbers(figuresOf(release), release, {document}),
      downloadLine({
        document,
        download: fileOf(release),
        source: SOURCE
      })
    )
  );
}

/** Returns the catalogue as a download. */
export const catalogueDownloads = (release: Release): Download[] =>
  release.programmes.length === 0
    ? []
    : [
        plainDownload(fileOf(release), {
          title: CAPTION,
          source: SOURCE,
          rows: programmesOf(release),
          columns: columnsOf(release)
        })
      ];

/** The plan's programmes, then the apprenticeships of today. */
const programmesOf = ({programmes}: Release): Programme[] =>
  programmes.toSorted(
    (a, b) => rank(a) - rank(b) || (a.programme_id ?? "").localeCompare(b.programme_id ?? "", "en-GB")
  );

const rank = (programme: Programme): number => (isOfPlan(programme) ? 0 : 1);

function columnsOf(release: Release): PlainColumn<Programme>[] {
  const taken = byProgramme(placesOf(release));
  const starts = byProgramme(startsOf(release));
  const counted = (figures: ReadonlyMap<string | null, Figure>) => (programme: Programme) => {
    const found = figures.get(programme.programme_id);
    if (found) return found.value ?? missing(found, release);
    return isOfPlan(programme) ? release.reasons.not_collected : release.reasons.not_applicable;
  };
  return [
    {title: "Programme", value: ({programme_name}) => programme_name},
    {title: "Level", value: ({nqf_level}) => (nqf_level ?? "not stated").replaceAll(";", ", ")},
    {
      title: "Route",
      value: ({route_ids}) =>
        routesIn(route_ids)
          .map((id) => routeName(release, id))
          .join("; ")
    },
    {title: "Body", value: ({body}) => body ?? "not stated"},
    {title: "Availability", value: (programme) => availability(programme).said},
    {title: "Places, as the plan says", value: ({places}) => withYears(places ?? "none named")},
    {title: `Places taken${inYear(placesOf(release))}`, isNumber: true, value: counted(taken), write: count},
    {title: `Starts${inYear(startsOf(release))}`, isNumber: true, value: counted(starts), write: count},
    {
      title: "Found in",
      value: ({place, source}) => (isOfPlan({place}) ? placeInPlan(place) : (source.split(",")[0] ?? source))
    }
  ];
}

const byProgramme = (figures: readonly Figure[]): Map<string | null, Figure> =>
  new Map(figures.map((figure) => [figure.programme_id, figure]));

/** Of the last financial year, and of the last academic year. */
const placesOf = (release: Release): Figure[] =>
  ofLastPeriod(
    breakdown(release, "CAP-01", {by: ["programme_id"], where: {period_type: "financial", unit: "places taken"}})
  );
const startsOf = (release: Release): Figure[] =>
  ofLastPeriod(breakdown(release, "UPT-04", {by: ["programme_id"], where: {period_type: "academic"}}));

function inYear([first]: readonly Figure[]): string {
  if (!first) return "";
  return `, ${first.period_type} year ${withYears(first.period)}${first.is_part_period ? " so far" : ""}`;
}

const figuresOf = (release: Release): Figure[] => [...placesOf(release), ...startsOf(release)];

const fileOf = (release: Release): string =>
  `programmes${inReturns(figuresOf(release)) === "" ? "" : "-synthetic"}.csv`;
