import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {arch, platform, version} from "node:process";
import {z} from "zod";
import {openWarehouse, query} from "../warehouse.js";

/** The programs that a release was built with. */
export interface Tools {
  uptake: string;
  node: string;
  platform: string;
  duckdb: string;
  packages: readonly {name: string; version: string; integrity: string | null}[]; // as the lock file has them
}

const PACKAGE = z.object({version: z.string()});
const LOCK = z.object({
  packages: z.record(
    z.string(),
    z.object({version: z.string().optional(), integrity: z.string().optional(), dev: z.boolean().optional()})
  )
});

const INSTALLED = "node_modules/";

/** Returns the tools of the program in `machinery`; packages that only tests need are left out. */
export async function toolsIn(machinery: string): Promise<Tools> {
  const {version: uptake} = PACKAGE.parse(JSON.parse(readFileSync(join(machinery, "package.json"), "utf8")));
  return {
    uptake,
    node: version,
    platform: `${platform}-${arch}`,
    duckdb: await duckdb(),
    packages: packagesIn(join(machinery, "package-lock.json"))
  };
}

/** None where there is no lock file, as beside a program that was installed as a package. */
function packagesIn(path: string): Tools["packages"] {
  if (!existsSync(path)) return [];
  const lock = LOCK.parse(JSON.parse(readFileSync(path, "utf8")));
  return Object.entries(lock.packages)
    .filter(([place, {dev}]) => place.startsWith(INSTALLED) && !dev)
    .map(([place, of]) => ({
      name: place.slice(INSTALLED.length),
      version: of.version ?? "",
      integrity: of.integrity ?? null
    }));
}

async function duckdb(): Promise<string> {
  const warehouse = await openWarehouse();
  try {
    const [row] = await query(warehouse.connection, "select version() as version");
    return String(row?.version);
  } finally {
    warehouse.close();
  }
}
