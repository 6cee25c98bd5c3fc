import {breakdown, categoryOf} from "../breakdown.js";
import {list, lower, percent, sentence} from "../format.js";
import {roleName} from "../names.js";
import type {Download, Figure, Release} from "../release.js";
import {figuresIn, type SharePanels, type ShareRow, shareDownloads, sharePanels} from "../sharePanels.js";
import {inSynthetic, surveyMonth} from "../surveyWords.js";

/** Returns the shares of staff below the level that the job profile of their role expects, and below a full Level 2. */
export const attainment = (release: Release, {document}: {document: Document}): Node =>
  sharePanels(sharesOf(release), release, {document});

/** Returns the table of these shares as a download. */
export const attainmentDownloads = (release: Release): Download[] => shareDownloads(sharesOf(release), release);

/** Says in how many posts staff hold less than the job profile expects: at least so many, since any subject counts. */
export function attainmentSentence(release: Release): string {
  const [all] = breakdown(release, "GAP-04");
  if (!all || all.value === null)
    return "In how many posts staff hold less than the job profile expects cannot be told";
  return sentence(
    `${inSynthetic([all])}at least ${percent(all.value)} of posts are held by staff with a lower level than the job profile expects`
  );
}

/** Names the roles for which no level is expected. */
export function withoutProfile(release: Release): string {
  const names = release.role_profiles
    .filter(({profile_id}) => profile_id === null)
    .map(({role_id}) => lower(roleName(release, role_id ?? "")));
  if (names.length === 0) return "";
  return `For ${list(names)} the profiles found expect no level, so there is no figure.`;
}

function sharesOf(release: Release): SharePanels {
  const rows = rowsOf(release);
  const [first] = figuresIn({rows});
  const from = inSynthetic(figuresIn({rows})) === "" ? "" : ", synthetic returns";
  return {
    id: "attainment",
    finding: attainmentSentence(release),
    measure: `Posts whose holders’ highest level in any subject is lower, and staff without a full Level 2, per cent, with 95% interval. England${from}${first ? `, ${surveyMonth(first.period)}` : ""}.`,
    panels: [
      {title: "Below the level expected", of: "of posts in the role"},
      {title: "Below a full Level 2", of: "of staff in the role"}
    ],
    rows,
    absent: {symbol: "z", symbol_reason: null}, // below a full Level 2 is not asked of all who are expected to hold one level
    names: {group: "Level that the profile expects", name: "Role"},
    file: "attainment",
    source: "Source: questionnaires to staff; job profiles of the National Joint Council, as we read them."
  };
}

function rowsOf(release: Release): ShareRow[] {
  const below = new Map(breakdown(release, "GAP-04", {by: ["role_id"]}).map((figure) => [figure.role_id, figure]));
  const belowTwo = new Map(breakdown(release, "GAP-08", {by: ["role_id"]}).map((figure) => [figure.role_id, figure]));
  const levels = [...new Set(release.role_profiles.map(({nqf_level}) => nqf_level))].toSorted(byLevel);
  const byRole = levels.flatMap((level) => {
    const group = level === null ? "No level expected" : `Level ${level} expected`;
    const all = level === null ? [] : [allAt(release, {level, group})];
    const roles = release.role_profiles
      .filter(({nqf_level}) => nqf_level === level)
      .map(({role_id}) => ({
        group,
        name: roleName(release, role_id ?? ""),
        figures: [below.get(role_id), belowTwo.get(role_id)]
      }));
    return [...all, ...roles];
  });
  const all: ShareRow = {
    group: "",
    name: "All staff",
    figures: [breakdown(release, "GAP-04")[0], breakdown(release, "GAP-08")[0]]
  };
  return [all, ...byRole].filter(({figures}) => figures.some((found: Figure | undefined) => found !== undefined));
}

/** All staff whose profile expects one level. */
function allAt(release: Release, {level, group}: {level: string; group: string}): ShareRow {
  const found = breakdown(release, "GAP-04", {by: ["expected level"]}).find(
    (figure) => categoryOf(figure, "expected level") === `Level ${level}`
  );
  return {group, name: "All of these", figures: [found, undefined]};
}

const byLevel = (a: string | null, b: string | null): number => (a ?? "9").localeCompare(b ?? "9", "en-GB");
