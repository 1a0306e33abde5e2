import { hasRole, moderators } from "@/lib/auth/has-role";
import { getViewer } from "@/lib/auth/viewer";
import { answer, errorResponse, jsonResponse, nothingHere } from "@/lib/web/http";
import { countQueue } from "@/lib/review/desk/queue-counts";
import { parseQueueHref } from "@/lib/review/desk/queue-query";

/** Counts under the query's filters, with the parameters of `/admin/moderation`. */
export async function GET(request: Request) {
  return answer(async () => {
    const viewer = await getViewer();
    if (!hasRole(viewer, moderators)) return errorResponse("NOT_FOUND");
    return jsonResponse(await countQueue(parseQueueHref(new URL(request.url).search)));
  });
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = nothingHere;
