import {builder} from "../../element.js";
import {count} from "../../format.js";
import {table} from "../../table.js";
import {csvLines} from "../csvText.js";
import {csvFile, saveFile} from "../saveFile.js";
import {type Answer, type Database, MOST_FETCHED, openDatabase} from "./database.js";
import {EXAMPLES} from "./examples.js";
import {messageOf} from "./fault.js";
import {type CatalogueTable, schema} from "./schema.js";

export interface ConsoleOptions {
  document: Document;
  folder: URL; // of the engine
  files: ReadonlyMap<string, string>; // addresses of the tables as Arrow, by name
  catalogue: string; // address of the catalogue
  dictionary(table: string): string; // address of what the columns of a table mean
}

/** So many rows stand on the page; the download has all that were fetched. */
const MOST_SHOWN = 200;

/** Loads engine and tables, and puts a console with its schema into `place`. */
export async function openConsole(place: Element, options: ConsoleOptions): Promise<void> {
  const {document, folder, files, catalogue, dictionary} = options;
  const h = builder(document);
  const status = h("p", {class: "sql-status", role: "status"}, "Loading the engine and the tables, some 8 MB …");
  place.replaceChildren(status);
  try {
    const [release, ...tables] = await Promise.all([
      fetched(catalogue).then(
        async (response) => (await response.json()) as {release: {origin: string}; tables: CatalogueTable[]}
      ),
      ...[...files].map(async ([name, address]) => [name, await bytesOf(address)] as const)
    ]);
    const database = await openDatabase({folder, tables: new Map(tables)});
    const suffix = release.release.origin === "synthetic" ? "-synthetic" : "";
    place.replaceChildren(
      ...parts({h, document, database, status, file: `uptake-query${suffix}.csv`}),
      schema(release.tables, {
        document,
        columns: database.columns,
        dictionary,
        read: async (address) => (await fetched(address)).text()
      })
    );
    status.textContent = `Ready: ${count(tables.length)} tables.`;
  } catch (error) {
    status.textContent = `The console could not be opened: ${messageOf(error)}. Load the page again.`;
  }
}

interface PartsOptions {
  h: ReturnType<typeof builder>;
  document: Document;
  database: Database;
  status: HTMLElement;
  file: string;
}

function parts({h, document, database, status, file}: PartsOptions): HTMLElement[] {
  const [first] = EXAMPLES;
  const text = h(
    "textarea",
    {id: "sql-text", rows: 9, spellcheck: "false", autocapitalize: "off"},
    first?.sql ?? ""
  ) as HTMLTextAreaElement;
  const go = h("button", {type: "button", class: "sql-run"}, "Run") as HTMLButtonElement;
  const stop = h("button", {type: "button", disabled: true}, "Stop") as HTMLButtonElement;
  const save = h("button", {type: "button", disabled: true}, "CSV of the answer") as HTMLButtonElement;
  const place = h("div", {class: "sql-answer"});
  let answer: Answer | undefined;

  const run = async (): Promise<void> => {
    if (go.disabled) return;
    [go.disabled, stop.disabled, save.disabled] = [true, false, true];
    status.textContent = "Running …";
    try {
      answer = await database.run(text.value);
      place.replaceChildren(answerTable(answer, {document}));
      status.textContent = said(answer);
    } catch (error) {
      answer = undefined;
      const isStopped = /cancell?ed/i.test(messageOf(error));
      place.replaceChildren(isStopped ? "" : h("pre", {class: "sql-error", tabindex: 0}, messageOf(error)));
      status.textContent = isStopped ? "Stopped." : "The query failed; the reason stands below.";
    }
    [go.disabled, stop.disabled, save.disabled] = [false, true, answer === undefined];
  };

  go.addEventListener("click", run);
  stop.addEventListener("click", () => database.stop());
  save.addEventListener("click", () => answer && saveFile(csvFile(csvLines(cellsOf(answer))), {name: file, document}));
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
  });
  const examples = EXAMPLES.map(({question, sql}) => {
    const button = h("button", {type: "button", class: "sql-example"}, question);
    button.addEventListener("click", () => {
      text.value = sql;
      run();
    });
    return h("li", {}, button);
  });
  return [
    h(
      "div",
      {class: "sql-main"},
      h("p", {id: "sql-examples"}, "Examples, which run at once:"),
      h("ul", {"aria-labelledby": "sql-examples"}, ...examples),
      h("label", {for: "sql-text"}, "Query (Ctrl and Enter runs it)"),
      text,
      h("p", {class: "sql-actions"}, go, stop, save),
      status,
      place
    )
  ];
}

function said({rows, isCut, milliseconds}: Answer): string {
  const seconds = `${(milliseconds / 1000).toFixed(2)} seconds`;
  if (isCut)
    return `More than ${count(MOST_FETCHED)} rows; the first ${count(MOST_FETCHED)} were fetched, the first ${count(MOST_SHOWN)} stand below. ${seconds}.`;
  const number = `${count(rows.length)} ${rows.length === 1 ? "row" : "rows"}`;
  return rows.length > MOST_SHOWN
    ? `${number}; the first ${count(MOST_SHOWN)} stand below, the CSV has all. ${seconds}.`
    : `${number}. ${seconds}.`;
}

const cellsOf = ({columns, rows}: Answer): (readonly string[])[] => [columns.map(({name}) => name), ...rows];

function answerTable({columns, rows}: Answer, {document}: {document: Document}): Node {
  return table(rows.slice(0, MOST_SHOWN), {
    document,
    caption: "Answer",
    columns: columns.map(({name, isNumber}, index) => ({
      title: name,
      isNumber: index > 0 && isNumber,
      cell: (row) => row[index] ?? ""
    }))
  });
}

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} at ${address}`);
  return response;
}

const bytesOf = async (address: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetched(address)).arrayBuffer());
