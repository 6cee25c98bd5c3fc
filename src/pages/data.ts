import {banner} from "../components/banner.js";
import {dictionary, dictionaryDownloads} from "../components/catalogue/dictionary.js";
import {openDataSentence, openDataTable} from "../components/catalogue/openData.js";
import {revisionDownloads, revisionSentence, revisionTable} from "../components/catalogue/revisions.js";
import {fileSize, filesOfTable, tableIndex} from "../components/catalogue/tableIndex.js";
import {citation, licenceDownloads, licenceTable, syntheticSentence} from "../components/catalogue/useOfData.js";
import {releaseDownloads, releaseHistory, vintagesSaid} from "../components/catalogue/vintages.js";
import {policyDownloads, symbolTable} from "../components/disclosurePolicy.js";
import {builder} from "../components/element.js";
import {count, date, plural} from "../components/format.js";
import {type KeyFigure, keyFigures} from "../components/keyFigures.js";
import {noticesDownloads, noticesSentence, noticesTable} from "../components/notices.js";
import type {Origin, Page, Release} from "../components/release.js";
import {signedOff} from "../components/signedOff.js";

/** Everything that is published, to download, with what each column means and how it may be used. */
export const data: Page = {
  origins,
  downloads: (release) =>
    [
      dictionaryDownloads,
      revisionDownloads,
      releaseDownloads,
      noticesDownloads,
      licenceDownloads,
      policyDownloads
    ].flatMap((of) => of(release)),
  marks: {
    banner: (release, {document}) => banner(origins(release), {document}),
    title,
    lead,
    figures: (release, {document}) => keyFigures(headlines(release), {document}),
    tables: (release, {document}) => tableIndex(release, {document}),
    openDataSentence,
    openData: (release, {document}) => openDataTable(release, {document}),
    syntheticSentence,
    dictionary: (release, {document}) => dictionary(release, {document}),
    symbols: (release, {document}) => symbolTable(release, {document}),
    revisionSentence,
    revisions: (release, {document}) => revisionTable(release, {document}),
    vintagesSaid,
    releases: (release, {document}) => releaseHistory(release, {document}),
    noticesSentence,
    notices: (release, {document}) => noticesTable(release, {document}),
    licences: (release, {document}) => licenceTable(release, {document}),
    citation: (release, {document}) => builder(document)("blockquote", {class: "citation"}, citation(release))
  }
};

const ORIGINS: readonly Origin[] = ["real", "synthetic", "estimated"];

function origins({catalogue}: Release): Set<Origin> {
  return new Set(ORIGINS.filter((origin) => catalogue.tables.some(({origins: of}) => (of[origin] ?? 0) > 0)));
}

function title({catalogue}: Release): string {
  const figures = catalogue.tables.find(({table}) => table === "indicators")?.rows ?? 0;
  const others = catalogue.tables.length - 1;
  if (figures === 0) return "This release holds no figures";
  return `All ${count(figures)} figures can be downloaded, and ${plural(others, "other table")} with them`;
}

function lead({catalogue}: Release): string {
  const {version, as_at, signed_by} = catalogue.release;
  return `Release ${version}, position at ${date(as_at)}. ${signedOff(signed_by)} Every table comes as CSV for spreadsheets and as Parquet for programs, with a file that says what its columns mean. Pages, reports and these files are written from the same tables.`;
}

function headlines({catalogue}: Release): KeyFigure[] {
  const {tables, release} = catalogue;
  const all = tables.reduce((sum, {rows}) => sum + rows, 0);
  const synthetic = tables.reduce((sum, {origins: of}) => sum + (of.synthetic ?? 0), 0);
  const size = (ending: RegExp): string =>
    fileSize(
      tables
        .flatMap(({files}) => filesOfTable(files))
        .filter(({file}) => ending.test(file))
        .reduce((sum, {bytes}) => sum + bytes, 0)
    );
  return [
    {
      value: count(all),
      label: `rows in ${plural(tables.length, "table")}`,
      base: `release ${release.version}`,
      about: "#tables"
    },
    {
      value: count(synthetic),
      label: "of them synthetic",
      base: "each says so in its origin",
      about: "/methods#assumed"
    },
    {value: size(/(?<!\.meta)\.csv$/), label: "as CSV", base: "all tables together", about: "#tables"},
    {value: size(/\.parquet$/), label: "as Parquet", base: "the same rows", about: "#tables"}
  ];
}
