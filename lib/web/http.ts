import type { z } from "zod";
import { isDatabaseUnavailable } from "../errors/db-errors.ts";
import { log } from "../log/log.ts";
import { currentRequestId } from "../log/request-context.ts";
import { type Result, err, ok } from "../result.ts";
import { buildHeader, buildId } from "../servers/build.ts";

const errors = {
  INVALID_INPUT: [400, "The request is not valid."],
  UNAUTHENTICATED: [401, "Sign in first."],
  CROSS_ORIGIN: [403, "The request comes from another site."],
  NOT_FOUND: [404, "There is nothing here."],
  CONFLICT: [409, "It was changed elsewhere meanwhile."],
  TOO_LARGE: [413, "The request is too large."],
  UNSUPPORTED_TYPE: [415, "Send JSON, as application/json."],
  TOO_MANY_REPLIES: [429, "Today's replies are used up."],
  TOO_MANY_IN_ALL: [429, "All of today's replies are written, for all members together."],
  TOO_MANY_RUNNING: [429, "Other replies are still being written."],
  TOO_MANY_STREAMS: [429, "Too many connections follow your replies. Close some."],
  RATE_LIMITED: [429, "Too many requests."],
  INTERNAL: [500, "Something went wrong on our side."],
  UNAVAILABLE: [503, "Sora cannot be reached right now."],
} as const satisfies Record<string, readonly [number, string]>;

type ErrorCode = keyof typeof errors;

/** Responses are personal: no cache may keep them. */
export const privateHeaders = {
  "cache-control": "no-store",
  "referrer-policy": "same-origin",
  [buildHeader]: buildId,
} as const;

export function jsonResponse(
  body: unknown,
  init: { status?: number; headers?: Record<string, string> } = {},
) {
  return Response.json(body, { status: init.status, headers: { ...privateHeaders, ...init.headers } });
}

/** `no-transform`: gzip would delay pieces and cost more than it saves. */
export const eventStreamHeaders = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
  [buildHeader]: buildId,
} as const;

/** `{"error":{"code","message"}}` with the code's status. `retryAfterSeconds` becomes `Retry-After`. */
export function errorResponse(
  code: ErrorCode,
  options: { retryAfterSeconds?: number; details?: object } = {},
) {
  const [status, message] = errors[code];
  const { retryAfterSeconds: retryAfter, details } = options;
  const headers = {
    ...(retryAfter !== undefined && { "retry-after": String(Math.max(1, Math.ceil(retryAfter))) }),
    // The rest of the body stays unread, so the connection cannot be reused.
    ...(code === "TOO_LARGE" && { connection: "close" }),
  };
  return jsonResponse({ error: { code, message }, ...details }, { status, headers });
}

const nothing = () => errorResponse("NOT_FOUND");

export const nothingHere = {
  GET: nothing,
  POST: nothing,
  PUT: nothing,
  PATCH: nothing,
  DELETE: nothing,
  OPTIONS: nothing,
};

export function eventStreamResponse(events: ReadableStream<Uint8Array> | null) {
  if (!events) return errorResponse("UNAVAILABLE", { retryAfterSeconds: 1 });
  return new Response(events, { headers: eventStreamHeaders });
}

/**
 * Runs a route handler's work. An unreachable database gives 503, which clients may retry. Any other error gives 500
 * and one record in the log, which the request id in the response identifies.
 */
export async function answer(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (isDatabaseUnavailable(error)) return errorResponse("UNAVAILABLE", { retryAfterSeconds: 5 });
    log.error("request failed", { kind: "route", error });
    return errorResponse("INTERNAL", { details: { requestId: currentRequestId() } });
  }
}

/**
 * Whether a state-changing request comes from our own pages, or from no page at all. Browsers send Origin with every
 * such request and Sec-Fetch-Site where they can; a page of another site cannot forge either. SameSite=Lax cookies
 * would still allow sibling subdomains, which this check refuses.
 * The scheme counts: on a hostile network anybody can answer for http://sora.example. Our scheme is known from
 * `publicUrl` or from a proxy that forwards https. "http" proves nothing: Next fills it in when no proxy sets it.
 */
export function isSameOrigin({ headers }: { headers: Headers }, publicUrl?: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return false;

  const origin = headers.get("origin");
  if (origin === null) return true;
  if (!URL.canParse(origin)) return false;
  const { protocol, host } = new URL(origin);
  const ours = publicUrl ? new URL(publicUrl) : undefined;
  if (host === ours?.host) return protocol === ours.protocol;
  const forwarded = headers.get("x-forwarded-proto")?.split(",", 1)[0]?.trim();
  return host === headers.get("host") && !(forwarded === "https" && protocol === "http:");
}

type JsonError = "INVALID_INPUT" | "TOO_LARGE" | "UNSUPPORTED_TYPE";

/** Refuses a body of more than `maxBytes` before all of it is in memory. */
async function readJson(request: Request, maxBytes: number): Promise<Result<unknown, JsonError>> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") return err("UNSUPPORTED_TYPE");
  if (Number(request.headers.get("content-length")) > maxBytes) return err("TOO_LARGE");

  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > maxBytes) return err("TOO_LARGE");
      chunks.push(chunk);
    }
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
    return ok(JSON.parse(text));
  } catch {
    return err("INVALID_INPUT");
  }
}

/** Parses the JSON body together with the address's parameters, which take precedence. */
export async function readInput<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  maxBytes: number,
  address: object = {},
): Promise<Result<z.infer<Schema>, JsonError>> {
  const json = await readJson(request, maxBytes);
  if (!json.ok) return json;
  const input = schema.safeParse({ ...Object(json.data), ...address });
  return input.success ? ok(input.data) : err("INVALID_INPUT");
}
