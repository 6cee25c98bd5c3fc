import {count, plural, sentence} from "./format.js";
import {type PlainColumn, plainDownload, plainTable} from "./plainTable.js";
import type {ComparisonFamily, Download, Release} from "./release.js";
import {tableBehind} from "./tableBehind.js";

const CAPTION = "Declared families of comparisons";
const SOURCE = "Published tables comparison_families and comparisons.";

const fileOf = ({comparisons}: Release): string =>
  `comparison-families${comparisons.some(({origin}) => origin === "synthetic") ? "-synthetic" : ""}.csv`;

/** A declared family of comparisons with what was found in it. */
interface Judged extends ComparisonFamily {
  compared: number;
  different: number;
  cannotSay: number;
}

/** Says how many comparisons there are, and how many pass. */
export function comparisonSentence(release: Release): string {
  const families = judged(release);
  const sum = (of: (family: Judged) => number): number => families.reduce((total, family) => total + of(family), 0);
  const compared = sum((family) => family.compared);
  if (compared === 0) return "Nothing is compared in this release.";
  const different = sum((family) => family.different);
  return `This release makes ${count(compared)} comparisons in ${plural(families.length, "family", "families")}: ${count(different)} ${different === 1 ? "is" : "are"} called different, and for ${count(sum(({cannotSay}) => cannotSay))} there is too little to say.`;
}

/** Returns the families with what each compares, the test, and what was found. */
export function familiesTable(release: Release, {document}: {document: Document}): Node {
  const rows = judged(release);
  if (release.comparisons.length === 0) return document.createTextNode("");
  return tableBehind({
    document,
    summary: sentence(`the ${plural(rows.length, "family", "families")}, and what was found`),
    table: plainTable(rows, {
      document,
      caption: CAPTION,
      columns: COLUMNS,
      isStacked: true
    }),
    download: fileOf(release),
    source: SOURCE
  });
}

/** Returns the families as a download. */
export const familiesDownloads = (release: Release): Download[] =>
  release.comparisons.length === 0
    ? []
    : [plainDownload(fileOf(release), {title: CAPTION, source: SOURCE, rows: judged(release), columns: COLUMNS})];

function judged({comparison_families, comparisons}: Release): Judged[] {
  return comparison_families.map((family) => {
    const members = comparisons.filter(({family_id}) => family_id === family.family_id);
    const of = (answer: string): number => members.filter(({is_different}) => is_different === answer).length;
    return {...family, compared: members.length, different: of("yes"), cannotSay: of("cannot say")};
  });
}

const COLUMNS: readonly PlainColumn<Judged>[] = [
  {title: "Family", value: ({title}) => title},
  {title: "Compared with", value: ({compared_with}) => compared_with},
  {title: "Test", value: ({test}) => test},
  {title: "Comparisons", isNumber: true, value: ({compared}) => compared, write: count},
  {title: "Called different", isNumber: true, value: ({different}) => different, write: count},
  {title: "Cannot say", isNumber: true, value: ({cannotSay}) => cannotSay, write: count}
];
