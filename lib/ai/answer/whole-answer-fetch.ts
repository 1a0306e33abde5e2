/**
 * A `fetch` for answers that are not streamed. Servers differ in what they put around the text of an answer; the AI SDK
 * refuses what differs from OpenAI's shape. This one hands it OpenAI's shape: `content` as one string, of a list of parts
 * or an object; thoughts, unknown roles and anything else of the message left out. What is no such answer passes as it is.
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

function plainAnswer(text: string): Json | null {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return null;
  }
  const choice = isObject(body) && Array.isArray(body.choices) ? (body.choices[0] as unknown) : undefined;
  if (!isObject(body) || !isObject(choice) || !isObject(choice.message)) return null;
  const { content, refusal } = choice.message;
  const message = {
    role: "assistant",
    content: textOf(content),
    refusal: typeof refusal === "string" ? refusal : null,
  };
  const { finish_reason: reason } = choice;
  const { id, created, model, usage } = body;
  return {
    id: typeof id === "string" ? id : null,
    created: typeof created === "number" ? created : null,
    model: typeof model === "string" ? model : null,
    choices: [{ index: 0, message, finish_reason: typeof reason === "string" ? reason : null }],
    usage: isObject(usage) && typeof usage.prompt_tokens === "number" ? usage : null,
  };
}

/** Of parts only the text: a reasoning model may put its thoughts beside it. */
function textOf(content: unknown): string | null {
  if (typeof content === "string") return content;
  if (isObject(content)) return JSON.stringify(content);
  if (!Array.isArray(content)) return null;
  const isText = (part: unknown): part is { text: string } =>
    isObject(part) &&
    typeof part.text === "string" &&
    ["text", "output_text", undefined].includes(part.type as string);
  return content.map((part) => (typeof part === "string" ? part : isText(part) ? part.text : "")).join("");
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
