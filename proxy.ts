import { NextResponse, type NextRequest } from "next/server";
import { isHiddenPage } from "@/lib/auth/is-hidden-page";
import { clearedOnLeaving, leftCookie } from "@/lib/auth/left-cookie";
import { pathHeader } from "@/lib/auth/path-header";
import { enabledProviders, providerOrigins } from "@/lib/auth/providers";
import { renewedSessionCookie } from "@/lib/auth/session-cookie";
import { recordSession } from "@/lib/auth/sessions/data";
import { isDatabaseUnavailable } from "@/lib/errors/db-errors";
import { reachability } from "@/lib/db";
import { isMissingDay } from "@/lib/diary/is-missing-day";
import { env } from "@/lib/env";
import { isMissingPlace } from "@/lib/gym/is-missing-place";
import { errorResponse, isSameOrigin } from "@/lib/web/http";
import { isMissingItem } from "@/lib/missing/is-missing-item";
import { missingPageHeader } from "@/lib/missing/missing-page-header";
import { unavailablePage } from "@/lib/web/unavailable-page";

/**
 * Sets page headers, renews visitors' sessions, and renders missing pages. While the database is unreachable it answers
 * pages with a plain 503. Its only check is a form's origin: every page, action and route has its own gate. Routes under
 * /api set their own headers (lib/web/http.ts) and skip this.
 */
export async function proxy(request: NextRequest) {
  // Checked here, because an action can not answer 403: Next would answer 500 and log a stack.
  if (!isReading(request) && !isSameOrigin(request, env().AUTH_URL)) return errorResponse("CROSS_ORIGIN");
  // Requests of a page's script have their own answers for this (form states, error boundaries).
  if (!request.headers.has("next-action") && !(await reachability.isLikely()))
    return unavailablePage(request);
  try {
    return await withHeaders(request);
  } catch (error) {
    if (isDatabaseUnavailable(error)) return unavailablePage(request);
    throw error;
  }
}

async function withHeaders(request: NextRequest): Promise<NextResponse> {
  const policy = contentSecurityPolicy(crypto.randomUUID());

  const forwarded = new Headers(request.headers);
  // Next reads the nonce from this header for its own scripts and styles.
  forwarded.set("content-security-policy", policy);
  forwarded.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search);

  if (await isMissing(request)) forwarded.set(missingPageHeader, "1");
  else forwarded.delete(missingPageHeader);

  const response = NextResponse.next({ request: { headers: forwarded } });
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of pageHeaders) response.headers.set(name, value);

  if (isDocument(request) && request.cookies.has(leftCookie.name)) {
    response.headers.set("clear-site-data", clearedOnLeaving);
    response.cookies.delete(leftCookie.name);
  }
  const session = await renewedSessionCookie(request.headers, request.cookies, recordSession);
  if (session) response.cookies.set(session);
  return response;
}

/**
 * Whether a page would call `notFound()`. Next sends that as an empty shell that its script fills, which is blank without
 * script. Requests of the page's script go to the page itself.
 */
async function isMissing(request: NextRequest): Promise<boolean> {
  if (await isHiddenPage(request)) return true;
  if (!isReading(request) || request.headers.has("rsc")) return false;
  const path = request.nextUrl.pathname;
  if (isMissingDay(path)) return true;
  if (path.startsWith("/dev/") && !env().SORA_DEMO) return true;
  return (await isMissingPlace(path)) || (await isMissingItem(request));
}

const isReading = ({ method }: NextRequest) => method === "GET" || method === "HEAD";

/** Not for requests of a page's script: a browser that clears its cache first would keep the left page on the screen. */
const isDocument = (request: NextRequest) =>
  isReading(request) && (request.headers.get("sec-fetch-mode") ?? "navigate") === "navigate";

const pageHeaders = [
  ["x-frame-options", "DENY"],
  ["referrer-policy", "same-origin"],
  ["permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
] as const;

function contentSecurityPolicy(nonce: string) {
  const isDev = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ""}`,
    // Only `next dev` inserts styles by script.
    `style-src 'self' ${isDev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    // The service worker (public/sw.js). Without it script-src applies, which allows no URL.
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    // A provider's sign-in form is answered by a redirect to the provider.
    ["form-action 'self'", ...enabledProviders().map((id) => providerOrigins[id])].join(" "),
    "frame-ancestors 'none'",
  ].join("; ");
}

export const config = {
  matcher: [
    {
      source: "/((?!api/|_next/static/|icon|apple-touch-icon|manifest\\.webmanifest|sw\\.js).*)",
      // Prefetched pages belong to a page that already has the headers.
      missing: [{ type: "header", key: "next-router-prefetch" }],
    },
  ],
};
