import {aboutNumbers} from "./aboutNumbers.js";
import {dotPanels, type Panel, type PanelCell} from "./dotPanels.js";
import {builder} from "./element.js";
import {figure} from "./figure.js";
import {count, missing, percent} from "./format.js";
import {type PlainColumn, plainDownload, plainTable} from "./plainTable.js";
import type {Download, Figure, Release} from "./release.js";
import {limitsSaid} from "./surveyWords.js";

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
  file: string; // without "-synthetic" and ".csv"
  source: string;
  key?: (options: {document: Document}) => Node;
  level?: 2 | 3;
}

/** Returns shares as a chart with its table; a sentence where nothing was received. */
export function sharePanels<Row extends ShareRow>(
  shares: SharePanels<Row>,
  release: Release,
  {document}: {document: Document}
): Node {
  const {id, finding, measure, panels, rows, source, key, level} = shares;
  const shown = figuresIn(shares);
  if (shown.length === 0) return builder(document)("p", {}, `${finding}.`);
  const drawn = rows.map(({group, name, figures, marks = []}) => ({
    group,
    name,
    cells: panels.map((_, index) => cellOf(figures[index], {release, mark: marks[index]}))
  }));
  return figure({
    document,
    id,
    finding,
    measure,
    key: key?.({document}),
    alternative: `Dot plot of ${panels.map(({title, of}) => `${title}, ${of}`).join("; and ")}. ${finding}. The table holds every figure with its interval.`,
    draw: (width) => dotPanels(drawn, {document, width, panels}),
    table: plainTable(rows, {document, caption: measure, columns: columnsOf(shares, release)}),
    download: fileOf(shares),
    source,
    about: aboutNumbers(shown, release, {document}),
    level
  });
}

/** Returns the table of shares as a download. */
export const shareDownloads = <Row extends ShareRow>(shares: SharePanels<Row>, release: Release): Download[] =>
  figuresIn(shares).length === 0
    ? []
    : [plainDownload(fileOf(shares), {rows: shares.rows, columns: columnsOf(shares, release)})];

/** Returns the figures that shares show. */
export const figuresIn = <Row extends ShareRow>({rows}: Pick<SharePanels<Row>, "rows">): Figure[] =>
  rows.flatMap(({figures}) => figures.filter((found) => found !== undefined));

function cellOf(
  found: Figure | undefined,
  {release, mark}: {release: Release; mark: PanelCell["mark"]}
): PanelCell {
  if (!found) return {said: ""};
  const {value, lower, upper, bound} = found;
  if (bound === "upper" && upper !== null) return {said: `under ${percent(upper)}`, upTo: upper};
  if (value === null) return {said: missing(found, release).word};
  const limits = lower === null || upper === null ? {} : {limits: [lower, upper] as const};
  return {said: percent(value), value, ...limits, ...(mark === undefined ? {} : {mark})};
}

function columnsOf<Row extends ShareRow>(
  {panels, names, columns = []}: SharePanels<Row>,
  release: Release
): PlainColumn<Row>[] {
  const group: PlainColumn<Row>[] = names.group === "" ? [] : [{title: names.group, value: (row) => row.group}];
  const shares = panels.flatMap(({title, of}, index): PlainColumn<Row>[] => [
    {title: `${title}, % ${of}`, isNumber: true, value: (row) => valueOf(row.figures[index], release)},
    {title: "95% interval", isNumber: true, value: (row) => intervalOf(row.figures[index])},
    {title: "Answers", isNumber: true, value: (row) => row.figures[index]?.base ?? "", write: count}
  ]);
  const origin: PlainColumn<Row> = {
    title: "Origin",
    value: ({figures}) => figures.find((found) => found !== undefined)?.origin ?? ""
  };
  const name: PlainColumn<Row> = {title: names.name, value: (row) => row.name};
  return [name, ...group, ...shares, ...columns, origin];
}

function valueOf(found: Figure | undefined, release: Release) {
  if (!found) return "";
  if (found.bound === "upper" && found.upper !== null) return `under ${count(found.upper)}`;
  return found.value ?? missing(found, release);
}

const intervalOf = (found: Figure | undefined): string => (found && found.bound === null ? limitsSaid(found) : "");

const fileOf = <Row extends ShareRow>(shares: SharePanels<Row>): string =>
  `${shares.file}${figuresIn(shares).some(({origin}) => origin === "synthetic") ? "-synthetic" : ""}.csv`;
