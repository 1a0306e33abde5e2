import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { instruments } from "@/lib/instruments";
import { answer, errorResponse, nothingHere, privateHeaders } from "@/lib/web/http";
import { readCounters } from "@/lib/metrics/counters";
import { expositionType, writeExposition } from "@/lib/metrics/exposition";
import { readGauges } from "@/lib/metrics/gauges";
import { readLiveGauges } from "@/lib/metrics/live-gauges";

/** For Prometheus. 404 without the token. */
export async function GET(request: Request) {
  return answer(async () => {
    const token = env().METRICS_TOKEN;
    const given = /^Bearer (.+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
    if (!token || !given || !areEqual(given.trim(), token)) return errorResponse("NOT_FOUND");

    const families = [...(await readLiveGauges()), ...(await readGauges()), ...(await readCounters())];
    return new Response(writeExposition(families) + (await instruments.registry.metrics()), {
      headers: { ...privateHeaders, "content-type": expositionType },
    });
  });
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = nothingHere;

/** Constant time. Hashed, because `timingSafeEqual` needs equal lengths. */
function areEqual(given: string, token: string): boolean {
  const [a, b] = [given, token].map((text) => createHash("sha256").update(text).digest());
  return timingSafeEqual(a!, b!);
}
