import {join} from "node:path";
import {UserError} from "../error.js";
import {type ExplainedFigure, type ExplainQuestion, explain} from "../explain.js";
import {columns} from "../layout.js";
import {type Bundle, readBundles} from "./bundle.js";

/** What one release said of a figure. */
export interface Vintage {
  release: string;
  status: Bundle["status"];
  as_at: string;
  corrects: string | null;
  definition: string | null;
  said: string | null; // as text; null where it said nothing
  note: string; // "first said", "as before", "revised", "withdrawn", or why it cannot be read
}

/** A figure, and what each release said of it, the earliest first. */
export interface FigureVintages {
  subject: string;
  period: string;
  unit: string;
  vintages: readonly Vintage[];
}

/** Returns what each sealed release of a project said of the figures that a question names. */
export async function vintages(releases: string, question: ExplainQuestion): Promise<FigureVintages[]> {
  const bundles = readBundles(releases);
  if (bundles.length === 0)
    throw new UserError(`${releases}: expected sealed releases; found none. \`uptake release NAME\` makes one.`);
  const answers = new Map<string, Answer>();
  for (const {name} of bundles) answers.set(name, await answer(join(releases, name, "data"), question));
  const keys = new Map<string, Omit<FigureVintages, "vintages">>();
  for (const {figures} of answers.values())
    for (const {subject, period_text: period, unit} of figures)
      keys.set([subject, period, unit].join("\n"), {subject, period, unit});
  const [first] = bundles;
  if (keys.size === 0 && first) throw new UserError(answers.get(first.name)?.fault ?? "");
  return [...keys.values()].map((figure) => ({...figure, vintages: vintagesOf(figure, {bundles, answers})}));
}

/** Returns vintages as text for a terminal. */
export function vintagesText(indicator: string, figures: readonly FigureVintages[]): string {
  return figures
    .flatMap(({subject, period, unit, vintages: all}) => [
      `${indicator.toUpperCase()}, ${subject}, ${period}, ${unit}`,
      ...columns(
        all.map(({release, status, as_at, corrects, definition, said, note}) => [
          `${release} (${status})`,
          `at ${as_at}`,
          said ?? "",
          [note, ...(corrects === null ? [] : [`corrects ${corrects}`])].join("; "),
          definition === null ? "" : `definition ${definition}`
        ]),
        {right: [2]}
      )
    ])
    .join("\n");
}

interface Answer {
  figures: readonly ExplainedFigure[];
  fault: string; // why there are none
  isRead: boolean; // not where only the program of then can read the tables
}

async function answer(data: string, question: ExplainQuestion): Promise<Answer> {
  try {
    return {figures: (await explain(data, question)).figures, fault: "", isRead: true};
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return {figures: [], fault: error.message, isRead: error.message.startsWith("explain:")};
  }
}

function vintagesOf(
  {subject, period, unit}: Omit<FigureVintages, "vintages">,
  {bundles, answers}: {bundles: readonly Bundle[]; answers: ReadonlyMap<string, Answer>}
): Vintage[] {
  let before: string | null = null;
  return bundles.map(({name, status, as_at, notice}) => {
    const {figures = [], fault = "", isRead = false} = answers.get(name) ?? {};
    const figure = figures.find((of) => of.subject === subject && of.period_text === period && of.unit === unit);
    const said = figure?.text ?? null;
    const note = isRead ? noteOf(said, before) : fault;
    if (isRead) before = said;
    return {
      release: name,
      status,
      as_at,
      corrects: notice?.corrects ?? null,
      definition: figure ? String(figure.definition_version) : null,
      said,
      note
    };
  });
}

function noteOf(said: string | null, before: string | null): string {
  if (said === null) return before === null ? "not said" : "withdrawn";
  if (before === null) return "first said";
  return said === before ? "as before" : `revised from ${before}`;
}
