export type Refusal =
  | "max_tokens" // sent as max_completion_tokens instead
  | "max_completion_tokens" // sent as max_tokens instead; with both refused, neither
  | "developer" // the role: sent as system
  | "system" // the role: sent at the head of the user's message
  | "json_schema" // sent as json_object, with the schema in words
  | "response_format" // nothing is sent but the words
  | `${string}_field`; // any other optional field: removed

type Message = { role: string; content: unknown };
type Body = {
  model: string;
  messages: Message[];
  response_format?: { type: string; json_schema?: { schema?: unknown } };
  [field: string]: unknown;
};

const essential = new Set(["model", "messages", "stream"]);

/**
 * Finds the refused parameter in an error answer by its name: the words around it differ between servers.
 * @returns null when the error names nothing that can be removed
 */
export function readRefusal(error: string, body: Body): Refusal | null {
  const names = (word: string) => new RegExp(`(?<![\\w-])${word}(?![\\w-])`, "i").test(error);
  const limit = (["max_tokens", "max_completion_tokens"] as const).find((name) => name in body);
  // "'max_tokens' is not supported. Use 'max_completion_tokens'" names both. The one that was sent is
  // refused. A limit that is too large for the model is also named, and also removed.
  if (limit && names(limit)) return limit;

  if (body.response_format && /response[_ ]?format|json[_ ]?schema|structured output|guided/i.test(error)) {
    return body.response_format.type === "json_schema" ? "json_schema" : "response_format";
  }
  const hasRole = (role: string) => body.messages.some((message) => message.role === role);
  if (hasRole("developer") && (names("developer") || /\brole/i.test(error))) return "developer";
  if (hasRole("system") && /\brole|['"`]system['"`]|system (?:message|prompt|instruction)/i.test(error))
    return "system";

  const field = Object.keys(body).find((name) => !essential.has(name) && names(name));
  return field ? `${field}_field` : null;
}

export function adaptRequest(body: Body, refusals: ReadonlySet<Refusal>): Body {
  const adapted = { ...body };
  for (const refusal of refusals) {
    if (refusal.endsWith("_field")) delete adapted[refusal.slice(0, -"_field".length)];
  }
  adaptLimit(adapted, refusals);
  adaptFormat(adapted, refusals);
  if (refusals.has("developer")) adapted.messages = withRole(adapted.messages, "developer", "system");
  if (refusals.has("system")) adapted.messages = withoutSystem(adapted.messages);
  return adapted;
}

function adaptLimit(body: Body, refusals: ReadonlySet<Refusal>): void {
  const limit = body.max_completion_tokens ?? body.max_tokens;
  if (limit === undefined) return;
  const isRefused = (name: "max_tokens" | "max_completion_tokens") => refusals.has(name);
  const sent = "max_completion_tokens" in body ? "max_completion_tokens" : "max_tokens";
  if (!isRefused(sent)) return;
  delete body[sent];
  const other = sent === "max_tokens" ? "max_completion_tokens" : "max_tokens";
  if (!isRefused(other)) body[other] = limit;
}

function adaptFormat(body: Body, refusals: ReadonlySet<Refusal>): void {
  const format = body.response_format;
  if (!format || !(refusals.has("json_schema") || refusals.has("response_format"))) return;
  if (refusals.has("response_format")) delete body.response_format;
  else body.response_format = { type: "json_object" };
  const schema = format.json_schema?.schema;
  const words = schema
    ? `Answer with one JSON object and nothing else: no code fence, no words around it. It follows this JSON Schema:\n${JSON.stringify(schema)}`
    : "Answer with one JSON object and nothing else.";
  body.messages = withInstruction(body.messages, words);
}

function withInstruction(messages: Message[], words: string): Message[] {
  const at = messages.findIndex(({ role }) => role === "system" || role === "developer");
  if (at < 0) return [{ role: "system", content: words }, ...messages];
  return messages.with(at, { ...messages[at]!, content: `${textOf(messages[at]!)}\n\n${words}` });
}

const withRole = (messages: Message[], from: string, to: string) =>
  messages.map((message) => (message.role === from ? { ...message, role: to } : message));

function withoutSystem(messages: Message[]): Message[] {
  const isSystem = ({ role }: Message) => role === "system" || role === "developer";
  const head = messages.filter(isSystem).map(textOf).join("\n\n");
  const others = messages.filter((message) => !isSystem(message));
  const at = others.findIndex(({ role }) => role === "user");
  if (head === "" || at < 0) return others;
  return others.with(at, { role: "user", content: `${head}\n\n${textOf(others[at]!)}` });
}

function textOf({ content }: Message): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content
    .map((part: { text?: unknown }) => (typeof part.text === "string" ? part.text : ""))
    .join("\n");
}
