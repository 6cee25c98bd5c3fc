import {describe, expect, it} from "vitest";
import {areaMeasuresTable} from "../../../src/components/areas/areaMeasures.js";
import {areaMoneyTable} from "../../../src/components/areas/areaMoney.js";
import {leaTable, localLscTable} from "../../../src/components/areas/areaParts.js";
import {areaPlanTable} from "../../../src/components/areas/areaPlan.js";
import {areaReturnsTable, returnsOf} from "../../../src/components/areas/areaReturns.js";
import {type AreaTable, areaDownload} from "../../../src/components/areas/areaTable.js";
import {expectedOffers, staffMixTable} from "../../../src/components/areas/staffMix.js";
import type {Figure} from "../../../src/components/release.js";
import {comparison, expectedReturn, invented, inventedRelease, learners, offers, staff} from "./invented.js";

const L1 = invented("L1");
const NE = invented("NE");

/** What a table says, row by row, without its headings. */
const cells = (table: AreaTable) => areaDownload(table).rows.slice(1);

const figure = (code: string, indicator_id: string, of: Partial<Figure>): Figure =>
  offers(code, {indicator_id, lower: null, upper: null, period_type: "financial", period: "2004-05", ...of});

describe("expectedOffers(kinds)", () => {
  it("weighs England's rates with the staff here and with England's own", () => {
    const rate = (value: number) => offers("ENG", {value});
    expect(
      expectedOffers([
        {here: 0.8, nation: 0.5, offeredNation: rate(60)},
        {here: 0.2, nation: 0.5, offeredNation: rate(40)}
      ])
    ).toEqual({here: expect.closeTo(56, 9), nation: expect.closeTo(50, 9)});
  });

  it("says nothing where a share or a rate is missing", () => {
    expect(expectedOffers([{here: undefined, nation: 1, offeredNation: offers("ENG")}])).toBeUndefined();
    expect(expectedOffers([{here: 1, nation: 1, offeredNation: offers("ENG", {value: null})}])).toBeUndefined();
  });
});

describe("staffMixTable(release, area)", () => {
  const KINDS = [
    ["Teaching assistants", "Teaching assistants", 60],
    ["Behaviour and guidance", "Learning mentors and other behaviour and guidance staff", 50],
    ["Administration and business", "Administrative staff", 50],
    ["Midday supervision", "Midday supervisors", 30],
    ["Premises", "Premises staff", 40],
    ["Technicians and ICT", "Technicians", 50],
    ["Library and exams", "Librarians and other support staff", 50]
  ] as const;
  const rates = (code: string, of: Partial<Figure> = {}): Figure[] =>
    KINDS.map(([kind, , value]) => offers(code, {dimension_1: "role group", category_1: kind, value, ...of}));
  const mix = (code: string, assistants: number, midday: number): Figure[] => [
    staff(code, "staff category", "Teaching assistants", assistants / 2),
    staff(code, "staff category", "Nursery assistants", assistants / 2),
    staff(code, "staff category", "Midday supervisors", midday)
  ];
  const part = (category_2: string, value: number): Figure =>
    figure("NE", "REG-04", {
      dimension_1: "rate compared",
      category_1: "OFF-01",
      dimension_2: "part of difference",
      category_2,
      value
    });
  const indicators = [...rates("ENG"), ...mix("ENG", 50, 50), ...mix("L1", 60, 40)];

  it("says by how much the staff of an area would by themselves move offers", () => {
    expect(staffMixTable(inventedRelease({indicators}), L1).finding).toBe(
      "Who works here would by itself put offers three points above England’s"
    );
    const even = inventedRelease({indicators: [...rates("ENG"), ...mix("ENG", 50, 50), ...mix("L1", 50, 50)]});
    expect(staffMixTable(even, L1).finding).toMatch(/^Who works here explains none of a difference/);
    expect(staffMixTable(inventedRelease({}), L1).finding).toMatch(/cannot be said/);
  });

  it("puts the categories of the census together by kind of role, and England's rate beside the area's", () => {
    const table = staffMixTable(
      inventedRelease({indicators: [...indicators, ...rates("L1", {senders_returned: 1, senders_expected: 2})]}),
      L1
    );
    expect(cells(table)[0]).toEqual([
      "Teaching assistants",
      60,
      50,
      "60% (45 to 55)",
      "60% (45 to 55) unlike coverage"
    ]);
    expect(cells(table)).toHaveLength(7);
  });

  it("says why no kind of role has a figure where the survey did not come", () => {
    const silent = offers("L1", {value: null, symbol: "x", symbol_reason: "not_returned"});
    const table = staffMixTable(inventedRelease({indicators: [...indicators, silent]}), L1);
    expect(cells(table).map((row) => row[3])).toEqual(Array(7).fill("not returned"));
  });

  it("gives the survey's own split of the region, and calls it chance where the test does not say more", () => {
    const parts = [
      part("Region less the rest of England", 8),
      part("Who works there", -1),
      part("What happens to people in the same kind of role", 9)
    ];
    const measure = (is_different: "yes" | "no") =>
      staffMixTable(inventedRelease({indicators: parts, comparisons: [comparison("offers", "NE", {is_different})]}), L1)
        .measure;
    expect(measure("yes")).toMatch(
      /its region \(North East\) lies eight points above the rest of England in offers: −1 point from who works there, \+9 points from/
    );
    expect(measure("no")).toContain("in offers, a difference that could be chance: ");
  });
});

