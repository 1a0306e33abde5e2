import "server-only";

import type { NextRequest } from "next/server";
import { findViewer } from "./data.ts";
import { admins, hasRole, moderators } from "./has-role.ts";
import { readSession } from "./session-cookie.ts";

/** Whether a page below /admin is the admins' alone (test/strangers/doors.ts). Moderators read policy versions one by one. */
export const isAdminsOnly = (path: string) =>
  /^\/admin\/(audit|export|feedback|gyms|people|policy)(\/|$)/.test(path) &&
  !/^\/admin\/policy\/versions\/[^/]/.test(path);

/**
 * True when a page of moderators or admins is requested by somebody else: the proxy answers as for a missing page. The page's
 * own gate would answer too, but Next sends that as an empty shell that a script fills, unlike any other missing page.
 * Form posts and script requests reach the page, whose gate answers them.
 */
export async function isHiddenPage(request: NextRequest): Promise<boolean> {
  const path = request.nextUrl.pathname;
  if (!/^\/admin(\/|$)/.test(path)) return false;
  const { headers, cookies } = request;
  if (headers.has("rsc") || headers.has("next-action")) return false;
  if (request.method === "POST" && headers.get("content-type")?.startsWith("multipart/form-data"))
    return false;

  const session = await readSession(headers, cookies);
  const viewer = session && (await findViewer(session));
  return !hasRole(viewer, isAdminsOnly(path) ? admins : moderators);
}
