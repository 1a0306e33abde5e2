export type WireFinishReason = "stop" | "length" | "content_filter" | "tool_calls" | "error";

// Compared in lower case without separators. Besides OpenAI's words: Gemini (MAX_TOKENS, SAFETY), Cohere
// (ERROR_TOXIC), Anthropic and Bedrock gateways (max_tokens, guardrail_intervened, refusal), Zhipu
// (sensitive, network_error), SGLang and vLLM (abort).
const lengthReasons =
  /^(?:length|max(?:imum)?(?:output|completion|new)?tokens|maxlength|modellength|tokenlimit)$/;
const filterReasons =
  /^(?:content(?:filter(?:ed)?|flag)|safety|blocklist|prohibitedcontent|spii|recitation|sensitive|guardrail\w*|moderat\w+|refus\w+|errortoxic)$/;
const toolReasons = /^(?:tool\w*|function\w*|malformedfunctioncall)$/;
const errorReasons = /^(?:\w*error|failed|abort(?:ed)?|cancel(?:l?ed)?|timeout|insufficientsystemresource)$/;

/**
 * Servers have many words for a natural end (`eos`, `eos_token`, `end_turn`, …), so any reason that is not a
 * limit, a filter, a tool call or an error is `stop`. Null: empty.
 */
export function readFinishReason(reason: unknown): WireFinishReason | null {
  if (typeof reason !== "string") return null;
  const word = reason.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  if (word === "" || word === "null" || word === "none") return null;
  if (lengthReasons.test(word)) return "length";
  if (filterReasons.test(word)) return "content_filter";
  if (toolReasons.test(word)) return "tool_calls";
  return errorReasons.test(word) ? "error" : "stop";
}
