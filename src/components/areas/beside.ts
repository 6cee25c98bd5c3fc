import {coverageMark} from "../coverageAlike.js";
import {builder} from "../element.js";
import {list, missing, plural, tenths, withYears} from "../format.js";
import type {Figure, Release} from "../release.js";
import {coverage} from "../select.js";
import {limitsSaid, surveyMonth} from "../surveyWords.js";
import type {AreaCell, AreaTable, Written} from "./areaTable.js";
import {HEADLINE_FIGURES, type HeadlineFigure, headlineAt, standing} from "./headlineFigures.js";
import {NEIGHBOUR_RULE, neighbours} from "./neighbours.js";
import {type Area, areaAt, areaLink} from "./place.js";
import {rangeBar} from "./rangeBar.js";
import {areaFile, NO_ROW, SOURCE} from "./wording.js";

/** One of the areas that an area is set beside: itself first. */
interface Beside {
  area: Area;
  relation: string;
  figures: readonly (Figure | undefined)[]; // as HEADLINE_FIGURES
}

/** What stands in a cell whose figure rests on another share of returns than the area's own. */
export const UNLIKE = "unlike coverage";

/** Returns an area's headline figures beside those of its region, England and the areas most like it. */
export function besideTable(release: Release, area: Area): AreaTable {
  const rows = besides(release, area);
  const figures = rows.flatMap((row) => row.figures.filter((figure) => figure !== undefined));
  const [here] = rows;
  const scales = HEADLINE_FIGURES.map((_, index) => scaleOf(rows.map((row) => row.figures[index])));
  return {
    id: "beside",
    finding: standing(release, area),
    measure: measureOf(here?.figures ?? []),
    caption: captionOf(area, rows),
    columns: [{title: "Area"}, ...HEADLINE_FIGURES, {title: "Returns behind them"}].map(({title}) => ({title})),
    rows: rows.map((row) => [
      nameCell(row),
      ...HEADLINE_FIGURES.map((headline, index) =>
        figureCell(row.figures[index], {
          headline,
          release,
          most: scales[index] ?? 100,
          here: row === here ? undefined : here?.figures[index]
        })
      ),
      returnsSaid(row.figures)
    ]),
    file: areaFile(area, {of: "figures", rows: figures}),
    source: SOURCE,
    about: figures,
    notes: [
      `“${UNLIKE}” marks a figure that is not comparable with this area’s as it stands, since the shares of returns or of staff behind the two differ by more than a tenth.`,
      NEIGHBOUR_RULE
    ]
  };
}

function besides(release: Release, area: Area): Beside[] {
  const row = (code: string, relation: string): Beside => ({
    area: areaAt(release, code),
    relation,
    figures: HEADLINE_FIGURES.map(({indicator}) => headlineAt(release, indicator, code))
  });
  const region = area.area_level === "local_lsc" && area.parent_code ? [row(area.parent_code, "its region")] : [];
  return [
    row(area.area_code, "this page"),
    ...region,
    row("ENG", ""),
    ...neighbours(release, area).map(({area_code, apart}) =>
      row(area_code, `same mix but for ${tenths(apart)}% of staff`)
    )
  ];
}

function captionOf(area: Area, rows: readonly Beside[]): string {
  const level = area.area_level === "region" ? "region" : "local LSC";
  const alike = rows.filter(({relation}) => relation.startsWith("same mix")).length;
  const beside = [
    ...(level === "region" ? [] : ["its region"]),
    "England",
    ...(alike === 0 ? [] : [`the ${plural(alike, `${level} whose staff is`, `${level}s whose staff are`)} most alike`])
  ];
  return `${area.area_name} beside ${list(beside)}`;
}

function measureOf(figures: readonly (Figure | undefined)[]): string {
  const survey = figures.find((figure) => figure?.period_type === "survey");
  const learners = figures.find((figure) => figure?.period_type === "academic");
  const asked = survey
    ? [
        `Per cent of support staff in the two years to ${surveyMonth(survey.period)}, with 95% intervals (of those offered, who took it up)`
      ]
    : [];
  const counted = learners
    ? [
        `learners who began in ${withYears(learners.period)}${learners.is_part_period ? " so far" : ""}, per 1,000 staff`
      ]
    : [];
  const measures = [...asked, ...counted];
  return measures.length === 0 ? "No figure of this area is published." : `${measures.join("; ")}.`;
}

function nameCell({area, relation}: Beside): Written {
  return {
    plain: relation === "" ? area.area_name : `${area.area_name} (${relation})`,
    show: (document) => {
      const h = builder(document);
      const href = relation === "this page" ? undefined : areaLink(area);
      const name = href ? h("a", {href}, area.area_name) : h("strong", {}, area.area_name);
      return h("span", {}, name, " ", relation === "" ? null : h("small", {class: "quiet"}, `(${relation})`));
    }
  };
}

/** Returns a figure with its interval, drawn on the scale of its column, and marked where it is not like this area's. */
export function figureCell(
  figure: Figure | undefined,
  {
    headline,
    release,
    most,
    here
  }: {headline: Pick<HeadlineFigure, "write">; release: Release; most: number; here: Figure | undefined}
): AreaCell {
  if (!figure || figure.value === null) return missing(figure ?? NO_ROW, release);
  const {value, lower, upper} = figure;
  const mark = here && here.value !== null ? coverageMark(here, figure) : "";
  const limits = limitsSaid(figure);
  const said = `${headline.write(value)}${limits === "" ? "" : ` (${limits})`}`;
  return {
    plain: mark === "" ? said : `${said} ${UNLIKE}`,
    show: (document) => {
      const h = builder(document);
      return h(
        "span",
        {class: "ranged"},
        rangeBar({value, lower, upper, most}, {document}),
        headline.write(value),
        limits === "" ? null : h("small", {class: "limits"}, ` (${limits})`),
        " ",
        mark === "" ? null : h("small", {class: "unlike"}, UNLIKE, h("span", {class: "spoken"}, `, ${mark}`))
      );
    }
  };
}

/** The end of a column's scale: all for percentages, the highest figure for what has no end. */
function scaleOf(figures: readonly (Figure | undefined)[]): number {
  const shown = figures.flatMap((figure) => (figure?.value === null || !figure ? [] : [figure]));
  if (shown.every(({unit}) => unit.startsWith("per cent"))) return 100;
  return Math.max(1, ...shown.map(({value, upper}) => upper ?? value ?? 0)) * 1.05;
}

function returnsSaid([offers, , , learners]: readonly (Figure | undefined)[]): string {
  const parts = [
    offers ? coverageOf(offers, "local LSC", "local LSCs") : "",
    learners ? coverageOf(learners, "provider", "providers") : ""
  ];
  return parts.filter((part) => part !== "").join("; ");
}

function coverageOf(figure: Figure, one: string, many: string): string {
  const {senders_expected, senders_returned} = figure;
  return senders_expected === 1 ? `${senders_returned ?? 0} of 1 ${one}` : coverage(figure, many);
}
