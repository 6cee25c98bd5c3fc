import {all, among, atMost, equal, filled, given, not, type Rule, value} from "./rule.js";

/** What a column's schema cannot say: how the dates, the status, the outcome and the units of one aim hang together. */
export const ENROLMENT_RULES: readonly Rule[] = [
  {
    code: 51,
    severity: "error",
    column: "A28",
    statement: atMost("A27", "A28"),
    expected: "a planned end on or after the start",
    remedy: "Correct A27 or A28."
  },
  {
    code: 52,
    severity: "error",
    column: "A31",
    statement: atMost("A27", "A31"),
    expected: "an actual end on or after the start",
    remedy: "Correct A27 or A31."
  },
  {
    code: 53,
    severity: "error",
    column: "A31",
    statement: given(among("A34", "2"), filled("A31")),
    expected: "an actual end, since the aim is completed (A34 = 2)",
    remedy: "Give A31, or correct A34."
  },
  {
    code: 54,
    severity: "error",
    column: "A31",
    statement: given(among("A34", "1"), not(filled("A31"))),
    expected: "no actual end, since learning continues (A34 = 1)",
    remedy: "Empty A31, or correct A34."
  },
  {
    code: 55,
    severity: "warning",
    column: "A31",
    statement: given(among("A34", "3", "4"), filled("A31")),
    expected: "an actual end, since the learner withdrew or transferred (A34 = 3 or 4)",
    remedy: "Give A31."
  },
  {
    code: 56,
    severity: "error",
    column: "A37",
    statement: atMost("A37", "A38"),
    expected: "no more units achieved than required",
    remedy: "Correct A37 or A38."
  },
  {
    code: 57,
    severity: "error",
    column: "A35",
    statement: given(all(among("A34", "1"), filled("A35")), among("A35", "9")),
    expected: "no outcome but 9, since learning continues (A34 = 1)",
    remedy: "Correct A35 or A34."
  },
  {
    code: 58,
    severity: "warning",
    column: "A35",
    statement: given(among("A35", "1"), among("A34", "2")),
    expected: "a completed aim (A34 = 2), since it is achieved (A35 = 1)",
    remedy: "Correct A34 or A35."
  },
  {
    // June 2003 is when the LSC's pilots began: learners who started then are carried into the academic year.
    code: 59,
    severity: "warning",
    column: "A27",
    statement: atMost(value("2003-06-01"), "A27"),
    expected: "a start on or after 2003-06-01",
    remedy: "Check A27; an earlier start counts as baseline only."
  },
  {
    code: 60,
    severity: "error",
    column: "A27",
    statement: atMost("A27", value("2004-07-31")),
    expected: "a start by 2004-07-31, the end of the academic year",
    remedy: "Correct A27, or send the row with next year's file."
  },
  {
    code: 61,
    severity: "error",
    column: "A31",
    statement: atMost("A31", value("2004-07-31")),
    expected: "an actual end by 2004-07-31, the end of the academic year",
    remedy: "Correct A31."
  },
  {
    code: 62,
    severity: "warning",
    column: "L15",
    statement: given(among("L14", "2"), among("L15", "98", "99")),
    expected: "no disability in L15, since L14 says none",
    remedy: "Correct L14 or L15."
  },
  {
    code: 63,
    severity: "warning",
    column: "date_of_birth",
    statement: all(atMost(value("1933-09-01"), "date_of_birth"), atMost("date_of_birth", value("1988-08-31"))),
    expected: "an age of 15 to 69 on 31 August 2003",
    remedy: "Check the date of birth."
  },
  {
    code: 64,
    severity: "warning",
    column: "date_of_birth",
    statement: filled("date_of_birth"),
    expected: "a date of birth",
    remedy: "Give it: without it the age band is unknown, and the learner may count twice."
  },
  {
    code: 65,
    severity: "warning",
    column: "A37",
    statement: given(all(among("A35", "1"), filled("A38")), equal("A37", "A38")),
    expected: "as many units achieved as required, since the aim is achieved (A35 = 1)",
    remedy: "Correct A37, A38 or A35."
  }
];
