import { type WireFinishReason, readFinishReason } from "./finish-reason.ts";

type WireUsage = {
  prompt_tokens?: number;
  completion_tokens?: number;
  total_tokens?: number;
  prompt_tokens_details?: { cached_tokens: number };
  completion_tokens_details?: { reasoning_tokens: number };
};

/**
 * `isMessage`: the text is from a `message` and not from a `delta`. `others`: choices with another index than 0, the
 * only one requested. `isThinking`: it has thoughts in a separate field.
 */
export type ChatPart = {
  text: string;
  isMessage: boolean;
  others: { index: number; text: string; finishReason: WireFinishReason | null }[] | null;
  isThinking: boolean;
  finishReason: WireFinishReason | null;
  usage: WireUsage | null;
};

export type WireError = { message: string; type?: string | null; code?: string | null };

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Reads an object of an answer in any server's dialect.
 * @returns an `error` when the object reports one, and null when it may hold text that cannot be read
 */
export function readChatPart(value: unknown): ChatPart | { error: WireError } | null {
  if (!isObject(value)) return null;
  if (isError(value)) return { error: readError(value) };
  const { choices } = value;
  if (choices !== undefined && choices !== null && !Array.isArray(choices)) return null;
  const usage = readUsage(value.usage);
  if (!choices || choices.length === 0) return hasForeignText(value) ? null : { ...nothing, usage };

  let own: ChatPart | undefined;
  let others: ChatPart["others"] = null;
  for (const choice of choices) {
    const part = readChoice(choice);
    if (part === null) return null;
    const index = Number(choice.index ?? 0);
    if (index === 0) own = part;
    else (others ??= []).push({ index, text: part.text, finishReason: part.finishReason });
  }
  own ??= { ...nothing };
  own.others = others;
  own.usage = usage;
  return own;
}

const nothing: ChatPart = {
  text: "",
  isMessage: false,
  others: null,
  isThinking: false,
  finishReason: null,
  usage: null,
};

function readChoice(choice: unknown): ChatPart | null {
  if (!isObject(choice)) return null;
  const { delta, message } = choice;
  // Some servers send all text so far beside each delta.
  const isMessage =
    isObject(message) && (!isObject(delta) || (hasContent(message.content) && !hasContent(delta.content)));
  const said = isMessage ? message : (delta ?? {});
  if (!isObject(said)) return null;
  const content = readContent(said.content ?? choice.text);
  if (content === null) return null;
  const { text } = content;
  const isThinking = content.isThinking || thoughtFields.some((name) => hasContent(said[name]));
  if (text === "" && !isThinking && (hasForeignText(said, "content") || hasForeignText(choice, ...ownFields)))
    return null;
  // A refusal replaces the text, with the finish reason `stop`.
  const isRefusal = content.isRefusal || hasContent(said.refusal);
  const finishReason = isRefusal ? "content_filter" : readFinishReason(choice.finish_reason);
  return { text, isMessage, others: null, isThinking, finishReason, usage: null };
}

const ownFields = ["delta", "message"];

// DeepSeek, vLLM and DashScope; OpenRouter, vLLM ≥ 0.11 and Groq; Ollama's own.
const thoughtFields = ["reasoning_content", "reasoning", "reasoning_details", "thinking", "thoughts"];

const hasContent = (value: unknown) =>
  typeof value === "string" ? value !== "" : Array.isArray(value) ? value.length > 0 : isObject(value);

/**
 * Text fields of other protocols (Anthropic, Responses, Gemini, Cohere, TGI, Ollama's own, DashScope's own).
 */
const foreignFields = [
  "content",
  "delta",
  "message",
  "text",
  "response",
  "token",
  "output",
  "outputs",
  "output_text",
  "generated_text",
  "generation",
  "generations",
  "completion",
  "candidates",
  "parts",
  "item",
  "part",
  "result",
  "results",
  "answer",
  "data",
];

/**
 * Text in the fields of another protocol would be lost silently. A `message` that is a string is a status
 * ("ok").
 */
const hasForeignText = (value: Json, ...known: string[]) =>
  foreignFields.some(
    (name) =>
      hasContent(value[name]) &&
      !known.includes(name) &&
      !(name === "message" && typeof value[name] === "string"),
  );

type Content = { text: string; isThinking: boolean; isRefusal: boolean };

const isOtherPart = /image|audio|video|file|tool|function|reference|citation|annotation|source|search/i;

/** Parts of type `thinking` or `reasoning` are thoughts (Mistral). Null: neither text nor parts. */
function readContent(content: unknown): Content | null {
  const read: Content = { text: "", isThinking: false, isRefusal: false };
  if (content === undefined || content === null) return read;
  if (typeof content === "string") return { ...read, text: content };
  for (const part of Array.isArray(content) ? content : [content]) {
    if (!readPart(part, read)) return null;
  }
  return read;
}

function readPart(part: unknown, read: Content): boolean {
  if (typeof part === "string") {
    read.text += part;
    return true;
  }
  if (!isObject(part)) return false;
  const type = typeof part.type === "string" ? part.type : "";
  const text = isObject(part.text) ? part.text.value : part.text;
  if (/think|reason|thought/i.test(type)) read.isThinking = true;
  else if (type === "refusal") read.isRefusal = true;
  else if (typeof text === "string") read.text += text;
  else return isOtherPart.test(type);
  return true;
}

/** `{"error": …}` of OpenAI and Ollama, `{"object": "error"}` of older vLLM, `{"detail": …}` of FastAPI. */
const isError = (value: Json) =>
  isErrorValue(value.error) ||
  value.object === "error" ||
  (value.detail !== undefined && value.choices === undefined);

/** Some servers send an empty error with every chunk. */
const isErrorValue = (error: unknown) =>
  isObject(error) ? Object.keys(error).length > 0 : error !== undefined && Boolean(error);

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

/** Unknown names or invalid counts must not make the whole answer unreadable. */
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
