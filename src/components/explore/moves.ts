import {type ExploreState, LEVELS} from "./state.js";

/** Returns what a change of a choice asks for; nothing where it waits for a button. */
export function changeOf(
  target: EventTarget | null,
  {form, state}: {form: HTMLFormElement; state: ExploreState}
): Partial<ExploreState> | undefined {
  if (!(target instanceof HTMLElement)) return undefined;
  if (target instanceof HTMLInputElement && target.name === "level") {
    const levels = [...form.querySelectorAll<HTMLInputElement>('input[name="level"]:checked')].map(({value}) => value);
    return {areas: [...levels, ...singles(state)], isWhole: false};
  }
  if (!(target instanceof HTMLSelectElement) || target.name === "area") return undefined;
  const {by} = target.dataset;
  if (by !== undefined) {
    const {[by]: _, ...rest} = state.only;
    return {only: target.value === "" ? rest : {...rest, [by]: target.value}};
  }
  if (target.name === "indicator") return {indicator: target.value, unit: undefined};
  return {[target.name]: target.value};
}

interface MoveOptions {
  does: string;
  key: string;
  button: HTMLElement;
  form: HTMLFormElement;
}

/** Returns what a button asks for; nothing for one that changes no state. */
export function moved(state: ExploreState, {does, key, button, form}: MoveOptions): Partial<ExploreState> | undefined {
  const {pins, areas} = state;
  const at = pins.indexOf(key);
  if (does === "pin") return {pins: at < 0 ? [...pins, key] : pins.filter((pin) => pin !== key)};
  if (does === "up" && at > 0) return {pins: swapped(pins, at - 1)};
  if (does === "down" && at >= 0) return {pins: swapped(pins, at)};
  if (does === "more" || does === "fewer") return {isWhole: does === "more"};
  if (does === "drop") return {areas: areas.filter((area) => area !== key)};
  if (does === "offer") return JSON.parse(button.dataset.change ?? "{}") as Partial<ExploreState>;
  if (does !== "add") return undefined;
  const code = form.querySelector<HTMLSelectElement>('select[name="area"]')?.value ?? "";
  return code === "" || areas.includes(code) ? undefined : {areas: [...areas, code]};
}

const singles = ({areas}: ExploreState): string[] => areas.filter((area) => !LEVELS.some((level) => level === area));

function swapped(pins: readonly string[], at: number): string[] {
  const made = [...pins];
  const [first, second] = [made[at], made[at + 1]];
  if (first !== undefined && second !== undefined) [made[at], made[at + 1]] = [second, first];
  return made;
}
