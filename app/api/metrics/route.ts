import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { instruments } from "@/lib/instruments";
import { answer, errorResponse, nothingHere, privateHeaders } from "@/lib/http";
import { readCounters } from "@/lib/metrics/counters";
import { expositionType, writeExposition } from "@/lib/metrics/exposition";
import { readGauges } from "@/lib/metrics/gauges";
import { readLiveGauges } from "@/lib/metrics/live-gauges";

/** For Prometheus. Whoever lacks the token is not told that there is anything here. */
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

/** In a time that does not tell how much of it was right; hashed, because only equal lengths can be compared so. */
function areEqual(given: string, token: string): boolean {
  const [a, b] = [given, token].map((text) => createHash("sha256").update(text).digest());
  return timingSafeEqual(a!, b!);
}
