import { deviceName } from "@/lib/auth/sessions/device-name";
import { getSession, getViewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { answer, errorResponse, isSameOrigin, jsonResponse, privateHeaders, readInput } from "@/lib/web/http";
import { isDeviceOf, saveSubscription } from "@/lib/notice/push-data";
import { pushCallsPerMember } from "@/lib/notice/push-limit";
import { fingerprintSchema, subscriptionSchema } from "@/lib/notice/push-schema";
import { vapidDetails } from "@/lib/notice/vapid";

/** Whether the device with `?fingerprint=` belongs to the member: 204 or 404. */
export async function GET(request: Request) {
  return answer(async () => {
    const viewer = await getViewer();
    if (!viewer) return errorResponse("UNAUTHENTICATED");
    const fingerprint = fingerprintSchema.safeParse(new URL(request.url).searchParams.get("fingerprint"));
    const isKnown = fingerprint.success && (await isDeviceOf(viewer.id, fingerprint.data));
    return isKnown
      ? new Response(null, { status: 204, headers: privateHeaders })
      : errorResponse("NOT_FOUND");
  });
}

export async function POST(request: Request) {
  return answer(async () => {
    if (!isSameOrigin(request, env().AUTH_URL)) return errorResponse("CROSS_ORIGIN");
    const viewer = await getViewer();
    if (!viewer) return errorResponse("UNAUTHENTICATED");
    if (!vapidDetails()) return errorResponse("NOT_FOUND");

    const input = await readInput(request, subscriptionSchema, 8 * 1024);
    if (!input.ok) return errorResponse(input.error);

    const taken = await pushCallsPerMember.take(viewer.id);
    if (!taken.ok) return errorResponse(taken.error, taken);

    const { endpoint, keys, replaces, replacesFingerprint } = input.data;
    const device = deviceName(request.headers.get("user-agent"));
    const session = await getSession();
    // A cookie of an older release has no session row to reference.
    const sessionId = session?.isRecorded ? session.sessionId : null;
    const id = await saveSubscription({
      memberId: viewer.id,
      sessionId,
      endpoint,
      ...keys,
      device,
      replaces,
      replacesFingerprint,
    });
    return id ? jsonResponse({ id }, { status: 201 }) : errorResponse("NOT_FOUND");
  });
}
