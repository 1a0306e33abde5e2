import { getReader } from "@/lib/auth/viewer";
import { listDays } from "@/lib/diary/past-data";
import { monthSchema } from "@/lib/diary/schema";
import { answer, errorResponse, jsonResponse } from "@/lib/web/http";
import { localDate } from "@/lib/time/local-date";

/** The member's entries of a month, before today. */
export async function GET(_request: Request, { params }: RouteContext<"/api/diary/months/[month]">) {
  return answer(async () => {
    const viewer = await getReader();
    if (!viewer) return errorResponse("UNAUTHENTICATED");

    const month = monthSchema.safeParse((await params).month);
    if (!month.success) return errorResponse("INVALID_INPUT");

    const before = localDate(viewer.timeZone);
    return jsonResponse({ days: await listDays({ authorId: viewer.id, month: month.data, before }) });
  });
}
