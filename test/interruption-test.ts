import {spawn, spawnSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {random} from "../pipeline/simulate/random.js";
import {hashes, smallProject} from "./project.js";

const folder = mkdtempSync(join(tmpdir(), "uptake-interruption-"));
const project = join(folder, "project");
const RUNS = 20;

afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe("a build that is killed", () => {
  it(`leaves published data wholly old or wholly new at ${RUNS} random moments, and loses nothing received`, async () => {
    smallProject(project, {every: 150}); // what takes longer to build takes the same steps
    const received = hashes(join(project, "data"));
    const started = Date.now();
    const fresh = publishedBy();
    const duration = Date.now() - started;
    const old = publishedBy("2004-05-31");
    expect(old).not.toEqual(fresh);
    const moments = random(20, "moments of interruption");
    for (let run = 0; run < RUNS; run++) {
      await killedAfter(Math.round(moments.next() * duration));
      const recovered = spawnSync(process.execPath, [resolve("bin/uptake.js"), "--root", project, "status", "--json"], {
        encoding: "utf8"
      });
      expect(recovered.status, recovered.stderr).toBe(0);
      expect([old, fresh]).toContainEqual(hashes(join(project, "dist/data")));
      expect(hashes(join(project, "data"))).toEqual(received);
    }
    expect(publishedBy()).toEqual(fresh);
  }, 2_400_000);
});

function publishedBy(asAt?: string): Record<string, string> | undefined {
  const built = spawnSync(
    process.execPath,
    [resolve("bin/uptake.js"), "--root", project, "build", ...(asAt ? ["--as-at", asAt] : [])],
    {
      encoding: "utf8"
    }
  );
  expect(built.status, built.stderr).toBe(0);
  return hashes(join(project, "dist/data"));
}

async function killedAfter(milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [resolve("bin/uptake.js"), "--root", project, "build"], {
    detached: true,
    stdio: "ignore"
  });
  const ended = new Promise((end) => child.once("close", end));
  const timer = setTimeout(() => child.pid && process.kill(-child.pid, "SIGKILL"), milliseconds);
  await ended;
  clearTimeout(timer);
}
