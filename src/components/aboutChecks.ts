import {aboutBox, makingOf, originsSaid} from "./aboutNumbers.js";
import {breakdown} from "./breakdown.js";
import {count, list} from "./format.js";
import type {ErrorCheck, IntervalCoverage, Linkage, Release} from "./release.js";
import {coverage} from "./select.js";

/** Returns what stands behind the two standard errors of each headline figure. */
export function aboutErrors(rows: readonly ErrorCheck[], release: Release, {document}: {document: Document}) {
  const [survey] = rows.flatMap(({indicator_id, period}) =>
    breakdown(release, indicator_id, {where: {period}}).slice(0, 1)
  );
  return aboutBox(
    [
      {
        name: "Standard errors of headline percentages",
        lines: [
          [
            "What is counted",
            "How far a percentage of the survey may lie from that of all staff, in percentage points: by linearisation, which is in use, and by leaving out each school in turn with the weights raked and trimmed anew."
          ],
          ["Base", `${distinct(rows.map(({replicates_band}) => replicates_band ?? ""))} schools left out in turn`],
          ["Coverage", survey ? coverage(survey, "local LSCs") : ""],
          ["Interval", "None: intervals are made from these errors."],
          ["Origin", originsSaid(rows)],
          ["How it is made", makingOf(release, "error_checks")],
          [
            "Bear in mind",
            "Errors are rounded to a tenth of a point, so small differences between the two may be rounding."
          ]
        ]
      }
    ],
    {document}
  );
}

/** Returns what stands behind the counts of intervals that held the truth. */
export function aboutCoverage(rows: readonly IntervalCoverage[], release: Release, {document}: {document: Document}) {
  const intervals = rows.reduce((sum, {intervals_count}) => sum + intervals_count, 0);
  return aboutBox(
    [
      {
        name: "Intervals that held what was planted",
        lines: [
          [
            "What is counted",
            "Intervals of figures with enough answers to be published, before any rounding; one holds where what was planted for all staff of the local LSCs that returned lies within it."
          ],
          ["Base", `${count(intervals)} intervals, from seeds ${distinct(rows.map(({seeds}) => seeds))}`],
          [
            "Coverage",
            "Every local LSC that returned in the simulated country; those that did not are left out on both sides."
          ],
          ["Interval", "95% limits, for the countries being few."],
          ["Origin", originsSaid(rows)],
          [
            "How it is made",
            `${distinct(rows.map(({source, command}) => `${source}, by ${command}`))}; ${makingOf(release, "interval_coverage")}`
          ],
          ["Bear in mind", "The same simulator makes the returns shown here, so a survey unlike it could fare worse."]
        ]
      }
    ],
    {document}
  );
}

/** Returns what stands behind the numbers of people told apart in each way. */
export function aboutLinkage(rows: readonly Linkage[], release: Release, {document}: {document: Document}) {
  return aboutBox(
    [
      {
        name: "People behind the learner references",
        lines: [
          [
            "What is counted",
            "People in the enrolments in use, and those of them who started per 1,000 support staff, for each way of telling people apart."
          ],
          ["Base", "All enrolments in use; people are rounded to ten."],
          ["Coverage", distinct(rows.map((row) => coverage(row, "senders")))],
          ["Interval", "None: precision and recall are estimates of the linkage’s own model, over all files received."],
          ["Origin", originsSaid(rows)],
          ["How it is made", makingOf(release, "linkage_quality")]
        ]
      }
    ],
    {document}
  );
}

const distinct = (texts: readonly string[]): string => list([...new Set(texts.filter((text) => text !== ""))]);
