import { after } from "next/server";

import { getViewer } from "@/lib/auth/viewer";
import { replyStreamHeaders } from "@/lib/diary/reply-frames";
import { requestReply } from "@/lib/diary/request-reply";
import { replyRequestSchema } from "@/lib/diary/schema";
import { env } from "@/lib/env";
import { answer, errorResponse, isSameOrigin, readJson } from "@/lib/http";

export async function POST(request: Request, { params }: RouteContext<"/api/diary/[date]/replies">) {
  return answer(async () => {
    if (!isSameOrigin(request, env().AUTH_URL)) return errorResponse("CROSS_ORIGIN");
    const viewer = await getViewer();
    if (!viewer) return errorResponse("UNAUTHENTICATED");

    const json = await readJson(request, 1024);
    if (!json.ok) return errorResponse(json.error);
    const input = replyRequestSchema.safeParse({ ...Object(json.data), ...(await params) });
    if (!input.success) return errorResponse("INVALID_INPUT");

    const reply = await requestReply({ authorId: viewer.id, ...input.data });
    if (!reply.ok) return errorResponse(reply.error, "retryAfterSeconds" in reply ? reply : {});

    // Nobody waits for this; it tells a server that is asked to stop to let the reply end first.
    const { replyId, stream, written } = reply.data;
    after(() => written);
    return new Response(stream, { headers: { ...replyStreamHeaders, "x-reply-id": replyId } });
  });
}
