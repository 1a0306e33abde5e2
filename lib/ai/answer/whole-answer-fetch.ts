import { readChatPart } from "../wire/chat-part.ts";

/**
 * A `fetch` for answers that are not streamed. Servers differ in what they put around the text of an answer; the AI SDK
 * refuses what differs from OpenAI's shape. This one hands it OpenAI's shape: `content` as one string, of a list of parts
 * or an object; thoughts, unknown roles and anything else of the message left out, and its finish reason in OpenAI's words. What is no such answer passes as it is.
 */
export function wholeAnswerFetch(ask: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await ask(input, init);
    if (!response.ok) return response;
    const text = await response.text();
    const body = plainAnswer(text);
    const { status, headers } = response;
    const kept = new Headers(headers);
    for (const name of ["content-length", "content-encoding"]) kept.delete(name);
    if (body) kept.set("content-type", "application/json");
    return new Response(body ? JSON.stringify(body) : text, { status, headers: kept });
  };
}

type Json = Record<string, unknown>;

/** OpenAI's shape of an answer, with what `readChatPart` reads of it; null when it is none, or reports an error. */
function plainAnswer(text: string): Json | null {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(body) || !Array.isArray(body.choices)) return null;
  const part = readChatPart({ ...body, choices: body.choices.map(withTextContent) });
  if (!part || "error" in part) return null;
  const message = { role: "assistant", content: part.text };
  const choice = { index: 0, message, finish_reason: part.finishReason };
  const model = typeof body.model === "string" ? body.model : null;
  return { model, choices: [choice], usage: part.usage };
}

/** Some servers send the object that was asked for as it is, and not as text. */
function withTextContent(choice: unknown): unknown {
  const message = isObject(choice) && isObject(choice.message) ? choice.message : null;
  const isAnswer = message && isObject(message.content) && !("text" in message.content);
  if (!isAnswer) return choice;
  return { ...(choice as Json), message: { ...message, content: JSON.stringify(message.content) } };
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
