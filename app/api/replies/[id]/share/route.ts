import { getViewer } from "@/lib/auth/viewer";
import { replyIdSchema } from "@/lib/diary/schema";
import { shareReply, takeBackReply } from "@/lib/diary/share-reply";
import { env } from "@/lib/env";
import { answer, errorResponse, isSameOrigin, jsonResponse } from "@/lib/web/http";

type Context = RouteContext<"/api/replies/[id]/share">;

/** Shares the reply and its page with the team. */
export async function PUT(request: Request, context: Context) {
  return ofOwnReply(request, context, async (own) =>
    (await shareReply(own)) ? jsonResponse({ id: own.replyId, isShared: true }) : errorResponse("NOT_FOUND"),
  );
}

export async function DELETE(request: Request, context: Context) {
  return ofOwnReply(request, context, async (own) => {
    await takeBackReply(own);
    return jsonResponse({ id: own.replyId, isShared: false });
  });
}

async function ofOwnReply(
  request: Request,
  { params }: Context,
  work: (own: Parameters<typeof shareReply>[0]) => Promise<Response>,
): Promise<Response> {
  return answer(async () => {
    if (!isSameOrigin(request, env().AUTH_URL)) return errorResponse("CROSS_ORIGIN");
    const viewer = await getViewer();
    if (!viewer) return errorResponse("UNAUTHENTICATED");

    const replyId = replyIdSchema.safeParse((await params).id);
    if (!replyId.success) return errorResponse("NOT_FOUND");
    return work({ authorId: viewer.id, replyId: replyId.data });
  });
}
