import {createHash} from "node:crypto";
import {cpSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";

/** What no output may hold: neither what is published, nor a log, nor the warehouse. */
export const PERSONAL = [
  "Zephyrwort", // names
  "Quillambra",
  "Brundlethwaite",
  "Jorquivane",
  "ZQX7R41K9B", // references of learners
  "ZQH88HELD",
  "9182736455",
  "1931-02-13", // a birth date
  "13/02/1931",
  "13 February 1931",
  "19310213",
  "QX7 4ZV", // postcodes
  "QX74ZV",
  "QX9 8ZJ",
  "QX98ZJ",
  "QXBAD77ZQ",
  "ZQ-71-KJVX-0042", // the number of a form
  "quibbleton@zq.example"
] as const;

/** What nobody may publish or log, though the operator's own warehouse keeps it. */
export const FREE = ["Vexmoor Guild of Zythe", "Wimbrelstoke"] as const;

const ENROLMENT = "enrolment/2003-04/900002.csv";
const FORMS = "staff_questionnaire/2004-03/LLSC03.2.csv";
const ILR = "ilr/2018-19/99000001.xml";

/** Puts tokens where returns hold what names or describes people in free text, in rows that are taken and rows that are held. */
export function plant(project: string): void {
  change(project, ENROLMENT, (text) => {
    const [head = "", first = "", second = "", third = "", ...rest] = text.trimEnd().split("\n");
    const named = set(head, first, {
      L03: "ZQX7R41K9B",
      family_name: "Zephyrwort",
      given_names: "Quillambra",
      date_of_birth: "1931-02-13",
      L17: "QX7 4ZV",
      A45: "QX9 8ZJ",
      awarding_body: "Vexmoor Guild of Zythe"
    });
    const held = {L03: "ZQH88HELD", family_name: "Brundlethwaite", L17: "QXBAD77ZQ", L12: "Wimbrelstoke"};
    const other = set(head, third, {given_names: "Zephyrwort", awarding_body: "Vexmoor Guild of Zythe"});
    return `${[head, named, set(head, second, held), other, ...rest].join("\n")}\n`;
  });
  change(project, FORMS, (text) => text.replace("03-00001,", "ZQ-71-KJVX-0042,"));
  change(project, ILR, (text) =>
    text
      .replace(/<FamilyName>[^<]*/, "<FamilyName>Jorquivane")
      .replace(/<GivenNames>[^<]*/, "<GivenNames>Quillambra")
      .replace(/<ULN>[^<]*/, "<ULN>9182736455")
      .replace(/<DateOfBirth>[^<]*/, "<DateOfBirth>1931-02-13")
      .replace(/<Postcode>[^<]*<\/Postcode>/, "<Postcode>QX7 4ZV</Postcode>\n  <Email>quibbleton@zq.example</Email>")
  );
}

/** Rewrites a return of the shipped project into this one, and its line in the ledger. */
function change(project: string, file: string, edit: (text: string) => string): void {
  const returns = join(project, "data/returns");
  mkdirSync(dirname(join(returns, file)), {recursive: true});
  cpSync(join("data/returns", file), join(returns, file));
  const before = readFileSync(join(returns, file), "latin1");
  const after = edit(before);
  if (after === before) throw new Error(`unplanted: ${file}`);
  writeFileSync(join(returns, file), after, "latin1");
  const hash = createHash("sha256").update(after, "latin1").digest("hex");
  const shipped = readFileSync("data/returns/ledger.csv", "utf8").split("\n");
  const line = shipped.find((text) => text.startsWith(`${file},`));
  if (!line) throw new Error(`missing file: ${file}`);
  const ledger = readFileSync(join(returns, "ledger.csv"), "utf8").trimEnd().split("\n");
  const others = ledger.filter((text) => !text.startsWith(`${file},`));
  const [, , ...rest] = line.split(",");
  writeFileSync(join(returns, "ledger.csv"), `${[...others, [file, hash, ...rest].join(",")].join("\n")}\n`);
}

function set(head: string, row: string, values: Readonly<Record<string, string>>): string {
  const names = head.trimEnd().split(",");
  const cells = row.trimEnd().split(",");
  if (cells.length !== names.length) throw new Error(`unequal row: ${cells.length} cells`);
  return names.map((name, index) => values[name] ?? cells[index] ?? "").join(",");
}
