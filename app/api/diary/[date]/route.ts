import { getReader, getViewer } from "@/lib/auth/viewer";
import { deleteEntry, findEntry, saveEntry } from "@/lib/diary/entry-data";
import { latestDate } from "@/lib/time/local-date";
import { listReplies } from "@/lib/diary/reply-data";
import { dateSchema, maxEntryRequestBytes, saveEntrySchema } from "@/lib/diary/schema";
import { env } from "@/lib/env";
import { answer, errorResponse, isSameOrigin, jsonResponse, readInput } from "@/lib/web/http";

type Context = RouteContext<"/api/diary/[date]">;

export async function GET(_request: Request, { params }: Context) {
  return answer(async () => {
    const viewer = await getReader();
    if (!viewer) return errorResponse("UNAUTHENTICATED");

    const date = dateSchema.safeParse((await params).date);
    if (!date.success) return errorResponse("INVALID_INPUT");

    const day = { authorId: viewer.id, date: date.data };
    const [found, replies] = await Promise.all([findEntry(day), listReplies(day)]);
    return found ? jsonResponse({ entry: found.entry, replies }) : errorResponse("NOT_FOUND");
  });
}

export async function PUT(request: Request, { params }: Context) {
  return answer(async () => {
    if (!isSameOrigin(request, env().AUTH_URL)) return errorResponse("CROSS_ORIGIN");
    const viewer = await getViewer();
    if (!viewer) return errorResponse("UNAUTHENTICATED");

    const input = await readInput(request, saveEntrySchema, maxEntryRequestBytes, await params);
    if (!input.ok) return errorResponse(input.error);
    if (input.data.date > latestDate()) return errorResponse("INVALID_INPUT");

    const saved = await saveEntry({ authorId: viewer.id, ...input.data });
    if (saved.ok) return jsonResponse({ entry: saved.data.entry }, { status: saved.data.isNew ? 201 : 200 });
    return errorResponse(saved.error, saved.error === "CONFLICT" ? { details: { entry: saved.entry } } : {});
  });
}

export async function DELETE(request: Request, { params }: Context) {
  return answer(async () => {
    if (!isSameOrigin(request, env().AUTH_URL)) return errorResponse("CROSS_ORIGIN");
    const viewer = await getReader();
    if (!viewer) return errorResponse("UNAUTHENTICATED");

    const date = dateSchema.safeParse((await params).date);
    if (!date.success) return errorResponse("INVALID_INPUT");

    const isDeleted = await deleteEntry({ authorId: viewer.id, date: date.data });
    return isDeleted ? new Response(null, { status: 204 }) : errorResponse("NOT_FOUND");
  });
}
