import { BaseSequencer, type TestSpecification } from "vitest/node";

/** They wait for leases to expire or send hundreds of reviews. */
const longest = [
  "lib/review/judging/killed-judges.test.ts",
  "lib/review/judging/flood.test.ts",
  "lib/moderation/injections.test.ts",
  "lib/diary/replies.test.ts",
  "lib/moderation/judge-texts.test.ts",
];

/** Otherwise a long file that starts last would delay the whole run. */
export class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((path) => moduleId.endsWith(`/${path}`));
      return at === -1 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
