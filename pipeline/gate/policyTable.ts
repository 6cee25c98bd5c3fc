import type {DuckDBConnection} from "@duckdb/node-api";
import {policy} from "../contracts/published/policy.js";
import type {Surface} from "../contracts/published/surface.js";
import {literal, query} from "../warehouse.js";
import {POLICY} from "./policy.js";
import type {Protection} from "./protection.js";
import {fillTable} from "./tables.js";

type Line = readonly [rule: string, kind: "rule" | "cost" | "gain", value: string, meaning: string];

/** Fills `published.policy`: the rules of this release, what they cost and what they buy. */
export async function passPolicy(
  connection: DuckDBConnection,
  protection: Protection,
  {surface}: {surface: Surface}
): Promise<void> {
  const lines = [...rules(surface), ...costs(protection, await withheldFigures(connection)), ...gains(protection)];
  const values = lines.map((line) => `(${line.map(literal).join(", ")})`).join(", ");
  const columns = "policy_rule, policy_kind, policy_value, policy_meaning";
  await fillTable(connection, {
    table: policy,
    select: `select ${columns} from (values ${values}) as lines(${columns})`
  });
}

function rules({tables}: Surface): Line[] {
  const rule = (name: string, value: number, meaning: string): Line => [name, "rule", number(value), meaning];
  return [
    rule(
      "Tables of figures",
      tables.length,
      "Every table of figures that may be shown is declared; a figure that fits none of them does not leave."
    ),
    rule(
      "Base of rounding",
      POLICY.roundingBase,
      "Every number of people is shown as a multiple of this, all of them rounded together so that parts add up to their totals. 0 is shown only for none; what is not none and rounds to it is low."
    ),
    rule(
      "Fewest possible numbers",
      POLICY.fewestChoices,
      "For whoever puts together all that is published, a number of 1 to 9 people can still be any of at least this many numbers."
    ),
    rule("Smallest group", POLICY.smallestGroup, "That none of a group smaller than this did something is not said."),
    rule("Smallest base of a rate", POLICY.smallestBase, "A rate on a rounded base below this is withheld."),
    rule(
      "Greatest error of a rate, percentage points",
      POLICY.worstRateError * 100,
      "A rate that rounding could move by more is unreliable, and is not shown."
    ),
    rule(
      "Smallest base of a survey figure",
      POLICY.smallestSurveyBase,
      "With fewer answers, or a smaller effective base, a survey figure is unreliable, and is not shown."
    ),
    rule(
      "Smallest base of a finer cost",
      POLICY.fineCostBase,
      "A cost or a number of days that rests on fewer people is given to one significant figure, any other to two."
    ),
    rule(
      "Smallest base of a cost",
      POLICY.smallestCostBase,
      "A cost or a number of days that rests on fewer people is not shown: beside the money, they could be counted back."
    ),
    rule(
      "Smallest base of a completion curve",
      POLICY.smallestCurveBase,
      "Completions by a month are given in steps of five per cent, of at least so many starts."
    ),
    rule(
      "Numbers that counts are taken to before others are worked out",
      POLICY.roundingBase,
      "Costs, caseloads, rates drawn towards a mean and places in a funnel are worked out of counts taken to the middle of their ten: whoever undoes them learns the ten in which a count lies."
    ),
    rule(
      "Decimals of a survey figure",
      POLICY.surveyDecimals,
      "A finer percentage would give away numbers of answers."
    ),
    rule(
      "Weights taken to differ at most",
      POLICY.surveyWeightRatio,
      "A survey figure is withheld where, with weights no further apart, fewer numbers of people could stand behind it than allowed."
    ),
    rule(
      "Provisional below, per cent of senders",
      POLICY.provisionalBelow * 100,
      "With fewer senders a figure is provisional."
    ),
    rule(
      "Not enough data below, per cent of senders",
      POLICY.withheldBelow * 100,
      "With fewer senders there is no figure."
    )
  ];
}

function costs(
  {cells, hidden, meanError, greatestError, unproved}: Protection,
  {withheld, unreliable, low, figures}: Withheld
): Line[] {
  const cost = (name: string, value: number, meaning: string): Line => [name, "cost", number(value), meaning];
  return [
    cost("Figures", figures, "Rows of the table of figures, with a number or with a symbol."),
    cost("Figures withheld", withheld, "Figures shown as c, so that nobody can be recognised."),
    cost(
      "Figures unreliable",
      unreliable,
      "Figures shown as u: too few answers, or a rate that rounding could move too far."
    ),
    cost("Figures low", low, "Figures shown as low: 1 to 9, rounded to none."),
    cost("Numbers of people", cells, "Numbers of people behind all tables, each counted once."),
    cost("Numbers hidden", hidden, "Numbers of people that rounding could not keep safe, so that they are not shown."),
    cost(
      "Mean error of rounding",
      Math.round(meanError * 100) / 100,
      "How far a number shown is from the true one, on average."
    ),
    cost("Largest error of rounding", greatestError, "How far a number shown is from the true one, at most."),
    cost(
      "Roundings not proved the best",
      unproved,
      "Groups of numbers for which the search for the smallest error was cut short."
    )
  ];
}

function gains({fewest}: Protection): Line[] {
  return [
    [
      "Fewest numbers that a small one can be",
      "gain",
      `${fewest} or more`,
      "What an attacker with linear programs and every published table can narrow a number of 1 to 9 people down to, as measured on this release."
    ]
  ];
}

interface Withheld {
  figures: number;
  withheld: number;
  unreliable: number;
  low: number;
}

async function withheldFigures(connection: DuckDBConnection): Promise<Withheld> {
  const [row] = await query(
    connection,
    `
select
    count(*) as figures,
    count(*) filter (where symbol = 'c') as withheld,
    count(*) filter (where symbol = 'u') as unreliable,
    count(*) filter (where symbol = 'low') as low
from published.indicators`
  );
  return row as unknown as Withheld;
}

const number = (value: number): string => value.toLocaleString("en-GB", {maximumFractionDigits: 2});
