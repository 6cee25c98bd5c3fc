import {byProgramme, lastWholeYear, MEASURES, shownYear, type YearFigure} from "../components/apprenticeships.js";
import {banner} from "../components/banner.js";
import {builder} from "../components/element.js";
import {figure} from "../components/figure.js";
import {academicYear, count, missing, percent, plural, sentence} from "../components/format.js";
import {keyFigures} from "../components/keyFigures.js";
import {type PlainColumn, plainDownload, plainTable} from "../components/plainTable.js";
import type {Origin, Page, Release} from "../components/release.js";
import {type YearStarts, startsByYear} from "../components/startsByYear.js";

const SOURCE = "Source: Department for Education, apprenticeships by provider and standard. Open Government Licence.";
const FILE = "apprenticeship-starts.csv";
const TEACHING_ASSISTANT = "Teaching Assistant";

/** Apprenticeships in standards open to support roles, as published. */
export const today: Page = {
  origins: (release) => new Set(starts(release).map(({figure}): Origin => figure.origin)),
  downloads: (release) => [plainDownload(FILE, {rows: starts(release), columns: columns(release)})],
  marks: {
    banner: (release, {document}) => banner(today.origins(release), {document}),
    title,
    lead,
    figures: (release, {document}) => keyFigures(headlines(release), {document}),
    starts: (release, {document}) => startsChart(release, {document})
  }
};

const starts = (release: Release): YearFigure[] => byProgramme(release, MEASURES.starts);

/** The two last whole years of the teaching assistant standard. */
function teachingAssistant(release: Release): {now: YearFigure; before: YearFigure} | undefined {
  const whole = starts(release).filter(
    ({programme, figure}) => programme === TEACHING_ASSISTANT && !figure.is_part_period && figure.value !== null
  );
  const now = whole.at(-1);
  const before = whole.at(-2);
  return now && before ? {now, before} : undefined;
}
