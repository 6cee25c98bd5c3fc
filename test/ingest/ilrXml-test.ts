import {existsSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {ilr} from "../../pipeline/contracts/ilr.js";
import {loadFile, prepareRaw} from "../../pipeline/ingest/load.js";
import {openWarehouse, query} from "../../pipeline/warehouse.js";
import {openReadable, readRows, temporaryFolder} from "./staff.js";

const folder = temporaryFolder();
const REAL = "../shared/real/ilr-2018-19";

async function load(path: string) {
  const {connection, close} = await openWarehouse();
  const source = await openReadable(path, {contract: ilr, folder});
  try {
    await prepareRaw(connection, [ilr]);
    await connection.run("insert into raw.files (file_id) values (1)");
    const counts = await loadFile(connection, {source, contract: ilr, fileId: 1});
    const issues = await query(connection, "select place, code, got from raw.issues order by record_number, code");
    return {...counts, issues: issues.map(({place, code, got}) => `${code} ${place}: ${got}`)};
  } finally {
    await source.close();
    close();
  }
}

describe("openIlrXml(path, {contract})", () => {
  it("gives a row for each learning delivery, with its learner and its groups", async () => {
    const source = await openReadable("test/input/pass/ilr.xml", {contract: ilr, folder});
    const rows = await readRows(source.relation, ilr);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({
      UKPRN: "90000001",
      LearnRefNumber: "Example1",
      FamilyName: "O'Example & Co",
      GivenNames: "Zoë",
      AimSeqNumber: "1",
      StdCode: "295",
      LearnActEndDate: null,
      LearnDelFAMType: "SOF;LDM",
      LearnDelFAMCode: "105;034",
      WorkPlaceHours: null
    });
    expect(rows[1]).toMatchObject({LearnRefNumber: "Example1", AimSeqNumber: "2", WorkPlaceHours: "40;8"});
    expect(rows[2]).toMatchObject({LearnRefNumber: "Example2", AimSeqNumber: "1", LearnDelFAMType: null});
    await source.close();
  });

  it("names the element of a record and of each of its fields", async () => {
    const source = await openReadable("test/input/pass/ilr.xml", {contract: ilr, folder});
    expect(await source.place(2)).toBe("/Message/Learner[1]/LearningDelivery[2]");
    expect(await source.place(3, "ULN")).toBe("/Message/Learner[2]/ULN");
    expect(await source.place(3, "LearnStartDate")).toBe("/Message/Learner[2]/LearningDelivery[1]/LearnStartDate");
    expect(await source.place(1, "UKPRN")).toBe("/Message/LearningProvider/UKPRN");
    expect(await source.place(2, "WorkPlaceHours")).toBe(
      "/Message/Learner[1]/LearningDelivery[2]/LearningDeliveryWorkPlacement/WorkPlaceHours"
    );
    await source.close();
  });

  it("accepts its own file whole", async () => {
    expect(await load("test/input/pass/ilr.xml")).toEqual({rowsRead: 3, rowsAccepted: 3, rowsHeld: 0, issues: []});
  });
});

describe("the funding agency's files", () => {
  const real = (file: string): string => join(REAL, file);
  const isPresent = existsSync(real("ILR.xml"));
  const invalid = {rowsRead: 1, rowsAccepted: 0, rowsHeld: 1};

  it(isPresent ? "loads the two valid files whole" : "valid files: not present", async () => {
    if (!isPresent) return expect(isPresent).toBe(false);
    expect(await load(real("ILR_Valid.xml"))).toEqual({rowsRead: 1, rowsAccepted: 1, rowsHeld: 0, issues: []});
    expect(await load(real("ILR.xml"))).toEqual({rowsRead: 41, rowsAccepted: 41, rowsHeld: 0, issues: []});
  });

  it(isPresent ? "holds the file with a misspelt element and without Sex" : "invalid file: not present", async () => {
    if (!isPresent) return expect(isPresent).toBe(false);
    expect(await load(real("ILR_InValid.xml"))).toEqual({
      ...invalid,
      issues: ["ILR-008 /Message/Learner[1]/Sex: nothing", 'ILR-051 /Message/Learner[1]/FamilyNamE: "FamilyNamE"']
    });
  });

  it(isPresent ? "holds the file with wrong ULN, email and work placement" : "invalid file: not present", async () => {
    if (!isPresent) return expect(isPresent).toBe(false);
    const placement = "/Message/Learner[1]/LearningDelivery[1]/LearningDeliveryWorkPlacement";
    expect(await load(real("ILR_XSD_invalid_ULN_WorkPlacementHours.xml"))).toEqual({
      ...invalid,
      issues: [
        "ILR-003 /Message/Learner[1]/ULN: •••",
        "ILR-013 /Message/Learner[1]/Email: •••",
        `ILR-052 ${placement}/WorkPlaceHours: WorkPlaceHours nothing, WorkPlaceStartDate "2015-09-13"`,
        `ILR-053 ${placement}/WorkPlaceMode: WorkPlaceMode nothing, WorkPlaceStartDate "2015-09-13"`
      ]
    });
  });
});
