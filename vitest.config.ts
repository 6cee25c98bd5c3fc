import {defineConfig} from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*-test.ts"],
    testTimeout: 300_000,
    hookTimeout: 900_000,
    maxWorkers: 2,
    globalSetup: "./test/browser/sharedFolder.ts",
    reporters: ["default", "./test/reporter.ts"]
  }
});
