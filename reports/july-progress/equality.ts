import {
  comparisonFinding,
  groupComparisons,
  MEASURES,
  type Measure
} from "../../src/components/equality/groupComparisons.js";
import {groupRatios} from "../../src/components/equality/groupRatios.js";
import {representation} from "../../src/components/equality/representation.js";
import type {Release} from "../../src/components/release.js";
import {sharePanels} from "../../src/components/sharePanels.js";
import {uptakeByGroup} from "../../src/components/uptake/uptakeByGroup.js";
import {type Claim, told} from "../claims/claim.js";
import {paragraph} from "../prose.js";
import type {Section} from "../report.js";

/** Returns whether groups of people are offered and begin training alike. */
export function equalitySection(release: Release): Section {
  return {
    id: "equality",
    title: "Equality",
    claims: [
      groups(release, {id: "equality.began", measure: MEASURES.began}),
      groups(release, {id: "equality.offered", measure: MEASURES.offered})
    ],
    draw: ({document}) => [
      paragraph(
        "Groups differ in the work they do and where they do it. So each is compared twice with the largest of its kind: as found, and within the same role and region. At most one in twenty of the differences called so should be a false alarm.",
        {document}
      ),
      sharePanels(uptakeByGroup(release), release, {document}),
      groupRatios(release, MEASURES.began, {document, id: "began"}),
      groupRatios(release, MEASURES.offered, {document, id: "offered"}),
      representation(release, {document})
    ]
  };
}

/** Which groups differ, by the rule for many comparisons. */
export const groups = (release: Release, {id, measure}: {id: string; measure: Measure}): Claim => {
  const rows = groupComparisons(release, measure);
  return told(id, {
    cites: rows.flatMap(({crude, adjusted}) => [crude, adjusted]).filter((found) => found !== undefined),
    said: comparisonFinding(rows, measure)
  });
};
