import {type Build, builder} from "./element.js";
import {count, lower, sentence, withDates, withYears} from "./format.js";
import type {Milestone, Priority, Release} from "./release.js";
import {status} from "./status.js";
import {
  begins,
  dueWhen,
  inReturns,
  isCounted,
  type NumberedTarget,
  numbered,
  pace,
  placeInPlan,
  soFar,
  wanted
} from "./targets.js";

/** Returns each priority with what the plan says, its targets and its dated promises; then the promises of no priority. */
export function priorityDetails(release: Release, {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const general = release.milestones.filter((milestone) => !isOf(release.priorities, milestone));
  const ordered = release.priorities.toSorted((a, b) => a.priority_order - b.priority_order);
  return h(
    "div",
    {class: "priorities"},
    ...ordered.map((priority) => section(priority, {release, document})),
    general.length > 0 &&
      h(
        "section",
        {class: "priority", "aria-labelledby": "priority-none"},
        h("h3", {id: "priority-none"}, "Promises outside the ten"),
        promises(general, {document})
      )
  );
}

function section(priority: Priority, {release, document}: {release: Release; document: Document}): HTMLElement {
  const h = builder(document);
  const {priority_id, title, summary, owner, place} = priority;
  const id = `priority-${priority_id}`;
  const targets = numbered(release).filter((target) => target.priority_id === priority_id);
  const dated = release.milestones.filter((milestone) => milestone.priority_id === priority_id);
  return h(
    "section",
    {class: "priority", "aria-labelledby": id},
    h("h3", {id}, h("span", {class: "numeral"}, priority_id), " ", title),
    h(
      "div",
      {},
      h("p", {}, withYears(summary)),
      h("p", {class: "quiet"}, `${owner ?? "Owner not stated"} · ${placeInPlan(place)}`),
      targets.length === 0 && h("p", {}, status("no number set", {document}), " The plan sets no number to reach."),
      ...targets.map((target) => targetLine(target, {h, document}))
    ),
    dated.length > 0 && promises(dated, {document})
  );
}

function targetLine(target: NumberedTarget, {h, document}: {h: Build; document: Document}): HTMLElement {
  const before = target.baseline_count
    ? ` Before the window${inReturns([target])}: ${count(target.baseline_count)}, which is not progress.`
    : "";
  const where = inReturns([target]).trim();
  const counted = sentence(`${where}${where ? ", " : ""}${soFar(target)}.`);
  const said = isCounted(target) ? counted : `${sentence(wanted(target))}, ${begins(target)}.`;
  return h(
    "p",
    {class: "target"},
    status(target.status, {document}),
    " ",
    h("strong", {}, said),
    ` ${target.counts} ${withDates(target.status_reason)} ${pace(target)}${before}`
  );
}

function promises(milestones: readonly Milestone[], {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const items = milestones
    .toSorted((a, b) => ((a.due_date ?? "9999") < (b.due_date ?? "9999") ? -1 : 1))
    .map((milestone) =>
      h(
        "li",
        {},
        h("span", {class: "what"}, milestone.title, " ", h("span", {class: "when"}, lower(dueWhen(milestone)))),
        status(milestone.status, {document})
      )
    );
  return h("ul", {class: "promises"}, ...items);
}

const isOf = (priorities: readonly Priority[], milestone: Milestone): boolean =>
  priorities.some(({priority_id}) => priority_id === milestone.priority_id);
