import {categoryOf} from "../breakdown.js";
import {count, lower, missing, percent, sentence, withYears} from "../format.js";
import type {Figure, Release} from "../release.js";
import {markedCell} from "./areaParts.js";
import type {AreaTable} from "./areaTable.js";
import {type Area, areasWithin, figureAt, figuresAt} from "./place.js";
import {areaFile} from "./wording.js";

const INITIAL = "Initial, before negotiation";
const FINAL = "Final, as agreed";

/** Returns an area's plan for learners, by priority and level: before and after negotiation, and what came of it. */
export function areaPlanTable(release: Release, area: Area): AreaTable {
  const planned = figuresAt(release, "PLN-02", {area_code: area.area_code, by: ["plan version"], where: LEARNERS});
  const parts = figuresAt(release, "PLN-02", {
    area_code: area.area_code,
    by: ["plan version", "priority", "nqf_level"],
    where: LEARNERS
  });
  const all = [...planned, ...parts];
  const lines = linesOf(all);
  const came = cameOf(release, area);
  return {
    id: "plan",
    finding: planFinding(release, area, planned),
    measure: `Learners planned with LEAs for academic year ${withYears(all[0]?.period ?? PLAN_YEAR)}, by priority of the plan and level; numbers are negotiated, and are no targets of the national plan.`,
    caption: `Plan of ${area.area_name}`,
    columns: [
      {title: "Priority and level"},
      {title: "Planned at first", isNumber: true},
      {title: "Planned as agreed", isNumber: true},
      {title: "Of those agreed, begun", isNumber: true}
    ],
    rows: lines.map(({name, initial, final, priority, level}) => [
      name || nameOfLine(release, {priority, level}),
      markedCell(initial, {write: count, release}),
      markedCell(final, {write: count, release}),
      markedCell(came(priority, level), {write: percent, release})
    ]),
    file: areaFile(area, {of: "plan", rows: all}),
    source: "Source: local plans, as agreed between local LSCs and LEAs.",
    about: all
  };
}

const PLAN_YEAR = "2004-05";
const LEARNERS = {unit: "planned learners"};

interface Line {
  name: string;
  priority: string | null;
  level: string | null;
  initial: Figure | undefined;
  final: Figure | undefined;
}

/** One line for the whole plan, then one for each priority and level. */
function linesOf(figures: readonly Figure[]): Line[] {
  const lines = new Map<string, Line>();
  for (const figure of figures) {
    const [priority, level] = [categoryOf(figure, "priority"), categoryOf(figure, "nqf_level")];
    const key = `${priority ?? ""} ${level ?? ""}`;
    const line = lines.get(key) ?? {
      name: priority === null ? "All priorities" : "",
      priority,
      level,
      initial: undefined,
      final: undefined
    };
    const version = categoryOf(figure, "plan version");
    lines.set(key, {
      ...line,
      ...(version === INITIAL ? {initial: figure} : version === FINAL ? {final: figure} : {})
    });
  }
  return [...lines.values()];
}

function nameOfLine({priorities}: Release, {priority, level}: Pick<Line, "priority" | "level">): string {
  const title = priorities.find(({priority_id}) => priority_id === priority)?.title ?? "";
  const at = level === null ? "" : `, Level ${level}`;
  return `${priority ?? ""}${title === "" ? "" : `: ${lower(title)}`}${at}`;
}

/** What came of a line of the plan here; where nothing is due yet, England's one row says so for all. */
function cameOf(release: Release, area: Area): (priority: string | null, level: string | null) => Figure | undefined {
  const unit = "per cent of planned learners";
  const here = cameAt(release, area.area_code, unit);
  const [nation] = figuresAt(release, "PLN-02", {area_code: "ENG", where: {unit}});
  return (priority, level) =>
    here.find((figure) => categoryOf(figure, "priority") === priority && categoryOf(figure, "nqf_level") === level) ??
    (nation?.value === null ? nation : undefined);
}

const cameAt = (release: Release, area_code: string, unit: string): Figure[] =>
  [["plan version", "priority", "nqf_level"], ["plan version"]].flatMap((by) =>
    figuresAt(release, "PLN-02", {area_code, by, where: {unit}})
  );

function planFinding(release: Release, area: Area, planned: readonly Figure[]): string {
  const version = (name: string) =>
    planned.find((figure) => categoryOf(figure, "plan version") === name)?.value ?? null;
  const agreed = figureAt(release, "PLN-01", {
    area_code: area.area_code,
    by: ["plan version"],
    where: {category_1: FINAL}
  });
  if (agreed && agreed.symbol_reason === "not_returned")
    return "No plan has been returned, so nothing is known of what is planned here";
  const [first, final] = [version(INITIAL), version(FINAL)];
  const leas = areasWithin(release, area.area_code, {level: "lea"}).length;
  const withLeas =
    agreed?.value === undefined || agreed.value === null
      ? ""
      : `; plans are agreed with ${leasSaid(agreed.value, leas)}`;
  if (final === null)
    return sentence(
      `how many learners are planned is ${missing({symbol: "x", symbol_reason: null}, release).word}${withLeas}`
    );
  const from = first === null ? "" : `, from ${count(first)} at first`;
  return `${count(final)} learners are planned${from}${withLeas}`;
}

/** Returns "its one LEA", "both its LEAs", "all its 4 LEAs", "50% of its 2 LEAs". */
function leasSaid(share: number, leas: number): string {
  const all = leas === 1 ? "its one LEA" : leas === 2 ? "both its LEAs" : `all its ${count(leas)} LEAs`;
  return share === 100 ? all : `${percent(share)} of its ${leas === 1 ? "one LEA" : `${count(leas)} LEAs`}`;
}
