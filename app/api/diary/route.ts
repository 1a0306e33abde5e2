import type { NextRequest } from "next/server";

import { getReader } from "@/lib/auth/viewer";
import { listEntries } from "@/lib/diary/entry-data";
import { listEntriesSchema } from "@/lib/diary/schema";
import { answer, errorResponse, jsonResponse } from "@/lib/web/http";

export async function GET(request: NextRequest) {
  return answer(async () => {
    const viewer = await getReader();
    if (!viewer) return errorResponse("UNAUTHENTICATED");

    const input = listEntriesSchema.safeParse(Object.fromEntries(request.nextUrl.searchParams));
    if (!input.success) return errorResponse("INVALID_INPUT");

    return jsonResponse(await listEntries({ authorId: viewer.id, ...input.data }));
  });
}
