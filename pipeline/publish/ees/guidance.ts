import {ORIGINS} from "../../contracts/origins.js";
import type {definitions} from "../../contracts/published/definitions.js";
import type {PublishedRow} from "../../contracts/published/table.js";
import {ROUNDING_NOTES, SYMBOLS} from "../../contracts/symbols.js";
import type {DataFile} from "./dataFile.js";
import type {Scope} from "./families.js";

export type Definition = PublishedRow<typeof definitions>;

const SCOPES: Readonly<Record<Scope, string>> = {
  standard: "In the form that the standard prescribes, throughout.",
  local_lsc:
    "Local Learning and Skills Councils. The standard knows no such areas, so these rows stand beside the others, with `local_lsc_code` and `local_lsc_name`; a loader that admits only the standard's levels will refuse this file.",
  other_periods:
    "Periods that the standard has no word for: counting windows of targets, spans of several years, and all the time before a date. `period_type` and `period` say which; a loader that admits only the standard's periods will refuse this file."
};

/** Returns the guidance that goes with the files, in Markdown: what they hold, how to read them and what to bear in mind. */
export function guidance(
  files: readonly DataFile[],
  {definitions, licences, asAt}: {definitions: readonly Definition[]; licences: readonly string[]; asAt: string}
): string {
  const used = new Set(files.flatMap(({measures}) => measures.map(({indicator}) => indicator)));
  const sections = [
    `# Data guidance: training of school support staff in England

Position at ${asAt}. These files hold every figure of the table \`indicators\`, and nothing else, in the form of Explore Education Statistics. Each data file has its metadata beside it (\`.meta.csv\`) and a description for programs (\`.csv-metadata.json\`, CSV on the Web); \`data-dictionary.csv\` lists every column of every file.`,
    syntheticNotice(files),
    `## Where there is no number

${Object.entries(SYMBOLS)
  .map(([symbol, {meaning}]) => `- \`${symbol}\`: ${meaning}`)
  .join("\n")}

\`z\` also stands where an indicator is not made for a row's breakdown, where a figure has no such statistic (a full count has no limits), and where only limits are known and so no single value may be given. Why a cell holds \`x\` is in \`symbol_reason\` of the table \`indicators\`.

${Object.values(ROUNDING_NOTES)
  .filter((note) => note !== SYMBOLS.low.meaning)
  .map((note) => `- ${note}`)
  .join("\n")}
- Limits are those of the 95 per cent interval, unless the unit names others.`,
    `## Time

- Academic years (August to July) and financial years (April to March) have six digits: 200304 is 2003-04.
- Months have four digits and the month's name. The survey date is its month (March 2004); the workforce census is January.
- A period that is not complete in the data is listed with its file below.
- What the standard has no word for stands in the files of other periods.`,
    `## Areas

- Regions have the codes and names of the Office for National Statistics.
- Local authorities are those of 2004. \`old_la_code\` is the three-digit code of that time. \`new_la_code\` and the name are those of the standard's own list, which keeps authorities that have ended; where an authority has had several codes since, the earliest is given.
- Local LSCs have no published codes; \`local_lsc_code\` is our own. Which authority lies in which local LSC has no source.
- Events for which no local authority was given stand under England with the placement "No LEA given".`,
    `## Filters

- Every filter has Total for all of its items together. Where figures exist for the items alone, the row of the Total says \`z\`.
- \`origin\` is a filter of every file. Each figure stands twice: under Total, and under its own origin.
${Object.values(ORIGINS)
  .map((origin) => `- ${origin}.`)
  .join("\n")}
- Roles, routes and role groups overlap: a person counts once in each and once in the total, so they never add up.
- Not every combination of filters exists: what may be published at which grain is limited to protect individuals. No row means no figure.
- Ethnic groups are those of the Census of 2001.`,
    `## The government's screener of files

The files in this folder keep every check for which the screener of Explore Education Statistics (\`eesyscreener\`) refuses a file. What it warns of, and why that stays:

- \`data_dict_col_name\`: the data dictionary of the Department for Education has no name for what these indicators count, nor for roles of support staff, career routes, programmes or priorities of 2004.
- \`data_dict_fil_item\`: the dictionary's items are those of today. Pupil referral units of 2004 are no "Alternative provision", qualifications here are of Levels 1 to 4, and sex can be "Not known".

Both warnings say that a file is not for the Department's API. The files in \`beside\` are not for the screener: it refuses them for want of \`time_period\` and \`time_identifier\` (\`col_req_data\`), or for a level that it does not know (\`geog_level\`), after which it takes rows of different local LSCs for repeats of each other (\`general_dupes\`) and their regions for a mistake (\`geog_overcompleted_cols\`).`,
    `## Licence

The figures may be used under the licences of what they rest on: ${licences.join("; ")}.`,
    `## Files\n\n${files.map(fileText).join("\n\n")}`,
    `## Indicators and footnotes\n\n${definitions
      .filter(({indicator_id}) => used.has(indicator_id))
      .map(indicatorText)
      .join("\n\n")}`
  ];
  return `${sections.join("\n\n")}\n`;
}

function syntheticNotice(files: readonly DataFile[]): string {
  const of = files.filter(({figures}) => figures.some(({origin}) => origin === "synthetic"));
  if (of.length === 0) return "## Origin\n\nNo figure in these files is synthetic.";
  return `## Synthetic figures

${of.length} of ${files.length} files hold synthetic figures, and say so in their names: made by a simulator, since the returns of 2003-04 were never published. Nothing in them may be taken for a fact about a school, an area or a person. The filter \`origin\` tells them apart.`;
}

function fileText(file: DataFile): string {
  const {name, title, scope, rows, filters, measures} = file;
  const indicators = [...new Set(measures.map(({grouping}) => grouping))];
  const parts = partPeriods(file);
  return `### ${name}.csv

${title}. Rows: ${rows.length}; columns of numbers: ${measures.length}. ${SCOPES[scope]}

- Periods: ${periods(file)}
- Levels: ${[...new Set(rows.map((row) => row[2] ?? ""))].join(", ")}
- Filters: ${filters.map(({column}) => `\`${column}\``).join(", ")}
- Indicators: ${indicators.join("; ")}${parts === "" ? "" : `\n- Not complete in the data: ${parts}`}`;
}

function periods({rows, scope}: DataFile): string {
  const distinct = [
    ...new Set(rows.map(([first = "", second = ""]) => (scope === "other_periods" ? second : `${second} ${first}`)))
  ];
  return distinct.length <= 6 ? distinct.join(", ") : `${distinct[0]} to ${distinct.at(-1)}`;
}

/** Returns "2003-04 (OUT-01, OUT-02)": the periods of which a file has only a part, and of which indicators. */
function partPeriods({figures}: DataFile): string {
  const found = new Map<string, Set<string>>();
  for (const {period, indicator_id, is_part_period} of figures) {
    if (!is_part_period) continue;
    const indicators = found.get(period) ?? new Set();
    found.set(period, indicators.add(indicator_id));
  }
  return [...found.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([period, indicators]) => `${period} (${[...indicators].sort().join(", ")})`)
    .join("; ");
}

function indicatorText(of: Definition): string {
  return `### ${of.indicator_id} ${of.indicator_name}

- Counts: ${of.numerator_definition}
- Out of: ${of.denominator_definition}
- Unit: ${of.unit}
- Footnote: ${of.caveats}
- Definition version: ${of.definition_version}; asked for at ${of.place}`;
}
