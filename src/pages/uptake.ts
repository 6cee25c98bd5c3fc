import {banner} from "../components/banner.js";
import {breakdown} from "../components/breakdown.js";
import {missing, percent, sentence} from "../components/format.js";
import {type KeyFigure, keyFigures} from "../components/keyFigures.js";
import type {Figure, Origin, Page, Release} from "../components/release.js";
import {latest} from "../components/select.js";
import {figuresIn, shareDownloads, sharePanels} from "../components/sharePanels.js";
import {inSynthetic, limitsSaid, restsOn, shareSaid, surveyMonth} from "../components/surveyWords.js";
import {learnersByRoute, learnersPerStaff} from "../components/uptake/learners.js";
import {offerBound, regionsSentence} from "../components/uptake/offerBound.js";
import {rolesHeld, rolesHeldDownloads} from "../components/uptake/rolesHeld.js";
import {barriers, lastOffer, wanted} from "../components/uptake/staffGroups.js";
import {uptakeByGroup} from "../components/uptake/uptakeByGroup.js";
import {BEGAN, OFFERED, TAKEN_UP, uptakeByRole, uptakeByRoute} from "../components/uptake/uptakeByRole.js";

/** Who is offered training and who takes it up, by role, route and people. */
export const uptake: Page = {
  origins,
  downloads: (release) => [
    ...shareDownloads(offerBound(release), release),
    ...shareDownloads(uptakeByRole(release), release),
    ...shareDownloads(uptakeByRoute(release), release),
    ...shareDownloads(uptakeByGroup(release), release),
    ...shareDownloads(lastOffer(release), release),
    ...shareDownloads(wanted(release), release),
    ...shareDownloads(barriers(release), release),
    ...shareDownloads(learnersByRoute(release), release),
    ...shareDownloads(learnersPerStaff(release), release),
    ...rolesHeldDownloads(release)
  ],
  marks: {
    banner: (release, {document}) => banner(origins(release), {document}),
    title,
    lead,
    figures: (release, {document}) => keyFigures(headlines(release), {document}),
    bound: (release, {document}) => sharePanels(offerBound(release), release, {document}),
    regions: regionsSentence,
    lastOffer: (release, {document}) => sharePanels(lastOffer(release), release, {document}),
    roles: (release, {document}) => sharePanels(uptakeByRole(release), release, {document}),
    routes: (release, {document}) => sharePanels(uptakeByRoute(release), release, {document}),
    several: (release, {document}) => rolesHeld(release, {document}),
    learnerRoutes: (release, {document}) => sharePanels(learnersByRoute(release), release, {document}),
    groups: (release, {document}) => sharePanels(uptakeByGroup(release), release, {document}),
    wanted: (release, {document}) => sharePanels(wanted(release), release, {document}),
    barriers: (release, {document}) => sharePanels(barriers(release), release, {document}),
    learners: (release, {document}) => sharePanels(learnersPerStaff(release), release, {document})
  }
};

const overall = (release: Release, indicator: string): Figure | undefined => latest(breakdown(release, indicator));

function origins(release: Release): Set<Origin> {
  const shown = [
    ...[OFFERED, TAKEN_UP, BEGAN].flatMap((indicator) => breakdown(release, indicator)),
    ...figuresIn(offerBound(release)),
    ...figuresIn(learnersPerStaff(release))
  ];
  return new Set(shown.map(({origin}) => origin));
}

function title(release: Release): string {
  const [offered, began] = [overall(release, OFFERED), overall(release, BEGAN)];
  if (!offered && !began) return "Nothing received says how many support staff were offered training";
  const shown = [offered, began].filter((found) => found !== undefined);
  const parts = [
    ...(offered && offered.value !== null
      ? [`${percent(offered.value)} of support staff were offered training in two years`]
      : []),
    ...(began && began.value !== null
      ? [
          offered?.value === null || !offered
            ? `${percent(began.value)} of support staff began training in two years`
            : `${percent(began.value)} began some`
        ]
      : [])
  ];
  if (parts.length === 0) return "Too little is known to say how many support staff were offered training";
  return sentence(`${inSynthetic(shown)}${parts.join(" and ")}`);
}

function lead(release: Release): string {
  const [offered, takenUp] = [overall(release, OFFERED), overall(release, TAKEN_UP)];
  if (!offered) return "No staff questionnaire has been received.";
  const taken = takenUp && takenUp.value !== null ? `Of those offered it, ${shareSaid(takenUp)} took it up. ` : "";
  return `${taken}Survey of ${surveyMonth(offered.period)}: ${restsOn(offered)}.`;
}

function headlines(release: Release): KeyFigure[] {
  const lines = [
    {indicator: OFFERED, label: "of staff were offered training in two years"},
    {indicator: TAKEN_UP, label: "of those offered training took it up"},
    {indicator: BEGAN, label: "of all staff began training"},
    {indicator: "UPT-06", label: "hold two roles or more in the same school"}
  ];
  return lines.map(({indicator, label}) => {
    const found = overall(release, indicator);
    if (!found) return {value: release.reasons.not_enough_data.word, label, base: "no survey received", indicator};
    const parts = [
      found.lower === null ? "" : `95% interval ${limitsSaid(found)}`,
      restsOn(found),
      found.origin === "synthetic" ? "synthetic" : ""
    ];
    return {
      value: found.value === null ? missing(found, release).word : percent(found.value),
      label,
      base: parts.filter((part) => part !== "").join(" · "),
      indicator
    };
  });
}
