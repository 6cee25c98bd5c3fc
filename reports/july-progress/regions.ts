import {areasFunnel} from "../../src/components/areas/areasFunnel.js";
import {areasTitle} from "../../src/components/areas/areasTitle.js";
import {latestFamily} from "../../src/components/areas/mapRates.js";
import {breakdown} from "../../src/components/breakdown.js";
import {chartKey} from "../../src/components/chartKey.js";
import {coverageMark} from "../../src/components/coverageAlike.js";
import type {PanelCell} from "../../src/components/dotPanels.js";
import {list, plural, word} from "../../src/components/format.js";
import {areaName, regionName} from "../../src/components/names.js";
import type {Comparison, Figure, Release} from "../../src/components/release.js";
import {coverage} from "../../src/components/select.js";
import {type SharePanels, type ShareRow, sharePanels} from "../../src/components/sharePanels.js";
import {limitsSaid, ofLastPeriod} from "../../src/components/surveyWords.js";
import {OFFER_PANELS, SURVEY_SOURCE, survey} from "../../src/components/uptake/uptakeByRole.js";
import {type Claim, claim, told} from "../claims/claim.js";
import type {Section} from "../report.js";
import {ofAll} from "./shares.js";

const FAMILIES = {"OFF-01": "offers_by_region", "UPT-01": "uptake_by_region"} as const;
type Measure = keyof typeof FAMILIES;
const MEASURES = ["OFF-01", "UPT-01"] as const;

/** Returns how regions and local LSCs differ, and how much of it is more than chance. */
export function regionsSection(release: Release): Section {
  return {
    id: "regions",
    title: "Regional variance",
    claims: [regionalOffers(release), spread(release), widestGap(release), localLscs(release)],
    draw: ({document}) => [sharePanels(regionShares(release), release, {document}), areasFunnel(release, {document})]
  };
}

/** Which regions stand apart in offers, by the rule for many comparisons. */
export const regionalOffers = (release: Release): Claim =>
  claim({
    id: "regions.offers",
    cells: {compared: testsOf(release, "OFF-01")},
    cases: [
      {
        when: ({compared}) => compared.some(({is_different}) => is_different === "yes"),
        say: ({compared}) => apart(compared, release)
      },
      {
        when: ({compared}) => compared.every(({is_different}) => is_different !== "yes"),
        say: () => "differences between regions in offers of training could all be chance"
      }
    ],
    cannotSay: "whether offers of training differ between regions cannot be said"
  });

function apart(compared: readonly Comparison[], release: Release): string {
  const yes = compared.filter(({is_different}) => is_different === "yes");
  const ways = [
    ["more often", yes.filter(({difference}) => (difference ?? 0) > 0)],
    ["less often", yes.filter(({difference}) => (difference ?? 0) < 0)],
    ["at another rate", yes.filter(({difference}) => (difference ?? 0) === 0)]
  ] as const;
  const said = ways
    .filter(([, members]) => members.length > 0)
    .map(([way, members]) => `${way} in ${list(members.map(({area_code}) => regionName(release, area_code)))}`);
  const others = compared.filter(({is_different}) => is_different === "no").length;
  const unsaid = compared.filter(({is_different}) => is_different === "cannot say").length;
  const rest = others === 0 ? "" : `; in the other ${plural(others, "region")} the difference could be chance`;
  const silent = unsaid === 0 ? "" : `; of ${word(unsaid)} too little is known`;
  return `staff were offered training ${list(said)} than in the rest of England${rest}${silent}`;
}

const spread = (release: Release): Claim =>
  claim({
    id: "regions.spread",
    cells: {spread: ofRegions(release, "percentage points, standard deviation between regions")},
    cases: [
      {
        when: ({spread}) => (spread.lower ?? 0) > 0,
        say: ({spread}) =>
          `chance apart, the share offered training varies between regions by a standard deviation of ${spread.value} percentage points (95% interval ${limitsSaid(spread)})`
      },
      {
        when: ({spread}) => (spread.lower ?? 0) === 0,
        say: () => "how the share offered training varies between regions may be chance alone"
      }
    ],
    cannotSay: "how much the share offered training varies between regions beyond chance cannot be said"
  });

