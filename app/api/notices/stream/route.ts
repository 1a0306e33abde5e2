import type { NextRequest } from "next/server";
import { getSession, getReader } from "@/lib/auth/viewer";
import { answer, errorResponse, eventStreamResponse } from "@/lib/web/http";
import { liveNotices } from "@/lib/notice/live-notices";

export async function GET(request: NextRequest) {
  return answer(async () => {
    const [viewer, session] = await Promise.all([getReader(), getSession()]);
    // An EventSource can not set headers, so the page's member is in the URL.
    const meant = request.nextUrl.searchParams.get("member");
    if (!viewer || !session || (meant && meant !== viewer.id)) return errorResponse("UNAUTHENTICATED");
    return eventStreamResponse(liveNotices().watch(session));
  });
}
