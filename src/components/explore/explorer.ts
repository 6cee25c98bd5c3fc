import {builder} from "../element.js";
import type {Release} from "../release.js";
import {workbookFile} from "../workbookFile.js";
import {settled} from "./choices.js";
import {cubeOf} from "./cube.js";
import {drawingOf} from "./drawing.js";
import {FACT_TABLES} from "./facts.js";
import {emptyForm, fillForm} from "./form.js";
import {result} from "./result.js";
import {viewOf} from "./view.js";

/** Returns Explore as it stands in the page before its script runs: choices that wait, and what it shows first. */
export function explorer(release: Release, {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const cube = cubeOf(release.indicators);
  const state = settled({}, cube);
  const view = viewOf(state, {cube, facts: release});
  const form = emptyForm({document});
  fillForm(form, {state, cube, facts: release});
  form.querySelector("fieldset")?.setAttribute("disabled", "");
  const workbook = workbooks(release).get(state.indicator);
  return h(
    "div",
    {class: "explore"},
    form,
    h("p", {class: "explore-status spoken", role: "status"}),
    h(
      "section",
      {class: "explore-result", "aria-labelledby": "explore-title"},
      ...result(view, {
        document,
        drawing: drawingOf(view, {facts: release, document}),
        widths: {wide: 1080, medium: 720, narrow: 340},
        links: {page: pageOf(state.indicator), workbook: workbook && `/data/tables/${workbook}`}
      })
    ),
    h("dialog", {"aria-labelledby": "about-title"})
  );
}

/** Returns what the script of Explore reads: where the tables lie, and the words for what is missing. */
export function exploreData({symbols, reasons}: Release, {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const links = ["indicators", ...FACT_TABLES].map((name) =>
    h("link", {
      rel: "preload",
      as: "fetch",
      crossorigin: "anonymous",
      href: `/_arrow/${name}.arrow`,
      "data-table": name
    })
  );
  const words = JSON.stringify({symbols, reasons}).replaceAll("<", "\\u003c");
  return h("div", {hidden: true}, ...links, h("script", {type: "application/json", id: "explore-words"}, words));
}

/** Returns every indicator with its page and its workbook, which need no script. */
export function indicatorLinks(release: Release, {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const files = workbooks(release);
  const items = release.definitions.flatMap(({indicator_id, indicator_name}) => {
    const file = files.get(indicator_id);
    if (file === undefined) return [];
    return [
      h(
        "li",
        {},
        h("a", {href: pageOf(indicator_id), "data-page": indicator_id}, indicator_name),
        " ",
        h(
          "a",
          {
            href: `/data/tables/${file}`,
            download: file,
            class: "quiet",
            "data-workbook": indicator_id,
            "aria-label": `ODS of ${indicator_name}`
          },
          "ODS"
        )
      )
    ];
  });
  return h("ul", {class: "workbooks"}, ...items);
}

/** Returns the SQL console as it stands before it is opened: its place, and where engine, tables and catalogue lie. */
export function sqlConsole(release: Release, {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const names = Object.entries(release)
    .filter(([, rows]) => Array.isArray(rows))
    .map(([name]) => name)
    .toSorted();
  const links = names.map((name) =>
    h(
      "li",
      {},
      h(
        "a",
        {href: `/_arrow/${name}.arrow`, download: `${name}.arrow`, "data-arrow": name, "aria-label": `${name}.arrow`},
        name
      )
    )
  );
  return h(
    "details",
    {class: "sql", id: "sql-console"},
    h("summary", {}, "Open the SQL console"),
    h(
      "div",
      {class: "sql-place"},
      h("p", {class: "no-script"}, "The console needs scripts, which this browser does not run."),
      h("p", {}, h("button", {type: "button"}, "Load engine and tables, some 8 MB"))
    ),
    h(
      "details",
      {class: "sql-files"},
      h("summary", {}, "The same tables as Arrow files"),
      h("ul", {class: "workbooks"}, ...links),
      h(
        "p",
        {},
        h("a", {href: "/data/catalogue.json", download: "catalogue.json", "data-catalogue": true}, "Catalogue (JSON)")
      )
    )
  );
}

const pageOf = (indicator: string): string => `/indicators/${indicator}`;

/** The workbook of each indicator that has figures. */
function workbooks({indicators}: Pick<Release, "indicators">): Map<string, string> {
  const cube = cubeOf(indicators);
  return new Map(cube.ids.map((id) => [id, workbookFile(id, new Set(cube.figures(id).map(({origin}) => origin)))]));
}
