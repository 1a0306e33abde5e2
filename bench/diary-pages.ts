// The pages of the streams, the model's request for each, and the expected reply.
import { answerOf, readChatCall } from "../scripts/sample-model/chat-request.ts";
import { replyInstructions, replyPrompt } from "../lib/diary/prompt.ts";
import type { Tone } from "../lib/diary/schema.ts";

export const pageDate = "2026-11-21";
export const nameOf = (member: number) => `벤치 ${member}`;
export const toneOf = (member: number): Tone => (member % 2 ? "F" : "T");

const days = [
  "아침부터 비가 왔다. 지하철에서 우산을 잃어버려서 회사까지 뛰었다. 그래도 팀장이 발표를 칭찬해 줘서 기분이 풀렸다.",
  "오랜만에 엄마와 통화했다. 별말은 안 했는데 끊고 나니 마음이 이상하게 허전했다. 다음 주말에는 집에 내려가야겠다.",
  "헬스장에 등록한 지 한 달이 됐다. 스쿼트 무게가 조금 늘었는데 무릎이 살짝 아프다. 쉬어야 할지 계속해야 할지 모르겠다.",
  "친구와 약속이 또 미뤄졌다. 괜찮다고 답했지만 사실은 서운했다. 내가 너무 기대한 걸까.",
];

/** Unique for each member, so that a mixed-up stream is detected. */
export function pageOf(member: number, tokens: number): string {
  const day = days[member % days.length]!;
  return `${day} 오늘은 ${member + 1}번째 기록이다. [[model tokens=${tokens}]]`;
}

/** The request that Sora sends to the model. The other subjects forward the same one. */
export function modelRequestOf(member: number, tokens: number): string {
  const body = pageOf(member, tokens);
  const instructions = replyInstructions({ tone: toneOf(member), name: nameOf(member), body });
  return JSON.stringify({
    model: "gpt-5-mini",
    messages: [
      { role: "developer", content: instructions },
      { role: "user", content: replyPrompt({ date: pageDate, body }) },
    ],
    max_completion_tokens: 4000,
    stream: true,
    stream_options: { include_usage: true },
  });
}

export function replyOf(member: number, tokens: number): string {
  const asPlain = { behaviourOf: () => ({}), obeys: () => null };
  const said = answerOf(readChatCall(modelRequestOf(member, tokens))!, asPlain);
  return Array.from({ length: tokens }, (_, i) => said[i % said.length]).join("");
}
