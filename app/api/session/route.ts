import { getReader } from "@/lib/auth/viewer";
import { answer, errorResponse, privateHeaders } from "@/lib/web/http";

/** 204 while the page's member is signed in, otherwise 401. */
export async function GET() {
  return answer(async () =>
    (await getReader())
      ? new Response(null, { status: 204, headers: privateHeaders })
      : errorResponse("UNAUTHENTICATED"),
  );
}
