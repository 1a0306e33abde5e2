import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import {
  answerForEver,
  answerWell,
  refuse,
  refuseKey,
  startFakeOpenai,
} from "../../../e2e/support/fake-openai.ts";
import { captureLog } from "../../../test/captured-log.ts";
import { freePort } from "../../../scripts/ports.ts";
import { pool, prisma } from "../../db.ts";
import { env } from "../../env.ts";
import type { CallFailure, FailureCause } from "../failure-cause.ts";
import { checkModelsAtStart } from "./check-at-start.ts";
import { checkFailingModels } from "./check-models-job.ts";
import { countCallFailures } from "./failure-metrics.ts";
import { listOutages } from "./outage-data.ts";
import { onRecovery, recordAnsweredCall, recordFailedCall, writeCallRecords } from "./record-call.ts";

let fake: Awaited<ReturnType<typeof startFakeOpenai>>;
const settings = { ...env() };
let logged: ReturnType<typeof captureLog>;

beforeAll(async () => {
  fake = await startFakeOpenai();
});
afterAll(() => fake.close());
beforeEach(async () => {
  await writeCallRecords();
  await prisma.modelOutage.deleteMany();
  await prisma.modelCallFailure.deleteMany();
  Object.assign(env(), settings, {
    OPENAI_BASE_URL: fake.url,
    OPENAI_API_KEY: "sk-secret",
    OPENAI_REPLY_MODEL: "writer",
    OPENAI_MODERATION_MODEL: "judge",
    SORA_SAMPLE_MODEL: false,
    SORA_BUILT_IN_JUDGE: false,
    MODERATION_BASE_URL: undefined,
    MODERATION_API_KEY: undefined,
  });
  fake.calls.length = 0;
  fake.answer = answerWell;
  logged = captureLog();
});
afterEach(() => void Object.assign(env(), settings));

const failure = (cause: FailureCause, status: number | null = null): CallFailure => ({
  cause,
  status,
  code: null,
});
const host = () => new URL(fake.url).host;
const whole = () => ({ edges: [new Date(Date.now() - 3600_000)], until: new Date(Date.now() + 60_000) });
const outages = async () =>
  (await listOutages()).map(({ purpose, cause, status }) => ({ purpose, cause, status }));
const nobody = { isAnybody: async () => false, notify: async () => {} };

const letPass = (seconds: number) =>
  prisma.$executeRaw`UPDATE model_outage SET since = since - ${seconds} * interval '1 second',
                            last_failed_at = last_failed_at - ${seconds} * interval '1 second'`;

describe("a failed call", () => {
  test("is one log record, with codes and without text", async () => {
    recordFailedCall("REPLY", { cause: "KEY_REFUSED", status: 401, code: "invalid_api_key" }, 212.4);
    recordFailedCall("MODERATION", failure("TIMEOUT"), 15_000);
    expect(logged.lines).toEqual([
      `model call failed: purpose=REPLY model=writer host=${host()} status=401 code=invalid_api_key cause=KEY_REFUSED ms=212`,
      `model call failed: purpose=MODERATION model=judge host=${host()} cause=TIMEOUT ms=15000`,
    ]);
  });

  test("is logged without the password in the address", () => {
    Object.assign(env(), { OPENAI_BASE_URL: "https://name:hunter2@models.test/tenant-7/v1" });
    recordFailedCall("REPLY", failure("SERVER_ERROR", 500), 1);
    expect(logged.lines[0]).toContain("host=models.test ");
    expect(logged.lines[0]).not.toMatch(/hunter2|tenant/);
  });

  test("is counted by purpose and cause", async () => {
    for (const cause of ["TIMEOUT", "TIMEOUT", "CUT"] as const) recordFailedCall("REPLY", failure(cause), 1);
    recordFailedCall("SUMMARY", failure("CUT"), 1);
    await writeCallRecords();
    const counts = await countCallFailures(whole());
    expect(counts.map(({ purpose, cause, count }) => `${purpose} ${cause} ${count}`).toSorted()).toEqual([
      "REPLY CUT 1",
      "REPLY TIMEOUT 2",
      "SUMMARY CUT 1",
    ]);
  });

  test("is not lost while the database is away", async () => {
    vi.spyOn(pool, "query").mockImplementationOnce(() => Promise.reject(new Error("away")));
    recordFailedCall("REPLY", failure("CUT"), 1);
    await writeCallRecords();
    expect(await countCallFailures(whole())).toEqual([]);
    await writeCallRecords();
    expect(await countCallFailures(whole())).toMatchObject([{ cause: "CUT", count: 1 }]);
  });
});

