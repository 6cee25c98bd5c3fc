import type {Reporter, TestCase, TestModule} from "vitest/node";

/** Closes a run with the number of tests, and how many of them ran in a browser, each on a line of its own. */
export default class Counts implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()].map((test) => ({module, test})));
    const browser = tests.filter(({module}) => module.moduleId.includes("/test/browser/")).map(({test}) => test);
    const all = tests.map(({test}) => test);
    process.stdout.write(`browser: ${counts(browser)}\n${counts(all)}\n`);
  }
}

function counts(tests: readonly TestCase[]): string {
  const of = (state: string): number => tests.filter((test) => test.result().state === state).length;
  return `${of("passed")} passed, ${of("failed")} failed`;
}
