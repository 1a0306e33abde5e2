import { APICallError } from "ai";
import { describe, expect, test } from "vitest";

import { describeFailure } from "./failure-cause.ts";
import { isRetryable, modelFailure } from "./model-failure.ts";
import { ModelTimeoutError } from "./wire/stream-fetch.ts";

const url = "https://model.test/v1/chat/completions";

/** The error that the AI SDK throws for an error status. */
function refused(status: number, body: unknown, headers: Record<string, string> = {}): APICallError {
  return new APICallError({
    message: "refused",
    url,
    requestBodyValues: {},
    statusCode: status,
    responseHeaders: headers,
    responseBody: typeof body === "string" ? body : JSON.stringify(body),
  });
}

/** The error that the AI SDK throws for a failed connection. */
function unconnected(code: string): APICallError {
  const cause = Object.assign(new Error(code), { code });
  return new APICallError({ message: "Cannot connect to API", url, requestBodyValues: {}, cause });
}

const openAi = (code: string | null, type: string, message = "") => ({
  error: { message, type, param: null, code },
});

describe("an answer that is an error", () => {
  test.each([
    ["OpenAI", 401, openAi("invalid_api_key", "invalid_request_error"), "KEY_REFUSED", "invalid_api_key"],
    ["vLLM", 401, { error: "Unauthorized" }, "KEY_REFUSED", null],
    ["a gateway without a body", 401, "", "KEY_REFUSED", null],
    [
      "Gemini",
      400,
      [
        {
          error: {
            code: 400,
            message: "API key not valid. Please pass a valid API key.",
            status: "INVALID_ARGUMENT",
          },
        },
      ],
      "KEY_REFUSED",
      "INVALID_ARGUMENT",
    ],
    [
      "a forbidden country",
      403,
      openAi("unsupported_country_region_territory", "request_forbidden"),
      "KEY_REFUSED",
      "unsupported_country_region_territory",
    ],
    [
      "OpenAI",
      404,
      openAi(
        "model_not_found",
        "invalid_request_error",
        "The model `gpt-9` does not exist or you do not have access to it.",
      ),
      "MODEL_UNKNOWN",
      "model_not_found",
    ],
    [
      "an OpenAI project",
      403,
      openAi("model_not_found", "invalid_request_error"),
      "MODEL_UNKNOWN",
      "model_not_found",
    ],
    [
      "Ollama",
      404,
      openAi(null, "not_found_error", 'model "qwen3:8b" not found'),
      "MODEL_UNKNOWN",
      "not_found_error",
    ],
    [
      "vLLM",
      404,
      {
        object: "error",
        message: "The model `x` does not exist.",
        type: "NotFoundError",
        param: null,
        code: 404,
      },
      "MODEL_UNKNOWN",
      "NotFoundError",
    ],
    [
      "Azure",
      404,
      {
        error: {
          code: "DeploymentNotFound",
          message: "The API deployment for this resource does not exist.",
        },
      },
      "MODEL_UNKNOWN",
      "DeploymentNotFound",
    ],
    [
      "DeepSeek",
      400,
      openAi("invalid_request_error", "invalid_request_error", "Model Not Exist"),
      "MODEL_UNKNOWN",
      "invalid_request_error",
    ],
    [
      "OpenRouter",
      400,
      { error: { message: "nobody/x is not a valid model ID", code: 400 } },
      "MODEL_UNKNOWN",
      null,
    ],
    [
      "LiteLLM",
      400,
      {
        error: {
          message: "chat_completion: Invalid model name passed in model=x. Call `/v1/models`",
          type: "None",
          param: "None",
          code: "400",
        },
      },
      "MODEL_UNKNOWN",
      "None",
    ],
    [
      "Anthropic",
      404,
      { type: "error", error: { type: "not_found_error", message: "model: x" } },
      "MODEL_UNKNOWN",
      "not_found_error",
    ],
    [
      "OpenAI",
      404,
      openAi(null, "invalid_request_error", "Invalid URL (POST /chat/completions)"),
      "WRONG_ADDRESS",
      "invalid_request_error",
    ],
    ["Ollama", 404, "404 page not found", "WRONG_ADDRESS", null],
    ["vLLM", 404, { detail: "Not Found" }, "WRONG_ADDRESS", null],
    [
      "llama.cpp",
      404,
      { error: { code: 404, message: "File Not Found", type: "not_found_error" } },
      "WRONG_ADDRESS",
      "not_found_error",
    ],
    ["a web server", 405, "<html>", "WRONG_ADDRESS", null],
    ["a redirect to a sign-in page", 302, "", "WRONG_ADDRESS", null],
    [
      "LM Studio",
      200,
      { error: "Unexpected endpoint or method. (POST /chat/completions)" },
      "WRONG_ADDRESS",
      null,
    ],
    [
      "OpenAI",
      429,
      openAi("insufficient_quota", "insufficient_quota", "You exceeded your current quota."),
      "NO_QUOTA",
      "insufficient_quota",
    ],
    [
      "DeepSeek",
      402,
      openAi("invalid_request_error", "unknown_error", "Insufficient Balance"),
      "NO_QUOTA",
      "invalid_request_error",
    ],
    [
      "DashScope",
      400,
      openAi("Arrearage", "Arrearage", "Access denied, please make sure your account is in good standing."),
      "NO_QUOTA",
      "Arrearage",
    ],
    [
      "Anthropic",
      400,
      {
        type: "error",
        error: {
          type: "invalid_request_error",
          message: "Your credit balance is too low to access the API.",
        },
      },
      "NO_QUOTA",
      "invalid_request_error",
    ],
    [
      "OpenAI",
      429,
      openAi("rate_limit_exceeded", "tokens", "Rate limit reached for gpt-5-mini"),
      "RATE_LIMITED",
      "rate_limit_exceeded",
    ],
    [
      "Gemini's free minute",
      429,
      [
        {
          error: {
            code: 429,
            message: "You exceeded your current quota, please check your plan",
            status: "RESOURCE_EXHAUSTED",
          },
        },
      ],
      "RATE_LIMITED",
      "RESOURCE_EXHAUSTED",
    ],
    [
      "llama.cpp while it loads",
      503,
      { error: { code: 503, message: "Loading model", type: "unavailable_error" } },
      "SERVER_ERROR",
      "unavailable_error",
    ],
    ["a gateway", 502, "<html>Bad Gateway</html>", "SERVER_ERROR", null],
    [
      "an overloaded server",
      529,
      { error: { type: "overloaded_error" } },
      "RATE_LIMITED",
      "overloaded_error",
    ],
    ["a gateway that waited too long", 408, "", "TIMEOUT", null],
    [
      "OpenAI",
      400,
      openAi(
        "unsupported_parameter",
        "invalid_request_error",
        "Unsupported parameter: 'max_tokens' is not supported with this model.",
      ),
      "REQUEST_REFUSED",
      "unsupported_parameter",
    ],
    [
      "OpenAI",
      400,
      openAi(
        "context_length_exceeded",
        "invalid_request_error",
        "This model's maximum context length is 8192 tokens.",
      ),
      "REQUEST_REFUSED",
      "context_length_exceeded",
    ],
    [
      "vLLM",
      400,
      {
        object: "error",
        message: "This model's maximum context length is 100 tokens.",
        type: "BadRequestError",
        code: 400,
      },
      "REQUEST_REFUSED",
      "BadRequestError",
    ],
    [
      "Azure's filter",
      400,
      openAi("content_filter", "invalid_request_error", "The response was filtered"),
      "CONTENT_FILTERED",
      "content_filter",
    ],
  ] as const)("of %s, %i %j: %s", (_, status, body, cause, code) => {
    expect(describeFailure(refused(status, body))).toEqual({ cause, status, code });
  });

  test("that is a page of a web site is a wrong address", () => {
    const page = refused(200, "<!doctype html>", { "content-type": "text/html; charset=utf-8" });
    expect(describeFailure(page).cause).toBe("WRONG_ADDRESS");
  });

  test.each(["나는 오늘 슬펐다", "two words", "x".repeat(60), "a\nb", ""])(
    "is not quoted, be its code %j",
    (code) => expect(describeFailure(refused(500, openAi(code, code, code))).code).toBeNull(),
  );

  test("may come within a stream, with the status as its code", () => {
    expect(describeFailure({ message: "no", type: "invalid_request_error", code: 401 })).toEqual({
      cause: "KEY_REFUSED",
      status: 401,
      code: "invalid_request_error",
    });
    expect(describeFailure(openAi("insufficient_quota", "insufficient_quota")).cause).toBe("NO_QUOTA");
    expect(describeFailure("it broke").cause).toBe("SERVER_ERROR");
  });
});

