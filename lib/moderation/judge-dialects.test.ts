import { afterEach, describe, expect, test } from "vitest";

import { RawModel, type RawRequest, dialect, jsonAnswer } from "../../test/raw-model.ts";
import { env } from "../env.ts";
import { askJudge } from "./ask-judge.ts";
import { fineTexts } from "./policy/control-items.ts";
import { judgeTexts } from "./judge-texts.ts";
import { builtInPolicy as policy } from "./policy/rules.ts";

const settings = { ...env() };
let model: RawModel | undefined;
afterEach(async () => {
  Object.assign(env(), settings);
  await model?.close();
  model = undefined;
});

const ordinary = "기구가 깨끗하고 조용해서 좋아요";
const threat = "환불 안 해 주면 사장 그 인간 죽여 버린다";

/** The item ids in a request: those of these texts, then that of the bad control item. */
function idsIn({ body }: RawRequest, texts: string[]): string[] {
  const messages = body.messages as { content: string }[];
  const items = [...messages.at(-1)!.content.matchAll(/id="([^"]+)">\n(.*)\n/g)];
  const own = texts.map((text) => items.find(([, , said]) => said!.startsWith(text))?.[1]);
  const others = items
    .filter(([, id, said]) => !own.includes(id) && !fineTexts.includes(said!))
    .map(([, id]) => id!);
  return [...own.filter((id) => id !== undefined), ...others];
}

/** Sends this answer to every call, with the ids of the call in it. */
async function judgeBy(answer: (request: RawRequest) => string, texts: string[]) {
  model = await RawModel.start((request) => {
    const [first = "", second = ""] = idsIn(request, texts);
    return answer(request).replaceAll("aaaaaaaaaaaa", first).replaceAll("bbbbbbbbbbbb", second);
  });
  Object.assign(env(), { OPENAI_BASE_URL: model.url });
  const mark = ` ${crypto.randomUUID()}`;
  const candidates = texts.map((text, at) => ({ id: String(at), text: text + mark }));
  const outcomes = await judgeTexts(candidates, { policy });
  return candidates.map(({ id }) => {
    const outcome = outcomes.get(id)!;
    return outcome.ok ? outcome.data.decision : outcome.error;
  });
}

describe("an answer in a server's dialect", () => {
  test.each(["judge-fenced", "judge-fencedProse", "judge-think", "judge-thinkNoOpen"])(
    "is read: %s",
    async (name) => {
      // The sample's second verdict is that of the control item.
      expect(await judgeBy(() => dialect(name), [ordinary])).toEqual(["APPROVE"]);
      expect(model!.requests).toHaveLength(1);
    },
  );
});

describe("a server that refuses the response format", () => {
  const answer = () => dialect("judge-fencedProse");
  const formatsAsked = () =>
    model!.requests.map(({ body }) => (body.response_format as { type?: string })?.type);
  const systemOf = ({ body }: RawRequest) => (body.messages as { content: string }[])[0]!.content;

  test.each([
    ["judge-noJsonSchema", ["json_schema", "json_object"], (type?: string) => type === "json_schema"],
    [
      "judge-noResponseFormat",
      ["json_schema", "json_object", undefined],
      (type?: string) => type !== undefined,
    ],
  ])("gets a simpler request, with the format described in words: %s", async (name, formats, isRefused) => {
    const refuse = ({ body }: RawRequest) =>
      isRefused((body.response_format as { type?: string })?.type) ? dialect(name) : answer();
    expect(await judgeBy(refuse, [ordinary])).toEqual(["APPROVE"]);
    expect(formatsAsked()).toEqual(formats);
    expect(systemOf(model!.requests.at(-1)!)).toContain('"alsoBroken"');
  });

  test("gets the simpler request in later calls", async () => {
    const refuse = ({ body }: RawRequest) =>
      body.response_format ? dialect("judge-noResponseFormat") : answer();
    await judgeBy(refuse, [ordinary]);
    const asked = model!.requests.length;
    const question = { hash: "any", text: ordinary, subjectIds: [] };
    await askJudge([question], { policy });
    expect(formatsAsked().slice(asked)).toEqual([undefined]);
  });
});

