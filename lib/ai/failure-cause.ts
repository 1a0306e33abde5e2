import { APICallError } from "ai";

import { errorCauses } from "../errors/error-causes.ts";
import { ModelTimeoutError } from "./wire/stream-fetch.ts";

/**
 * Why a model call failed, for the log, the metrics and the banner on /admin. Never contains the server's own
 * text. `repairCauses` last until somebody repairs a setting, an account or a server.
 */
export const failureCauses = [
  "KEY_REFUSED",
  "MODEL_UNKNOWN",
  "WRONG_ADDRESS",
  "NO_QUOTA",
  "TLS",
  "REQUEST_REFUSED",
  "RATE_LIMITED",
  "SERVER_ERROR",
  "UNREACHABLE",
  "TIMEOUT",
  "CUT",
  "GARBLED",
  "TOO_LONG",
  "CONTENT_FILTERED",
] as const;
export type FailureCause = (typeof failureCauses)[number];

export const repairCauses: readonly FailureCause[] = [
  "KEY_REFUSED",
  "MODEL_UNKNOWN",
  "WRONG_ADDRESS",
  "NO_QUOTA",
  "TLS",
];

export type CallFailure = { cause: FailureCause; status: number | null; code: string | null };

type Evidence = {
  status: number | null;
  errno: string | null;
  codes: string[];
  /** The server's message in lower case. Not used elsewhere: it may quote what a person wrote. */
  words: string;
  isHtml: boolean;
  isTimeout: boolean;
  isUnreadable: boolean;
};

export function describeFailure(error: unknown): CallFailure {
  const evidence = readEvidence(error);
  return { cause: causeOf(evidence), status: evidence.status, code: shortCode(evidence) };
}

export function describeAnswer(answer: {
  status: number;
  headers: Record<string, string>;
  body: string;
}): CallFailure {
  const { status: statusCode, headers: responseHeaders, body: responseBody } = answer;
  const cause = Object.assign(new Error("no chat completion"), { name: "JSONParseError" });
  const details = { url: "", requestBodyValues: {}, statusCode, responseHeaders, responseBody, cause };
  return describeFailure(new APICallError({ message: "no chat completion", ...details }));
}

function readEvidence(error: unknown): Evidence {
  const evidence: Evidence = {
    status: null,
    errno: null,
    codes: [],
    words: "",
    isHtml: false,
    isTimeout: false,
    isUnreadable: false,
  };
  for (const cause of errorCauses(error)) {
    evidence.isTimeout ||= cause instanceof ModelTimeoutError || cause.name === "TimeoutError";
    evidence.isUnreadable ||= unreadable.test(cause.name);
    if (APICallError.isInstance(cause)) {
      evidence.status ??= cause.statusCode ?? null;
      evidence.isHtml ||= /^\s*text\/html/i.test(cause.responseHeaders?.["content-type"] ?? "");
      readBody(evidence, parsed(cause.responseBody));
    } else if (typeof cause.code === "string") {
      evidence.errno ??= cause.code;
    }
  }
  // An error event within a stream: the AI SDK passes it on as a plain object.
  if (!(error instanceof Error)) readBody(evidence, error);
  return evidence;
}

function readBody(evidence: Evidence, body: unknown): void {
  const first = Array.isArray(body) ? body[0] : body;
  if (!isRecord(first)) return;
  const inner = first.error ?? first;
  if (typeof inner === "string") {
    evidence.words ||= inner.toLowerCase();
    return;
  }
  if (!isRecord(inner)) return;
  const { code, type, status, statusCode, message = first.message ?? first.detail } = inner;
  for (const name of [code, type, status]) if (typeof name === "string") evidence.codes.push(name);
  const asStatus = [statusCode, code].map(Number).find((number) => number >= 400 && number < 600);
  evidence.status ??= asStatus ?? null;
  if (typeof message === "string") evidence.words ||= message.toLowerCase();
}

function causeOf(evidence: Evidence): FailureCause {
  const { status, errno, words, isHtml, isTimeout, isUnreadable } = evidence;
  if (isTimeout) return "TIMEOUT";
  const isAnswered = status !== null && (status < 200 || status > 299);
  if (!isAnswered && errno) return causeOfErrno(errno);
  if (isAnswered || evidence.codes.length > 0) {
    const named = causeOfWords(evidence);
    if (named) return named;
  }
  // LM Studio's text for an unknown path, and ours for a web page (wire/answer-reader.ts).
  if (words.includes("unexpected endpoint")) return "WRONG_ADDRESS";
  if (isAnswered) return causeOfStatus(status);
  if (isHtml) return "WRONG_ADDRESS";
  return isUnreadable ? "GARBLED" : "SERVER_ERROR";
}

