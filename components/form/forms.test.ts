import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { projectPath } from "../../scripts/project.ts";

const sources = globSync("{app,components}/**/*.{ts,tsx}", { cwd: projectPath("") })
  .filter((file) => !file.startsWith("components/form/") && !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, source: readFileSync(projectPath(file), "utf8") }));

const linesWith = (pattern: RegExp) =>
  sources.flatMap(({ file, source }) =>
    source
      .split("\n")
      .filter((line) => pattern.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );

/** Forms that call no server action. */
const otherForms = [
  // Ask with their address.
  "app/global-error.tsx",
  "components/diary/past/day-jump.tsx",
  "components/metrics/export-form.tsx",
  // Without script it can do nothing; with it, `usePasskey` sends.
  "components/account/add-passkey-form.tsx",
];

// Every other way shows an error page where the server can not be reached, and loses what was typed.
test("every form is sent by components/form/", () => {
  const elements = sources.flatMap(({ file, source }) =>
    (source.match(/<form\b[^>]*>/g) ?? []).map((element) => ({ file, element })),
  );
  expect(elements.length).toBeGreaterThan(20);
  const others = elements.filter(
    ({ file, element }) => !/\{\.\.\.(\w+\.)?formProps\}/.test(element) && !otherForms.includes(file),
  );
  expect(others).toEqual([]);
  expect(linesWith(/\buseActionState\b|\bformAction=/)).toEqual([]);
});

test("a server action is called by components/form/ alone", () => {
  expect(linesWith(/\b(?!on)\w+Action\(/).toSorted()).toEqual([
    // In parts, as the `call` of `useForm`.
    "components/moderation/selection-bar.tsx: const answer = await decideManyInQueueAction(nothing, form);",
    // The `action` of an `ActionForm`.
    "components/review/delete-review.tsx: action={(form) => deleteReviewAction(reviewId, form)}",
  ]);
});
