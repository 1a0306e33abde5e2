import { type WireFinishReason, readFinishReason } from "./finish-reason.ts";

/** Token counts in the field names of OpenAI's chat completions: what the SDK's schema accepts. */
type WireUsage = {
  prompt_tokens?: number;
  completion_tokens?: number;
  total_tokens?: number;
  prompt_tokens_details?: { cached_tokens: number };
  completion_tokens_details?: { reasoning_tokens: number };
};

/** What one object of an answer says: a chunk of a stream, or a whole answer. */
export type ChatPart = {
  text: string;
  /** The text is that of a `message`: all of the answer, where other chunks had deltas. */
  isMessage: boolean;
  /** It carries the model's thoughts, in a field of their own. */
  isThinking: boolean;
  finishReason: WireFinishReason | null;
  usage: WireUsage | null;
};

/** An error as the SDK's schema accepts it. */
export type WireError = { message: string; type?: string | null; code?: string | null };

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Reads an object of an answer, whichever server wrote it.
 * @returns an `error` when the object reports one, and null when it may hold text that cannot be read
 */
export function readChatPart(value: unknown): ChatPart | { error: WireError } | null {
  if (!isObject(value)) return null;
  if (isError(value)) return { error: readError(value) };
  const choice = firstChoice(value.choices);
  const usage = readUsage(value.usage);
  if (!choice) return hasForeignText(value) ? null : { ...nothing, usage };

  const message = choice.delta ?? choice.message ?? {};
  if (!isObject(message)) return null;
  const content = readContent(message.content ?? choice.text);
  if (content === null) return null;
  const isThinking = content.isThinking || thoughtFields.some((name) => hasContent(message[name]));
  // A refusal comes in place of the text, with the finish reason `stop`.
  const isRefusal = hasContent(message.refusal);
  const finishReason = isRefusal ? "content_filter" : readFinishReason(choice.finish_reason);
  const isMessage = !isObject(choice.delta) && isObject(choice.message);
  return { text: content.text, isMessage, isThinking, finishReason, usage };
}

const nothing = { text: "", isMessage: false, isThinking: false, finishReason: null };

// DeepSeek, vLLM and DashScope; OpenRouter, vLLM ≥ 0.11 and Groq; Ollama's own.
const thoughtFields = ["reasoning_content", "reasoning", "reasoning_details", "thinking", "thoughts"];

const hasContent = (value: unknown) =>
  typeof value === "string" ? value !== "" : Array.isArray(value) ? value.length > 0 : isObject(value);

/** Text in the fields of another protocol (Anthropic, TGI, Ollama's own) would be lost without a word. */
const hasForeignText = ({ choices, delta, content, response, token, message }: Json) =>
  choices === undefined && ([delta, content, response, token].some(hasContent) || isObject(message));

/** Only the first choice is asked for; some servers send none in their first or last chunk. */
function firstChoice(choices: unknown): Json | undefined {
  if (!Array.isArray(choices)) return undefined;
  return choices.find((choice) => isObject(choice) && (choice.index ?? 0) === 0);
}

/** A text, or parts of which those of type `thinking` or `reasoning` are thoughts (Mistral). Null: neither. */
function readContent(content: unknown): { text: string; isThinking: boolean } | null {
  if (content === undefined || content === null) return { text: "", isThinking: false };
  if (typeof content === "string") return { text: content, isThinking: false };
  const parts = Array.isArray(content) ? content : [content];
  let text = "";
  let isThinking = false;
  for (const part of parts) {
    if (typeof part === "string") text += part;
    else if (!isObject(part)) return null;
    else if (/think|reason|thought/i.test(String(part.type ?? ""))) isThinking = true;
    else if (typeof part.text === "string") text += part.text;
    else if (part.type === "text" || part.type === undefined) return null;
  }
  return { text, isThinking };
}

/** `{"error": …}` of OpenAI and Ollama, `{"object": "error"}` of older vLLM, `{"detail": …}` of FastAPI. */
const isError = (value: Json) =>
  (value.error !== undefined && value.error !== null && value.error !== false) ||
  value.object === "error" ||
  (value.detail !== undefined && value.choices === undefined);

function readError({ error, message, detail }: Json): WireError {
  const inner = isObject(error) ? error : { message: error };
  const text = [inner.message, message, detail].find((one) => typeof one === "string" && one !== "");
  const word = (value: unknown) =>
    typeof value === "string" || typeof value === "number" ? String(value) : null;
  return {
    message: typeof text === "string" ? text : "unknown",
    type: word(inner.type),
    code: word(inner.code),
  };
}

const count = (value: unknown) =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined;

/** Counts that the server calls otherwise, or that are no counts, must not make the whole answer unreadable. */
function readUsage(usage: unknown): WireUsage | null {
  if (!isObject(usage)) return null;
  const promptTokens = count(usage.prompt_tokens ?? usage.input_tokens);
  const completionTokens = count(usage.completion_tokens ?? usage.output_tokens);
  if (promptTokens === undefined && completionTokens === undefined) return null;
  const total = count(usage.total_tokens);
  const cached = isObject(usage.prompt_tokens_details) && count(usage.prompt_tokens_details.cached_tokens);
  const reasoning =
    isObject(usage.completion_tokens_details) && count(usage.completion_tokens_details.reasoning_tokens);
  return {
    ...(promptTokens !== undefined && { prompt_tokens: promptTokens }),
    ...(completionTokens !== undefined && { completion_tokens: completionTokens }),
    ...(total !== undefined && { total_tokens: total }),
    ...(typeof cached === "number" && { prompt_tokens_details: { cached_tokens: cached } }),
    ...(typeof reasoning === "number" && { completion_tokens_details: { reasoning_tokens: reasoning } }),
  };
}
