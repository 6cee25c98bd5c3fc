import {defineConfig} from "vitest/config";
import {LongestFirst} from "./test/longestFirst.js";

export default defineConfig({
  test: {
    include: ["test/**/*-test.ts"],
    testTimeout: 300_000,
    hookTimeout: 900_000,
    maxWorkers: 2,
    sequence: {sequencer: LongestFirst},
    globalSetup: "./test/browser/sharedFolder.ts",
    reporters: ["default", "./test/reporter.ts"]
  }
});
