import "server-only";

import { type LookupAddress, lookup } from "node:dns";
import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import { promisify } from "node:util";

import { type PushEndpoint, isPublicAddress } from "./push-endpoint.ts";

const patienceMs = 10_000;

export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

const resolveAll: Resolve = (hostname) => promisify(lookup)(hostname, { all: true });

export type PushAnswer = { status: number; retryAfterSeconds: number | undefined };

/**
 * Posts an encrypted message to a push service. Resolves the name once, requires that all its addresses are public,
 * and connects only to these, which prevents DNS rebinding. Does not follow redirects. Reads only status and
 * Retry-After.
 * @throws on a timeout, or when the address is not public
 */
export async function postPush(
  { url, isOwn }: PushEndpoint,
  message: { headers: Record<string, string | number>; body: Buffer | null },
  resolve: Resolve = resolveAll,
): Promise<PushAnswer> {
  const signal = AbortSignal.timeout(patienceMs);
  const pinned = isOwn ? undefined : await withSignal(pinnedLookup(url.hostname, resolve), signal);
  return new Promise<PushAnswer>((answered, failed) => {
    const request = (url.protocol === "http:" ? http : https).request(url, {
      method: "POST",
      headers: message.headers,
      agent: false,
      signal,
      ...(pinned ? { lookup: pinned } : {}),
    });
    request.on("error", failed);
    request.on("response", (response) => {
      response.on("error", () => undefined);
      answered({
        status: response.statusCode ?? 0,
        retryAfterSeconds: readRetryAfter(response.headers["retry-after"]),
      });
      response.destroy();
    });
    request.end(message.body ?? undefined);
  });
}

async function pinnedLookup(hostname: string, resolve: Resolve): Promise<LookupFunction> {
  const addresses = await resolve(hostname);
  const [first] = addresses;
  if (!first || !addresses.every(({ address }) => isPublicAddress(address))) {
    throw new Error("the push service's name leads to a private address");
  }
  return (_hostname, options, found) =>
    options.all ? found(null, addresses) : found(null, first.address, first.family);
}

/** A DNS look-up cannot be cancelled, only abandoned. */
function withSignal<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    }),
  ]);
}

function readRetryAfter(value: string | undefined): number | undefined {
  if (!value) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}
