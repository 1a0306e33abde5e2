import { jsonResponse } from "@/lib/web/http";
import { buildId } from "@/lib/servers/build";

// Without it the answer would be fixed at build time.
export const dynamic = "force-dynamic";

/** The build that answers, for tabs without a stream of notices. */
export function GET() {
  return jsonResponse({ buildId });
}
