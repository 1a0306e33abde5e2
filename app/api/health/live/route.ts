import { jsonResponse } from "@/lib/http";

export const dynamic = "force-dynamic";

/** The process runs and answers. Touches nothing: a database that is away is no reason to restart it. */
export function GET() {
  return jsonResponse({ status: "ok" });
}
