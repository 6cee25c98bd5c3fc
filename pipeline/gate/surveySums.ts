import type {DuckDBConnection} from "@duckdb/node-api";
import {answersTold, type SurveyPolicy} from "../audit/survey.js";
import {type SurveyFigure, type SurveySumOf, surveySumsOf, withheldIn} from "../audit/surveySums.js";
import {indicators} from "../contracts/published/indicators.js";
import type {Surface} from "../contracts/published/surface.js";
import {literal, query} from "../warehouse.js";
import {POLICY} from "./policy.js";

/**
 * Withholds more survey percentages in the temporary table `reasoned_figures`: where one is withheld, those that it is the
 * sum of, and where a part is, as many more of the smallest as it takes for the rest not to give it away.
 */
export async function withholdSums(connection: DuckDBConnection, surface: Surface): Promise<void> {
  const names = (surface.surveySums ?? []).map(({indicator}) => literal(indicator));
  if (names.length === 0) return;
  const rows = await query(
    connection,
    `
select
    figure_number,
    ${indicators.key.join(", ")},
    case when reason is null then round(value, ${POLICY.surveyDecimals}) end as shown,
    coalesce(reason = 'withheld', false) as "isWithheld",
    case when reason is null or reason = 'unreliable' then rounded_base::double end as base
from reasoned_figures
where treatment = 'survey_percent' and bound is null and indicator_id in (${names.join(", ")})
order by figure_number`
  );
  const figures = rows as unknown as Figure[];
  const numbers = surveySumsOf(figures, surface).flatMap((sum) => withheldWith(sum));
  if (numbers.length === 0) return;
  await connection.run(
    `update reasoned_figures set reason = 'withheld' where figure_number in (${numbers.join(", ")})`
  );
}

type Figure = SurveyFigure & {figure_number: number};

/** Returns the numbers of the parts to withhold. */
function withheldWith({total, parts}: SurveySumOf<Figure>): number[] {
  const shown = parts
    .filter((part) => part.shown !== null)
    .sort((one, other) => Number(one.shown) - Number(other.shown) || one.figure_number - other.figure_number);
  if (total?.isWithheld) return shown.map((part) => part.figure_number);
  const more = new Set<number>();
  for (const {figure_number: number} of shown) {
    const left = parts.map((part) => (more.has(part.figure_number) ? {...part, shown: null, isWithheld: true} : part));
    if (withheldIn({total, parts: left}).every((found) => answersTold(found, SURVEY_POLICY).length === 0)) break;
    more.add(number);
  }
  return [...more];
}

const SURVEY_POLICY: SurveyPolicy = {
  base: POLICY.roundingBase,
  fewestChoices: POLICY.fewestChoices,
  smallestSurveyBase: POLICY.smallestSurveyBase,
  surveyWeightRatio: POLICY.surveyWeightRatio
};