describe("an outage", () => {
  test("begins with one failure when the cause needs repair, and ends with the next answer", async () => {
    recordFailedCall("REPLY", failure("KEY_REFUSED", 401), 1);
    await writeCallRecords();
    const [outage] = await listOutages();
    expect(outage).toMatchObject({ purpose: "REPLY", model: "writer", host: host(), cause: "KEY_REFUSED" });
    expect(Math.abs(Date.now() - outage!.since.getTime())).toBeLessThan(5000);

    await letPass(60);
    recordFailedCall("REPLY", failure("NO_QUOTA", 429), 1);
    await writeCallRecords();
    const [later] = await listOutages();
    expect(later).toMatchObject({ cause: "NO_QUOTA", status: 429 });
    expect(outage!.since.getTime() - later!.since.getTime()).toBe(60_000);

    recordAnsweredCall("REPLY", 0);
    await writeCallRecords();
    expect(await outages()).toEqual([]);
  });

  test("needs three consecutive failures when the cause may pass", async () => {
    const fail = async () => {
      recordFailedCall("MODERATION", failure("SERVER_ERROR", 503), 1);
      await writeCallRecords();
    };
    await fail();
    await fail();
    recordAnsweredCall("MODERATION", 0);
    await writeCallRecords();
    await fail();
    await fail();
    expect(await outages()).toEqual([]);
    await fail();
    expect(await outages()).toEqual([{ purpose: "MODERATION", cause: "SERVER_ERROR", status: 503 }]);
  });

  test("does not end with an answer that was begun before the failure", async () => {
    recordFailedCall("REPLY", failure("KEY_REFUSED", 401), 1);
    await writeCallRecords();
    recordAnsweredCall("REPLY", 30_000);
    await writeCallRecords();
    expect(await outages()).toHaveLength(1);
  });

  test("is separate for each purpose, and does not begin with a filtered text", async () => {
    recordFailedCall("REPLY", failure("KEY_REFUSED", 401), 1);
    recordFailedCall("SUMMARY", failure("CONTENT_FILTERED", 400), 1);
    recordAnsweredCall("MODERATION", 0);
    await writeCallRecords();
    expect(await outages()).toEqual([{ purpose: "REPLY", cause: "KEY_REFUSED", status: 401 }]);
    expect(await prisma.modelOutage.count()).toBe(1);
  });

  test("is checked when no call has updated it for a while, until it ends", async () => {
    fake.answer = refuseKey;
    recordFailedCall("REPLY", failure("KEY_REFUSED", 401), 1);
    await writeCallRecords();
    await checkFailingModels(nobody);
    expect(fake.calls).toHaveLength(0);

    await letPass(60);
    await checkFailingModels(nobody);
    expect(fake.calls).toHaveLength(1);
    expect(await outages()).toHaveLength(1);

    // Hours later less often, but at least every five minutes.
    await letPass(24 * 3600);
    recordFailedCall("REPLY", failure("KEY_REFUSED", 401), 1);
    await writeCallRecords();
    await letPass(200);
    await checkFailingModels(nobody);
    expect(fake.calls).toHaveLength(1);
    await letPass(200);

    fake.answer = answerWell;
    const recovered: string[] = [];
    onRecovery(async (purpose) => void recovered.push(purpose));
    await checkFailingModels(nobody);
    expect(await outages()).toEqual([]);
    expect(recovered).toEqual(["REPLY"]);
  });
});

