import {existsSync, readdirSync, readFileSync} from "node:fs";
import {dirname, join, normalize, relative} from "node:path";

/** Who may use whom: a room, and the rooms (or packages) whose values its files may import. Types are free. */
const ROOMS: readonly (readonly [room: string, mayUse: readonly string[]])[] = [
  ["pipeline/contracts/", ["zod", "pipeline/contracts/"]],
  [
    "pipeline/ingest/",
    [
      "pipeline/contracts/",
      "pipeline/ingest/",
      "pipeline/methods/",
      "pipeline/warehouse",
      "pipeline/error",
      "pipeline/lock",
      "pipeline/log",
      "pipeline/atExit"
    ]
  ],
  ["pipeline/marts/", ["pipeline/contracts/", "pipeline/methods/", "pipeline/warehouse", "pipeline/error"]],
  [
    "pipeline/gate/",
    [
      "pipeline/contracts/",
      "pipeline/gate/",
      "pipeline/audit/",
      "pipeline/methods/",
      "pipeline/warehouse",
      "pipeline/error"
    ]
  ],
  [
    "pipeline/audit/",
    ["pipeline/contracts/", "pipeline/audit/", "pipeline/gate/protect/", "pipeline/warehouse", "pipeline/error"]
  ],
  [
    "pipeline/publish/",
    ["pipeline/contracts/", "pipeline/publish/", "pipeline/methods/", "pipeline/warehouse", "pipeline/error"]
  ],
  [
    "pipeline/release/",
    [
      "pipeline/contracts/",
      "pipeline/ingest/ledger",
      "pipeline/publish/",
      "pipeline/release/",
      "pipeline/auditRelease",
      "pipeline/explain",
      "pipeline/secrets",
      "pipeline/layout",
      "pipeline/warehouse",
      "pipeline/error",
      "pipeline/lock",
      "pipeline/atExit"
    ]
  ],
  ["pipeline/methods/", ["pipeline/methods/", "pipeline/warehouse"]],
  ["pipeline/simulate/", ["pipeline/contracts/", "pipeline/simulate/", "pipeline/error", "pipeline/log"]],
  [
    "pipeline/site/",
    [
      "pipeline/contracts/",
      "pipeline/publish/ods/",
      "pipeline/site/",
      "pipeline/error",
      "pipeline/log",
      "pipeline/atExit",
      "src/components/"
    ]
  ],
  ["pipeline/report/", ["pipeline/contracts/", "pipeline/report/", "pipeline/error", "reports/", "src/components/"]],
  ["src/components/", ["src/components/"]],
  ["src/pages/pages", ["src/pages/", "reports/"]],
  ["src/", ["src/components/", "src/pages/"]],
  ["reports/", ["src/components/", "pipeline/contracts/", "pipeline/error", "reports/"]]
];

/** Rooms that may use any package; the others name theirs. */
const OPEN_TO_PACKAGES = (room: string): boolean => room !== "pipeline/contracts/";

/** Returns a sentence for each import that a room must not make. `files` maps a path from the project's root to its text. */
export function forbiddenImports(files: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  for (const [path, text] of files) {
    const rule = ROOMS.find(([room]) => path.startsWith(room));
    for (const target of importsOf(path, text)) {
      if (target.startsWith("test/") && !path.startsWith("test/")) found.push(`${path} must not import ${target}`);
      else if (rule && !isAllowed(target, rule)) found.push(`${path} must not import ${target}`);
    }
    if (path.startsWith("pipeline/") && path !== "pipeline/cli.ts" && /\b(process\.|console\.)/.test(code(text)))
      found.push(`${path} must not use process or console`);
    if (path.startsWith("pipeline/") && path !== "pipeline/warehouse.ts" && /DuckDBInstance/.test(code(text)))
      found.push(`${path} must not open DuckDB`);
    if (path.startsWith("pipeline/") && !path.startsWith("pipeline/gate/") && WRITES_PUBLISHED.test(text))
      found.push(`${path} must not write published tables`);
    if (
      /^pipeline\/(publish|explain|status)/.test(path) &&
      /\b(from|join)\s+(raw|stage|marts)\./.test(text) &&
      !path.endsWith("explain.ts")
    )
      found.push(`${path} must read published tables only`);
  }
  return found;
}

const WRITES_PUBLISHED =
  /\b(insert\s+into|create\s+(or\s+replace\s+)?(table|view)|update|delete\s+from)\s+published\./i;

/** Reads every source file of the project. */
export function sourceFiles(root: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const folder of ["pipeline", "src", "reports"].filter((name) => existsSync(join(root, name)))) {
    for (const entry of readdirSync(join(root, folder), {recursive: true, withFileTypes: true})) {
      const path = relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/");
      if (entry.isFile() && /\.(ts|js|sql|md)$/.test(path) && !path.startsWith("src/data"))
        files.set(path, readFileSync(join(root, path), "utf8"));
    }
  }
  return files;
}

function importsOf(path: string, text: string): string[] {
  const targets = [
    ...text.matchAll(
      /^\s*(?:import|export)\s+(?!type\b)[^;]*?from\s+"([^"]+)"|^\s*import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm
    )
  ];
  return targets
    .map((match) => match[1] ?? match[2] ?? match[3] ?? "")
    .map((target) => (target.startsWith(".") ? normalize(join(dirname(path), target)).replaceAll("\\", "/") : target));
}

function isAllowed(target: string, [room, mayUse]: (typeof ROOMS)[number]): boolean {
  if (mayUse.some((name) => target.startsWith(name))) return true;
  const isPackage = !/^(pipeline|src|reports|test|bench)\//.test(target);
  return isPackage && OPEN_TO_PACKAGES(room);
}

function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/gm, "");
}
