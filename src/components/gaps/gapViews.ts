import {breakdown} from "../breakdown.js";
import {coverageMark} from "../coverageAlike.js";
import {percent, sentence} from "../format.js";
import type {Download, Figure, Release} from "../release.js";
import {rolesByRoute} from "../rolesByRoute.js";
import {figuresIn, type SharePanels, type ShareRow, shareDownloads, sharePanels} from "../sharePanels.js";
import {inSynthetic, surveyMonth} from "../surveyWords.js";

/** Returns what staff say of themselves and what heads say of them, side by side and never pooled. */
export const gapViews = (release: Release, {document}: {document: Document}): Node =>
  sharePanels(viewsOf(release), release, {document});

/** Returns the table of both views as a download. */
export const viewDownloads = (release: Release): Download[] => shareDownloads(viewsOf(release), release);

/** Says what each view gives for all staff, as two measures. */
export function viewsSentence(release: Release): string {
  const [staff] = breakdown(release, "GAP-01");
  const [heads] = breakdown(release, "GAP-02");
  const ofStaff = staff?.value ?? null;
  const ofHeads = heads?.value ?? null;
  const parts = [
    ofStaff === null ? "" : `staff’s own answers fall short of our levels in ${percent(ofStaff)} of posts`,
    ofHeads === null ? "" : `heads judge ${percent(ofHeads)} of staff not fully proficient`
  ].filter((part) => part !== "");
  if (parts.length === 0) return "Neither staff nor heads have a figure";
  return sentence(`${inSynthetic([staff, heads].filter((found) => found !== undefined))}${parts.join("; ")}`);
}

/** Says on what each view rests, and whether the two may stand side by side. */
export function viewsNote(release: Release): string {
  const [staff] = breakdown(release, "GAP-01");
  const [heads] = breakdown(release, "GAP-02");
  const mark = staff && heads ? coverageMark(staff, heads) : "";
  return mark === "" ? "" : `Their coverage is not alike: ${mark}.`;
}

function viewsOf(release: Release): SharePanels {
  const rows = rowsOf(release);
  const [first] = figuresIn({rows});
  const from = inSynthetic(figuresIn({rows})) === "" ? "" : ", synthetic returns";
  return {
    id: "views",
    finding: viewsSentence(release),
    measure: `Two questions to two groups, with 95% intervals; answers are of staff on the left and of schools’ heads on the right. England${from}${first ? `, ${surveyMonth(first.period)}` : ""}.`,
    panels: [
      {title: "Staff: any skills gap", of: "of posts"},
      {title: "Heads: not fully proficient", of: "of staff in the role"}
    ],
    rows,
    names: {group: "Route", name: "Role"},
    file: "gaps-staff-and-heads",
    source: "Source: questionnaires to staff and to heads."
  };
}

function rowsOf(release: Release): ShareRow[] {
  const [staff, heads] = ["GAP-01", "GAP-02"].map((indicator) => ({
    all: breakdown(release, indicator)[0],
    byRole: new Map(breakdown(release, indicator, {by: ["role_id"]}).map((figure) => [figure.role_id, figure]))
  }));
  const both = (of: (view: typeof staff) => Figure | undefined) => [of(staff), of(heads)];
  const routes = rolesByRoute(release).flatMap(({route_name, roles}) =>
    roles.map(({role_id, role_name}) => ({
      group: route_name,
      name: role_name,
      figures: both((view) => view?.byRole.get(role_id))
    }))
  );
  const rows = [{group: "", name: "All", figures: both((view) => view?.all)}, ...routes];
  return rows.filter(({figures}) => figures.some((found) => found !== undefined));
}
