import {existsSync, readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {commandLine} from "../pipeline/cli.js";

const readme = readFileSync("README.md", "utf8");
const verbs = commandLine().commands;

describe("README.md", () => {
  it("shows the two commands of a fresh machine", () => {
    expect(readme).toContain("npm ci && npm start");
    expect(readme).toContain("npm ci && npm test");
  });

  it.each(
    readdirSync("pipeline", {withFileTypes: true})
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
  )("names pipeline/%s in its tree", (folder) => expect(readme).toContain(`${folder}/`));

  it("links to files that exist", () => {
    for (const [, target = ""] of readme.matchAll(/\]\(([^)#]+)\)/g)) expect(existsSync(target), target).toBe(true);
  });

  it.each(verbs.map((verb) => verb.name()).filter((name) => name !== "start"))("tells of `uptake %s`", (name) => {
    expect(readme).toMatch(new RegExp(`uptake ${name}\\b`));
  });
});

describe("uptake --help", () => {
  it("documents the exit codes", () => {
    let help = "";
    const program = commandLine().configureOutput({writeOut: (text) => (help += text)});
    program.outputHelp();
    expect(help).toContain("Exit codes:");
  });

  it.each(verbs.map((verb) => [verb.name(), verb] as const))("describes %s and each of its options", (_, verb) => {
    expect(verb.description()).not.toBe("");
    for (const option of verb.options) expect(option.description, option.flags).not.toBe("");
  });
});

describe("pipeline/checks", () => {
  it.each(readdirSync("pipeline/checks"))("says in %s's first line what one offender is", (file) => {
    expect(readFileSync(`pipeline/checks/${file}`, "utf8")).toMatch(/^-- One row per .+\.\n/);
  });
});

describe("pipeline/stage and pipeline/marts", () => {
  const models = ["stage", "marts"].flatMap((layer) =>
    readdirSync(`pipeline/${layer}`).map((file) => `pipeline/${layer}/${file}`)
  );
  it.each(models.filter((file) => file.endsWith(".sql")))("gives the grain of %s in its first line", (file) => {
    const sql = readFileSync(file, "utf8");
    expect(sql).toMatch(/^-- One row per .+\.\n/);
    expect(sql).not.toMatch(/;\s*$/);
  });
});
