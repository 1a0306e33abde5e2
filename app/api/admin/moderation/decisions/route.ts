import { hasRole, moderators } from "@/lib/auth/has-role";
import { getViewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { answer, errorResponse, isSameOrigin, jsonResponse, nothingHere, readInput } from "@/lib/web/http";
import { look } from "@/lib/review/desk/presence";
import { type DecisionAnswer, sentDecisionSchema } from "@/lib/review/decision/schema";
import { takeDecision } from "@/lib/review/desk/take-decision";

/**
 * A decision of the queue's page, which shows the next item before the answer. Not an action, because actions wait for
 * each other and for navigations, and a new build may not know them. Also 200 for a refused decision, whose error is in
 * the answer.
 */
export async function POST(request: Request) {
  return answer(async () => {
    const viewer = await getViewer();
    if (!hasRole(viewer, moderators)) return errorResponse("NOT_FOUND");
    if (!isSameOrigin(request, env().AUTH_URL)) return errorResponse("CROSS_ORIGIN");

    const input = await readInput(request, sentDecisionSchema, 64 * 1024);
    if (!input.ok) return errorResponse(input.error);

    const { fields, shows } = input.data;
    if (shows) await look({ moderatorId: viewer.id, revisionId: shows });
    const state = await takeDecision(viewer.id, fields);
    return jsonResponse({ state, at: Date.now() } satisfies DecisionAnswer);
  });
}

export const { GET, PUT, PATCH, DELETE, OPTIONS } = nothingHere;
