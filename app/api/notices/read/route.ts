import { getReader } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { answer, errorResponse, isSameOrigin, jsonResponse, readInput } from "@/lib/web/http";
import { getNoticeState, markRead } from "@/lib/notice/notice-data";
import { readNoticesSchema } from "@/lib/notice/schema";

export async function POST(request: Request) {
  return answer(async () => {
    if (!isSameOrigin(request, env().AUTH_URL)) return errorResponse("CROSS_ORIGIN");
    const viewer = await getReader();
    if (!viewer) return errorResponse("UNAUTHENTICATED");

    const input = await readInput(request, readNoticesSchema, 1024);
    if (!input.ok) return errorResponse(input.error);

    const isTheirs = await markRead({ memberId: viewer.id, ...input.data });
    return isTheirs ? jsonResponse(await getNoticeState(viewer.id)) : errorResponse("NOT_FOUND");
  });
}
