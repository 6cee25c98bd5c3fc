import {z} from "zod";
import {code, decimal, month, reference, text} from "./column.js";
import {defineContract} from "./contract.js";
import {all, among, any, atMost, filled, given, listed, not, type Rule, value} from "./rule.js";

const HOLDERS = {
  dfes: "Department for Education and Skills",
  tta: "Teacher Training Agency",
  ncsl: "National College for School Leadership",
  qca_naa: "QCA and National Assessment Agency",
  lsc: "Learning and Skills Council",
  lea: "LEA",
  schools: "Schools, by delegation"
} as const;

const schema = z.object({
  line_id: reference("funding_lines", "line_id", {
    code: 1,
    title: "Funding line",
    description: "Line of the plan's funding, by its identifier in the reference table."
  }),
  programme_id: text(
    {code: 2, title: "Programme", description: "Programme the money is for, or 'general' where it is for none alone."},
    {max: 20}
  ),
  holder: code(HOLDERS, {code: 3, title: "Holder", description: "Body that decides on the money's use."}),
  lea_code: reference("leas", "lea_code", {
    code: 4,
    title: "LEA",
    description: "LEA that the money goes to; blank for money held nationally."
  }).optional(),
  month: month({code: 5, title: "Month", description: "Month of the allocation or of the spending."}),
  allocation_gbp: decimal({
    code: 6,
    title: "Allocation",
    description:
      "Money allocated in the month. Stated by the body that gives it: blank in LEA returns, so that nothing is counted twice.",
    unit: "pounds"
  }).optional(),
  outturn_gbp: decimal({
    code: 7,
    title: "Outturn",
    description: "Money spent in the month. Stated by the LEA; may be absent for a grant delegated to schools.",
    unit: "pounds"
  }).optional()
});

const rules: Rule[] = [
  {
    code: 51,
    severity: "error",
    column: "programme_id",
    statement: any(among("programme_id", "general"), listed("programmes", {programme_id: "programme_id"})),
    expected: "'general' or a programme of the reference table",
    remedy: "Correct programme_id."
  },
  {
    code: 52,
    severity: "error",
    column: "lea_code",
    statement: given(among("holder", "lea", "schools"), filled("lea_code")),
    expected: "an LEA, since the LEA or its schools hold the money",
    remedy: "Give lea_code, or correct holder."
  },
  {
    code: 53,
    severity: "error",
    column: "allocation_gbp",
    statement: any(filled("allocation_gbp"), filled("outturn_gbp"), among("holder", "schools")),
    expected: "an allocation or an outturn",
    remedy: "Give one of the two; only money delegated to schools may have neither."
  },
  {
    code: 54,
    severity: "warning",
    column: "outturn_gbp",
    statement: given(all(among("holder", "lea"), not(filled("allocation_gbp"))), filled("outturn_gbp")),
    expected: "an outturn, since the LEA holds the money",
    remedy: "Give outturn_gbp."
  },
  {
    code: 55,
    severity: "error",
    column: "month",
    statement: all(atMost(value("2003-04"), "month"), atMost("month", value("2005-03"))),
    expected: "a month of the financial years 2003-04 and 2004-05",
    remedy: "Correct month."
  }
];

/** Allocations by the body that gives the money, and outturn by the LEA that spends it. */
export const funding = defineContract({
  collection: "funding",
  prefix: "FND",
  title: "Funding",
  row: "one funding line, programme, holder, LEA and month",
  forms: ["csv", "xlsx"],
  sheet: "Funding",
  period: "financial",
  schema,
  rules,
  keys: [
    {
      code: 81,
      columns: ["line_id", "programme_id", "holder", "lea_code", "month"],
      remedy: "Send one row for each line, programme, holder, LEA and month."
    }
  ]
});
