import {BaseSequencer, type TestSpecification} from "vitest/node";

/** What takes longest, the longest first: begun late, it would run on alone after all else. */
const LONGEST = [
  "interruption-test.ts",
  "browser/everyPage-test.ts",
  "release/rebuild-test.ts",
  "walk-test.ts",
  "leaks/build-leak-test.ts",
  "cli-test.ts",
  "browser/pages-test.ts",
  "browser/explore-test.ts",
  "contracts/surface-test.ts",
  "coverage-test.ts"
];

/** Runs the tests that take longest first, and the others in the order that vitest gives them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({moduleId}: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`/test/${name}`));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}
