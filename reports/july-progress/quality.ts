import {breakdown} from "../../src/components/breakdown.js";
import {count, percent} from "../../src/components/format.js";
import type {Figure, Release} from "../../src/components/release.js";
import {
  completenessChart,
  completenessFigures,
  completenessFinding
} from "../../src/components/returns/completeness.js";
import {itemChart, itemFigures, itemFinding, roleSentence} from "../../src/components/returns/itemQuality.js";
import {returnKinds} from "../../src/components/returns/kinds.js";
import {correctionSentence, heldSentence} from "../../src/components/returns/mended.js";
import {responseChart, responses} from "../../src/components/returns/response.js";
import {responseSentence} from "../../src/components/surveyQuality.js";
import {ALWAYS, type Claim, claim, told} from "../claims/claim.js";
import {paragraph} from "../prose.js";
import type {Section} from "../report.js";
import {chartsOf} from "./charts.js";

/** Returns what was received of what was asked for, and how good it is. */
export function qualitySection(release: Release): Section {
  return {
    id: "quality",
    title: "Data quality",
    claims: [received(release), kinds(release), response(release), items(release), roleKnown(release)],
    draw: ({document}) => [
      paragraph(`${heldSentence(release)} ${correctionSentence(release)}`, {document}),
      completenessChart(release, {document}),
      responseChart(release, {document}),
      itemChart(release, {document})
    ]
  };
}

/** How many of the returns asked for are here. */
export const received = (release: Release): Claim =>
  claim({
    id: "returns.received",
    cells: {kinds: completenessFigures(release)},
    cases: [
      {
        when: ({kinds}) => sum(kinds, "numerator") < sum(kinds, "denominator"),
        say: ({kinds}) => {
          const [here, asked] = [sum(kinds, "numerator"), sum(kinds, "denominator")];
          return `${count(here)} of ${count(asked)} returns asked for are here (${share(here, asked)}) and ${count(asked - here)} are missing`;
        }
      },
      {when: ALWAYS, say: ({kinds}) => `all ${count(sum(kinds, "denominator"))} returns asked for are here`}
    ],
    cannotSay: "nobody has been asked for a return"
  });

const sum = (kinds: readonly Figure[], part: "numerator" | "denominator"): number =>
  kinds.reduce((total, figure) => total + (figure[part] ?? 0), 0);

/** A share that is not whole is never said to be all or none. */
function share(part: number, whole: number): string {
  const rounded = Math.round((100 * part) / whole);
  if (rounded === 100 && part < whole) return "more than 99%";
  return rounded === 0 && part > 0 ? "less than 1%" : percent(rounded);
}

const kinds = (release: Release): Claim =>
  told("returns.kinds", {
    ...chartsOf(release).completeness,
    cites: completenessFigures(release),
    said: completenessFinding(returnKinds(release))
  });

const response = (release: Release): Claim =>
  told("survey.response", {...chartsOf(release).response, cites: responses(release), said: responseSentence(release)});

const items = (release: Release): Claim => {
  const figures = itemFigures(release);
  return told("items.missing", {...chartsOf(release).items, cites: figures, said: itemFinding(figures)});
};

const roleKnown = (release: Release): Claim =>
  told("items.role", {cites: breakdown(release, "QUA-04"), said: roleSentence(release)});
