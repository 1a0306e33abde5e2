import { afterEach, expect, test } from "vitest";

import { env } from "../env.ts";
import { currentJudge, promptVersion, readPromptVersion } from "./judge.ts";

const settings = { ...env() };
afterEach(() => void Object.assign(env(), settings));

test("the version of the prompt is the same whenever it is read", () => {
  for (let round = 0; round < 20; round += 1) expect(readPromptVersion()).toBe(promptVersion());
  expect(promptVersion()).toMatch(/^[0-9a-f]{12}$/);
});

test("a judge is the model and its server; the sample judge is the same after every start", () => {
  Object.assign(env(), {
    OPENAI_MODERATION_MODEL: "m",
    OPENAI_BASE_URL: "http://10.0.0.7:8000/v1",
    SORA_SAMPLE_JUDGE: false,
  });
  expect(currentJudge()).toEqual({ model: "m", modelHost: "10.0.0.7:8000", promptVersion: promptVersion() });
  Object.assign(env(), { SORA_SAMPLE_JUDGE: true });
  expect(currentJudge().modelHost).toBe("sample");
});
