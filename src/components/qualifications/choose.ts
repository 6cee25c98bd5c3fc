/** What a reader chose; empty for everything. The address holds it, so that a link opens the same. */
export interface Choice {
  role: string;
  held: string; // the rung of what is held
  route: string;
}

/** What the form says while nothing is chosen. */
export const ALL_SHOWN = "Everything is shown. Choose a role, and what is held, to see what comes next.";

const NAMES = ["role", "held", "route"] as const;

/** Lets the form narrow the ladder and the lists of next steps, and keeps the choice in the address. */
export function choose(document: Document, {location, history}: Pick<Window, "location" | "history">): void {
  const form = document.querySelector<HTMLFormElement>("form.chooser");
  if (!form) return;
  const fields = NAMES.map((name) => [name, form.elements.namedItem(name) as HTMLSelectElement] as const);
  const wanted = new URLSearchParams(location.search);
  for (const [name, field] of fields) {
    const value = wanted.get(name) ?? "";
    if ([...field.options].some((option) => option.value === value)) field.value = value;
  }
  const show = (): void => {
    const choice = Object.fromEntries(fields.map(([name, field]) => [name, field.value])) as unknown as Choice;
    const role = form.querySelector<HTMLOptionElement>(`option[value="${choice.role}"][data-routes]`);
    const said = narrow(document, {choice, routes: words(role?.dataset.routes)});
    const output = form.querySelector("output");
    if (output) output.textContent = said;
    history.replaceState(null, "", `${location.pathname}${searchOf(choice)}${location.hash}`);
  };
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault(); // the browser would empty the fields only after this
    for (const [, field] of fields) field.value = "";
    show();
  });
  show();
}

/** Returns "?role=R17&held=2" for a choice; empty where everything is shown. */
export function searchOf(choice: Choice): string {
  const chosen = new URLSearchParams(NAMES.flatMap((name) => (choice[name] === "" ? [] : [[name, choice[name]]])));
  return chosen.size === 0 ? "" : `?${chosen}`;
}

interface Narrowing {
  choice: Choice;
  routes: readonly string[]; // of the role chosen
}

/** Shows what the choice leaves, hides the rest, and says how much is left. */
function narrow(document: Document, {choice, routes}: Narrowing): string {
  for (const step of document.querySelectorAll<HTMLElement>(".ladder .step")) {
    const {rung, fits, routes: on} = step.dataset;
    step.hidden = !isShown(
      {rung: Number(rung), fits: fits === undefined ? undefined : words(fits), on: words(on)},
      {choice, routes}
    );
  }
  for (const step of document.querySelectorAll<HTMLElement>(".next .step"))
    step.hidden = !isAbove(Number(step.dataset.rung), choice);
  for (const part of document.querySelectorAll<HTMLElement>(".ladder .route, .ladder .rung, .next details li:has(ul)"))
    part.hidden = !part.querySelector(".step:not([hidden])");
  for (const role of document.querySelectorAll<HTMLDetailsElement>(".next details")) {
    const isOther = choice.role !== "" && role.dataset.role !== choice.role;
    role.hidden = isOther || (choice.route !== "" && !words(role.dataset.routes).includes(choice.route));
    if (choice.role !== "") role.open = !role.hidden;
  }
  for (const route of document.querySelectorAll<HTMLElement>(".next section"))
    route.hidden = !route.querySelector("details:not([hidden])");
  return summary(document, choice);
}

/** Returns whether a step stands on a rung, on a route and for a role as chosen. */
export function isShown(
  {rung, fits, on}: {rung: number; fits: readonly string[] | undefined; on: readonly string[]},
  {choice, routes}: Narrowing
): boolean {
  if (!isAbove(rung, choice)) return false;
  if (choice.route !== "" && !on.includes(choice.route) && !on.includes("GEN")) return false;
  if (choice.role === "") return true;
  if (fits) return fits.includes(choice.role);
  return on.includes("GEN") || on.some((route) => routes.includes(route));
}

/** What has no level is never below what one holds. */
const isAbove = (rung: number, {held}: Choice): boolean => held === "" || rung === 0 || rung > Number(held);

function summary(document: Document, {role, held, route}: Choice): string {
  if (role === "" && held === "" && route === "") return ALL_SHOWN;
  const shown = [...document.querySelectorAll<HTMLElement>(".ladder .step:not([hidden])")];
  const names = new Set(shown.map((step) => step.querySelector("a")?.hash));
  const open = new Set(
    shown.filter((step) => step.classList.contains("open")).map((step) => step.querySelector("a")?.hash)
  );
  return names.size === 0
    ? "Nothing in the plan answers this choice."
    : `${names.size} of the plan’s programmes ${names.size === 1 ? "answers" : "answer"} this choice; ${open.size} of them can be taken, by what it says.`;
}

const words = (text: string | undefined): string[] => (text ?? "").split(" ").filter(Boolean);
