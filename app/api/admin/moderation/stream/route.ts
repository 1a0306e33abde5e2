import { cookies } from "next/headers";

import { readSession } from "@/lib/auth/session-cookie";
import { getViewer } from "@/lib/auth/viewer";
import { answer, errorResponse } from "@/lib/http";
import { deskEvents } from "@/lib/review/desk/desk-events";

const streamHeaders = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
  "x-content-type-options": "nosniff",
} as const;

export async function GET(request: Request) {
  return answer(async () => {
    const [viewer, session] = await Promise.all([
      getViewer(),
      cookies().then((jar) => readSession(request.headers, jar)),
    ]);
    if (!viewer || !session || viewer.role === "MEMBER") return errorResponse("NOT_FOUND");

    const stream = deskEvents().watch(session);
    return stream
      ? new Response(stream, { headers: streamHeaders })
      : errorResponse("UNAVAILABLE", { retryAfterSeconds: 1 });
  });
}
