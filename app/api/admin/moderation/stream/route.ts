import { hasRole, moderators } from "@/lib/auth/has-role";
import { getSession, getViewer } from "@/lib/auth/viewer";
import { answer, errorResponse, eventStreamResponse, nothingHere } from "@/lib/web/http";
import { deskEvents } from "@/lib/review/desk/desk-events";

export async function GET() {
  return answer(async () => {
    const [viewer, session] = await Promise.all([getViewer(), getSession()]);
    if (!session || !hasRole(viewer, moderators)) return errorResponse("NOT_FOUND");
    return eventStreamResponse(deskEvents().watch(session));
  });
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = nothingHere;
