import {createReadStream} from "node:fs";
import {join} from "node:path";
import iconv from "iconv-lite";
import {SaxesParser, type SaxesTagNS} from "saxes";
import {readColumns} from "../contracts/cell.js";
import {ILR_NAMESPACE, ILR_YEAR} from "../contracts/ilr.js";
import {inspectText} from "./encoding.js";
import {fileFault, nameSome} from "./fileFaults.js";
import {elementPlace, type LearnerRow, learnerRows} from "./ilrRows.js";
import type {Opening, OpeningOptions} from "./open.js";
import {createRows, rowsRelation} from "./rowsFile.js";
import type {FileFault} from "./source.js";

const SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
const HEADER: Readonly<Record<string, string>> = {
  "/Message/Header/CollectionDetails/Collection": "ILR",
  "/Message/Header/CollectionDetails/Year": ILR_YEAR
};

/** Opens an ILR file: streams it, checks its namespace and header, and writes one row for each learning delivery. */
export async function openIlrXml(path: string, {contract, folder}: OpeningOptions): Promise<Opening> {
  const {encoding, bytes, isBinary} = await inspectText(path);
  if (bytes === 0) return {refusal: fileFault("FIL-001", {place: "the file", got: "nothing"}), rowsRead: 0};
  if (isBinary)
    return {refusal: fileFault("FIL-002", {place: "the file", got: "zero bytes, which no text holds"}), rowsRead: 0};
  const columns = readColumns(contract).map(({name}) => name);
  const target = join(folder, "rows.csv");
  const file = createRows(target);
  const places: Pick<LearnerRow, "learner" | "delivery" | "unexpected">[] = [];
  const attributes = new Set<string>();
  const write = ({cells, ...place}: LearnerRow): void => {
    file.write(columns.map((name) => cells.get(name) ?? null));
    places.push(place);
  };
  try {
    const refusal = await parse(path, {encoding, write, attributes});
    if (refusal) return {refusal, rowsRead: 0};
  } finally {
    file.close();
  }
  if (places.length === 0) return {refusal: fileFault("FIL-003", {place: "/Message", got: "no Learner"}), rowsRead: 0};
  const got = nameSome([...attributes].sort());
  return {
    source: {
      columns,
      relation: rowsRelation(target, columns),
      warnings: attributes.size > 0 ? [fileFault("FIL-018", {place: "the file", got})] : [],
      async place(record, column) {
        const row = places[record - 1];
        return row ? elementPlace(row, column) : "/Message";
      },
      explain: async () => undefined,
      close: async () => {}
    }
  };
}

interface ParseOptions {
  encoding: string;
  write: (row: LearnerRow) => void;
  attributes: Set<string>; // names of attributes that are not read
}

/** What ends the reading; thrown by handlers, since the parser has no way to stop. */
class Refused extends Error {
  constructor(readonly fault: FileFault) {
    super(fault.code);
  }
}

async function parse(path: string, {encoding, write, attributes}: ParseOptions): Promise<FileFault | undefined> {
  const parser = new SaxesParser({xmlns: true});
  const rows = learnerRows(write);
  const stack: string[] = [];
  const seen = new Map<string, string>();
  let text = "";
  parser.on("error", ({message}) => {
    const place = `line ${parser.line}, column ${parser.column}`;
    throw new Refused(
      fileFault("FIL-015", {place, got: message.replace(/^(?:[^ ]*:)?\d+:\d+: /, "").replace(/\.$/, "")})
    );
  });
  parser.on("doctype", () => {
    throw new Refused(fileFault("FIL-015", {place: `line ${parser.line}`, got: "a document type"}));
  });
  parser.on("opentag", (tag) => {
    checkName(tag, stack);
    stack.push(tag.local);
    text = "";
    for (const {name, uri, prefix} of Object.values(tag.attributes)) {
      if (uri !== SCHEMA_INSTANCE && prefix !== "xmlns" && name !== "xmlns") attributes.add(`${tag.local}/@${name}`);
    }
    rows.open(stack);
  });
  parser.on("text", (of) => {
    text += of;
  });
  parser.on("cdata", (of) => {
    text += of;
  });
  parser.on("closetag", () => {
    const at = `/${stack.join("/")}`;
    if (at in HEADER) seen.set(at, text.trim());
    if (at === "/Message/Header") checkHeader(seen);
    rows.close(stack, text.trim());
    stack.pop();
    text = "";
  });
  try {
    const decoder = iconv.getDecoder(encoding);
    let isDeclared = false;
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      const decoded = decoder.write(chunk);
      if (!isDeclared) checkDeclaration(decoded, encoding);
      isDeclared = true;
      parser.write(decoded);
    }
    parser.write(decoder.end() ?? "");
    parser.close();
    if (!seen.has("/Message/Header/CollectionDetails/Year")) checkHeader(seen);
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.fault;
    throw error;
  }
}

function checkName({local, uri}: SaxesTagNS, stack: readonly string[]): void {
  const place = `/${[...stack, local].join("/")}`;
  if (uri !== ILR_NAMESPACE) {
    const expected = `elements of the namespace ${ILR_NAMESPACE}`;
    throw new Refused(fileFault("FIL-016", {place, expected, got: uri === "" ? "no namespace" : uri}));
  }
  if (stack.length === 0 && local !== "Message")
    throw new Refused(fileFault("FIL-016", {place, expected: "the element Message", got: local}));
}

function checkHeader(seen: ReadonlyMap<string, string>): void {
  for (const [place, expected] of Object.entries(HEADER)) {
    const got = seen.get(place);
    if (got !== expected) throw new Refused(fileFault("FIL-016", {place, expected, got: got || "nothing"}));
  }
}

/** Bytes that are not UTF-8 are read as Windows-1252, which the file must then declare. */
function checkDeclaration(start: string, encoding: string): void {
  const declared = /^\uFEFF?<\?xml[^>]*encoding=["']([^"']+)["']/.exec(start)?.[1]?.toLowerCase() ?? "utf-8";
  if (encoding === "windows-1252" && !/^(windows-1252|iso-8859-1|latin1)$/.test(declared)) {
    throw new Refused(fileFault("FIL-015", {place: "the file", got: `bytes that are not ${declared.toUpperCase()}`}));
  }
}
