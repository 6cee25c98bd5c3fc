import {breakdown, categoryOf} from "../breakdown.js";
import {chartKey} from "../chartKey.js";
import {coverageAlike} from "../coverageAlike.js";
import {list, plural, sentence, word} from "../format.js";
import {areaName, regionName} from "../names.js";
import {inOrder} from "../peopleGroups.js";
import type {Figure, Release} from "../release.js";
import {coverage, latest} from "../select.js";
import type {SharePanels, ShareRow} from "../sharePanels.js";
import {ofLastPeriod, surveyMonth} from "../surveyWords.js";
import {placeInPlan} from "../targets.js";

const OFFERED = "OFF-01";
const GROUP = "staff group";
export const OTHERS = "Other than teaching assistants";
export const ASSISTANTS = "Teaching assistants";

const NOT_JUDGED = "not judged"; // the statement is of other staff, and judged for England and the regions

type Threshold = Release["thresholds"][number];

interface BoundRow extends ShareRow {
  answer: string; // whether the statement of the plan holds there
}

/** Returns the plan's statement that fewer than half of other staff were offered training, drawn as the bound it is. */
export function offerBound(release: Release): SharePanels<BoundRow> {
  const plan = breakdown(release, OFFERED, {by: [GROUP], where: {bound: "upper"}}).at(0);
  const surveyed = latest(ofGroup(release, {group: OTHERS}));
  const nation = threshold(release, "ENG");
  const england: BoundRow[] = [
    {name: "The plan, of other staff", figures: [plan], answer: "stated"},
    {name: "Other staff", figures: [surveyed], answer: answerOf(nation)},
    {name: ASSISTANTS, figures: [latest(ofGroup(release, {group: ASSISTANTS}))], answer: NOT_JUDGED}
  ].flatMap((row) => (row.figures[0] ? [{group: "England", ...row}] : []));
  const regions = ofGroup(release, {group: OTHERS, level: "region"})
    .map((found) => ({...found, name: areaName(release, found.area_code)}))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const ofService = ofLastPeriod(breakdown(release, OFFERED, {by: ["service", GROUP]}))
    .filter((found) => categoryOf(found, GROUP) === OTHERS)
    .map((found) => ({
      group: "Other staff, by years in schools",
      name: categoryOf(found, "service") ?? "",
      figures: [found],
      answer: NOT_JUDGED
    }));
  return {
    id: "bound",
    finding: finding(nation),
    measure: measure({plan, surveyed, nation}),
    panels: [
      {title: "Offered training", of: "of staff, in the two years before the survey", bound: nation?.threshold_percent}
    ],
    rows: [
      ...england,
      ...inOrder(ofService, ({name}) => name),
      ...regions.map(({name, ...found}) => ({
        group: "Other staff, by region",
        name,
        figures: [found],
        answer: answerOf(threshold(release, found.area_code))
      }))
    ],
    names: {group: "Where", name: "Area or group"},
    columns: [
      {title: "Fewer than half?", value: ({answer}) => answer},
      {
        title: "Local LSCs",
        value: ({figures}) => (figures[0] ? coverage(figures[0], "local LSCs") : ""),
        blank: "no return counted"
      }
    ],
    key: boundKey,
    file: "offers-and-the-plan",
    source: "Sources: DfES plan for 2004–05; staff questionnaire, indicator OFF-01."
  };
}

const threshold = ({thresholds}: Pick<Release, "thresholds">, area: string): Threshold | undefined =>
  thresholds.filter(({indicator_id, area_code}) => indicator_id === OFFERED && area_code === area).at(-1);

const answerOf = (found: Threshold | undefined): string => found?.is_met ?? NOT_JUDGED;

function ofGroup(
  release: Release,
  {group, level = "national"}: {group: string; level?: Figure["area_level"]}
): Figure[] {
  return ofLastPeriod(
    breakdown(release, OFFERED, {by: [GROUP], area_level: level}).filter(
      (found) => categoryOf(found, GROUP) === group && found.bound === null
    )
  );
}

/** A fact that returns were drawn to is never their finding. */
function finding(nation: Threshold | undefined): string {
  const said = "The plan says that fewer than half of staff other than teaching assistants were offered training";
  if (!nation) return `${said}; nothing received says more`;
  const isSynthetic = nation.origin === "synthetic";
  if (nation.is_met === "yes")
    return isSynthetic ? `${said}; the synthetic returns were drawn to agree` : `${said}; the survey agrees`;
  const survey = isSynthetic ? "the synthetic returns" : "the survey";
  return nation.is_met === "no" ? `${said}; in ${survey} it is half or more` : `${said}; ${survey} cannot say`;
}

function measure({
  plan,
  surveyed,
  nation
}: Readonly<Record<"plan" | "surveyed", Figure | undefined>> & {nation: Threshold | undefined}): string {
  const survey = surveyed
    ? `Staff questionnaire, ${surveyMonth(surveyed.period)}, per cent with 95% interval${surveyed.origin === "synthetic" ? ", synthetic returns" : ""}.`
    : "No survey has been received.";
  const bound = plan
    ? ` The plan gives an upper bound and no figure: the shaded zone is all that it says${nation ? ` (${placeInPlan(nation.place)})` : ""}.`
    : "";
  const decided = nation
    ? " Whether a survey figure is below half is decided on its whole interval, before rounding."
    : "";
  return `${survey}${bound}${decided}`;
}

/** Says in how many regions the statement holds, and where nobody can say. */
export function regionsSentence(release: Release): string {
  const regions = release.thresholds.filter(
    ({indicator_id, area_level}) => indicator_id === OFFERED && area_level === "region"
  );
  if (regions.length === 0) return "";
  const of = (answer: string): string[] =>
    regions.filter(({is_met}) => is_met === answer).map(({area_code}) => regionName(release, area_code));
  const doubtful = of("cannot say");
  const against = of("no");
  const isDrawn = regions.some(({origin}) => origin === "synthetic");
  const parts = [
    `${isDrawn ? "in the synthetic returns, drawn to that statement, " : ""}the figure for other staff is below half in ${word(of("yes").length)} of ${plural(regions.length, "region")}`,
    ...(against.length === 0 ? [] : [`half or more in ${list(against)}`]),
    ...(doubtful.length === 0 ? [] : [`too near to half to say in ${list(doubtful)}`])
  ];
  return `${sentence(list(parts))}.${unlikeSentence(release)}`;
}

/** Says which regions rest on so much less or more than England that their figures do not stand beside its own. */
function unlikeSentence(release: Release): string {
  const nation = latest(ofGroup(release, {group: OTHERS}));
  const unlike = ofGroup(release, {group: OTHERS, level: "region"}).filter(
    (region) => nation && !coverageAlike(region, nation)
  );
  if (unlike.length === 0) return "";
  const byName = unlike.toSorted((a, b) => (areaName(release, a.area_code) < areaName(release, b.area_code) ? -1 : 1));
  const [their, they] = unlike.length === 1 ? ["its figure is", "it stands"] : ["their figures are", "they stand"];
  return ` Coverage is unlike England’s in ${list(byName.map(({area_code}) => regionName(release, area_code)))}: ${their} not comparable with England’s as ${they}.`;
}

const boundKey = ({document}: {document: Document}): Node =>
  chartKey(
    [
      ["ceiling", "half"],
      ["zone", "the plan’s upper bound"],
      ["dot", "survey"],
      ["limits", "95% interval"]
    ],
    {document}
  );
