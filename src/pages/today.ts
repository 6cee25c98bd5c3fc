import {aboutNumbers} from "../components/aboutNumbers.js";
import {
  byProgramme,
  lastWholeYear,
  MEASURES,
  teachingAssistantsInPost,
  type YearFigure
} from "../components/apprenticeships.js";
import {banner} from "../components/banner.js";
import {figure as chartFigure} from "../components/figure.js";
import {academicYear, count, date, missing, percent, plural, sentence} from "../components/format.js";
import {type KeyFigure, keyFigures} from "../components/keyFigures.js";
import {type PlainColumn, plainDownload, plainTable} from "../components/plainTable.js";
import type {Origin, Page, Release} from "../components/release.js";
import {signedOff} from "../components/signedOff.js";
import {startsByYear, type YearStarts} from "../components/startsByYear.js";

const SOURCE = "Source: Department for Education, apprenticeships by provider and standard. Open Government Licence.";
const FILE = "apprenticeship-starts.csv";
const CAPTION = "Apprenticeship starts by programme and year";
const TEACHING_ASSISTANT = "Teaching Assistant";
const SPECIALIST = "Specialist Teaching Assistant";

/** Apprenticeships that support staff may follow, as published. */
export const today: Page = {
  origins: (release) => new Set(starts(release).map(({figure}): Origin => figure.origin)),
  downloads: (release) => [
    plainDownload(FILE, {title: CAPTION, source: SOURCE, rows: starts(release), columns: columns(release)})
  ],
  position,
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

/** These figures have their own date. */
function position({files, catalogue}: Release): string {
  const dates = files
    .filter(({is_used, collection}) => is_used && collection === "apprenticeships")
    .map(({received_date}) => received_date ?? "");
  const last = dates.toSorted().at(-1);
  return `Published figures${last ? `, as received on ${date(last)}` : ""}. ${signedOff(catalogue.release.signed_by)}`;
}

function title(release: Release): string {
  const pair = teachingAssistant(release);
  if (starts(release).length === 0) return "No apprenticeship figures have been received";
  if (!pair) return "Starts on the Teaching Assistant apprenticeship are not yet known for two whole years";
  const {now, before} = pair;
  const [value, earlier] = [now.figure.value ?? 0, before.figure.value ?? 0];
  const change = earlier === 0 ? 0 : (100 * (value - earlier)) / earlier;
  const moved = Math.abs(change) < 0.5 ? "held at" : `${change < 0 ? "fell" : "rose"} ${percent(Math.abs(change))} to`;
  return `Starts on the Teaching Assistant apprenticeship ${moved} ${count(value)} in ${now.year}`;
}

function lead(release: Release): string {
  if (starts(release).length === 0) return "Nothing in this release says how many people start an apprenticeship.";
  const pair = teachingAssistant(release);
  const programmes = new Set(starts(release).map(({programme_id}) => programme_id)).size;
  const from = pair
    ? `From ${count(pair.before.figure.value ?? 0)} in ${pair.before.year}.${specialist(release, pair.now)} `
    : "";
  return `${from}These figures cover ${plural(programmes, "apprenticeship")} that support staff may follow. The employer is not known, so starts outside schools count here too.`;
}

/** Without its neighbour in the same year, a fall of the one standard would read as a fall of both. */
function specialist(release: Release, {figure: {period}}: YearFigure): string {
  const found = starts(release).find(({programme, figure}) => programme === SPECIALIST && figure.period === period);
  if (!found || found.figure.value === null) return "";
  return ` ${SPECIALIST}, counted apart, had ${count(found.figure.value)} in ${found.year}.`;
}

function headlines(release: Release) {
  const rows = starts(release);
  const whole = lastWholeYear(rows.map(({figure}) => figure));
  const wanted = rows.filter(
    ({programme, figure}) =>
      (programme === TEACHING_ASSISTANT && figure.period === whole) ||
      (programme === SPECIALIST && figure.period >= whole)
  );
  const shown = wanted.map(({programme, year, figure}) => ({
    value: figure.value === null ? missing(figure, release).word : count(figure.value),
    label: `${programme} starts`,
    base: figure.is_part_period ? `${year}: a part year` : `${year}, whole year`,
    indicator: "APP-01"
  }));
  return [...shown.slice(0, 3), inPost(release, whole)];
}

/** A rate needs starts and staff of the same whole year. */
function inPost(release: Release, whole: string): KeyFigure {
  const staff = teachingAssistantsInPost(release);
  const none =
    whole === "" || staff?.period === whole
      ? `no rate: ${whole === "" ? "no starts received" : "the employer of those who start is not known"}`
      : `no rate: no workforce figure for ${academicYear(whole)} in this release`;
  if (!staff) return {value: "No rate", label: "of starts to staff", base: none};
  return {
    value: count(staff.value ?? 0),
    label: `teaching assistants in post in ${academicYear(staff.period)}`,
    base: `headcount, state-funded schools · ${none}`,
    indicator: "WRK-01"
  };
}

const columns = (release: Release): readonly PlainColumn<YearFigure>[] => [
  {title: "Apprenticeship", value: ({programme}) => programme},
  {
    title: "Level",
    value: ({figure, programme_id}) =>
      (levelOf(release, programme_id) ?? figure.nqf_level ?? "not stated").replaceAll(";", " and ")
  },
  {title: "Academic year", value: ({year}) => year},
  {title: "Starts", isNumber: true, value: ({figure}) => figure.value ?? missing(figure, release), write: count},
  {title: "Part year", value: ({figure}) => (figure.is_part_period ? "yes" : "no")},
  {title: "Origin", value: ({figure}) => figure.origin}
];

const levelOf = ({programmes}: Release, id: string): string | null | undefined =>
  programmes.find(({programme_id}) => programme_id === id)?.nqf_level;

function startsChart(release: Release, {document}: {document: Document}): Node {
  const rows = starts(release);
  const drawn = rows.filter(({programme_id}) => isDrawn(rows, programme_id));
  const small =
    new Set(rows.map(({programme_id}) => programme_id)).size - new Set(drawn.map((row) => row.programme_id)).size;
  const bars: YearStarts[] = drawn.map(({programme, year, figure}) => ({
    programme,
    year,
    starts: figure.value,
    said: figure.value === null ? missing(figure, release).word : count(figure.value),
    isPart: figure.is_part_period
  }));
  return chartFigure({
    document,
    id: "starts",
    finding: finding(rows),
    measure: `Apprenticeship starts by academic year, August to July. England, all employers. The pale bar is a part year.${small === 0 ? "" : ` ${sentence(plural(small, "apprenticeship"))} with fewer than 10 starts in every year ${small === 1 ? "is" : "are"} in the table only.`}`,
    alternative: `Bar chart of starts by apprenticeship and year. ${finding(rows)}. The table holds every figure.`,
    draw: (width) => startsByYear(bars, {document, width}),
    table: plainTable(rows, {
      document,
      caption: CAPTION,
      columns: columns(release)
    }),
    download: FILE,
    about: aboutNumbers(
      rows.map(({figure}) => figure),
      release,
      {document}
    ),
    source: SOURCE
  });
}

const isDrawn = (rows: readonly YearFigure[], id: string): boolean =>
  rows.some(({programme_id, figure}) => programme_id === id && (figure.value ?? 0) >= 10);

/** Says which apprenticeship grew most between the two last whole years, by number. */
function finding(rows: readonly YearFigure[]): string {
  const whole = lastWholeYear(rows.map(({figure}) => figure));
  const changes = rows
    .filter(({figure}) => figure.period === whole && figure.value !== null)
    .flatMap((now) => {
      const before = rows.findLast(
        ({programme_id, figure}) => programme_id === now.programme_id && figure.period < whole && figure.value !== null
      );
      return before ? [{now, change: (now.figure.value ?? 0) - (before.figure.value ?? 0)}] : [];
    })
    .toSorted((a, b) => b.change - a.change);
  const [most] = changes;
  if (!most) return "Starts cannot yet be compared over two whole years";
  if (most.change <= 0) return `No apprenticeship counted here grew in ${academicYear(whole)}`;
  return `${most.now.programme} grew most, by ${count(most.change)} starts in ${most.now.year}`;
}
