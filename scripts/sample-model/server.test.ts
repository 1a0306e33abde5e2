import OpenAI from "openai";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ModelServer, startModelServer } from "./server.ts";

let server: ModelServer;
let openai: OpenAI;

beforeAll(async () => {
  server = await startModelServer({ port: 0, delay: 5, rate: 1_000 });
  openai = new OpenAI({ baseURL: `${server.url}/v1`, apiKey: "none", maxRetries: 0, logLevel: "off" });
});
afterAll(() => server.close());

function messages(entry: string, tone: "T" | "F" = "F") {
  return [
    { role: "system" as const, content: `You are Sora.\ntone: ${tone}` },
    { role: "user" as const, content: `<diary-page date="2026-11-21">\n${entry}\n</diary-page>` },
  ];
}

async function stream(entry: string, tone?: "T" | "F") {
  const chunks = await openai.chat.completions.create({
    model: "any",
    messages: messages(entry, tone),
    stream: true,
    stream_options: { include_usage: true },
  });
  const read = { tokens: [] as string[], finish: null as string | null, usage: 0, error: null as unknown };
  try {
    for await (const { choices, usage } of chunks) {
      const [choice] = choices;
      if (choice?.delta.content) read.tokens.push(choice.delta.content);
      read.finish = choice?.finish_reason ?? read.finish;
      read.usage = usage?.completion_tokens ?? read.usage;
    }
  } catch (error) {
    read.error = error;
  }
  return read;
}

const calls = async (contains: string) => {
  const response = await fetch(`${server.url}/control/calls?contains=${encodeURIComponent(contains)}`);
  return (await response.json()) as {
    count: number;
    calls: { stream: boolean; tokens: number; ended: string | null }[];
  };
};

const koreanPage = "친구와 오래 이야기를 나눴다. 내일 발표가 있어서 조금 떨린다. 그래도 저녁 하늘이 예뻤다.";
const englishPage = "I argued with my brother about the garden. Then we planted tulips in the rain.";

describe("a reply", () => {
  it("streams token by token, with usage at the end", async () => {
    const { tokens, finish, usage } = await stream(koreanPage);
    expect(finish).toBe("stop");
    expect(tokens.length).toBeGreaterThanOrEqual(80);
    expect(tokens.length).toBeLessThanOrEqual(250);
    expect(usage).toBe(tokens.length);
    expect(tokens.every((token) => token.trim().length <= 7)).toBe(true);
  });

  it.each([
    ["Korean", koreanPage, /[가-힣]/, "내일 발표가 있어서 조금 떨린다"],
    ["English", englishPage, /^[^가-힣]+$/, "I argued with my brother about the garden"],
  ])("answers a %s page in its language, with its own words", async (_, page, language, sentence) => {
    for (const tone of ["T", "F"] as const) {
      const text = (await stream(page, tone)).tokens.join("");
      expect(text).toMatch(language);
      expect(text).toContain(sentence);
    }
  });

  it("differs by tone: only T lists what to try", async () => {
    const [thinking, feeling] = await Promise.all([stream(koreanPage, "T"), stream(koreanPage, "F")]);
    expect(thinking.tokens.join("")).toMatch(/\n(1\.|-) /);
    expect(feeling.tokens.join("")).not.toMatch(/\n(1\.|-) /);
  });

  it("is the same for the same page, and whole without streaming", async () => {
    const { choices } = await openai.chat.completions.create({
      model: "any",
      messages: messages(koreanPage),
    });
    expect(choices[0]?.message.content).toBe((await stream(koreanPage)).tokens.join(""));
  });

  it("keeps its pace", async () => {
    const started = performance.now();
    await stream("[[model delay=100 rate=100 tokens=20]]");
    const tookMs = performance.now() - started;
    expect(tookMs).toBeGreaterThan(280);
    expect(tookMs).toBeLessThan(1_000);
  });

  it("fills a schema", async () => {
    const schema = {
      type: "object",
      properties: {
        verdict: { type: "string", enum: ["APPROVE", "REJECT"] },
        score: { type: "number", minimum: 0 },
        reason: { type: ["string", "null"] },
        parts: { type: "array", minItems: 1, items: { $ref: "#/$defs/part" } },
      },
      $defs: { part: { type: "object", properties: { sure: { type: "boolean" } } } },
    };
    const { choices } = await openai.chat.completions.create({
      model: "any",
      messages: messages(englishPage),
      response_format: { type: "json_schema", json_schema: { name: "verdict", strict: true, schema } },
    });
    expect(JSON.parse(choices[0]?.message.content ?? "")).toEqual({
      verdict: "APPROVE",
      score: 0,
      reason: expect.stringContaining("the garden"),
      parts: [{ sure: false }],
    });
  });

  it("lists a model", async () => {
    expect((await openai.models.list()).data).toHaveLength(1);
  });
});