/** The server's name for the error wins over the status, on which gateways disagree. */
function causeOfWords({ status, codes, words }: Evidence): FailureCause | null {
  const names = codes.join(" ").toLowerCase();
  const isRefusal = status === null || [400, 403, 404, 422, 429].includes(status);
  if (contentFilters.test(names)) return "CONTENT_FILTERED";
  if (refusedParameters.test(names)) return "REQUEST_REFUSED";
  const isPerMinute = names.includes("resource_exhausted");
  if (status === 402 || quotaNames.test(names)) return "NO_QUOTA";
  if (isRefusal && !isPerMinute && quotaWords.test(words)) return "NO_QUOTA";
  if (modelNames.test(names)) return "MODEL_UNKNOWN";
  if (isRefusal && status !== 429 && modelWords.test(words)) return "MODEL_UNKNOWN";
  if (keyNames.test(names) || (isRefusal && status !== 429 && keyWords.test(words))) return "KEY_REFUSED";
  if (rateNames.test(names)) return "RATE_LIMITED";
  return null;
}

function causeOfStatus(status: number): FailureCause {
  if (status === 401 || status === 403 || status === 407) return "KEY_REFUSED";
  if (status === 404 || status === 405 || status === 410 || (status >= 300 && status < 400))
    return "WRONG_ADDRESS";
  if (status === 429 || status === 529) return "RATE_LIMITED";
  if (status === 408) return "TIMEOUT";
  if (status === 409 || status === 425) return "SERVER_ERROR";
  return status >= 400 && status < 500 ? "REQUEST_REFUSED" : "SERVER_ERROR";
}

function causeOfErrno(errno: string): FailureCause {
  if (/^UND_ERR_\w+_TIMEOUT$/.test(errno)) return "TIMEOUT";
  if (tlsErrnos.test(errno)) return "TLS";
  if (wrongAddress.has(errno)) return "WRONG_ADDRESS";
  if (connectionCut.has(errno)) return "CUT";
  return unreachable.has(errno) ? "UNREACHABLE" : "SERVER_ERROR";
}

/** Only what looks like a name: a server may put any text here. */
const shortCode = ({ errno, codes }: Evidence): string | null =>
  [errno, ...codes].find((code) => code !== null && /^[A-Za-z][\w.-]{1,47}$/.test(code)) ?? null;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

function parsed(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? "");
  } catch {
    return null;
  }
}

const unreadable =
  /^SyntaxError$|^ZodError$|JSONParse|TypeValidation|InvalidResponse|NoOutput|NoContent|NoObject/;

// The words of OpenAI, Azure, DashScope, DeepSeek, OpenRouter, Anthropic, xAI, Gemini, vLLM, Ollama, LM Studio and
// LiteLLM. Each has a row in the test.
const contentFilters = /content_?filter|content_policy|responsibleai|data_?inspection_?failed/;
const refusedParameters = /unsupported_(parameter|value)|context_length|string_above_max/;
const quotaNames =
  /insufficient_(user_)?quota|insufficient_balance|billing|arrearage|payment_required|quota_exhausted/;
const quotaWords =
  /credit balance|insufficient (account )?(balance|credit|quota|fund)|(all|out of) (available )?credits|in arrears|overdue|exceeded your current quota/;
const modelNames =
  /model_?not_?(found|exist|available|supported|allowed)|deployment_?not_?found|(invalid|unknown|unsupported)_model/;
const modelWords =
  /\b(model|deployment)\b[^.?!]{0,160}\b(not found|does(n't| not) exist|not exist|not a valid)|\b(invalid|unknown|no such|not a valid) model\b|^model: /;
const keyNames =
  /(invalid|incorrect|missing)_?(api)?_?key|api_key_invalid|authentication|unauthori[sz]ed|account_deactivated/;
const keyWords = /api[ _-]?key (is )?(not valid|invalid|missing)|(invalid|incorrect|no) api[ _-]?key/;
const rateNames = /rate_?limit|too_?many_?requests|throttl/;

const tlsErrnos = /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_|ERR_SSL_|EPROTO$|HOSTNAME_MISMATCH$)/;
const connectionCut = new Set(["ECONNRESET", "EPIPE", "ERR_STREAM_PREMATURE_CLOSE", "UND_ERR_SOCKET"]);
const unreachable = new Set(["EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT"]);
/** Unknown name, or no listener. HPE_: the answer is not HTTP. */
const wrongAddress = new Set(["ENOTFOUND", "ECONNREFUSED", "HPE_INVALID_CONSTANT", "HPE_INVALID_VERSION"]);
