import {builder} from "./element.js";
import {list, sentence} from "./format.js";
import {type PlainColumn, plainDownload, plainTable} from "./plainTable.js";
import type {Download, PolicyLine, Release, Words} from "./release.js";
import {downloadLine, tableBehind} from "./tableBehind.js";

const FILE = "disclosure-policy.csv";
const SYMBOL_FILE = "symbols.csv";
const SYMBOL_CAPTION = "Symbols and reasons";

/** What each kind of line is called on the page. */
const KINDS: Readonly<Record<string, string>> = {
  rule: "The rules",
  cost: "What they cost in this release",
  gain: "What they buy"
};

/** Returns the value of a line of the policy by its name; undefined where there is none. */
export const policyValue = ({policy}: Pick<Release, "policy">, rule: string): string | undefined =>
  policy.find(({policy_rule}) => policy_rule === rule)?.policy_value;

/** Says how many figures are shown, and why others are not. */
export function costSentence(release: Release): string {
  const [all, withheld, unreliable, low] = ["Figures", "Figures withheld", "Figures unreliable", "Figures low"].map(
    (rule) => policyValue(release, rule)
  );
  if (!all) return "";
  const parts = [`${low} are low`, `${withheld} are withheld`, `${unreliable} are too unreliable to show`];
  const moved = policyValue(release, "Mean error of rounding");
  return `Of ${all} figures, ${list(parts)}.${moved ? ` Rounding moves a number of people by ${moved} on average.` : ""}`;
}

/** Says how many tables there are, outside which nothing exists. */
export function surfaceSentence(release: Release): string {
  const tables = policyValue(release, "Tables of figures");
  return tables ? `${tables} tables of figures are declared, and a combination outside them does not exist.` : "";
}

/** Returns the policy as it stands: rules, costs and gains, with the download. */
export function policyTables(release: Release, {document}: {document: Document}): Node {
  const h = builder(document);
  const kinds = Object.entries(KINDS).flatMap(([kind, caption]) => {
    const rows = release.policy.filter(({policy_kind}) => policy_kind === kind);
    return rows.length === 0 ? [] : [plainTable(rows, {document, caption, columns: COLUMNS, isStacked: true})];
  });
  return h(
    "div",
    {class: "below policy"},
    ...kinds,
    downloadLine({document, download: FILE, source: "Published table policy: the file that the gate obeys."})
  );
}

/** Returns what stands where a number does not, with the meaning of each symbol and reason. */
export function symbolTable(release: Release, {document}: {document: Document}): Node {
  return tableBehind({
    document,
    summary: "Every symbol and reason, and what it means",
    table: plainTable(symbols(release), {
      document,
      caption: SYMBOL_CAPTION,
      columns: SYMBOL_COLUMNS,
      isStacked: true
    }),
    download: SYMBOL_FILE,
    source: "The same list serves pages, files and screen readers."
  });
}

/** Returns the policy and the symbols as downloads. */
export const policyDownloads = (release: Release): Download[] => [
  plainDownload(FILE, {
    title: "Disclosure control: rules, costs and gains",
    rows: release.policy,
    columns: [KIND, ...COLUMNS]
  }),
  plainDownload(SYMBOL_FILE, {title: SYMBOL_CAPTION, rows: symbols(release), columns: SYMBOL_COLUMNS})
];

const KIND: PlainColumn<PolicyLine> = {title: "Kind", value: ({policy_kind}) => policy_kind};

const COLUMNS: readonly PlainColumn<PolicyLine>[] = [
  {title: "What", value: ({policy_rule}) => policy_rule},
  {title: "Value", isNumber: true, value: ({policy_value}) => policy_value},
  {title: "Meaning", value: ({policy_meaning}) => policy_meaning}
];

interface SymbolLine {
  symbol: string;
  word: string;
  meaning: string;
}

function symbols({symbols: known, reasons}: Words): SymbolLine[] {
  const own = Object.entries(known).map(([symbol, {word, meaning}]) => ({symbol, word, meaning}));
  const behind = Object.values(reasons).map(({symbol, word, meaning}) => ({symbol, word, meaning}));
  const lines = [...own, ...behind];
  return Object.keys(known).flatMap((symbol) => {
    const found = lines.filter((line) => line.symbol === symbol);
    return found.filter(({word}, at) => found.findIndex((other) => other.word === word) === at);
  });
}

const SYMBOL_COLUMNS: readonly PlainColumn<SymbolLine>[] = [
  {title: "On pages", value: ({word}) => sentence(word)},
  {title: "In files", value: ({symbol}) => symbol},
  {title: "Meaning", value: ({meaning}) => meaning}
];
