import "server-only";

import type { NextRequest } from "next/server";
import { findViewer } from "./data.ts";
import { readSession } from "./session-cookie.ts";

/**
 * Whether a page is asked for that is the moderators', by someone who is none: to be answered as if it did not exist. The
 * page would say so too, but Next sends that as an empty shell for its script to fill, which no other missing page is.
 * Forms and what the page's script asks for go on to the page: its own gate answers those.
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
