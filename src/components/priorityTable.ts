import {bar} from "./bar.js";
import {builder, type Child} from "./element.js";
import {count, lower, sentence} from "./format.js";
import type {Milestone, Priority, Release} from "./release.js";
import {status} from "./status.js";
import {table} from "./table.js";
import {asAt, begins, dueWhen, isCounted, type NumberedTarget, numbered, wanted} from "./targets.js";

/** One priority with what the plan sets for it: its first target with a number, or its next dated promise. */
export interface PriorityLine {
  priority: Priority;
  target: NumberedTarget | undefined;
  next: Milestone | undefined;
  promises: {met: number; due: number; all: number}; // due: met, missed or not known
  status: string;
}

/** Returns the ten priorities in the plan's order, each with its target, next promise and status. */
export function priorityLines(release: Release): PriorityLine[] {
  const targets = numbered(release);
  return release.priorities
    .toSorted((a, b) => a.priority_order - b.priority_order)
    .map((priority) => {
      const target = targets.find(({priority_id}) => priority_id === priority.priority_id);
      const next = nextMilestone(release.milestones, priority.priority_id);
      const dated = release.milestones.filter(({priority_id}) => priority_id === priority.priority_id);
      const having = (...statuses: string[]): number =>
        dated.filter((milestone) => statuses.includes(milestone.status)).length;
      const promises = {
        met: having("met"),
        due: dated.length - having("not yet due", "no date set"),
        all: dated.length
      };
      return {priority, target, next, promises, status: target?.status ?? "no number set"};
    });
}

/** Returns the ten priorities as one compact table. */
export function priorityTable(release: Release, {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  return table(priorityLines(release), {
    document,
    caption: `The ten priorities at ${asAt(release)}`,
    isStacked: true,
    columns: [
      {
        title: "Priority",
        cell: ({priority}) =>
          h(
            "span",
            {class: "named"},
            h("span", {class: "numeral"}, priority.priority_id),
            h("a", {href: `/progress#priority-${priority.priority_id}`}, priority.title)
          )
      },
      {title: "The plan sets", cell: ({target, next}) => (target ? sentence(wanted(target)) : promise(next))},
      {title: "So far", cell: (line) => counted(line, {document})},
      {title: "Status", cell: (line) => status(line.status, {document})}
    ]
  });
}

function counted({target, next, promises}: PriorityLine, {document}: {document: Document}): Child {
  const h = builder(document);
  if (!target) return h("span", {class: "quiet"}, kept(promises, {next}));
  if (!isCounted(target) || target.actual_count === null) return h("span", {class: "quiet"}, begins(target));
  return h(
    "span",
    {class: "so-far"},
    bar(target.actual_count / target.target_value, {document}),
    h("strong", {}, count(target.actual_count))
  );
}

/** What is not due cannot have been met, and is not said to be unmet. */
function kept({met, due, all}: PriorityLine["promises"], {next}: Pick<PriorityLine, "next">): string {
  const promises = all === 1 ? "promise" : "promises";
  if (due === 0) return next ? `${all} ${promises}, none due yet` : `${all} ${promises} without a date`;
  return `${met} of ${all} ${promises} known met`;
}

const promise = (next: Milestone | undefined): string =>
  next ? `${next.title}, ${lower(dueWhen(next))}` : "No number and no date";

function nextMilestone(milestones: readonly Milestone[], priority: string | null): Milestone | undefined {
  return milestones
    .filter(({priority_id, status, due_date}) => priority_id === priority && status !== "met" && due_date !== null)
    .toSorted((a, b) => ((a.due_date ?? "") < (b.due_date ?? "") ? -1 : 1))[0];
}