describe("a connection", () => {
  test.each([
    ["ENOTFOUND", "WRONG_ADDRESS"],
    ["ECONNREFUSED", "WRONG_ADDRESS"],
    ["HPE_INVALID_CONSTANT", "WRONG_ADDRESS"],
    ["EAI_AGAIN", "UNREACHABLE"],
    ["ETIMEDOUT", "UNREACHABLE"],
    ["UND_ERR_CONNECT_TIMEOUT", "TIMEOUT"],
    ["UND_ERR_HEADERS_TIMEOUT", "TIMEOUT"],
    ["ECONNRESET", "CUT"],
    ["UND_ERR_SOCKET", "CUT"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "TLS"],
    ["CERT_HAS_EXPIRED", "TLS"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "TLS"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "TLS"],
    ["ERR_SSL_WRONG_VERSION_NUMBER", "TLS"],
  ] as const)("that failed with %s: %s", (code, cause) => {
    expect(describeFailure(unconnected(code))).toEqual({ cause, status: null, code });
  });

  test("that is silent is a timeout, ours or Node's", () => {
    expect(describeFailure(new ModelTimeoutError("silent")).cause).toBe("TIMEOUT");
    expect(describeFailure(new DOMException("too long", "TimeoutError")).cause).toBe("TIMEOUT");
  });
});

describe("a retry is useful", () => {
  test.each([
    [refused(429, openAi("rate_limit_exceeded", "requests")), "MODEL_BUSY", true],
    [refused(503, ""), "MODEL_UNAVAILABLE", true],
    [unconnected("EHOSTUNREACH"), "MODEL_UNAVAILABLE", true],
    [unconnected("ECONNRESET"), "MODEL_CUT", true],
    [new ModelTimeoutError("silent"), "MODEL_TIMEOUT", false],
    [refused(401, ""), "MODEL_NEEDS_REPAIR", false],
    [refused(404, openAi("model_not_found", "x")), "MODEL_NEEDS_REPAIR", false],
    [refused(429, openAi("insufficient_quota", "x")), "MODEL_NEEDS_REPAIR", false],
    [unconnected("CERT_HAS_EXPIRED"), "MODEL_NEEDS_REPAIR", false],
    [unconnected("ECONNREFUSED"), "MODEL_NEEDS_REPAIR", true],
    [refused(400, ""), "MODEL_NEEDS_REPAIR", false],
  ] as const)("only for causes that may pass: case %#, %s %s", (error, failure, isTriedAgain) => {
    expect(modelFailure(error)).toBe(failure);
    expect(isRetryable(error)).toBe(isTriedAgain);
  });
});
