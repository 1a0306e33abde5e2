import { createParser } from "eventsource-parser";

import { type ChatPart, readChatPart } from "../wire/chat-part.ts";
import { textAtMost } from "../text-at-most.ts";

const maxBytes = 4_000_000;

/**
 * A `fetch` for answers that are not streamed. The AI SDK refuses answers that differ from OpenAI's shape, so
 * this one converts them: `content` becomes one string, the finish reason OpenAI's word, and thoughts,
 * unknown roles and other fields are removed. Any other response passes unchanged.
 */
export function wholeAnswerFetch(ask: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await ask(input, init);
    if (!response.ok) return response;
    const text = await textAtMost(response, maxBytes);
    const body = plainAnswer(text);
    const { status, headers } = response;
    const kept = new Headers(headers);
    for (const name of ["content-length", "content-encoding"]) kept.delete(name);
    if (body) kept.set("content-type", "application/json");
    return new Response(body ? JSON.stringify(body) : text, { status, headers: kept });
  };
}

type Json = Record<string, unknown>;

function plainAnswer(text: string): Json | null {
  const objects = objectsIn(text);
  const parts: ChatPart[] = [];
  for (const { choices, ...rest } of objects) {
    const part = readChatPart(
      Array.isArray(choices) ? { ...rest, choices: choices.map(withTextContent) } : rest,
    );
    if (!part || "error" in part) return null;
    parts.push(part);
  }
  const isAnswer = objects.some(({ choices }) => Array.isArray(choices) && choices.length > 0);
  if (!isAnswer) return null;
  const message = { role: "assistant", content: parts.map((part) => part.text).join("") };
  const reason = parts.findLast(({ finishReason }) => finishReason !== null)?.finishReason ?? null;
  const usage = parts.findLast((part) => part.usage !== null)?.usage ?? null;
  const model = typeof objects[0]!.model === "string" ? objects[0]!.model : null;
  return { model, choices: [{ index: 0, message, finish_reason: reason }], usage };
}

/** Some servers send the events of a stream although none was requested. */
function objectsIn(text: string): Json[] {
  const whole = parsed(text);
  if (whole !== undefined) return isObject(whole) ? [whole] : [];
  const objects: unknown[] = [];
  const parser = createParser({
    onEvent: ({ data }) => void (data.trim() !== "[DONE]" && objects.push(parsed(data))),
  });
  parser.feed(`${text}\n\n`);
  // An event that cannot be parsed may hold text, so the answer as a whole is unreadable.
  return objects.every(isObject) ? objects : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Some servers send the requested object itself in `content` and not as text. */
function withTextContent(choice: unknown): unknown {
  const message = isObject(choice) && isObject(choice.message) ? choice.message : null;
  const isAnswer = message && isObject(message.content) && !("text" in message.content);
  if (!isAnswer) return choice;
  return { ...(choice as Json), message: { ...message, content: JSON.stringify(message.content) } };
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
