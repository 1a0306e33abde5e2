import { cookies } from "next/headers";
import type { NextRequest } from "next/server";

import { readSession } from "@/lib/auth/session-cookie";
import { getViewer } from "@/lib/auth/viewer";
import { answer, errorResponse } from "@/lib/http";
import { liveNotices } from "@/lib/notice/live-notices";

const streamHeaders = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
  "x-content-type-options": "nosniff",
} as const;

export async function GET(request: NextRequest) {
  return answer(async () => {
    const [viewer, session] = await Promise.all([
      getViewer(),
      cookies().then((jar) => readSession(request.headers, jar)),
    ]);
    // An EventSource has no headers of its own: whose page asks stands in its address.
    const meant = request.nextUrl.searchParams.get("member");
    if (!viewer || !session || (meant && meant !== viewer.id)) return errorResponse("UNAUTHENTICATED");

    const stream = liveNotices().watch(session);
    return stream
      ? new Response(stream, { headers: streamHeaders })
      : errorResponse("UNAVAILABLE", { retryAfterSeconds: 1 });
  });
}