/** Where other staff lie furthest behind teaching assistants: only where one interval lies beyond all others. */
export const widestGap = (release: Release): Claim =>
  claim({
    id: "regions.gap",
    cells: {gaps: regionalGaps(release)},
    unlike:
      "in which region the gap in offers between teaching assistants and other staff is largest cannot be said, as regions differ in how many local LSCs returned",
    cases: [
      {
        when: ({gaps}) => widest(gaps) !== undefined,
        say: ({gaps}) =>
          `the largest gap in offers between teaching assistants and other staff is in ${regionName(release, widest(gaps)?.area_code ?? "")}`
      },
      {
        when: ({gaps}) => widest(gaps) === undefined,
        say: () =>
          "no region’s gap in offers between teaching assistants and other staff lies clearly beyond that of every other"
      }
    ],
    cannotSay: "in which region the gap in offers between teaching assistants and other staff is largest cannot be said"
  });

/** The region whose whole interval lies below that of every other: differences are of other staff less assistants. */
function widest(gaps: readonly Figure[]): Figure | undefined {
  const known = gaps.filter(({lower, upper}) => lower !== null && upper !== null);
  return known.find((one) =>
    known.every((other) => other === one || (one.upper ?? 0) < (other.lower ?? Number.NEGATIVE_INFINITY))
  );
}

const localLscs = (release: Release): Claim =>
  told("regions.local", {
    cites: [...latestFamily(release, "learners"), ...latestFamily(release, "offers")],
    said: areasTitle(release)
  });

const regionalGaps = (release: Release): Figure[] =>
  ofLastPeriod(breakdown(release, "OFF-03", {area_level: "region", where: {unit: "percentage points"}}));

const ofRegions = (release: Release, unit: string): Figure | undefined =>
  breakdown(release, "REG-01", {by: ["rate compared"], where: {category_1: "OFF-01", unit}}).at(-1);

const testsOf = ({comparisons}: Release, measure: Measure): Comparison[] =>
  ofLastPeriod(comparisons.filter(({family_id}) => family_id === FAMILIES[measure]));

interface RegionRow extends ShareRow {
  answers: readonly string[]; // whether each figure differs from the rest of England
  senders: string;
}

/** Returns offers and uptake of each region beside England. */
export function regionShares(release: Release): SharePanels<RegionRow> {
  const of = (measure: Measure): Figure[] => ofLastPeriod(breakdown(release, measure, {area_level: "region"}));
  const [offered, takenUp] = [of("OFF-01"), of("UPT-01")];
  const nation = MEASURES.map((measure) => ofAll(release, measure));
  const regions = offered.map((figure) => rowOf(release, {figures: [figure, at(takenUp, figure)], nation: nation[0]}));
  const [all] = nation;
  const england = all
    ? [{group: "", name: "England", figures: nation, answers: [], senders: coverage(all, "local LSCs")}]
    : [];
  const rows = [...england, ...regions.toSorted((a, b) => (a.name < b.name ? -1 : 1))];
  const measure = `${survey(rows)} Each region is held against the rest of England, all nine judged together.`;
  return {
    id: "by-region",
    finding: regionalOffers(release).said.replace(/\.$/, ""),
    measure,
    panels: OFFER_PANELS,
    rows,
    names: {group: "", name: "Region"},
    columns: [
      {title: "Offers: different?", value: ({answers}) => answers[0] ?? ""},
      {title: "Uptake: different?", value: ({answers}) => answers[1] ?? ""},
      {title: "Returned", value: ({senders}) => senders}
    ],
    key: ({document}) =>
      chartKey(
        [
          ["diamond", "different from the rest of England"],
          ["dot", "not called different"],
          ["limits", "95% interval"]
        ],
        {document}
      ),
    file: "offers-and-uptake-by-region",
    source: SURVEY_SOURCE
  };
}

function rowOf(
  release: Release,
  {figures, nation}: {figures: readonly (Figure | undefined)[]; nation: Figure | undefined}
): RegionRow {
  const [offered] = figures;
  const code = offered?.area_code ?? "";
  const answers = MEASURES.map(
    (measure) => testsOf(release, measure).find(({area_code}) => area_code === code)?.is_different ?? ""
  );
  const unlike = offered && nation ? coverageMark(offered, nation).split(":")[0] : "";
  const senders = offered ? coverage(offered, "local LSCs") : "";
  return {
    group: "",
    name: areaName(release, code),
    figures,
    answers,
    marks: answers.map((answer): PanelCell["mark"] => (answer === "yes" ? "different" : undefined)),
    senders: unlike ? `${senders}; ${unlike}` : senders
  };
}

const at = (figures: readonly Figure[], {area_code}: Figure): Figure | undefined =>
  figures.find((figure) => figure.area_code === area_code);
