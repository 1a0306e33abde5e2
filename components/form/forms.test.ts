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

const otherForms = [
  // GET forms.
  "app/global-error.tsx",
  "components/diary/past/day-jump.tsx",
  "components/metrics/export-form.tsx",
  // Does nothing without script; with it, `usePasskey` sends.
  "components/account/add-passkey-form.tsx",
];

// Other ways show an error page when the server is unreachable, and lose what was typed.
test("every form is sent through components/form/", () => {
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

test("only components/form/ calls server actions", () => {
  expect(linesWith(/\b(?!on)\w+Action\(/).toSorted()).toEqual([
    // Part of the `call` of `useForm`.
    "components/desk/selection-bar.tsx: const answer = await decideManyInQueueAction(nothing, form);",
    // The `action` of an `ActionForm`.
    "components/review/delete-review.tsx: action={(form) => deleteReviewAction(reviewId, form)}",
  ]);
});
