import { afterEach, expect, test } from "vitest";

import { env } from "../env.ts";
import { judgeServer, summaryServer } from "./model-servers.ts";

const settings = { ...env() };
afterEach(() => void Object.assign(env(), settings));

const openAi = {
  OPENAI_BASE_URL: "https://api.openai.com/v1",
  OPENAI_API_KEY: "sk-openai",
  OPENAI_REPLY_MODEL: "writer",
  OPENAI_MODERATION_MODEL: "judge",
  MODERATION_BASE_URL: undefined,
  MODERATION_API_KEY: undefined,
};

test("judges and summarises on the reply model's server, unless the judge has a separate server", () => {
  Object.assign(env(), openAi);
  const shared = { baseURL: "https://api.openai.com/v1", apiKey: "sk-openai", model: "judge" };
  expect([judgeServer(), summaryServer()]).toEqual([shared, shared]);
});

test("summarises with the reply model when the judge is elsewhere", () => {
  Object.assign(env(), openAi, {
    MODERATION_BASE_URL: "http://gpu:8000/v1",
    MODERATION_API_KEY: "sk-judge",
  });
  expect(judgeServer()).toEqual({ baseURL: "http://gpu:8000/v1", apiKey: "sk-judge", model: "judge" });
  expect(summaryServer()).toMatchObject({ baseURL: openAi.OPENAI_BASE_URL, model: "writer" });
});

test("sends no key to an origin that it was not configured for", () => {
  Object.assign(env(), openAi, { MODERATION_BASE_URL: "http://gpu:8000/v1" });
  expect(judgeServer().apiKey).toBe("none");
  Object.assign(env(), { MODERATION_BASE_URL: "https://api.openai.com/judge/v1" });
  expect(judgeServer().apiKey).toBe("sk-openai");
});

test("uses the judge's key, even at the reply model's address", () => {
  Object.assign(env(), openAi, { MODERATION_API_KEY: "sk-judge" });
  expect(judgeServer()).toMatchObject({ baseURL: openAi.OPENAI_BASE_URL, apiKey: "sk-judge" });
  expect(summaryServer()).toMatchObject({ apiKey: "sk-openai", model: "judge" });
});
