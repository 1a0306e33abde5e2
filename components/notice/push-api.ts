import { memberHeader } from "@/lib/auth/member-header";

/** Push subscriptions' HTTP calls as the browser makes them. */

const patienceMs = 20_000;

async function call(memberId: string, method: "POST" | "DELETE", path: string, body?: unknown) {
  try {
    return await fetch(`/api/push/subscriptions${path}`, {
      method,
      headers: { [memberHeader]: memberId, ...(body ? { "content-type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(patienceMs),
    });
  } catch {
    return null; // offline, or the server is away
  }
}

export async function saveSubscription(memberId: string, subscription: PushSubscription): Promise<boolean> {
  const { endpoint, keys } = subscription.toJSON();
  return (await call(memberId, "POST", "", { endpoint, keys }))?.ok ?? false;
}

/** True also when it is gone already. */
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
