import "server-only";

import type { NextRequest } from "next/server";
import { findViewer } from "./data.ts";
import { readSession } from "./session-cookie.ts";

/**
 * True when a moderators' page is requested by somebody else: the proxy answers as for a missing page. The page's own
 * gate would answer too, but Next sends that as an empty shell that a script fills, unlike any other missing page.
 * Form posts and script requests reach the page, whose gate answers them.
 */
export async function isHiddenPage(request: NextRequest): Promise<boolean> {
  if (!/^\/admin(\/|$)/.test(request.nextUrl.pathname)) return false;
  const { headers, cookies } = request;
  if (headers.has("rsc") || headers.has("next-action")) return false;
  if (request.method === "POST" && headers.get("content-type")?.startsWith("multipart/form-data"))
    return false;

  const session = await readSession(headers, cookies);
  const viewer = session && (await findViewer(session));
  return !viewer || viewer.role === "MEMBER";
}