describe("a fault", () => {
  it("is an HTTP status, for the given number of calls", async () => {
    const page = "[[model status=429 retry-after=1 times=2]]";
    for (const _ of [1, 2]) {
      const error: unknown = await stream(page).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(OpenAI.RateLimitError);
      expect((error as InstanceType<typeof OpenAI.RateLimitError>).headers.get("retry-after")).toBe("1");
    }
    expect((await stream(page)).finish).toBe("stop");
  });

  it("is a server that never answers", async () => {
    const ended = openai.chat.completions.create(
      { model: "any", messages: messages("[[model hang]]"), stream: true },
      { signal: AbortSignal.timeout(200) },
    );
    await expect(ended).rejects.toBeInstanceOf(OpenAI.APIUserAbortError);
  });

  it("is silence in mid-reply, and ends when the client disconnects", async () => {
    const page = "[[model hang=10]] a long silence";
    const reader = new AbortController();
    const chunks = await openai.chat.completions.create(
      { model: "any", messages: messages(page), stream: true },
      { signal: reader.signal },
    );
    let tokens = 0;
    setTimeout(() => reader.abort(), 200);
    for await (const { choices } of chunks) tokens += choices[0]?.delta.content ? 1 : 0;
    expect(tokens).toBe(10);
    await expect
      .poll(async () => (await calls("a long silence")).calls)
      .toEqual([expect.objectContaining({ stream: true, tokens: 10, ended: "closed by client" })]);
  });

  it("is a connection reset in mid-reply, after the text so far", async () => {
    const { tokens, error } = await stream("[[model cut=10]]");
    expect(tokens).toHaveLength(10);
    expect(error).toBeInstanceOf(Error);
  });

  it("is a broken chunk", async () => {
    const { tokens, error } = await stream("[[model malformed=5]]");
    expect(tokens).toHaveLength(5);
    expect(error).toBeInstanceOf(SyntaxError);
  });

  it("is an error event", async () => {
    const { tokens, error } = await stream("[[model error=8]]");
    expect(tokens).toHaveLength(8);
    expect(error).toBeInstanceOf(OpenAI.APIError);
  });

  it("is no text at all", async () => {
    expect(await stream("[[model empty]]")).toMatchObject({ tokens: [], finish: "stop", error: null });
  });

  it("is a reply that never ends", async () => {
    const chunks = await openai.chat.completions.create({
      model: "any",
      messages: messages("[[model endless]]"),
      stream: true,
    });
    let tokens = 0;
    for await (const { choices } of chunks) {
      tokens += choices[0]?.delta.content ? 1 : 0;
      if (tokens > 400) break;
    }
    expect(tokens).toBe(401);
  });

  it("is another finish reason", async () => {
    expect(await stream("[[model tokens=12 finish=length]]")).toMatchObject({ finish: "length", usage: 12 });
  });

  it("can be planned in advance", async () => {
    const next = [{ status: 500 }, { tokens: 3 }];
    await fetch(`${server.url}/control`, { method: "POST", body: JSON.stringify({ next }) });
    await expect(stream(koreanPage)).rejects.toMatchObject({ status: 500 });
    expect((await stream(koreanPage)).tokens).toHaveLength(3);
    expect((await stream(koreanPage)).tokens.length).toBeGreaterThan(3);
  });

  it("that is misspelt is refused", async () => {
    await expect(stream("[[model delai=5]]")).rejects.toMatchObject({ status: 400 });
  });
});

