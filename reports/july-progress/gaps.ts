import {breakdown} from "../../src/components/breakdown.js";
import {percent} from "../../src/components/format.js";
import {attainment, withoutProfile} from "../../src/components/gaps/attainment.js";
import {competenceGaps} from "../../src/components/gaps/competenceGaps.js";
import {gapDepth} from "../../src/components/gaps/gapDepth.js";
import {gapViews, viewsNote} from "../../src/components/gaps/gapViews.js";
import {
  peopleSentence,
  rulesSentence,
  suitableQualifications,
  suitableSentence,
  targetedSentence
} from "../../src/components/gaps/suitableQualifications.js";
import type {Release} from "../../src/components/release.js";
import {shareSaid} from "../../src/components/surveyWords.js";
import {ALWAYS, type Claim, claim, told} from "../claims/claim.js";
import {paragraph} from "../prose.js";
import type {Section} from "../report.js";
import {chartsOf} from "./charts.js";
import {besideHalf, ofAll} from "./shares.js";

/** Returns where skills and qualifications fall short. */
export function gapsSection(release: Release): Section {
  return {
    id: "gaps",
    title: "Gaps in skills and qualifications",
    claims: [posts(release), heads(release), levels(release), roles(release)],
    draw: ({document}) => [
      paragraph(
        "A post is a person in a role: who holds two roles counts in each. No source says which level a role requires in which competence. This project set those levels, so read every gap from staff’s own answers as estimated.",
        {document}
      ),
      competenceGaps(release, {document}),
      gapDepth(release, {document}),
      gapViews(release, {document}),
      paragraph(viewsNote(release), {document}),
      attainment(release, {document}),
      paragraph(withoutProfile(release), {document}),
      suitableQualifications(release, {document}),
      paragraph([peopleSentence(release), rulesSentence(release), targetedSentence(release)].join(" "), {document})
    ]
  };
}

/** Posts below a level required, and on which side of a half they lie. */
export const posts = (release: Release): Claim =>
  claim({
    id: "gaps.posts",
    cells: {posts: ofAll(release, "GAP-01")},
    cases: [
      {
        when: ALWAYS,
        say: ({posts}) => `${besideHalf(posts, "posts")} fall short of a level that we set, by staff’s own answers`
      }
    ],
    cannotSay: "in how many posts staff fall short of a level required cannot be said"
  });

const heads = (release: Release): Claim =>
  claim({
    id: "gaps.heads",
    cells: {heads: ofAll(release, "GAP-02")},
    cases: [{when: ALWAYS, say: ({heads}) => `heads judge ${shareSaid(heads)} of staff not fully proficient`}],
    cannotSay: "how many staff heads judge not fully proficient cannot be said"
  });

const levels = (release: Release): Claim =>
  claim({
    id: "gaps.levels",
    cells: {level: ofAll(release, "GAP-04")},
    cases: [
      {
        when: ({level}) => level.value > 0,
        say: ({level}) =>
          `at least ${shareSaid(level)} of posts are held by staff with a lower level of qualification than the job profile expects`
      },
      {
        when: ({level}) => level.value === 0,
        say: () =>
          `${percent(0)} of posts are known to be held by staff with a lower level of qualification than the job profile expects`
      }
    ],
    cannotSay:
      "how many posts are held by staff with a lower level of qualification than the job profile expects cannot be said"
  });

/** Roles without a suitable qualification: by our judgement, and no count of people. */
export const roles = (release: Release): Claim =>
  told("gaps.roles", {
    ...chartsOf(release).suitable,
    cites: breakdown(release, "GAP-05", {where: {unit: "per cent"}}),
    said: `by our judgement, ${suitableSentence(release)}`
  });
