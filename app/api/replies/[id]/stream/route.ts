import { getSession, getViewer } from "@/lib/auth/viewer";
import { replyStreamHeaders } from "@/lib/diary/reply-frames";
import { watchReply } from "@/lib/diary/request-reply";
import { replyIdSchema } from "@/lib/diary/schema";
import { answer, errorResponse, privateHeaders } from "@/lib/web/http";

export async function GET(_request: Request, { params }: RouteContext<"/api/replies/[id]/stream">) {
  return answer(async () => {
    const viewer = await getViewer();
    if (!viewer) return errorResponse("UNAUTHENTICATED");

    const replyId = replyIdSchema.safeParse((await params).id);
    if (!replyId.success) return errorResponse("NOT_FOUND");

    const watched = await watchReply({
      authorId: viewer.id,
      replyId: replyId.data,
      session: await getSession(),
    });
    if (!watched.ok) return errorResponse(watched.error, "retryAfterSeconds" in watched ? watched : {});
    if (!watched.data) return new Response(null, { status: 204, headers: privateHeaders });
    return new Response(watched.data, { headers: { ...replyStreamHeaders, "x-reply-id": replyId.data } });
  });
}
