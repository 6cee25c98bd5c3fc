import {breakdown} from "../../src/components/breakdown.js";
import {count, tenths} from "../../src/components/format.js";
import type {Figure, Release} from "../../src/components/release.js";
import {latest} from "../../src/components/select.js";
import {sharePanels} from "../../src/components/sharePanels.js";
import {limitsSaid, restsOn, shareSaid, surveyMonth} from "../../src/components/surveyWords.js";
import {learnersPerStaff} from "../../src/components/uptake/learners.js";
import {offerBound} from "../../src/components/uptake/offerBound.js";
import {rolesHeld} from "../../src/components/uptake/rolesHeld.js";
import {barriers, lastOffer, wanted} from "../../src/components/uptake/staffGroups.js";
import {uptakeByRole, uptakeByRoute} from "../../src/components/uptake/uptakeByRole.js";
import {ALWAYS, type Claim, claim} from "../claims/claim.js";
import type {Section} from "../report.js";
import {ofAll} from "./shares.js";

type Comparison = Release["comparisons"][number];

/** Returns who was offered training and who took it up, by role and route. */
export function uptakeSection(release: Release): Section {
  return {
    id: "uptake",
    title: "Uptake by role and route",
    claims: [offers(release), takenUp(release), gap(release), bound(release), learners(release)],
    draw: ({document}) => [
      sharePanels(offerBound(release), release, {document}),
      sharePanels(lastOffer(release), release, {document}),
      sharePanels(uptakeByRoute(release), release, {document}),
      rolesHeld(release, {document}),
      sharePanels(uptakeByRole(release), release, {document}),
      sharePanels(wanted(release), release, {document}),
      sharePanels(barriers(release), release, {document}),
      sharePanels(learnersPerStaff(release), release, {document})
    ]
  };
}

/** What share of all support staff were offered training. */
export const offers = (release: Release): Claim =>
  claim({
    id: "offers.all",
    cells: {offered: ofAll(release, "OFF-01")},
    cases: [
      {
        when: ALWAYS,
        say: ({offered}) =>
          `${shareSaid(offered)} of support staff were offered training in the two years before the survey of ${surveyMonth(offered.period)}, which rests on ${restsOn(offered)}`
      }
    ],
    cannotSay: "what share of support staff were offered training cannot be said"
  });

const takenUp = (release: Release): Claim =>
  claim({
    id: "uptake.all",
    cells: {takenUp: ofAll(release, "UPT-01"), began: ofAll(release, "UPT-02")},
    cases: [
      {
        when: ALWAYS,
        say: ({takenUp, began}) =>
          `of those offered training ${shareSaid(takenUp)} took it up, so that ${shareSaid(began)} of all support staff began some`
      }
    ],
    cannotSay: "how many of those who were offered training took it up cannot be said"
  });

/** Whether other staff were offered training less often than teaching assistants; by the test of its family. */
export const gap = (release: Release): Claim =>
  claim({
    id: "offers.gap",
    cells: {gap: gapAt(release, "ENG"), tested: gapTested(release, "ENG")},
    cases: [
      {
        when: ({gap, tested}) => tested.is_different === "yes" && gap.value < 0,
        say: ({gap}) =>
          `staff other than teaching assistants were offered training less often than teaching assistants, by ${points(gap)}`
      },
      {
        when: ({gap, tested}) => tested.is_different === "yes" && gap.value > 0,
        say: ({gap}) =>
          `staff other than teaching assistants were offered training more often than teaching assistants, by ${points(gap)}`
      },
      {
        when: ({tested}) => tested.is_different === "no",
        say: () =>
          "whether a person is a teaching assistant makes no difference to offers of training beyond what chance could bring"
      }
    ],
    cannotSay: "whether teaching assistants were offered training more often than other staff cannot be said"
  });

/** The plan's own statement; decided on the whole interval before rounding. */
const bound = (release: Release): Claim =>
  claim({
    id: "offers.bound",
    cells: {half: release.thresholds.find(({area_code}) => area_code === "ENG")},
    cases: [
      {
        when: ({half}) => half.is_met === "yes",
        say: () =>
          "fewer than half of support staff other than teaching assistants were offered any training in two years, as the plan says"
      },
      {
        when: ({half}) => half.is_met === "no",
        say: () =>
          "half or more of support staff other than teaching assistants were offered training in two years; the plan says fewer than half"
      }
    ],
    cannotSay:
      "whether fewer than half of support staff other than teaching assistants were offered training, as the plan says, cannot be said"
  });

const learners = (release: Release): Claim =>
  claim({
    id: "learners.all",
    cells: {rate: ofAll(release, "UPT-03")},
    cases: [
      {
        when: ALWAYS,
        say: ({rate}) =>
          `${tenths(rate.value)} of every 1,000 support staff started a qualification aim with a college or provider${rate.is_part_period ? " in the year so far" : ""}`
      }
    ],
    cannotSay: "how many support staff started a qualification aim cannot be said"
  });

/** Returns by how many percentage points offers to other staff lie from those to teaching assistants. */
const gapAt = (release: Release, area_code: string): Figure | undefined =>
  latest(breakdown(release, "OFF-03", {area_code, where: {unit: "percentage points"}}));

/** Returns the test of that gap. */
const gapTested = (release: Release, area: string): Comparison | undefined =>
  release.comparisons.findLast(({family_id, area_code}) => family_id === "offer_gap_by_area" && area_code === area);

/** "26 percentage points (95% interval 24 to 29)", whichever way the gap runs. */
function points({value, lower, upper}: {value: number; lower: number | null; upper: number | null}): string {
  const limits = lower === null || upper === null ? [] : [Math.abs(lower), Math.abs(upper)].toSorted((a, b) => a - b);
  const said = limitsSaid({lower: limits[0] ?? null, upper: limits[1] ?? null});
  return `${count(Math.abs(value))} percentage points${said === "" ? "" : ` (95% interval ${said})`}`;
}
