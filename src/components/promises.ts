import {aboutNumbers} from "./aboutNumbers.js";
import {breakdown} from "./breakdown.js";
import {builder} from "./element.js";
import {figure} from "./figure.js";
import {count, plural, sentence, word} from "./format.js";
import {milestoneTimeline, type TimelineDot} from "./milestoneTimeline.js";
import {type PlainColumn, plainDownload, plainTable} from "./plainTable.js";
import type {Download, Milestone, Release} from "./release.js";
import {asAt, dueWhen, placeInPlan} from "./targets.js";

const FILE = "promises.csv";
const CAPTION = "What the plan promises, and when";
const SOURCE = "Source: DfES, School Support Staff Training and Development: our plans for 2004–05.";
const OUTSIDE = "–"; // promises that belong to none of the ten

/** Says how many of the plan's promises are known to be met, and of how many due nothing is known. */
export function promisesFinding({milestones}: Release): string {
  const of = (status: string): number => milestones.filter((milestone) => milestone.status === status).length;
  const overdue = of("due, not known");
  const met = `${word(of("met"))} of the plan’s ${count(milestones.length)} promises ${of("met") === 1 ? "is" : "are"} known to be met`;
  return sentence(
    `${met}; nothing received says whether ${plural(overdue, "other")} now due ${overdue === 1 ? "was" : "were"} kept`
  );
}

/** Returns the plan's dated promises on a line of time, a lane for each priority. */
export function promisesChart(release: Release, {document}: {document: Document}): Node {
  const dated = release.milestones.filter(({due_date}) => due_date !== null);
  const undated = release.milestones.length - dated.length;
  const lanes = [
    ...release.priorities
      .toSorted((a, b) => a.priority_order - b.priority_order)
      .map(({priority_id, title}) => ({id: priority_id ?? "", name: `${priority_id}  ${title}`})),
    {id: OUTSIDE, name: "Outside the ten"}
  ];
  const rest =
    undated === 0
      ? ""
      : ` ${sentence(plural(undated, "promise"))} without a date ${undated === 1 ? "is" : "are"} in the table alone.`;
  return figure({
    document,
    id: "promises",
    finding: promisesFinding(release),
    measure: `Promises of the plan by the last day that would keep them, against ${asAt(release)}. A promise is met only where a source says so.${rest}`,
    key: key(document),
    alternative: `Timeline of ${count(dated.length)} dated promises, a lane for each priority. ${promisesFinding(release)}.`,
    draw: (width) =>
      milestoneTimeline(dated.map(dot), {
        document,
        width,
        lanes,
        now: {date: positionOf(release), said: asAt(release)}
      }),
    table: plainTable(inOrder(release), {document, caption: CAPTION, columns: COLUMNS}),
    download: FILE,
    about: aboutNumbers(breakdown(release, "PRI-01", {by: ["priority"]}), release, {document}),
    source: SOURCE
  });
}

/** Returns the table behind the timeline. */
export const promisesDownload = (release: Release): Download =>
  plainDownload(FILE, {title: CAPTION, source: SOURCE, rows: inOrder(release), columns: COLUMNS});

const KINDS: Readonly<Record<string, TimelineDot["kind"]>> = {met: "met", "due, not known": "silent"};

const dot = ({priority_id, due_date, status}: Milestone): TimelineDot => ({
  lane: priority_id ?? OUTSIDE,
  date: due_date ?? "",
  kind: KINDS[status] ?? "ahead"
});

function key(document: Document): HTMLElement {
  const h = builder(document);
  const item = (kind: string, text: string) => h("li", {}, h("span", {class: `mark ${kind}`}), text);
  return h(
    "ul",
    {class: "key", "aria-hidden": "true"},
    item("dot", "known to be met"),
    item("ring", "due, not known"),
    item("ahead", "not yet due"),
    item("ceiling", "position of this release")
  );
}

const inOrder = ({milestones}: Release): Milestone[] =>
  milestones.toSorted((a, b) => ((a.due_date ?? "9999") < (b.due_date ?? "9999") ? -1 : 1));

const positionOf = ({progress}: Release): string =>
  progress
    .map(({as_at_date}) => as_at_date)
    .toSorted()
    .at(-1) ?? "2004-06-30";

const COLUMNS: readonly PlainColumn<Milestone>[] = [
  {title: "Promise", value: ({title}) => title},
  {title: "Priority", value: ({priority_id}) => priority_id ?? "none of the ten"},
  {title: "When", value: dueWhen},
  {title: "By whom", value: ({owner}) => owner ?? "not stated"},
  {title: "Status", value: ({status}) => status},
  {title: "Place", value: ({place}) => placeInPlan(place)}
];
