import { jsonResponse } from "@/lib/http";
import { buildId } from "@/lib/servers/build";

// Or it would be written down when the build is made.
export const dynamic = "force-dynamic";

/** Which build answers: for tabs that hold no stream of notices. */
export function GET() {
  return jsonResponse({ buildId });
}
