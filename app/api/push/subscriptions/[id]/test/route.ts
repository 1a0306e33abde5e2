import { getViewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { answer, errorResponse, isSameOrigin, jsonResponse } from "@/lib/web/http";
import { findDevice, removeGone } from "@/lib/notice/push-data";
import { pushCallsPerMember } from "@/lib/notice/push-limit";
import { testMessage } from "@/lib/notice/push-message";
import { subscriptionIdSchema } from "@/lib/notice/push-schema";
import { sendPush } from "@/lib/notice/send-push";

/** Sends a test message to one device. `outcome`: SENT, GONE (and deleted), LATER or REFUSED. */
export async function POST(request: Request, { params }: RouteContext<"/api/push/subscriptions/[id]/test">) {
  return answer(async () => {
    if (!isSameOrigin(request, env().AUTH_URL)) return errorResponse("CROSS_ORIGIN");
    const viewer = await getViewer();
    if (!viewer) return errorResponse("UNAUTHENTICATED");

    const id = subscriptionIdSchema.safeParse((await params).id);
    const device = id.success && (await findDevice({ memberId: viewer.id, id: id.data }));
    if (!device) return errorResponse("NOT_FOUND");

    const taken = await pushCallsPerMember.take(viewer.id);
    if (!taken.ok) return errorResponse(taken.error, taken);

    const { kind: outcome } = await sendPush(device, testMessage(viewer.locale));
    if (outcome === "GONE") await removeGone(device);
    return jsonResponse({ outcome });
  });
}
