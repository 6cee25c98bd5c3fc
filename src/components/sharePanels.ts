import {aboutNumbers} from "./aboutNumbers.js";
import {dotPanels, type Panel, type PanelCell} from "./dotPanels.js";
import {builder} from "./element.js";
import {figure} from "./figure.js";
import {type Cell, count, list, lower, missing, percent, sentence} from "./format.js";
import {type PlainColumn, plainDownload, plainTable} from "./plainTable.js";
import type {Download, Figure, Origin, Release} from "./release.js";
import {limitsSaid, NOT_AVAILABLE, orWhy} from "./surveyWords.js";

/** A row of shares, one for each panel; nothing where a share cannot be. */
export interface ShareRow {
  group: string; // rows of one group stand under its name; none for empty
  name: string;
  figures: readonly (Figure | undefined)[];
  marks?: readonly PanelCell["mark"][];
}

/** Shares of people side by side: all that chart, table and download need. */
export interface SharePanels<Row extends ShareRow = ShareRow> {
  id: string;
  finding: string;
  measure: string;
  panels: readonly Panel[];
  rows: readonly Row[];
  names: {group: string; name: string}; // headings of the table's first columns; no group for empty
  columns?: readonly PlainColumn<Row>[]; // more columns of the table
  beside?: readonly Figure[]; // what the further columns show
  file: string; // without "-synthetic" and ".csv"
  source: string;
  key?: (options: {document: Document}) => Node;
  level?: 2 | 3;
  domain?: readonly [number, number]; // 0 to 100 unless told otherwise
  write?(value: number): string; // a per cent unless told otherwise
  unit?: string; // "%" unless told otherwise
  absent?: Cell; // why a row has no figure in a panel: not available unless told otherwise
}

/** Returns shares as a chart with its table; a sentence where nothing was received. */
export function sharePanels<Row extends ShareRow>(
  shares: SharePanels<Row>,
  release: Release,
  {document}: {document: Document}
): Node {
  const {id, finding, measure, panels, rows, source, key, level, domain, write = percent, absent} = shares;
  const shown = figuresIn(shares);
  if (shown.length === 0) return builder(document)("p", {}, `${finding}.`);
  const drawn = rows.map(({group, name, figures, marks = []}) => ({
    group,
    name,
    cells: panels.map((_, index) => cellOf(figures[index], {release, write, mark: marks[index], absent}))
  }));
  return figure({
    document,
    id,
    finding,
    measure: `${measure}${wordsExplained(shown, release)}`,
    key: key?.({document}),
    alternative: `Dot plot of ${panels.map(({title, of}) => `${title}, ${of}`).join("; and ")}. ${finding}. The table holds every figure with its interval.`,
    draw: (width) => dotPanels(drawn, {document, width, panels, domain, write}),
    table: plainTable(rows, {document, caption: captionOf(shares), columns: columnsOf(shares, release)}),
    download: fileOf(shares),
    source,
    about: aboutNumbers([...shown, ...(shares.beside ?? [])], release, {document}),
    level
  });
}

/** Returns the table of shares as a download. */
export function shareDownloads<Row extends ShareRow>(shares: SharePanels<Row>, release: Release): Download[] {
  const {rows, measure, source} = shares;
  const shown = figuresIn(shares);
  if (shown.length === 0) return [];
  const notes = [`${measure}${wordsExplained(shown, release)}`];
  const columns = columnsOf(shares, release);
  return [plainDownload(fileOf(shares), {rows, columns, title: captionOf(shares), source, notes})];
}

/** Returns the figures that shares show. */
export const figuresIn = <Row extends ShareRow>({rows}: Pick<SharePanels<Row>, "rows">): Figure[] =>
  rows.flatMap(({figures}) => figures.filter((found) => found !== undefined));

/** "Offered training and took it up, by role". */
function captionOf<Row extends ShareRow>(shares: SharePanels<Row>): string {
  const titles = list(shares.panels.map(({title}) => lower(title)));
  const synthetic = isSynthetic(shares) ? ", synthetic returns" : "";
  return sentence(`${titles}, by ${lower(shares.names.name)}${synthetic}`);
}

