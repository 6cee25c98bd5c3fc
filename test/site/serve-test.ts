import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {serve} from "../../pipeline/site/serve.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "uptake-serve-"));
  writeFileSync(join(folder, "index.html"), "home");
  writeFileSync(join(folder, "404.html"), "lost");
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe("serve(folder, {port})", () => {
  it("serves on this machine only, and the 404 page for what is not there", async () => {
    const {url, close} = await serve(folder, {port: 4310});
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:/);
    expect(await (await fetch(url)).text()).toBe("home");
    const lost = await fetch(`${url}nowhere`);
    expect([lost.status, await lost.text()]).toEqual([404, "lost"]);
    await close();
  });

  it("takes the next port where one is taken", async () => {
    const first = await serve(folder, {port: 4330});
    const second = await serve(folder, {port: Number(new URL(first.url).port)});
    expect(second.url).not.toBe(first.url);
    await Promise.all([first.close(), second.close()]);
  });
});
