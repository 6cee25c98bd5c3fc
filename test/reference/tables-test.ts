import {readdirSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {COMPETENCES} from "../../pipeline/contracts/lists.js";
import {REFERENCE_TABLES} from "../../pipeline/contracts/reference/tables.js";
import {judge} from "../../pipeline/ingest/judge.js";
import {fileReferences, type Line, readHeader, readTable} from "./tables.js";

const named = REFERENCE_TABLES.map((contract) => ({table: contract.collection, contract}));
const LAST_LINE = {S0: 340, S3: 107};

describe("REFERENCE_TABLES", () => {
  it("has a contract for every file in data/reference, and a file for every contract", () => {
    const files = readdirSync("data/reference").filter((file) => file.endsWith(".csv"));
    expect(files.sort()).toEqual(named.map(({table}) => `${table}.csv`).sort());
  });

  it("has a prefix of its own for every table", () => {
    expect(new Set(REFERENCE_TABLES.map(({prefix}) => prefix)).size).toBe(REFERENCE_TABLES.length);
  });

  it.each(named)("finds the columns of its contract in $table, in their order", ({table, contract}) => {
    expect(readHeader(table)).toEqual(Object.keys(contract.schema.shape));
  });

  it.each(named)("finds nothing wrong with types, codes, keys and references in $table", ({table, contract}) => {
    const judgeRow = judge(contract, {references: fileReferences});
    const issues = readTable(table).flatMap((row, index) =>
      judgeRow(row).issues.map(({column, code, got}) => `${table}.csv row ${index + 1} ${column}: ${code} got ${got}`)
    );
    expect(issues).toEqual([]);
  });

  it.each(named)("says where it comes from in every row of $table", ({table}) => {
    expect(readTable(table).filter((row) => !row.source && !row.place)).toEqual([]);
  });

  it.each(named)(
    "keeps no sentence of a source, and no cell that a spreadsheet would compute, in $table",
    ({table}) => {
      expect(readHeader(table)).not.toContain("quote");
      const cells = readTable(table).flatMap((row) => Object.values(row));
      expect(cells.filter((cell) => /^[=+@\t]|^-(?!\d)/.test(cell))).toEqual([]);
    }
  );

  it.each(named)("names only lines that the documents have in $table", ({table}) => {
    const places = readTable(table).flatMap(({place = ""}) => [...place.matchAll(/\b(S0|S3):L(\d+)/g)]);
    expect(places.filter(([, document, line]) => Number(line) > LAST_LINE[document as "S0" | "S3"])).toEqual([]);
  });
});

describe("areas", () => {
  it("has England, 9 regions, 47 local LSCs and 150 LEAs", () => {
    const levels = readTable("areas").map(({area_level}) => area_level);
    const lengths = Object.fromEntries(
      ["national", "region", "local_lsc", "lea"].map((of) => [of, levels.filter((level) => level === of).length])
    );
    expect(lengths).toEqual({national: 1, region: 9, local_lsc: 47, lea: 150});
  });

  it("nests every LEA in a local LSC, in a region, in England", () => {
    const byCode = new Map(readTable("areas").map((row) => [row.area_code, row]));
    const chain = (row?: Line): string[] => (row ? [row.area_level ?? "", ...chain(byCode.get(row.parent_code))] : []);
    const chains = readTable("areas")
      .filter(({area_level}) => area_level === "lea")
      .map((row) => chain(row).join(" "));
    expect(new Set(chains)).toEqual(new Set(["lea local_lsc region national"]));
  });

  it("agrees with the tables of LEAs, local LSCs and regions", () => {
    const parents = new Map(readTable("areas").map(({area_code, parent_code}) => [area_code, parent_code]));
    expect(readTable("leas").filter((row) => parents.get(row.lea_code) !== row.llsc_code)).toEqual([]);
    expect(readTable("local_lscs").filter((row) => parents.get(row.llsc_code) !== row.region_code)).toEqual([]);
    expect(readTable("regions").filter((row) => parents.get(row.region_code) !== "ENG")).toEqual([]);
  });

  it("marks as unsourced which local LSC an LEA lies in", () => {
    const leas = readTable("areas").filter(({area_level}) => area_level === "lea");
    expect(new Set(leas.map(({basis}) => basis))).toEqual(new Set(["unsourced"]));
  });
});

describe("targets", () => {
  const numbers = readTable("targets").map((row) => [row.priority_id, row.qualifier, row.target_value]);

  it("keeps each number with its qualifier, and none for v, viii and x", () => {
    expect(numbers).toEqual([
      ["i", "no number", ""],
      ["ii", "no number", ""],
      ["iii", "up to", "10000"],
      ["iv", "around", "7000"],
      ["iv", "exactly", "20000"],
      ["v", "no number", ""],
      ["vi", "up to", "3000"],
      ["vii", "exactly", "1300"],
      ["viii", "no number", ""],
      ["ix", "no number", ""],
      ["x", "no number", ""]
    ]);
  });

  it("has a number wherever the priorities say so", () => {
    const withNumber = readTable("priorities").flatMap((row) => (row.has_number === "yes" ? [row.priority_id] : []));
    expect([...new Set(numbers.flatMap(([id, , number]) => (number ? [id] : [])))]).toEqual(withNumber);
  });

  it("names programmes that exist", () => {
    const ids = readTable("targets").flatMap(({programme_ids = ""}) => programme_ids.split(";").filter(Boolean));
    expect(ids.filter((programme_id) => !fileReferences.has("programmes", {programme_id}))).toEqual([]);
  });
});

describe("programmes", () => {
  it("names routes that exist", () => {
    const ids = readTable("programmes").flatMap(({route_ids = ""}) => route_ids.split(";").filter(Boolean));
    expect(ids.filter((route_id) => !fileReferences.has("routes", {route_id}))).toEqual([]);
  });

  it("has every apprenticeship of the support roles under its name", () => {
    const ids = readTable("programmes").flatMap((row) => (/^A/.test(row.programme_id ?? "") ? [row.programme_id] : []));
    expect([...new Set(readTable("apprenticeship_roles").map((row) => row.programme_id))].sort()).toEqual(ids);
  });
});

describe("role_routes", () => {
  it("places every role on at least one route", () => {
    const placed = new Set(readTable("role_routes").map(({role_id}) => role_id));
    expect(readTable("roles").filter(({role_id}) => !placed.has(role_id ?? ""))).toEqual([]);
  });

  it("gives more than one to the roles that say so, and only to them", () => {
    const count = (id?: string) => readTable("role_routes").filter(({role_id}) => role_id === id).length;
    const wrong = readTable("roles").filter((row) => count(row.role_id) > 1 !== (row.is_multi_route === "yes"));
    expect(wrong).toEqual([]);
  });
});

describe("competences", () => {
  it("covers every competence that the staff questionnaire asks for, and no other", () => {
    const asked = readTable("competences").flatMap(({asked_as}) => asked_as || []);
    expect([...new Set(asked)].sort()).toEqual(Object.keys(COMPETENCES).sort());
  });
});

describe("expected_senders", () => {
  it("expects every local LSC in four collections and every LEA in one", () => {
    const count = (collection: string, type: string) =>
      readTable("expected_senders").filter((row) => row.collection === collection && row.sender_type === type).length;
    for (const collection of ["school_frame", "staff_questionnaire", "school_questionnaire", "local_plan"])
      expect(count(collection, "local_lsc")).toBe(47);
    expect(count("funding", "lea")).toBe(150);
  });

  it("expects programme returns of every LEA once a term, and of each national body", () => {
    const senders = readTable("expected_senders").filter(({collection}) => collection === "programme");
    const leas = senders.filter(({sender_type}) => sender_type === "lea");
    expect(leas).toHaveLength(450);
    expect([...new Set(leas.map(({period}) => period))]).toEqual(["2003-09", "2004-01", "2004-04"]);
    const bodies = senders.filter(({sender_type}) => sender_type === "national_body");
    expect([...new Set(bodies.map(({sender_id}) => sender_id))].sort()).toEqual(["NAA", "NCSL", "NPBA", "TTA"]);
  });
});