describe("at the start", () => {
  const lines = async () => {
    await checkModelsAtStart();
    return logged.lines.filter((line) => !line.startsWith("model works again"));
  };

  test("each model is asked once, with its own key, and its time is printed", async () => {
    Object.assign(env(), { OPENAI_MODERATION_MODEL: "writer" });
    expect(await lines()).toEqual([
      expect.stringMatching(
        /^The model writer at 127\.0\.0\.1:\d+ \(replies, review checks, summaries\) answers, in \d+ ms\.$/,
      ),
    ]);
    expect(fake.calls).toMatchObject([{ url: "/v1/chat/completions", authorization: "Bearer sk-secret" }]);
    expect(logged.records.filter(({ level }) => level !== "info")).toEqual([]);
  });

  test("does not wait for a server that never ends its answer", async () => {
    fake.answer = answerForEver;
    expect((await lines())[0]).toMatch(/answers, in \d+ ms/);
  });

  test.each([
    [
      "a wrong key",
      refuseKey,
      /writer .* refuses the key \(401 invalid_api_key\)\. Correct OPENAI_API_KEY and restart/,
    ],
    [
      "a wrong model",
      refuse(404, { error: { message: "The model `writer` does not exist", code: "model_not_found" } }),
      /writer .* is not known there \(404 model_not_found\)\. Correct OPENAI_REPLY_MODEL and restart/,
    ],
    [
      "a wrong path",
      refuse(404, "404 page not found"),
      /is not at this address \(404\)\. Correct OPENAI_BASE_URL and restart/,
    ],
    [
      "the address of a web page",
      refuse(200, "<!doctype html><p>Hello", "text/html"),
      /is not at this address \(200\)\. Correct OPENAI_BASE_URL and restart/,
    ],
    [
      "no money",
      refuse(429, { error: { message: "no", type: "insufficient_quota", code: "insufficient_quota" } }),
      /has no quota or credit left \(429 insufficient_quota\)\. See the account/,
    ],
    ["a server that is down", refuse(503), /has an error \(503\)\. Sora asks again/],
    ["something else that speaks JSON", refuse(200, { ok: true }), /sent no chat completion \(200\)/],
    [
      "an error within the stream",
      refuse(
        200,
        `data: {"error":{"message":"sk-secret","code":"invalid_api_key"}}\n\n`,
        "text/event-stream",
      ),
      /refuses the key \(200 invalid_api_key\)/,
    ],
  ])("%s is one line", async (_, answer, words) => {
    fake.answer = answer;
    const said = await lines();
    expect(said).toHaveLength(2); // the reply model and the judge
    expect(said[0]).toMatch(words);
    expect(said.join()).not.toContain("sk-secret");
  });

  test("an address without a listener is one record, and an outage at once", async () => {
    Object.assign(env(), { OPENAI_BASE_URL: `http://127.0.0.1:${await freePort()}/v1` });
    expect((await lines())[0]).toMatch(
      /is not at this address \(ECONNREFUSED\)\. Correct OPENAI_BASE_URL and restart/,
    );
    expect((await outages()).map(({ purpose }) => purpose).toSorted()).toEqual([
      "MODERATION",
      "REPLY",
      "SUMMARY",
    ]);
    // Two calls: judging and summaries share a model.
    expect(await countCallFailures(whole())).toHaveLength(2);
  });

  test("names a missing key as missing", async () => {
    fake.answer = refuseKey;
    Object.assign(env(), { OPENAI_API_KEY: "none" });
    expect((await lines())[0]).toMatch(
      /wants a key \(401 invalid_api_key\)\. Correct OPENAI_API_KEY and restart/,
    );
  });

  test("also checks the judge's separate server, and names its settings", async () => {
    const judge = await startFakeOpenai();
    judge.answer = refuseKey;
    Object.assign(env(), { MODERATION_BASE_URL: judge.url, MODERATION_API_KEY: "other" });
    expect(await lines()).toEqual([
      expect.stringMatching(/^The model writer .*\(replies, summaries\) answers/),
      expect.stringMatching(
        /^The model judge .*\(review checks\) refuses .* Correct MODERATION_API_KEY and restart/,
      ),
    ]);
    expect(judge.calls).toMatchObject([{ authorization: "Bearer other" }]);
    await judge.close();
  });

  test("does not check the sample model", async () => {
    Object.assign(env(), { SORA_SAMPLE_MODEL: true, SORA_BUILT_IN_JUDGE: true });
    expect(await lines()).toEqual([]);
    expect(fake.calls).toEqual([]);
  });

  test("after a repair the model's answer ends the outage", async () => {
    recordFailedCall("REPLY", failure("KEY_REFUSED", 401), 1);
    await writeCallRecords();
    await lines();
    expect(await outages()).toEqual([]);
  });
});
