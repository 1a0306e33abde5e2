import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { prepareSettings } from "./settings.ts";

const before = { ...process.env };
let dir: string;
beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), "sora-settings-"))));
afterEach(() => {
  process.env = { ...before };
  rmSync(dir, { recursive: true });
});

function prepare(given: Record<string, string>) {
  const none = { OPENAI_API_KEY: "", OPENAI_BASE_URL: "", MODERATION_API_KEY: "", MODERATION_BASE_URL: "" };
  Object.assign(process.env, none, { DATA_DIR: dir }, given);
  const { usesSampleModel, usesBuiltInJudge } = prepareSettings({ isDev: false });
  return { usesSampleModel, usesBuiltInJudge, judgeAt: process.env.MODERATION_BASE_URL };
}

test.each([
  [{}, { usesSampleModel: true, usesBuiltInJudge: true, judgeAt: "" }],
  [{ OPENAI_API_KEY: "sk" }, { usesSampleModel: false, usesBuiltInJudge: false, judgeAt: "" }],
  [
    { MODERATION_BASE_URL: "http://gpu:8000/v1" },
    { usesSampleModel: true, usesBuiltInJudge: false, judgeAt: "http://gpu:8000/v1" },
  ],
  // Not the sample model's address, which replaces OPENAI_BASE_URL.
  [
    { MODERATION_API_KEY: "sk" },
    { usesSampleModel: true, usesBuiltInJudge: false, judgeAt: "https://api.openai.com/v1" },
  ],
])("knows what is a sample with %j", (given, expected) => {
  expect(prepare(given)).toEqual(expected);
});
