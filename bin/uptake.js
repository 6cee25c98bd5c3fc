#!/usr/bin/env node
try {
  const {register} = await import("tsx/esm/api");
  register();
} catch (error) {
  if (error?.code !== "ERR_MODULE_NOT_FOUND") throw error;
  process.stderr.write("uptake: expected the packages that it is built on; found none. Run `npm ci` first.\n");
  process.exit(1);
}
const {main} = await import("../pipeline/cli.ts");
process.exitCode = await main(process.argv.slice(2));
