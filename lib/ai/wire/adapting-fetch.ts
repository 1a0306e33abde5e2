import { log } from "../../log/log.ts";
import type { ModelServer } from "../model-servers.ts";
import { textAtMost } from "../text-at-most.ts";
import { type Refusal, adaptRequest, readRefusal } from "./adapt-request.ts";
import { followRedirects } from "./follow-redirects.ts";
import { serverTraits } from "./server-traits.ts";

/** A server refuses one parameter at a time. More refusals than parameters have another cause. */
const maxSteps = 8;

/** Statuses with which servers refuse a parameter. 404 and 500 come from proxies that translate badly. */
const refusing = new Set([400, 404, 405, 406, 415, 422, 500, 501]);

const maxErrorChars = 20_000;

/**
 * A `fetch` that repeats a call without the parameter that the server refused, or at the address of its
 * redirect, and remembers both for later calls. A refusal is logged once, by the parameter's name. The
 * server's error text is not logged: it may quote the prompt.
 * The request is parsed only after a refusal: a running reply would keep the parsed objects until its end.
 */
export function adaptingFetch(fetch: typeof globalThis.fetch, server: Server): typeof globalThis.fetch {
  const traits = serverTraits(server);
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    for (let step = 0; ; step += 1) {
      const sent = traits.refusals.size > 0 ? adapted(init, traits.refusals) : init;
      const response = await followRedirects(fetch, url, sent, traits);
      if (response.ok || !refusing.has(response.status) || step === maxSteps) return response;
      const error = await textAtMost(response, maxErrorChars);
      const body = readBody(sent.body);
      const refusal = body && readRefusal(error, body);
      if (!refusal || traits.refusals.has(refusal)) return new Response(error, response);
      traits.refusals.add(refusal);
      logRefusal(server, refusal, response.status);
    }
  };
}

type Server = Pick<ModelServer, "baseURL" | "model">;
type Body = Parameters<typeof adaptRequest>[0];

function adapted(init: RequestInit, refusals: ReadonlySet<Refusal>): RequestInit {
  const body = readBody(init.body);
  return body ? { ...init, body: JSON.stringify(adaptRequest(body, refusals)) } : init;
}

function readBody(body: unknown): Body | null {
  if (typeof body !== "string") return null;
  try {
    const value = JSON.parse(body) as Partial<Body> | null;
    return Array.isArray(value?.messages) ? (value as Body) : null;
  } catch {
    return null;
  }
}

function logRefusal({ baseURL, model }: Server, refusal: Refusal, status: number): void {
  const parameter = refusal.replace(/_field$/, "");
  const { host } = new URL(baseURL);
  log.warn("model refuses a parameter, left out from now on", { model, host, parameter, status });
}
