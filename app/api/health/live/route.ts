import { jsonResponse } from "@/lib/web/http";

export const dynamic = "force-dynamic";

/** Liveness only: does not query the database, whose outage is no reason to restart the process. */
export function GET() {
  return jsonResponse({ status: "ok" });
}
