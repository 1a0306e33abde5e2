import { createAnthropic } from "@ai-sdk/anthropic";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";

import { type AnthropicServer, startAnthropicServer } from "../../test/anthropic-server.ts";
import { recordedNames, replay } from "../../test/dialects/recorded.ts";
import { newMember } from "../../test/new-member.ts";
import { replyModel } from "../ai/models.ts";
import { forgetServerTraits } from "../ai/wire/server-traits.ts";
import { env } from "../env.ts";
import { jobQueue } from "../jobs/queue.ts";
import { saveEntry } from "./entry-data.ts";
import { listReplies } from "./reply-data.ts";
import { requestReply } from "./request-reply.ts";
import { workWatchReplyJobs } from "./watch-reply-job.ts";

vi.mock("../ai/models.ts", { spy: true });

const date = "2026-11-21";
const settings = { ...env() };
beforeAll(async () => workWatchReplyJobs(await jobQueue()));
afterAll(async () => (await jobQueue()).stop());

const servers: { close(): Promise<void> }[] = [];
afterEach(async () => {
  Object.assign(env(), settings);
  forgetServerTraits();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function answered(body: string) {
  const authorId = await newMember();
  await saveEntry({ authorId, date, body });
  const asked = await requestReply({ authorId, date, tone: "F", timeZone: "Asia/Seoul" });
  if (!asked.ok || !asked.data.stream) throw new Error("no reply");
  const shown = await new Response(asked.data.stream).text();
  await asked.data.written;
  const [reply] = await listReplies({ authorId, date });
  return { shown, reply: reply! };
}

const whole =
  "오늘도 참 애썼어요. 그 마음이 어디서 왔는지 같이 들여다볼까요? 🐚 작은 일 하나부터 다시 시작해도 괜찮아요. 천천히 가요.";

test.each(recordedNames("reply"))("%s is answered as its server meant it", async (name) => {
  const isRefusal = /reply-(?:no(?:MaxTokens|StreamOptions|Developer)|redirect)/.test(name);
  const server = await replay(isRefusal ? [name, "reply-finishEos"] : [name], { cutBytes: 41 });
  servers.push(server);
  Object.assign(env(), { OPENAI_BASE_URL: server.url });
  const { reply, shown } = await answered("오늘은 힘들었다.");
  expect(shown).not.toContain("PRIVATE-NOTE");
  expect(reply).toMatchObject(
    name === "reply-reasoningOnly"
      ? { status: "FAILED", failure: "MODEL_ONLY_THOUGHT", text: "" }
      : { status: "DONE", failure: null, text: whole, isCut: name === "reply-lengthEnd" },
  );
});

test("another provider of the AI SDK writes the reply after a change of one line of models.ts", async () => {
  const pieces = ["오늘도 ", "참 애썼", "어요. 🐚"];
  const server: AnthropicServer = await startAnthropicServer([
    { type: "thinking", pieces: ["PRIVATE-NOTE"] },
    { type: "text", pieces },
  ]);
  servers.push(server);
  vi.mocked(replyModel).mockImplementation(
    () =>
      // The provider's model has the same type as OpenAI's: the SDK's own.
      createAnthropic({ baseURL: server.url, apiKey: "key" })("claude-haiku-4-5") as never,
  );
  const { reply, shown } = await answered("오늘은 힘들었다.");
  expect(shown).not.toContain("PRIVATE-NOTE");
  expect(shown).toContain("data-thinking");
  expect(reply).toMatchObject({ status: "DONE", text: pieces.join(""), failure: null });
});
