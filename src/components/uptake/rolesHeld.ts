import {aboutNumbers} from "../aboutNumbers.js";
import {breakdown} from "../breakdown.js";
import {builder} from "../element.js";
import {figure} from "../figure.js";
import {count, missing, percent, sentence} from "../format.js";
import {hundredPeople, type PeoplePart} from "../hundredPeople.js";
import {type PlainColumn, plainDownload, plainTable} from "../plainTable.js";
import type {Download, Figure, Release} from "../release.js";
import {latest} from "../select.js";
import {inSynthetic, limitsSaid, orWhy, shareSaid, surveyMonth} from "../surveyWords.js";

const CAPTION = "Staff with several roles";
const SOURCE = "Source: staff questionnaire, indicator UPT-06.";

/** How many people hold two roles or more, and of these how many on two routes or more. */
interface RolesHeld {
  several: Figure | undefined;
  routes: Figure | undefined;
}

const rolesHeldOf = (release: Release): RolesHeld => ({
  several: latest(breakdown(release, "UPT-06")),
  routes: latest(breakdown(release, "UPT-06", {by: ["roles held"]}))
});

/** Returns the picture of a hundred people by the roles that they hold; a sentence where that is not known. */
export function rolesHeld(release: Release, {document}: {document: Document}): Node {
  const held = rolesHeldOf(release);
  const rows = rowsOf(held);
  const {several} = held;
  if (!several || several.value === null) return builder(document)("p", {}, `${rolesSentence(release)}.`);
  const parts = partsOf(held);
  return figure({
    document,
    id: "several-roles",
    finding: rolesSentence(release),
    measure: `Of 100 support staff, those who hold one role, and those who hold several in the same school. Staff questionnaire, ${surveyMonth(several.period)}, England${several.origin === "synthetic" ? ", synthetic returns" : ""}. Each person is drawn once.`,
    alternative: `A hundred people: ${parts.map(({said}) => said).join("; ")}.`,
    draw: (width) => hundredPeople(parts, {document, width}),
    table: plainTable(rows, {document, caption: CAPTION, columns: columns(release)}),
    download: fileOf(rows),
    source: SOURCE,
    about: aboutNumbers(
      rows.map(({found}) => found),
      release,
      {document}
    ),
    level: 3
  });
}

/** Says how many hold several roles. */
function rolesSentence(release: Release): string {
  const {several} = rolesHeldOf(release);
  if (!several) return "Nothing received says how many staff hold several roles";
  if (several.value === null) return `How many staff hold several roles: ${missing(several, release).word}`;
  return sentence(`${inSynthetic([several])}${shareSaid(several)} of staff hold two roles or more in the same school`);
}

/** Returns the table of several roles as a download. */
export function rolesHeldDownloads(release: Release): Download[] {
  const rows = rowsOf(rolesHeldOf(release));
  if (rows.length === 0) return [];
  return [plainDownload(fileOf(rows), {rows, columns: columns(release), title: CAPTION, source: SOURCE})];
}

/** People are whole: what two rounded shares make together is about right, and said so. */
function partsOf({several, routes}: RolesHeld): PeoplePart[] {
  const many = Math.round(several?.value ?? 0);
  const one: PeoplePart = {people: 100 - many, said: `${count(100 - many)} hold one role`, kind: "one"};
  if (!routes || routes.value === null)
    return [one, {people: many, said: `${count(many)} hold two roles or more`, kind: "alike"}];
  const across = Math.round((many * routes.value) / 100);
  return [
    one,
    {people: many - across, said: `about ${count(many - across)} hold several roles, all on one route`, kind: "alike"},
    {people: across, said: `about ${count(across)} hold roles on two routes or more`, kind: "unlike"}
  ];
}

interface RolesRow {
  who: string;
  of: string;
  found: Figure;
}

function rowsOf({several, routes}: RolesHeld): RolesRow[] {
  return [
    ...(several ? [{who: "Hold two roles or more in the same school", of: "all staff", found: several}] : []),
    ...(routes ? [{who: "Hold roles on two routes or more", of: "those with two roles or more", found: routes}] : [])
  ];
}

const columns = (release: Release): readonly PlainColumn<RolesRow>[] => [
  {title: "Who", value: ({who}) => who},
  {title: "Of", value: ({of}) => of},
  {title: "Per cent", isNumber: true, value: ({found}) => found.value ?? missing(found, release), write: percent},
  {title: "95% interval", isNumber: true, value: ({found}) => orWhy(limitsSaid(found), {figure: found, release})},
  {title: "Answers", isNumber: true, value: ({found}) => orWhy(found.base, {figure: found, release}), write: count},
  {title: "Origin", value: ({found}) => found.origin}
];

const fileOf = (rows: readonly RolesRow[]): string =>
  `several-roles${rows.some(({found}) => found.origin === "synthetic") ? "-synthetic" : ""}.csv`;
