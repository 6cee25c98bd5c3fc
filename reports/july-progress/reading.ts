import {symbolTable} from "../../src/components/disclosurePolicy.js";
import {builder} from "../../src/components/element.js";
import {plainTable} from "../../src/components/plainTable.js";
import type {Release} from "../../src/components/release.js";
import {GLOSSARY} from "../../src/components/search/glossary.js";
import {placeInPlan} from "../../src/components/targets.js";
import {paragraph} from "../prose.js";
import type {Section} from "../report.js";

/** Returns what to bear in mind in reading, and what each symbol means. */
export function notesSection(release: Release): Section {
  return {
    id: "notes",
    title: "Notes",
    claims: [],
    draw: ({document}) => {
      const h = builder(document);
      return [h("ol", {}, ...NOTES.map((note) => h("li", {}, note))), symbolTable(release, {document})];
    }
  };
}

const NOTES = [
  "Numbers of people are rounded to ten, so that 10 may stand for any number from 1 to 19; 0 is a true zero.",
  "A person counts once in every role and on every route, and once among all staff. Roles and routes overlap and are never added up.",
  "Place, start, learner, aim and completion are five different things. None stands for another here.",
  "Financial years run from April to March, academic years from August to July, and the census is of January. A figure names its own.",
  "“Up to 10,000” is a ceiling, “around 7,000” approximate, “fewer than half” a bound without a value. Each is printed as the plan has it.",
  "An interval is one of 95% unless it says otherwise. Where two intervals overlap, their order may be chance.",
  "Which local education authority lies in which local LSC is not taken from a source, so figures of local LSCs from returns of authorities are estimated."
];

/** Returns the words that a reader may not know. */
export const glossarySection = (): Section => ({
  id: "glossary",
  title: "Glossary",
  claims: [],
  draw: ({document}) => {
    const h = builder(document);
    const terms = GLOSSARY.toSorted((a, b) => (a.term.toLowerCase() < b.term.toLowerCase() ? -1 : 1));
    const lines = terms.flatMap(({term, meaning}) => [h("dt", {}, term), h("dd", {}, `${meaning}.`)]);
    return [h("dl", {class: "glossary"}, ...lines)];
  }
});

interface Place {
  subject: string;
  kind: string;
  place: string;
}

/** Returns where in the documents each target, promise, sum and statement stands. */
export function sourcesSection(release: Release): Section {
  return {
    id: "sources",
    title: "Sources",
    claims: [],
    draw: ({document}) => [
      paragraph(
        "The plan is the Department for Education and Skills’ School Support Staff Training and Development: our plans for 2004–05. A place is the line of its text; one promise is taken from another DfES paper, on the relationship between the induction training materials and the NVQs for teaching assistants. What was received, with the hash of every file, is on the Returns and Methods pages and in the published files.",
        {document}
      ),
      plainTable(placesOf(release), {
        document,
        caption: "What the plan says, and where",
        columns: [
          {title: "Subject", isLong: true, value: ({subject}) => subject},
          {title: "Kind", value: ({kind}) => kind},
          {title: "Place", value: ({place}) => placeInPlan(place)}
        ]
      })
    ]
  };
}

function placesOf({priorities, progress, milestones, funding_lines, thresholds}: Release): Place[] {
  const statements = new Map(thresholds.map(({statement, place}) => [statement, place]));
  return [
    ...priorities
      .toSorted((a, b) => a.priority_order - b.priority_order)
      .map(({priority_id, title, place}) => ({
        subject: `${priority_id}. ${title}`,
        kind: "priority",
        place
      })),
    ...progress
      .filter(({target_value}) => target_value !== null)
      .map(({title, place}) => ({subject: title, kind: "target", place})),
    ...milestones.map(({title, place}) => ({subject: title, kind: "promise", place})),
    ...funding_lines.map(({line_name, place}) => ({subject: line_name, kind: "money", place})),
    ...[...statements].map(([subject, place]) => ({subject, kind: "statement", place}))
  ];
}
