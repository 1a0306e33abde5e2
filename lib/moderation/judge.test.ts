import { afterEach, expect, test } from "vitest";

import { env } from "../env.ts";
import { currentJudge, promptVersion, readPromptVersion } from "./judge.ts";

const settings = { ...env() };
afterEach(() => void Object.assign(env(), settings));

test("returns the same prompt version on every read", () => {
  for (let round = 0; round < 20; round += 1) expect(readPromptVersion()).toBe(promptVersion());
  expect(promptVersion()).toMatch(/^[0-9a-f]{12}$/);
});

test("uses the classifier as the judge without a model", () => {
  Object.assign(env(), { SORA_BUILT_IN_JUDGE: true });
  expect(currentJudge()).toMatchObject({ model: expect.stringMatching(/./), modelHost: "built-in" });
});

test("identifies a judge by its model and server", () => {
  Object.assign(env(), {
    OPENAI_MODERATION_MODEL: "m",
    OPENAI_BASE_URL: "http://10.0.0.7:8000/v1",
  });
  expect(currentJudge()).toEqual({ model: "m", modelHost: "10.0.0.7:8000", promptVersion: promptVersion() });
});
