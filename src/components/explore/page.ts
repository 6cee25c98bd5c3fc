import {aboutFigure} from "./aboutFigure.js";
import {chosen, settled, strangers} from "./choices.js";
import {arrowRows, type Cube, openCube} from "./cube.js";
import {drawingOf} from "./drawing.js";
import {FACT_TABLES, type Facts} from "./facts.js";
import {fillForm} from "./form.js";
import {changeOf, moved} from "./moves.js";
import {type IndicatorLinks, result} from "./result.js";
import {type ExploreState, readState, writeState} from "./state.js";
import {takeAlong} from "./takeAlong.js";
import {type View, viewOf} from "./view.js";

/** The parts of the page that the script keeps. */
interface Parts {
  form: HTMLFormElement;
  status: HTMLElement; // what is read out after a change
  place: HTMLElement; // of the result
  dialog: HTMLDialogElement;
}

/** As in the style sheet. */
const WIDE = "(min-width: 901px)";
const NARROW = "(max-width: 600px)";

start().catch((error: unknown) => {
  const status = document.querySelector(".explore-status");
  status?.classList.remove("spoken");
  if (status) status.textContent = `The figures could not be loaded: ${String(error)}. Load the page again.`;
});

async function start(): Promise<void> {
  waitForConsole();
  const [cube, facts] = await Promise.all([loadCube(), loadFacts()]);
  const parts = findParts();
  const wanted = readState(location.search);
  let state = settled(wanted, cube);
  let view = show(state, {cube, facts, parts});
  for (const text of strangers(wanted, cube)) parts.place.prepend(refusalText(text));
  parts.form.querySelector("fieldset")?.removeAttribute("disabled");

  const change = (next: ExploreState): void => {
    state = next;
    view = show(state, {cube, facts, parts});
    history.replaceState(null, "", `?${writeState(state)}`);
    parts.status.textContent = [view.title, view.measure, ...view.refusals.map(({text}) => text)].join(" ");
  };

  parts.form.addEventListener("submit", (event) => event.preventDefault());
  parts.form.addEventListener("change", (event) => {
    const made = changeOf(event.target, {form: parts.form, state});
    if (made) change(chosen(state, {change: made, cube}));
  });
  document.querySelector(".explore")?.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-do]") : null;
    if (!button) return;
    const {do: does = "", key = ""} = button.dataset;
    if (does === "about") return open(key, {view, facts, parts});
    if (does === "close") return parts.dialog.close();
    const next = moved(state, {does, key, button, form: parts.form});
    if (next) return change(chosen(state, {change: next, cube}));
    takeAlong(does, {view, facts, say: (text) => say(parts, text)});
  });
  for (const query of [WIDE, NARROW])
    matchMedia(query).addEventListener("change", () => show(state, {cube, facts, parts}));
}

/** The console and its engine are loaded when a reader opens it, and not before. */
function waitForConsole(): void {
  const details = document.querySelector<HTMLDetailsElement>("#sql-console");
  const place = details?.querySelector(".sql-place");
  if (!details || !place) return;
  const open = async (): Promise<void> => {
    const {openConsole} = await import("./sql/console.js");
    const links = [...details.querySelectorAll<HTMLAnchorElement>("a[data-arrow]")];
    await openConsole(place, {
      document,
      folder: new URL("_duckdb/", document.baseURI),
      files: new Map(links.map(({dataset, href}) => [dataset.arrow ?? "", href])),
      catalogue: details.querySelector<HTMLAnchorElement>("a[data-catalogue]")?.href ?? "",
      dictionary: (table) => new URL(`data/${table}.meta.csv`, document.baseURI).href
    });
  };
  const start = (): void => {
    summary.removeEventListener("click", start);
    open();
  };
  const summary = details.querySelector("summary") ?? details;
  summary.addEventListener("click", start);
  place.querySelector("button")?.addEventListener("click", start);
}

/** Draws a state, and gives the focus back to what had it. */
function show(state: ExploreState, {cube, facts, parts}: {cube: Cube; facts: Facts; parts: Parts}): View {
  const view = viewOf(state, {cube, facts});
  const held = heldFocus(parts.place);
  const width = matchMedia(WIDE).matches ? 1080 : matchMedia(NARROW).matches ? 340 : 720;
  const drawing = drawingOf(view, {facts, document});
  const links = linksOf(state.indicator);
  parts.place.replaceChildren(...result(view, {document, drawing, widths: {now: width}, links}));
  const isWithin = parts.form.contains(document.activeElement);
  fillForm(parts.form, {state, cube, facts});
  if (isWithin && !parts.form.contains(document.activeElement))
    parts.form.querySelector<HTMLElement>("#explore-area")?.focus();
  held?.();
  return view;
}

/** Where the list of all indicators on this page leads. */
function linksOf(indicator: string): IndicatorLinks {
  const at = (name: string): string | undefined =>
    document.querySelector(`a[data-${name}="${CSS.escape(indicator)}"]`)?.getAttribute("href") ?? undefined;
  return {page: at("page"), workbook: at("workbook")};
}

/** Returns what puts the focus back on the same button of the same row after a repaint, else on the heading. */
function heldFocus(place: HTMLElement): (() => void) | undefined {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !place.contains(focused)) return undefined;
  const {do: does, key} = focused.dataset;
  return () => {
    const all = [...place.querySelectorAll<HTMLElement>("[data-do]")];
    const same = all.find(({dataset}) => dataset.do === does && dataset.key === key);
    const ofRow = key === undefined ? undefined : all.find(({dataset}) => dataset.do === "pin" && dataset.key === key);
    (same ?? ofRow ?? place.querySelector<HTMLElement>("h2"))?.focus({preventScroll: true});
  };
}

function open(key: string, {view, facts, parts: {dialog}}: {view: View; facts: Facts; parts: Parts}): void {
  const row = view.rows.find((candidate) => candidate.key === key);
  if (!row) return;
  dialog.replaceChildren(...aboutFigure(row, {view, facts, document, page: linksOf(view.state.indicator).page}));
  dialog.showModal();
}

function refusalText(text: string): HTMLElement {
  const made = document.createElement("p");
  made.className = "refusal";
  made.textContent = text;
  return made;
}

function say({status}: Parts, text: string): void {
  status.textContent = text;
  const line =
    document.querySelector(".actions .said") ??
    document.querySelector(".actions")?.appendChild(document.createElement("span"));
  if (!line) return;
  line.className = "said";
  line.textContent = text;
  line.setAttribute("aria-hidden", "true");
}

function findParts(): Parts {
  const find = <T extends Element>(selector: string): T => {
    const found = document.querySelector<T>(selector);
    if (!found) throw new Error(`missing element: ${selector}`);
    return found;
  };
  return {
    form: find(".explore form"),
    status: find(".explore-status"),
    place: find(".explore-result"),
    dialog: find(".explore dialog")
  };
}

async function loadCube(): Promise<Cube> {
  return openCube(await bytesOf("indicators"));
}

async function loadFacts(): Promise<Facts> {
  const tables = await Promise.all(FACT_TABLES.map(async (name) => [name, arrowRows(await bytesOf(name))] as const));
  const words: unknown = JSON.parse(document.querySelector("#explore-words")?.textContent ?? "{}");
  return {...(words as object), ...Object.fromEntries(tables)} as unknown as Facts;
}

async function bytesOf(table: string): Promise<Uint8Array> {
  const address = document.querySelector<HTMLLinkElement>(`link[data-table="${table}"]`)?.href;
  if (!address) throw new Error(`missing table: ${table}`);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${table}`);
  return new Uint8Array(await response.arrayBuffer());
}