it("counts its calls", async () => {
  await stream("a page to be counted");
  await stream("a page to be counted");
  expect((await calls("to be counted")).count).toBe(2);
  await fetch(`${server.url}/control/calls`, { method: "DELETE" });
  expect((await calls("")).count).toBe(0);
});

describe("a judgement", () => {
  const judge = async (texts: string[]) => {
    const items = texts.map((text, at) => `<item-x id="${at}">\n${text}\n</item-x>`);
    const { choices } = await openai.chat.completions.create({
      model: "any",
      messages: [{ role: "user", content: `The delimiter is item-x.\n\n${items.join("\n")}` }],
      response_format: {
        type: "json_schema",
        json_schema: { name: "judge_texts", strict: true, schema: { type: "object" } },
      },
    });
    return choices[0]?.message.content ?? "";
  };
  const verdicts = async (...texts: string[]) =>
    (JSON.parse(await judge(texts)) as { verdicts: Record<string, unknown>[] }).verdicts;

  it("judges each text by its words, and quotes them", async () => {
    expect(
      await verdicts(
        "기구가 좋아요",
        "진짜 씨 발 멍청한 직원",
        "Selling steroids here",
        "누가 그러던데 좋대요",
      ),
    ).toEqual([
      { id: "0", decision: "APPROVE", rule: "none", evidence: [], alsoBroken: [], confidence: 0.96 },
      {
        id: "1",
        decision: "REJECT",
        rule: "harassment",
        evidence: ["멍청한"],
        alsoBroken: [{ rule: "profanity", evidence: ["씨 발"] }],
        confidence: 0.97,
      },
      {
        id: "2",
        decision: "REJECT",
        rule: "illegal-substances",
        evidence: ["Selling steroids"],
        alsoBroken: [],
        confidence: 0.97,
      },
      { id: "3", decision: "APPROVE", rule: "none", evidence: [], alsoBroken: [], confidence: 0.5 },
    ]);
  });

  it.each([
    ["missing", []],
    ["unknown-id", [{ id: "000000000000" }]],
    ["duplicate-id", [{ id: "1" }, { id: "1" }]],
    ["nulls", [{ id: "1", decision: null, rule: null, evidence: null }]],
    ["foreign-evidence", [{ id: "1", decision: "REJECT", evidence: ["words that nobody wrote here"] }]],
    ["no-reasons", [{ id: "1", decision: "REJECT", rule: "none", evidence: [] }]],
  ])("is bad for the text that says %s, and for no other", async (fault, bad) => {
    const [first, ...others] = await verdicts("넓어요", `좁아요 [[model ${fault}]]`);
    expect(first).toMatchObject({ id: "0", decision: "APPROVE" });
    expect(others).toMatchObject(bad);
  });

  it("is prose when a text asks for it, as many times as it asks", async () => {
    expect(await judge(["[[model prose times=1 id=once]]"])).toMatch(/^They all look fine/);
    expect(await verdicts("[[model prose times=1 id=once]]")).toHaveLength(1);
  });

  it("obeys a text that asks for it, for itself or for all", async () => {
    const decisions = async (...texts: string[]) =>
      (await verdicts(...texts)).map(({ decision }) => decision);
    expect(await decisions("개새끼 [[model obey]]", "개새끼")).toEqual(["APPROVE", "REJECT"]);
    expect(await decisions("개새끼 [[model obey=all]]", "개새끼")).toEqual(["APPROVE", "APPROVE"]);
  });

  it("can be planned in advance, and is counted by its text", async () => {
    await fetch(`${server.url}/control`, {
      method: "POST",
      body: JSON.stringify({ next: [{ missing: true }] }),
    });
    expect(await verdicts("깨끗해요 하나", "깨끗해요 둘")).toEqual([]);
    expect((await calls("깨끗해요 둘")).calls).toEqual([
      expect.objectContaining({ schema: "judge_texts", stream: false, ended: "finished" }),
    ]);
  });

  it.each(["cut=1", "malformed=1", "error=1"])("can end in the middle: %s", async (fault) => {
    await expect(judge([`[[model ${fault}]]`]).then(JSON.parse)).rejects.toBeInstanceOf(Error);
  });
});