describe("localLscTable(release, area)", () => {
  it("lists the local LSCs of a region, marks unlike coverage, and counts who sent no survey", () => {
    const silent = offers("L2", {value: null, symbol: "x", symbol_reason: "not_returned"});
    const table = localLscTable(
      inventedRelease({
        indicators: [offers("L1"), silent, learners("NE"), learners("L1", {senders_returned: 1, senders_expected: 2})]
      }),
      NE
    );
    expect(table.finding).toBe("One local LSC of 4 did not return the survey");
    expect(cells(table)[0]).toEqual(["Area L1", "not enough data", 50, "not enough data", "12.0, unlike coverage"]);
    expect(cells(table)[1]?.[2]).toBe("not returned");
  });
});

describe("leaTable(release, area)", () => {
  const spent = (code: string, value: number | null): Figure =>
    figure(code, "FIN-01", {unit: "per cent", dimension_1: "funding line", category_1: "Grant 25", value});

  it("lists LEAs by name, with what they were given and spent", () => {
    const table = leaTable(inventedRelease({indicators: [spent("101", 12), spent("102", 9)]}), L1);
    expect(table.finding).toBe("Both LEAs have told what they spent");
    expect(cells(table).map(([name, , , , share]) => [name, share])).toEqual([
      ["Alnwick", 9],
      ["Gateshead", 12]
    ]);
  });

  it("says who has not told, and that none is known", () => {
    const table = leaTable(inventedRelease({indicators: [spent("101", 12)]}), L1);
    expect(table.finding).toBe("One LEA of 2 has not told what was spent");
    expect(cells(table).map(([name, , , , share]) => [name, share])).toEqual([
      ["Alnwick", "not returned"],
      ["Gateshead", 12]
    ]);
    const unsure = {...spent("102", null), symbol: "u", symbol_reason: "unreliable"} as const;
    expect(leaTable(inventedRelease({indicators: [spent("101", 12), unsure]}), L1).finding).toBe(
      "Both LEAs have told what they spent"
    );
    expect(leaTable(inventedRelease({}), invented("L7")).finding).toBe("No LEA is known to lie here");
    expect(leaTable(inventedRelease({}), NE).columns[1]?.title).toBe("Local LSC");
  });
});

describe("areaReturnsTable(release, area)", () => {
  const returns = [
    expectedReturn({}),
    expectedReturn({
      collection: "funding",
      sender_id: "101",
      sender_name: "Gateshead",
      area_code: "101",
      status: "late"
    }),
    expectedReturn({
      collection: "funding",
      sender_id: "102",
      sender_name: "Alnwick",
      area_code: "102",
      status: "not received"
    }),
    expectedReturn({sender_id: "L5", area_code: "L5", status: "not received"})
  ];

  it("counts what came from the area and what lies in it, and names who sent nothing", () => {
    const table = areaReturnsTable(inventedRelease({returns}), L1);
    expect(table.finding).toBe("1 of the 3 returns expected from here has not come");
    expect(cells(table)).toEqual([
      ["Funding of an LEA", "2004–05", "1 of 2", 1, 0, 1, "Alnwick"],
      ["Local plan", "2004–05", "1 of 1", 0, 0, 0, "nobody"]
    ]);
  });

  it("takes a region to hold what lies in its local LSCs, and no other's", () => {
    expect(returnsOf(inventedRelease({returns}), NE)).toHaveLength(3);
    expect(areaReturnsTable(inventedRelease({returns: returns.slice(0, 2)}), L1).finding).toBe(
      "Both returns expected from here have come"
    );
    expect(areaReturnsTable(inventedRelease({}), L1).finding).toBe("No return is expected from here");
  });
});

