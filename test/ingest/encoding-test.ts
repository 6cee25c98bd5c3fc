import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {inspectText, transcode} from "../../pipeline/ingest/encoding.js";
import {temporaryFolder} from "./staff.js";

const folder = temporaryFolder();
const path = join(folder, "text.csv");

describe("inspectText(path)", () => {
  it.each([0, 1, 2, 3])("knows UTF-8 though a chunk ends %i bytes into a character", async (offset) => {
    writeFileSync(path, `${"x".repeat((1 << 20) - offset)}😀é${"x".repeat(1 << 20)}€`);
    expect(await inspectText(path)).toMatchObject({encoding: "utf8", isBinary: false});
  });

  it("takes for Windows-1252 what is not UTF-8, even in its last byte", async () => {
    writeFileSync(path, Buffer.concat([Buffer.alloc(1 << 20, "x"), Buffer.from([0xe9])]));
    expect(await inspectText(path)).toEqual({encoding: "windows-1252", bytes: (1 << 20) + 1, isBinary: false});
  });

  it("sees a zero byte wherever it stands, and an empty file", async () => {
    writeFileSync(path, Buffer.concat([Buffer.alloc(1 << 21, "x"), Buffer.from([0])]));
    expect(await inspectText(path)).toMatchObject({isBinary: true});
    writeFileSync(path, "");
    expect(await inspectText(path)).toEqual({encoding: "utf8", bytes: 0, isBinary: false});
  });
});

describe("transcode(path, {encoding, target})", () => {
  it("writes what Windows-1252 means, the signs between 0x80 and 0x9f too", async () => {
    const target = join(folder, "utf8.csv");
    writeFileSync(path, Buffer.from([0x80, 0x93, 0x5a, 0x6f, 0xeb, 0x94, 0x0a]));
    await transcode(path, {encoding: "windows-1252", target});
    expect(readFileSync(target, "utf8")).toBe("€“Zoë”\n");
  });
});
