import {builder} from "../element.js";
import {list, sentence} from "../format.js";
import {groups} from "../groups.js";
import {FAMILIES, familyOf} from "../indicatorFamilies.js";
import {indicatorName} from "../names.js";
import type {Figure} from "../release.js";
import {byName, categoryName, categoryRank, nameOfArea, splitBy} from "./breakdowns.js";
import {bysOf, categoriesOf, levelsOf, narrowed, periodsOf, unitsOf} from "./choices.js";
import type {Cube} from "./cube.js";
import type {Facts} from "./facts.js";
import {everyPeriod, PERIOD_KINDS, periodKey, periodName} from "./periods.js";
import {LEVEL_NAMES} from "./refusals.js";
import {type ExploreState, LEVELS, ORDERS} from "./state.js";

/** The choices of Explore as a form: an empty one, to be filled for each state. */
export function emptyForm({document}: {document: Document}): HTMLFormElement {
  const h = builder(document);
  const choice = (name: string, label: string, hint?: string): HTMLElement =>
    h(
      "p",
      {class: `choice ${name}`},
      h("label", {for: `explore-${name}`}, label),
      h("select", {id: `explore-${name}`, name, "aria-describedby": hint ? `explore-${name}-hint` : undefined}),
      hint ? h("span", {id: `explore-${name}-hint`, class: "hint"}, hint) : null
    );
  const levels = LEVELS.map((level) =>
    h(
      "span",
      {class: "box"},
      h("input", {type: "checkbox", id: `explore-level-${level}`, name: "level", value: level}),
      h("label", {for: `explore-level-${level}`}, sentence(LEVEL_NAMES[level]))
    )
  );
  const form = h(
    "form",
    {class: "choices", "aria-label": "What to show"},
    h(
      "fieldset",
      {class: "all"},
      h("legend", {class: "spoken"}, "What to show"),
      choice("indicator", "Indicator"),
      choice("unit", "Measured in"),
      choice("by", "Broken down by"),
      h("div", {class: "only"}),
      choice("period", "Period"),
      h("fieldset", {class: "levels"}, h("legend", {}, "Areas"), ...levels),
      choice("within", "Only within"),
      h(
        "p",
        {class: "choice one-area"},
        h("label", {for: "explore-area"}, "And one more area"),
        h(
          "span",
          {class: "pair"},
          h("select", {id: "explore-area", name: "area"}),
          h("button", {type: "button", "data-do": "add"}, "Add")
        )
      ),
      h("ul", {class: "chips", "aria-label": "Areas added"}),
      choice("order", "Order of rows")
    )
  );
  return form as HTMLFormElement;
}

/** Sets the choices of a form to a state, in place, so that focus stays where it is. */
export function fillForm(
  form: HTMLFormElement,
  {state, cube, facts}: {state: ExploreState; cube: Cube; facts: Facts}
): void {
  const all = cube.figures(state.indicator);
  const inUnit = narrowed(all, {unit: state.unit});
  const there = narrowed(inUnit, {by: state.by});
  fill(form, "indicator", indicatorGroups(cube, facts), state.indicator);
  fill(form, "unit", {"": unitsOf(all).map((unit) => [unit, sentence(unit)])}, state.unit);
  fill(form, "by", {"": bysOf(inUnit).map((by) => [by, byLabel(by)])}, state.by);
  fill(form, "period", periodGroups(there, inUnit), state.period);
  fill(form, "order", {"": ORDERS.map((order) => [order, ORDER_NAMES[order]])}, state.order);
  fill(form, "within", {"": [["", "All of England"]], ...areaGroups(facts, ["region", "local_lsc"])}, state.within);
  fill(form, "area", {"": [["", "Choose an area"]], ...areaGroups(facts, ["region", "local_lsc", "lea"])}, "");
  fillLevels(form, {state, levels: levelsOf(there)});
  fillOnly(form, {there, state, facts});
  fillChips(form, {state, facts});
}

const ORDER_NAMES: Readonly<Record<ExploreState["order"], string>> = {
  published: "By area and group",
  name: "By name",
  highest: "Highest first",
  lowest: "Lowest first"
};

type Options = [value: string, name: string][];
type Groups = Readonly<Record<string, Options>>; // by heading; "" for none

/** Writes options only where they differ from those that are there. */
function fill(form: HTMLFormElement, name: string, lists: Groups, value: string): void {
  const select = form.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
  if (!select) return;
  const said = JSON.stringify(lists);
  if (filled.get(select) !== said) {
    const h = builder(form.ownerDocument);
    const made = Object.entries(lists).flatMap(([heading, options]) => {
      const items = options.map(([key, label]) => h("option", {value: key}, label));
      return heading === "" ? items : [h("optgroup", {label: heading}, ...items)];
    });
    select.replaceChildren(...made);
    filled.set(select, said);
  }
  choose(select, value);
  const isSole = name === "unit" && (lists[""]?.length ?? 0) < 2;
  select.closest(".choice")?.toggleAttribute("hidden", isSole);
}

