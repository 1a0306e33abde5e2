import { getViewer } from "@/lib/auth/viewer";
import { saveFeedback } from "@/lib/diary/reply-data";
import { feedbackSchema, replyIdSchema } from "@/lib/diary/schema";
import { env } from "@/lib/env";
import { answer, errorResponse, isSameOrigin, jsonResponse, readJson } from "@/lib/http";

export async function PUT(request: Request, { params }: RouteContext<"/api/replies/[id]/feedback">) {
  return answer(async () => {
    if (!isSameOrigin(request, env().AUTH_URL)) return errorResponse("CROSS_ORIGIN");
    const viewer = await getViewer();
    if (!viewer) return errorResponse("UNAUTHENTICATED");

    const json = await readJson(request, 1024);
    if (!json.ok) return errorResponse(json.error);
    const input = feedbackSchema.safeParse(json.data);
    if (!input.success) return errorResponse("INVALID_INPUT");

    const replyId = replyIdSchema.safeParse((await params).id);
    const isSaved =
      replyId.success && (await saveFeedback({ authorId: viewer.id, replyId: replyId.data, ...input.data }));
    return isSaved ? jsonResponse({ id: replyId.data, ...input.data }) : errorResponse("NOT_FOUND");
  });
}
