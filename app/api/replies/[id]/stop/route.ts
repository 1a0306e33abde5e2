import { getViewer } from "@/lib/auth/viewer";
import { stopReply } from "@/lib/diary/request-reply";
import { replyIdSchema } from "@/lib/diary/schema";
import { env } from "@/lib/env";
import { answer, errorResponse, isSameOrigin, jsonResponse } from "@/lib/web/http";

export async function POST(request: Request, { params }: RouteContext<"/api/replies/[id]/stop">) {
  return answer(async () => {
    if (!isSameOrigin(request, env().AUTH_URL)) return errorResponse("CROSS_ORIGIN");
    const viewer = await getViewer();
    if (!viewer) return errorResponse("UNAUTHENTICATED");

    const replyId = replyIdSchema.safeParse((await params).id);
    const isTheirs = replyId.success && (await stopReply({ authorId: viewer.id, replyId: replyId.data }));
    return isTheirs ? jsonResponse({ id: replyId.data }) : errorResponse("NOT_FOUND");
  });
}
