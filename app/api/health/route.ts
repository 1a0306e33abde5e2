import { reachability } from "@/lib/db";
import { jsonResponse } from "@/lib/http";

export const dynamic = "force-dynamic";

export async function GET() {
  if (await reachability.ask()) return jsonResponse({ status: "ok" });
  return jsonResponse({ status: "unavailable", failing: ["database"] }, { status: 503 });
}
