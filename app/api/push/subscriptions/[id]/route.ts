import { getViewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { answer, errorResponse, isSameOrigin } from "@/lib/web/http";
import { removeDevice } from "@/lib/notice/push-data";
import { subscriptionIdSchema } from "@/lib/notice/push-schema";

export async function DELETE(request: Request, { params }: RouteContext<"/api/push/subscriptions/[id]">) {
  return answer(async () => {
    if (!isSameOrigin(request, env().AUTH_URL)) return errorResponse("CROSS_ORIGIN");
    const viewer = await getViewer();
    if (!viewer) return errorResponse("UNAUTHENTICATED");

    const id = subscriptionIdSchema.safeParse((await params).id);
    const isRemoved = id.success && (await removeDevice({ memberId: viewer.id, id: id.data }));
    return isRemoved ? new Response(null, { status: 204 }) : errorResponse("NOT_FOUND");
  });
}
