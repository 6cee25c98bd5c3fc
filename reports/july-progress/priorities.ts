import {builder} from "../../src/components/element.js";
import {list, lower, plural, sentence, word} from "../../src/components/format.js";
import {priorityDetails} from "../../src/components/priorityDetails.js";
import {promisesChart, promisesFinding} from "../../src/components/promises.js";
import type {Release, Target} from "../../src/components/release.js";
import {
  begins,
  heading,
  isCounted,
  type NumberedTarget,
  numbered,
  pace,
  soFar,
  standingOfAll
} from "../../src/components/targets.js";
import {trajectoryCharts} from "../../src/components/trajectoryCharts.js";
import {type Claim, claim, told} from "../claims/claim.js";
import type {Section} from "../report.js";
import {chartsOf} from "./charts.js";

/** Returns where each of the ten priorities stands, with the plan's promises. */
export function prioritiesSection(release: Release): Section {
  return {
    id: "priorities",
    title: "The ten priorities",
    claims: [
      standing(release),
      ...countedTargets(release),
      notBegun(release),
      withoutNumber(release),
      promises(release)
    ],
    draw: ({document}) => [promisesChart(release, {document}), ...prioritiesOf(release, {document})]
  };
}

/** Returns what is claimed of each target that is being counted. */
export const countedTargets = (release: Release): Claim[] => numbered(release).filter(isCounted).map(counted);

/** Each priority as the Progress page shows it, and after it the charts of its targets; then those of none. */
function prioritiesOf(release: Release, {document}: {document: Document}): Node[] {
  const h = builder(document);
  const targets = numbered(release);
  const drawn = h("div", {}, trajectoryCharts(release, {document}));
  const each = [...priorityDetails(release, {document}).children].map((section) => {
    const id = section.querySelector("h3")?.id.replace("priority-", "");
    const own = targets.filter(({priority_id}) => priority_id === id);
    const charts = own.flatMap(
      ({target_id}) => drawn.querySelector(`#trajectory-${target_id}-finding`)?.closest("section") ?? []
    );
    section.append(...charts);
    return section;
  });
  return [...each, ...drawn.querySelectorAll("section")];
}

/** How all targets stand. */
export const standing = (release: Release): Claim =>
  told("targets.standing", {cites: numbered(release).map(positionOf), said: standingOfAll(release)});

/** How one target stands: its status is decided before rounding, and each status has its own words. */
const counted = (target: NumberedTarget): Claim =>
  claim({
    id: `target.${target.target_id}`,
    cells: {target},
    cases: STATUSES.map(([status, say]) => ({
      when: ({target: found}: {target: NumberedTarget}) => found.status === status,
      say: ({target: found}: {target: NumberedTarget}) => say(found)
    })),
    cannotSay: `how many count towards ${target.title} cannot be said`
  });

const STATUSES: readonly (readonly [status: string, say: (target: NumberedTarget) => string])[] = [
  ["met", (target) => `${soFar(target)} are counted: the number is reached`],
  ["on course", (target) => `${soFar(target)} are counted, which is on course${towards(target)}`],
  ["at risk", (target) => `${soFar(target)} are counted, and the number is at risk${towards(target)}`],
  ["off course", (target) => `${soFar(target)} are counted, which is off course${towards(target)}`],
  ["missed", (target) => `${soFar(target)} were counted: the number was missed`],
  [
    "under way",
    (target) => `${soFar(target)} are counted so far; the plan sets a ceiling, which nobody can fall short of`
  ],
  ["closed", (target) => `${soFar(target)} were counted in the window, which has closed`],
  [
    "cannot say",
    (target) =>
      `${soFar(target)} are counted; too little is known to say whether the number will be reached${paceOf(target)}`
  ]
];

function towards(target: NumberedTarget): string {
  const end = heading(target);
  return end === undefined ? paceOf(target) : `: it is heading for ${end}, by 95% of simulated paths`;
}

const paceOf = (target: Target): string => {
  const said = pace(target).replace(/\.$/, "");
  return said === "" ? "" : `. ${said}`;
};

/** Targets that begin later: what came before their windows is no progress, and is not cited. */
const notBegun = (release: Release): Claim => {
  const later = numbered(release).filter(({status}) => status === "not yet due");
  return claim({
    id: "targets.later",
    cells: {targets: (later.length > 0 ? later : numbered(release)).map(positionOf)},
    cases: [
      {
        when: () => later.length > 0,
        say: () =>
          `${word(later.length)} numbered ${later.length === 1 ? "target counts" : "targets count"} from a later day: ${list(later.map((target) => `${lower(target.title)} ${begins(target).replace("counts ", "")}`))}`
      },
      {when: () => later.length === 0, say: () => "all numbered targets are being counted"}
    ],
    cannotSay: "when the targets count cannot be said"
  });
};

/** What a target's standing rests on: not what came before its window. */
const positionOf = ({target_id, status, origin, actual_count, target_value}: NumberedTarget) => ({
  target_id,
  status,
  origin: actual_count === null ? "real" : origin,
  actual_count,
  target_value
});

const withoutNumber = ({priorities}: Release): Claim => {
  const ordered = priorities.toSorted((a, b) => a.priority_order - b.priority_order);
  const without = ordered.filter(({has_number}) => !has_number);
  return claim({
    id: "priorities.without",
    cells: {priorities: priorities.map(({priority_id, has_number}) => ({priority_id, has_number, origin: "real"}))},
    cases: [
      {
        when: () => without.length > 0,
        say: () =>
          `${sentence(plural(without.length, "priority", "priorities"))} (${list(without.map(({priority_id}) => priority_id ?? ""))}) ${without.length === 1 ? "has" : "have"} no number to reach, and no percentage is given for ${without.length === 1 ? "it" : "them"}`
      },
      {when: () => without.length === 0, say: () => "every priority has a number to reach"}
    ],
    cannotSay: "the plan’s priorities are not in this release"
  });
};

/** What became of the plan's dated promises. */
export const promises = (release: Release): Claim =>
  told("promises.kept", {...chartsOf(release).promises, cites: release.milestones, said: promisesFinding(release)});
