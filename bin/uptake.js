#!/usr/bin/env node
import {register} from "tsx/esm/api";

register();
const {main} = await import("../pipeline/cli.ts");
process.on("SIGINT", () => setTimeout(() => process.exit(130), 500).unref());
process.exitCode = await main(process.argv.slice(2));
