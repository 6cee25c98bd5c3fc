import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {formatStatus, status} from "../pipeline/status.js";
import {release} from "./publish/release.js";

let out: string;
let folder: string;
beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), "status-"));
  folder = join(out, "data");
  await release({out});
});
afterAll(() => rmSync(out, {recursive: true, force: true}));

describe("status(folder, {collection, sender})", () => {
  it("counts senders by collection and status, and lists what is outstanding", async () => {
    const {collections, outstanding} = await status(folder);
    expect(collections).toEqual([
      {
        collection: "enrolment",
        period: "2003-04",
        expected: 2,
        counts: {received: 1, resubmitted: 0, late: 0, refused: 0, "not received": 1}
      }
    ]);
    expect(outstanding.map((row) => row.sender_id)).toEqual(["P002"]);
  });

  it("gives the returns of one sender", async () => {
    const result = await status(folder, {sender: "p001"});
    expect(result.sender).toMatchObject({sender_id: "P001", returns: [{status: "received", rows_used_count: 130}]});
  });

  it("refuses a sender or collection of which nothing is known", async () => {
    await expect(status(folder, {collection: "ilr", sender: "P009"})).rejects.toThrow(
      "status: expected a return that somebody owes, got none for collection ilr and sender P009"
    );
  });
});

describe("formatStatus(status)", () => {
  it("sets out collections and what is outstanding, or one sender", async () => {
    const texts = [formatStatus(await status(folder)), formatStatus(await status(folder, {sender: "P001"}))];
    await expect(`${texts.join("\n\n")}\n`).toMatchFileSnapshot("output/status.txt");
  });
});