const filled = new WeakMap<Element, string>();

/** As an attribute too, so that a page that is built ahead keeps it. */
function choose(select: HTMLSelectElement, value: string): void {
  for (const option of select.querySelectorAll("option")) {
    const isChosen = option.value === value;
    if (option.hasAttribute("selected") !== isChosen) option.toggleAttribute("selected", isChosen);
  }
  select.value = value;
}

function indicatorGroups(cube: Cube, facts: Facts): Groups {
  const known = groupsOf.get(cube);
  if (known) return known;
  const members = groups(cube.ids, (id) => familyOf(id).code);
  const codes = [...new Set([...FAMILIES.map(({code}) => code), ...members.keys()])];
  const made = codes.flatMap((code): [string, Options][] => {
    const ids = members.get(code);
    return ids ? [[familyOf(code).name, ids.map((id) => [id, indicatorName(facts, id)])]] : [];
  });
  groupsOf.set(cube, Object.fromEntries(made));
  return Object.fromEntries(made);
}

const groupsOf = new WeakMap<Cube, Groups>();

const byLabel = (by: string): string => (by === "" ? "Nothing: totals" : sentence(list(splitBy(by).map(byName))));

/** Periods that the breakdown has, and those that only others have, which are refused with the reason. */
function periodGroups(there: readonly Figure[], inUnit: readonly Figure[]): Groups {
  const found: Record<string, Options> = {};
  const has = new Set(periodsOf(there).map(periodKey));
  for (const figure of periodsOf(inUnit)) {
    const one = PERIOD_KINDS[figure.period_type]?.one ?? figure.period_type;
    const note = has.has(periodKey(figure)) ? "" : " (no figures)";
    found[one] = [...(found[one] ?? []), [periodKey(figure), `${periodName(figure)}${note}`]];
  }
  for (const [type, {one, every}] of Object.entries(PERIOD_KINDS)) {
    const options = found[one];
    if (options && options.length > 1) found[one] = [[everyPeriod(type), every], ...options];
  }
  return found;
}

function areaGroups(facts: Facts, levels: readonly (keyof typeof LEVEL_NAMES)[]): Groups {
  return Object.fromEntries(
    levels.map((level) => [
      sentence(LEVEL_NAMES[level]),
      facts.areas
        .filter(({area_level}) => area_level === level)
        .map(({area_code, area_name}): [string, string] => [area_code, area_name])
        .toSorted(([, a], [, b]) => (a < b ? -1 : 1))
    ])
  );
}

function fillLevels(form: HTMLFormElement, {state, levels}: {state: ExploreState; levels: readonly string[]}): void {
  for (const box of form.querySelectorAll<HTMLInputElement>('input[name="level"]')) {
    const isChosen = state.areas.includes(box.value);
    box.toggleAttribute("checked", isChosen);
    box.checked = isChosen;
    box.closest(".box")?.classList.toggle("absent", !levels.includes(box.value));
  }
}

function fillOnly(
  form: HTMLFormElement,
  {there, state, facts}: {there: readonly Figure[]; state: ExploreState; facts: Facts}
): void {
  const place = form.querySelector(".only");
  if (!place) return;
  const bys = splitBy(state.by);
  if (filled.get(place) !== state.by) {
    const h = builder(form.ownerDocument);
    const made = bys.map((by, index) =>
      h(
        "p",
        {class: "choice"},
        h("label", {for: `explore-only-${index}`}, `Which ${byName(by)}`),
        h("select", {id: `explore-only-${index}`, name: `only-${index}`, "data-by": by})
      )
    );
    place.replaceChildren(...made);
    filled.set(place, state.by);
  }
  for (const [index, by] of bys.entries()) {
    const names = categoriesOf(there, by).map((category): [string, string] => [
      category,
      categoryName([by, category], facts)
    ]);
    const ordered = names.toSorted(([, a], [, b]) => categoryRank(a) - categoryRank(b) || (a < b ? -1 : 1));
    fill(form, `only-${index}`, {"": [["", "All"], ...ordered]}, state.only[by] ?? "");
  }
}

function fillChips(form: HTMLFormElement, {state, facts}: {state: ExploreState; facts: Facts}): void {
  const chips = form.querySelector(".chips");
  const codes = state.areas.filter((area) => !LEVELS.some((level) => level === area));
  if (!chips || filled.get(chips) === codes.join()) return;
  const h = builder(form.ownerDocument);
  const made = codes.map((code) => {
    const name = nameOfArea(code, facts);
    return h(
      "li",
      {},
      h("button", {type: "button", "data-do": "drop", "data-key": code, "aria-label": `Take away ${name}`}, `${name} ×`)
    );
  });
  chips.replaceChildren(...made);
  chips.toggleAttribute("hidden", codes.length === 0);
  filled.set(chips, codes.join());
}
