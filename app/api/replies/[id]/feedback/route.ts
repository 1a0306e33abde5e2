import { getViewer } from "@/lib/auth/viewer";
import { saveFeedback } from "@/lib/diary/reply-data";
import { feedbackSchema, replyIdSchema } from "@/lib/diary/schema";
import { env } from "@/lib/env";
import { answer, errorResponse, isSameOrigin, jsonResponse, readInput } from "@/lib/web/http";

export async function PUT(request: Request, { params }: RouteContext<"/api/replies/[id]/feedback">) {
  return answer(async () => {
    if (!isSameOrigin(request, env().AUTH_URL)) return errorResponse("CROSS_ORIGIN");
    const viewer = await getViewer();
    if (!viewer) return errorResponse("UNAUTHENTICATED");

    const input = await readInput(request, feedbackSchema, 1024);
    if (!input.ok) return errorResponse(input.error);

    const replyId = replyIdSchema.safeParse((await params).id);
    const isSaved =
      replyId.success && (await saveFeedback({ authorId: viewer.id, replyId: replyId.data, ...input.data }));
    return isSaved ? jsonResponse({ id: replyId.data, ...input.data }) : errorResponse("NOT_FOUND");
  });
}
