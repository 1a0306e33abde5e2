import { after } from "next/server";

import { getSession, getViewer } from "@/lib/auth/viewer";
import { replyStreamHeaders } from "@/lib/diary/reply-frames";
import { requestReply } from "@/lib/diary/request-reply";
import { replyRequestSchema } from "@/lib/diary/schema";
import { env } from "@/lib/env";
import { answer, errorResponse, isSameOrigin, readInput } from "@/lib/web/http";

export async function POST(request: Request, { params }: RouteContext<"/api/diary/[date]/replies">) {
  return answer(async () => {
    if (!isSameOrigin(request, env().AUTH_URL)) return errorResponse("CROSS_ORIGIN");
    const viewer = await getViewer();
    if (!viewer) return errorResponse("UNAUTHENTICATED");

    const input = await readInput(request, replyRequestSchema, 1024, await params);
    if (!input.ok) return errorResponse(input.error);

    const { id: authorId, timeZone } = viewer;
    const reply = await requestReply({ authorId, timeZone, session: await getSession(), ...input.data });
    if (!reply.ok) return errorResponse(reply.error, "retryAfterSeconds" in reply ? reply : {});

    // `after()` makes a shutdown wait for the reply's end. The response does not wait.
    const { replyId, fingerprint, stream, written } = reply.data;
    after(() => written);
    const headers = new Headers({ ...replyStreamHeaders, "x-reply-id": replyId });
    if (fingerprint) headers.set("x-reply-fingerprint", fingerprint);
    return new Response(stream, { headers });
  });
}
