import type {Statistic, StatisticPart} from "./surface.js";

const staff: StatisticPart = {quantity: "staff", isLatestCensus: true, without: ["funding line", "programme_id"]};
const equivalents: StatisticPart = {...staff, quantity: "full-time equivalents"};
const assistants: StatisticPart = {...staff, withPart: ["staff category", "Teaching assistants"]};

const tens = (
  indicator: string,
  units: readonly string[],
  rest: Omit<Statistic, "indicator" | "units" | "restsOn">
): Statistic => ({indicator, units, restsOn: "tens", ...rest});
const survey = (indicator: string, units: readonly string[], why: string): Statistic => ({
  indicator,
  units,
  restsOn: "survey",
  why
});
const records = (indicator: string, units: readonly string[], why: string): Statistic => ({
  indicator,
  units,
  restsOn: "records",
  why
});
const nobody = (indicator: string, units: readonly string[], why: string): Statistic => ({
  indicator,
  units,
  restsOn: "nobody",
  why
});

const WEIGHTED =
  "Weights, which differ and stay behind, stand between whole points or one decimal and the number of answers.";
const SIMULATED = "A seeded simulation to the nearest ten: what it adds to the count is not published.";

/**
 * Every published number that is neither a number of people, nor a rate of shown parts, nor a survey percentage with its
 * base, nor a sum of money: what it rests on, so what it can tell of people.
 */
export const STATISTICS: readonly Statistic[] = [
  tens("CAP-03", ["candidates per FTE"], {
    why: "Whoever knows the assessors of the only provider of an area learns the ten in which its candidates lie."
  }),
  tens("CAP-04", ["centres per 1,000 teaching assistants"], {
    denominator: assistants,
    why: "Centres stand in a register and are no people; whoever counts them learns the ten of the assistants."
  }),
  tens("EQU-01", ["ratio"], {
    why: "Four counts stand behind one ratio: at most the ten of each can be told."
  }),
  tens("FIN-02", ["pounds per start", "pounds per start, of 8/12 and 4/12 of the financial years"], {
    why: "Money of those months and LEAs is not published; whoever knows it learns the ten of the starts."
  }),
  tens("FIN-03", ["pounds per completion"], {
    why: "Money of those cohorts is not published; whoever knows it learns the ten of the completions."
  }),
  ...(["allocated", "spent"] as const).flatMap((kind) => [
    tens("FIN-04", [`pounds ${kind} per head`], {
      numerator: {money: `pounds ${kind}`},
      denominator: staff,
      why: "The money is published to the pound: divided by it, staff can be told to their ten."
    }),
    tens("FIN-04", [`pounds ${kind} per full-time equivalent`], {
      numerator: {money: `pounds ${kind}`},
      denominator: equivalents,
      why: "The money is published to the pound: divided by it, full-time equivalents can be told to their ten."
    })
  ]),
  tens("OUT-09", ["days per 1,000 staff"], {
    why: "A programme whose length is known leads back to the ten of its starts and that of the staff."
  }),
  tens("PRI-04", ["places needed a month", "learners needed a month", "ratio to the last three months"], {
    why: "The target and the months left are public: what has been counted can be told to its ten."
  }),
  tens("REG-01", ["learners per 1,000 staff, highest less lowest region"], {
    why: "Beside the rate of one region it gives that of the other, which is of counts to their ten."
  }),
  tens("REG-03", ["learners per 1,000 staff"], {
    numerator: {quantity: "learners", without: ["rate compared"]},
    denominator: {quantity: "staff", without: ["rate compared"]},
    isShrunken: true,
    why: "With the rates of other areas at hand shrinking can be undone: the ten of learners and of staff can be told."
  }),
  tens("UPT-05", ["per cent of learners, shared by hours"], {
    why: "A route whose learners hold no other role is a plain share: the ten of its learners can be told."
  }),

  survey("EQU-02", ["percentage points", "ratio"], WEIGHTED),
  survey("EQU-03", ["ratio"], WEIGHTED),
  survey("GAP-03", ["levels"], WEIGHTED),
  survey("OFF-03", ["percentage points", "ratio"], WEIGHTED),
  survey("QUA-05", ["ratio"], WEIGHTED),
  survey("REG-03", ["per cent of persons"], WEIGHTED),
  survey("REG-04", ["percentage points"], WEIGHTED),

  records(
    "OUT-02",
    ["per cent of starts"],
    "Completions by then are published nowhere else; a step of five per cent of 200 starts is ten people."
  ),
  records("OUT-02", ["months to completion"], "A median time, of more than 100 starts, to a tenth of a month."),
  records(
    "OUT-08",
    ["per cent of units", "per cent of units transferred", "units an aim"],
    "Units are no people, and an aim has several: neither is published as a number."
  ),
  records(
    "PRI-03",
    [
      "learners forecast at the end of the window",
      "learners forecast at the end of the window, with 80 per cent limits",
      "places forecast at the end of the window",
      "places forecast at the end of the window, with 80 per cent limits"
    ],
    SIMULATED
  ),
  records("PRI-03", ["per cent chance of reaching the target"], "The share of simulated runs that reach the target."),
  records("PRI-05", ["per cent of staff in the field"], "Starts of a year beside the plan's round number."),
  records(
    "REG-01",
    [
      "learners per 1,000 staff, standard deviation between regions",
      "per cent of the variation between regions that is not chance",
      "percentage points, highest less lowest region",
      "percentage points, standard deviation between regions"
    ],
    "One number of nine regions: many sets of counts give it."
  ),
  records(
    "REG-02",
    ["per cent of the rate of all areas, 95% limits", "per cent of the rate of all areas, 99.8% limits"],
    "One number, how far 47 areas differ beyond chance, stands behind all limits: many sets of counts give it."
  ),

  nobody("FIN-01", ["per cent"], "Money of money."),
  nobody("FIN-05", ["pounds not accounted for"], "Money."),
  nobody("GAP-07", ["per cent"], "Plans."),
  nobody("PLN-01", ["per cent of pairs"], "Pairs of a local LSC and an LEA that have a plan."),
  nobody(
    "REG-02",
    ["areas in the funnel", "areas outside 95% limits", "areas outside 99.8% limits"],
    "Areas, whose positions stand by name in the comparisons."
  )
];
