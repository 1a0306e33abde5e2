import { z } from "zod";

import { hasRole, moderators } from "@/lib/auth/has-role";
import { getViewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { answer, errorResponse, isSameOrigin, jsonResponse, nothingHere, readInput } from "@/lib/web/http";
import { look, lookAway } from "@/lib/review/desk/presence";

const presenceSchema = z.object({ revisionId: z.guid(), isLooking: z.boolean() });

/** The revision that the moderator's page has open. Sent every few seconds. */
export async function POST(request: Request) {
  return answer(async () => {
    const viewer = await getViewer();
    if (!hasRole(viewer, moderators)) return errorResponse("NOT_FOUND");
    if (!isSameOrigin(request, env().AUTH_URL)) return errorResponse("CROSS_ORIGIN");

    const input = await readInput(request, presenceSchema, 1024);
    if (!input.ok) return errorResponse(input.error);

    const { revisionId, isLooking } = input.data;
    await (isLooking ? look : lookAway)({ moderatorId: viewer.id, revisionId });
    return jsonResponse({ revisionId, isLooking });
  });
}

export const { GET, PUT, PATCH, DELETE, OPTIONS } = nothingHere;