/** What stands in place of figures, in a sentence for each word. */
function wordsExplained(figures: readonly Figure[], {reasons}: Pick<Release, "reasons">): string {
  const shown = new Set(
    figures.filter(({value, bound}) => value === null && bound === null).map(({symbol_reason}) => symbol_reason)
  );
  return Object.entries(reasons)
    .filter(([reason]) => shown.has(reason))
    .map(([, {word, meaning}]) => ` ${sentence(word)}: ${lower(meaning)}`)
    .join("");
}

function cellOf(
  found: Figure | undefined,
  {
    release,
    write,
    mark,
    absent = NOT_AVAILABLE
  }: {release: Release; write(value: number): string; mark: PanelCell["mark"]; absent: Cell | undefined}
): PanelCell {
  if (!found) return {said: missing(absent, release).word};
  const {value, lower, upper, bound} = found;
  if (bound === "upper" && upper !== null) return {said: `under ${write(upper)}`, upTo: upper};
  if (value === null) return {said: missing(found, release).word};
  const limits = lower === null || upper === null ? {} : {limits: [lower, upper] as const};
  return {said: write(value), value, ...limits, ...(mark === undefined ? {} : {mark})};
}

function columnsOf<Row extends ShareRow>(
  {panels, rows, names, columns = [], unit = "%", write, absent}: SharePanels<Row>,
  release: Release
): PlainColumn<Row>[] {
  const group: PlainColumn<Row>[] =
    names.group === "" ? [] : [{title: names.group, value: (row) => row.group, blank: "all"}];
  const shares = panels.flatMap(({title, of}, index): PlainColumn<Row>[] => {
    const why = absent ? {release, absent} : {release};
    const has = (name: "lower" | "base") => rows.some(({figures}) => (figures[index]?.[name] ?? null) !== null);
    const interval: PlainColumn<Row> = {
      title: "95% interval",
      isNumber: true,
      value: (row) => orWhy(intervalOf(row.figures[index]), {...why, figure: row.figures[index]})
    };
    const answers: PlainColumn<Row> = {
      title: "Answers",
      isNumber: true,
      value: (row) => orWhy(row.figures[index]?.base ?? null, {...why, figure: row.figures[index]}),
      blank: "not stated",
      write: count
    };
    return [
      {
        title: `${title}, ${unit} ${of}`,
        isNumber: true,
        value: (row) => shareOf(row.figures[index], {release, absent}),
        write: write ?? count
      },
      ...(has("lower") ? [interval] : []),
      ...(has("base") ? [answers] : [])
    ];
  });
  const origin: PlainColumn<Row> = {
    title: "Origin",
    value: ({figures}) => originOf(figures)
  };
  const name: PlainColumn<Row> = {title: names.name, value: (row) => row.name};
  return [name, ...group, ...shares, ...columns, origin];
}

/** One synthetic figure makes a row synthetic, and one estimated makes it estimated. */
function originOf(figures: readonly (Figure | undefined)[]): Origin | "" {
  return ORIGINS.find((origin) => figures.some((found) => found?.origin === origin)) ?? "";
}

const ORIGINS: readonly Origin[] = ["synthetic", "estimated", "real"];

function shareOf(
  found: Figure | undefined,
  {release, absent = NOT_AVAILABLE}: {release: Release; absent: Cell | undefined}
) {
  if (!found) return missing(absent, release);
  if (found.bound === "upper" && found.upper !== null) return `under ${count(found.upper)}`;
  return found.value ?? missing(found, release);
}

const intervalOf = (found: Figure | undefined): string => (found && found.bound === null ? limitsSaid(found) : "");

const fileOf = <Row extends ShareRow>(shares: SharePanels<Row>): string =>
  `${shares.file}${isSynthetic(shares) ? "-synthetic" : ""}.csv`;

/** Returns whether any of the shares rests on synthetic returns. */
export const isSynthetic = <Row extends ShareRow>(shares: Pick<SharePanels<Row>, "rows">): boolean =>
  figuresIn(shares).some(({origin}) => origin === "synthetic");
