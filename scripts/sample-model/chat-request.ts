import { type Behaviour, type Directive, findDirectives } from "./behaviour.ts";
import { fillSchema } from "./fill-schema.ts";
import { composeReply, findEntry, findTone } from "./sample-reply.ts";
import { type Obedience, structuredAnswer } from "./structured.ts";
import { splitIntoTokens } from "./tokens.ts";

type ChatRequest = {
  model: string;
  messages: { role: string; content: string | { type: string; text?: string }[] }[];
  stream?: boolean;
  stream_options?: { include_usage?: boolean } | null;
  response_format?: {
    type: string;
    json_schema?: { name?: string; schema?: Parameters<typeof fillSchema>[0] };
  };
};

export type ChatCall = {
  request: ChatRequest;
  text: string;
  lastUserMessage: string;
  directives: Directive[];
};

function textOf({ content }: ChatRequest["messages"][number]): string {
  return typeof content === "string" ? content : content.map((part) => part.text ?? "").join("\n");
}

export function readChatCall(body: string): ChatCall | null {
  let request: ChatRequest;
  try {
    request = JSON.parse(body) as ChatRequest;
  } catch {
    return null;
  }
  if (typeof request?.model !== "string" || !Array.isArray(request.messages) || !request.messages.length)
    return null;

  const lastUser = request.messages.findLast(({ role }) => role === "user");
  const lastUserMessage = lastUser ? textOf(lastUser) : "";
  const text = request.messages.map(textOf).join("\n");
  return { request, text, lastUserMessage, directives: findDirectives(lastUserMessage) };
}

export type Manner = {
  /** The behaviour for a part of the message: from its directive, or planned in advance. */
  behaviourOf: (part: string) => Partial<Behaviour>;
  obeys: Obedience;
};

/** The text after this marker in an entry is the reply, verbatim. */
const givenReply = "[[reply]]";

export function answerOf({ request, lastUserMessage }: ChatCall, manner: Manner): string[] {
  const { name = "", schema } = request.response_format?.json_schema ?? {};
  const instructions = request.messages
    .filter(({ role }) => role === "system" || role === "developer")
    .map(textOf)
    .join("\n");
  const object = structuredAnswer(name, { instructions, prompt: lastUserMessage, ...manner });
  if (object !== null) return splitIntoTokens(object);

  const entry = findEntry(lastUserMessage);
  const reply = entry.split(givenReply)[1]?.trim() ?? composeReply({ entry, tone: findTone(instructions) });
  return splitIntoTokens(schema ? JSON.stringify(fillSchema(schema, reply)) : reply);
}

export function refusedPart({ request }: ChatCall, refuse = ""): string | undefined {
  const has = (name: string) =>
    name in request ||
    request.response_format?.type === name ||
    request.messages.some(({ role }) => role === name);
  return refuse.split(",").find((name) => name !== "" && has(name));
}

export function usageOf({ text }: ChatCall, completionTokens: number, cachedTokens?: number) {
  const promptTokens = Math.ceil(text.length / 3);
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
    ...(cachedTokens !== undefined && { prompt_tokens_details: { cached_tokens: cachedTokens } }),
  };
}
