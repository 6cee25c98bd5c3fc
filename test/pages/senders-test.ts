import {describe, expect, it} from "vitest";
import type {Return} from "../../src/components/release.js";
import {cameWords, senderDownloads, senderTables} from "../../src/components/returns/senderTables.js";
import {daysLate, lateList, missingList} from "../../src/components/returns/whoIsMissing.js";
import {AVON, document, GONE, LATE, PLAN, release, sent, unsent} from "./sentReturns.js";

describe("missingList(release, {document}), lateList(release, {document})", () => {
  const text = (node: Node) => node.textContent ?? "";

  it("name who has not sent what, and by when it was due", () => {
    const made = text(missingList(release([AVON, LATE, GONE]), {document}));
    expect(made).toBe("Staff questionnaire, March 20041 of 3 from local LSCs, due 30 April 2004LSC Cumbria");
    expect(text(missingList(release([AVON]), {document}))).toBe("Nothing is missing.");
  });

  it("say what was sent and could not be read, and open long lists on demand", () => {
    const many = Array.from({length: 21}, (_, at) =>
      unsent({sender_id: `L${at}`, sender_name: `LSC ${at}`, status: "refused"})
    );
    const made = missingList(release(many), {document}) as HTMLElement;
    expect(made.querySelector("details summary")?.textContent).toBe("Show the 21 names");
    expect(made.querySelector("details p")?.textContent).toContain("LSC 20 (sent, but could not be read)");
  });

  it("say by how many days", () => {
    expect(text(lateList(release([AVON, LATE]), {document}))).toContain(
      "1 of 2 from local LSCs, up to 3 days after 30 April 2004LSC Berkshire (3 days)"
    );
    expect(text(lateList(release([AVON]), {document}))).toBe("Nothing came late.");
    expect(daysLate({...LATE, due_date: null})).toBeUndefined();
    expect(daysLate({...LATE, files_count: 2})).toBeUndefined();
  });
});

describe("cameWords(row, release)", () => {
  const words = (of: Partial<Return>) => cameWords(sent(of), release([]));

  it("says the day, what was late or sent again, and how many rows are held as far as that may be told", () => {
    expect(words({})).toBe("20 April 2004");
    expect(words({status: "late", files_count: 2, rows_held_count: 10})).toBe(
      "20 April 2004, late, sent again; 10 rows held"
    );
    expect(words({rows_held_count: null, rows_held_symbol: "low"})).toBe("20 April 2004; rows held: low");
    expect(words({rows_held_count: null, rows_held_symbol: "c"})).toBe("20 April 2004; rows held: withheld");
    expect(words({status: "not received"})).toEqual({word: "not received", speech: "not received"});
  });
});

describe("senderTables(release, {document}) and senderDownloads(release)", () => {
  const grid = [
    AVON,
    LATE,
    GONE,
    sent(PLAN),
    sent({...PLAN, sender_id: "LLSC02", sender_name: "LSC Berkshire"}),
    unsent({...PLAN, sender_id: "LLSC03", sender_name: "LSC Cumbria"})
  ];

  it("give a column for each return where all senders owe the same", () => {
    const made = senderTables(release(grid), {document}) as HTMLElement;
    expect([...made.querySelectorAll("thead th")].map(({textContent}) => textContent)).toEqual([
      "Sender",
      "Staff questionnaire, March 2004, due 30 April 2004",
      "Local plan, 2004–05, due 30 June 2004"
    ]);
    expect(made.querySelectorAll("tbody tr")).toHaveLength(3);
    expect(made.querySelector("tbody tr:last-child td")?.textContent).toBe("not received");
  });

  it("give a row for each return elsewhere, and the same cells in the download", () => {
    const provider = sent({
      sender_type: "provider",
      collection: "enrolment",
      period: "2003-04",
      sender_name: "Tees College (synthetic)",
      area_code: "101",
      due_date: null,
      rows_used_count: null
    });
    const made = senderTables(release([provider]), {document}) as HTMLElement;
    const cells = [...made.querySelectorAll("tbody th, tbody td")].map(({textContent}) => textContent);
    const [file] = senderDownloads(release([provider]));
    expect(cells).toEqual([
      "Tees College",
      "Tyne",
      "Enrolments, 2003–04",
      "no day set",
      "20 April 2004",
      "low or withheld"
    ]);
    expect(file?.file).toBe("returns-provider-synthetic.csv");
    expect(file?.rows[1]).toEqual(cells);
  });
});
