import { memberHeader } from "@/lib/auth/member-header";
import { fingerprintOf } from "./push-device";
import { rememberDevice } from "./push-memory";

const patienceMs = 20_000;

async function call(memberId: string, method: "GET" | "POST" | "DELETE", path: string, body?: unknown) {
  try {
    return await fetch(`/api/push/subscriptions${path}`, {
      method,
      headers: { [memberHeader]: memberId, ...(body ? { "content-type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(patienceMs),
    });
  } catch {
    return null; // offline, or the server is unavailable
  }
}

/** `replaces`: the fingerprint of this browser's previous subscription. */
export async function saveSubscription(
  memberId: string,
  subscription: PushSubscription,
  replaces?: string,
): Promise<boolean> {
  const { endpoint, keys } = subscription.toJSON();
  const response = await call(memberId, "POST", "", { endpoint, keys, replacesFingerprint: replaces });
  if (!response?.ok) return false;
  rememberDevice(memberId, await fingerprintOf(subscription));
  return true;
}

/** Null when the server could not answer. */
export async function isDeviceKnown(memberId: string, fingerprint: string): Promise<boolean | null> {
  const response = await call(memberId, "GET", `?fingerprint=${fingerprint}`);
  if (response?.ok) return true;
  return response?.status === 404 ? false : null;
}

/** True also when the device was already removed. */
export async function removeDevice(memberId: string, id: string): Promise<boolean> {
  const response = await call(memberId, "DELETE", `/${id}`);
  return response?.ok === true || response?.status === 404;
}

export async function testDevice(memberId: string, id: string): Promise<"SENT" | "GONE" | "FAILED"> {
  const response = await call(memberId, "POST", `/${id}/test`);
  if (response?.status === 404) return "GONE";
  const { outcome }: { outcome?: string } = response?.ok ? await response.json().catch(() => ({})) : {};
  return outcome === "SENT" || outcome === "GONE" ? outcome : "FAILED";
}
