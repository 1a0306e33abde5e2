import { afterEach, beforeEach, expect, test } from "vitest";
import { env } from "../env.ts";
import { enabledProviders, oauthProviders } from "./providers.ts";

let before: ReturnType<typeof env>;
beforeEach(() => (before = { ...env() }));
afterEach(() => Object.assign(env(), { ...unset, ...before }));

const unset = { AUTH_KAKAO_ID: undefined, AUTH_KAKAO_SECRET: undefined, AUTH_NAVER_ID: undefined };

test("a provider is offered once both its id and its secret are set", () => {
  expect(enabledProviders()).toEqual([]);
  Object.assign(env(), { AUTH_KAKAO_ID: "id", AUTH_NAVER_ID: "id" });
  expect(enabledProviders()).toEqual([]);
  Object.assign(env(), { AUTH_KAKAO_SECRET: "secret" });
  expect(enabledProviders()).toEqual(["kakao"]);
  expect(oauthProviders().map(({ id }) => id)).toEqual(["kakao"]);
});
