import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest, for it waits for leases to lapse or sends reviews by the hundred. */
const longest = [
  "lib/review/killed-judges.test.ts",
  "lib/review/flood.test.ts",
  "lib/moderation/injections.test.ts",
  "lib/diary/replies.test.ts",
  "lib/moderation/judge-texts.test.ts",
];

/** Begins with the long files: the last one to end would otherwise keep the whole run waiting for it alone. */
export class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((path) => moduleId.endsWith(`/${path}`));
      return at === -1 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
