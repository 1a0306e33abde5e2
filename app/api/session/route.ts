import { getReader } from "@/lib/auth/viewer";
import { answer, errorResponse, privateHeaders } from "@/lib/http";

/** Whether the member whose page asks is still signed in here: 204, or 401. */
export async function GET() {
  return answer(async () =>
    (await getReader())
      ? new Response(null, { status: 204, headers: privateHeaders })
      : errorResponse("UNAUTHENTICATED"),
  );
}
