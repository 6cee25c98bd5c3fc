import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll} from "vitest";
import {z} from "zod";
import {code, date, decimal, month, text} from "../../pipeline/contracts/column.js";
import {type Contract, defineContract} from "../../pipeline/contracts/contract.js";
import {type Opening, openSource} from "../../pipeline/ingest/open.js";
import {openWarehouse, query, type Row} from "../../pipeline/warehouse.js";

/** A small return, in every form. */
export const staff = defineContract({
  collection: "staff",
  prefix: "STA",
  title: "Staff",
  row: "one member of staff",
  forms: ["csv", "xlsx", "parquet"],
  sheet: "Staff",
  period: "academic",
  schema: z.object({
    staff_id: text({code: 1, title: "Staff number", description: "Number."}, {pattern: /^\d{4}$/, max: 4}),
    role: code(
      {teaching_assistant: "Teaching assistant", technician: "Technician"},
      {code: 2, title: "Role", description: "Role.", headers: ["job"]}
    ),
    weekly_hours: decimal({code: 3, title: "Hours a week", description: "Hours."}, {max: 60}).optional(),
    start_date: date({code: 4, title: "Start", description: "First day."}),
    survey_month: month({code: 5, title: "Month", description: "Month of the survey."}),
    note: text({code: 6, title: "Note", description: "Anything else."}).optional()
  }),
  rules: [],
  keys: [{code: 81, columns: ["staff_id"], remedy: "List each person once."}]
});

/** Another return, for which files of the first may be mistaken. */
export const schools = defineContract({
  collection: "schools",
  prefix: "SCH",
  title: "Schools",
  row: "one school",
  forms: ["csv", "xlsx"],
  period: "academic",
  schema: z.object({
    school_id: text({code: 1, title: "School", description: "Number."}),
    school_name: text({code: 2, title: "School name", description: "Name."}),
    phase: text({code: 3, title: "Phase", description: "Phase."})
  }),
  rules: [],
  keys: []
});

/** What every costume of the three rows holds. */
export const THREE_ROWS = [
  {
    staff_id: "1001",
    role: "teaching_assistant",
    weekly_hours: "27.5",
    start_date: "2003-09-01",
    survey_month: "2004-01",
    note: 'Café "Zoë", £5; on two\nlines'
  },
  {
    staff_id: "1002",
    role: "technician",
    weekly_hours: null,
    start_date: "2004-02-29",
    survey_month: "2004-01",
    note: null
  },
  {
    staff_id: "1003",
    role: "teaching_assistant",
    weekly_hours: "5",
    start_date: "1999-12-31",
    survey_month: "2004-01",
    note: "plain"
  }
];

/** Returns a private folder that is removed when the tests of a file have run. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "uptake-test-"));
  afterAll(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}

/** Opens a file that must be readable. */
export async function openReadable(path: string, {contract = staff, folder}: {contract?: Contract; folder: string}) {
  const opened: Opening = await openSource(path, contract, {folder, contracts: [staff, schools]});
  if (opened.refusal) throw new Error(`refused: ${JSON.stringify(opened.refusal)}`);
  return opened.source;
}

/** Returns the rows of a relation, with the contract's columns in its order. */
export async function readRows(relation: string, contract: Contract = staff): Promise<Row[]> {
  const {connection, close} = await openWarehouse();
  try {
    const rows = await query(connection, `select * from (${relation})`);
    const names = Object.keys(contract.schema.shape);
    return rows.map((row) =>
      Object.fromEntries(names.flatMap((name) => (name in row ? [[name, row[name] ?? null]] : [])))
    );
  } finally {
    close();
  }
}