const approval = {
  id: "aaaaaaaaaaaa",
  evidence: [],
  rule: "none",
  alsoBroken: [],
  decision: "APPROVE",
  confidence: 0.97,
};
const rejection = {
  id: "bbbbbbbbbbbb",
  evidence: ["죽여 버린다"],
  rule: "threat",
  alsoBroken: [],
  decision: "REJECT",
  confidence: 0.97,
};
const verdicts = JSON.stringify({ verdicts: [approval, rejection] });
const completion = (message: object, more: object = {}) =>
  jsonAnswer({ choices: [{ message, ...more }], ...more });

const streamed = (choices: object[]) => {
  const events = choices.map((choice) => `data: ${JSON.stringify({ choices: [choice] })}\n\n`);
  return jsonAnswer(`${events.join("")}data: [DONE]\n\n`);
};

describe("text around an answer", () => {
  test.each<[string, string]>([
    ["content in parts", completion({ content: [{ type: "text", text: verdicts }] })],
    [
      "thoughts in a part beside it",
      completion({
        content: [
          { type: "thinking", thinking: [{ type: "text", text: "{}" }] },
          { type: "text", text: verdicts },
        ],
      }),
    ],
    [
      "thoughts in a field of their own",
      completion({ content: verdicts, reasoning_content: '{"verdicts":[]}' }),
    ],
    [
      "Harmony's channels in the text, as of gpt-oss behind a server that does not know them",
      completion({
        content: `<|channel|>analysis<|message|>Looks fine {so}<|end|><|start|>assistant<|channel|>final<|message|>${verdicts}`,
      }),
    ],
    ["content that is an object", completion({ content: JSON.parse(verdicts) as object })],
    [
      "a stream that nobody asked for",
      streamed([
        ...verdicts.match(/.{1,40}/gs)!.map((content) => ({ delta: { content } })),
        { finish_reason: "stop" },
      ]),
    ],
    [
      "an unknown role and odd tool calls",
      completion({ role: "model", content: verdicts, tool_calls: [{}] }),
    ],
    ["a finish reason of its own", completion({ content: verdicts }, { finish_reason: "eos_token" })],
    [
      "no finish reason, odd usage",
      completion({ content: verdicts }, { finish_reason: null, usage: { tokens: 3 } }),
    ],
    [
      "a BOM before the body",
      jsonAnswer(`\uFEFF${JSON.stringify({ choices: [{ message: { content: verdicts } }] })}`),
    ],
  ])("is ignored: %s", async (_, answer) => {
    expect(await judgeBy(() => answer, [ordinary])).toEqual(["APPROVE"]);
  });
});

test("retries a bad verdict alone and keeps the good ones", async () => {
  let calls = 0;
  const decisions = await judgeBy(
    (request) => {
      calls += 1;
      const [, , control = ""] = idsIn(request, [ordinary, threat]);
      const isAlone = control === "";
      const broken = { ...rejection, evidence: ["words that nobody wrote"] };
      const ofControl = { ...rejection, id: control };
      // In a call for one text, the second id is the control item's.
      const said = isAlone
        ? [
            { ...rejection, id: "aaaaaaaaaaaa" },
            { ...rejection, evidence: ["anything"] },
          ]
        : [approval, broken, ofControl];
      return completion({ content: JSON.stringify({ verdicts: said }) });
    },
    [ordinary, threat],
  );
  expect(decisions).toEqual(["APPROVE", "REJECT"]);
  expect(calls).toBe(2);
});

test("discards an answer that rejects the fine control item", async () => {
  model = await RawModel.start((request) => {
    const messages = request.body.messages as { content: string }[];
    const items = [...messages.at(-1)!.content.matchAll(/id="([^"]+)">\n(.*)\n/g)];
    const said = items.map(([, id, text]) => ({ ...rejection, id, evidence: [text!.slice(0, 5)] }));
    return completion({ content: JSON.stringify({ verdicts: said }) });
  });
  Object.assign(env(), { OPENAI_BASE_URL: model.url });
  const question = { hash: "any", text: ordinary, subjectIds: [] };
  expect(await askJudge([question], { policy })).toMatchObject({ ok: false, error: "DISTRUSTED" });
});

test("discards an answer without a verdict on the control item", async () => {
  model = await RawModel.start((request) => {
    const [id = ""] = idsIn(request, [ordinary]);
    return completion({ content: JSON.stringify({ verdicts: [{ ...approval, id }] }) });
  });
  Object.assign(env(), { OPENAI_BASE_URL: model.url });
  const question = { hash: "any", text: ordinary, subjectIds: [] };
  expect(await askJudge([question], { policy })).toMatchObject({ ok: false, error: "MODEL_GARBLED" });
});