describe("areaPlanTable(release, area)", () => {
  const planned = (version: string, value: number, of: Partial<Figure> = {}): Figure =>
    figure("L1", "PLN-02", {
      period_type: "academic",
      unit: "planned learners",
      dimension_1: "plan version",
      category_1: version,
      value,
      ...of
    });
  const agreed = (value: number | null): Figure =>
    figure("L1", "PLN-01", {
      period_type: "academic",
      dimension_1: "plan version",
      category_1: "Final, as agreed",
      value,
      symbol_reason: value === null ? "not_returned" : null
    });
  const notDue = figure("ENG", "PLN-02", {
    period_type: "academic",
    unit: "per cent of planned learners",
    value: null,
    symbol: "x",
    symbol_reason: "not_yet_due"
  });
  const atLevel = {dimension_2: "priority", category_2: "iii", nqf_level: "2"};

  it("sets the plan before and after negotiation, and never calls it progress before its year", () => {
    const table = areaPlanTable(
      inventedRelease({
        indicators: [
          planned("Initial, before negotiation", 110),
          planned("Final, as agreed", 30),
          planned("Final, as agreed", 20, atLevel),
          agreed(50),
          notDue
        ]
      }),
      L1
    );
    expect(table.finding).toBe("30 learners are planned, from 110 at first; plans are agreed with 50% of its 2 LEAs");
    const whole = inventedRelease({indicators: [planned("Final, as agreed", 30), agreed(100)]});
    expect(areaPlanTable(whole, L1).finding).toMatch(/; plans are agreed with both its LEAs$/);
    expect(cells(table)).toEqual([
      ["All priorities", 110, 30, "not yet due"],
      ["iii, Level 2", "not enough data", 20, "not yet due"]
    ]);
  });

  it("gives what came of a line where its year has begun", () => {
    const came = planned("Final, as agreed", 40, {...atLevel, unit: "per cent of planned learners"});
    const table = areaPlanTable(inventedRelease({indicators: [planned("Final, as agreed", 20, atLevel), came]}), L1);
    expect(cells(table)[0]).toEqual(["iii, Level 2", "not enough data", 20, 40]);
  });

  it("says so where no plan came", () => {
    expect(areaPlanTable(inventedRelease({indicators: [agreed(null)]}), L1).finding).toMatch(
      /^No plan has been returned/
    );
  });
});

describe("areaMoneyTable(release, area)", () => {
  const line = (code: string, unit: string, value: number | null, of: Partial<Figure> = {}): Figure =>
    figure(code, "FIN-01", {unit, dimension_1: "funding line", category_1: "Grant 25", value, ...of});

  it("gives what was allocated and spent, and sets England beside it only where coverage is alike", () => {
    const table = (of: Partial<Figure>) =>
      areaMoneyTable(
        inventedRelease({
          indicators: [line("L1", "pounds allocated", 500), line("L1", "per cent", 12), line("ENG", "per cent", 14, of)]
        }),
        L1
      );
    expect(table({}).finding).toBe(
      "12% of Grant 25 has been spent so far, beside 14% in England (returns of its one LEA)"
    );
    const unlike = table({senders_returned: 1, senders_expected: 2});
    expect(unlike.finding).toBe("12% of Grant 25 has been spent so far (returns of its one LEA)");
    expect(cells(unlike)[0]?.slice(0, 5)).toEqual(["Grant 25", 500, "not enough data", 12, "14%, unlike coverage"]);
  });

  it("says why what was spent is not known", () => {
    const indicators = [line("L1", "pounds spent", null, {symbol: "x", symbol_reason: "not_collected"})];
    const table = areaMoneyTable(inventedRelease({indicators}), L1);
    expect(table.finding).toBe("What has been spent of the grant for training is not known here");
    expect(cells(table)[0]?.slice(2, 4)).toEqual(["not collected", "not collected"]);
  });
});

describe("areaMeasuresTable(release, area)", () => {
  const mentors = (code: string, of: Partial<Figure>): Figure =>
    figure(code, "CAP-05", {period_type: "month", period: "2004-06", unit: "per cent of schools", ...of});
  const row = (table: AreaTable, title: string) => cells(table).find(([name]) => name === title);

  it("marks a rate of unlike coverage, and gives counts for their size", () => {
    const starts = (code: string, value: number, of: Partial<Figure> = {}): Figure =>
      figure(code, "UPT-04", {period_type: "academic", period: "2003-04", unit: "starts", value, ...of});
    const few = {senders_returned: 1, senders_expected: 2};
    const table = areaMeasuresTable(
      inventedRelease({
        indicators: [
          mentors("L1", {value: 17}),
          mentors("NE", {value: 19, ...few}),
          mentors("ENG", {value: 18}),
          starts("L1", 80),
          starts("NE", 900, few),
          starts("ENG", 13000)
        ]
      }),
      L1
    );
    expect(row(table, "Schools with a trained mentor")).toEqual([
      "Schools with a trained mentor",
      "June 2004",
      17,
      "19.0%, unlike coverage",
      18
    ]);
    expect(row(table, "Starts")).toEqual(["Starts", "2003–04", 80, 900, 13000]);
    expect(table.finding).toBe("17% of schools here have a trained mentor, beside 18% in England");
  });

  it("sets no later period of England beside the area's", () => {
    const indicators = [
      mentors("NE", {value: 17}),
      mentors("ENG", {value: 18}),
      mentors("ENG", {period: "2004-09", value: 99})
    ];
    expect(row(areaMeasuresTable(inventedRelease({indicators}), NE), "Schools with a trained mentor")?.at(-1)).toBe(18);
  });
});
