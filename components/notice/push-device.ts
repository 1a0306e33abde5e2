const workerPath = "/sw.js";

export function canPush(): boolean {
  return "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
}

export async function findSubscription(): Promise<PushSubscription | null> {
  if (!canPush()) return null;
  try {
    const registration = await navigator.serviceWorker.getRegistration("/");
    return (await registration?.pushManager.getSubscription()) ?? null;
  } catch {
    return null;
  }
}

/** Must equal the server's fingerprint. Hides the endpoint, which is secret. */
export async function fingerprintOf({ endpoint }: PushSubscription): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(endpoint));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Asks the person for permission. @returns null when refused */
export async function subscribe(publicKey: string): Promise<PushSubscription | null> {
  if ((await Notification.requestPermission()) !== "granted") return null;

  return subscribeAgain(publicKey);
}

/** Call only with permission granted. */
export async function subscribeAgain(publicKey: string): Promise<PushSubscription> {
  await navigator.serviceWorker.register(workerPath, { scope: "/", updateViaCache: "none" });
  const { pushManager } = await navigator.serviceWorker.ready;
  const present = await pushManager.getSubscription();
  if (present && isFor(present, publicKey)) return present;

  await present?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(publicKey) });
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const base64 = base64url.replaceAll("-", "+").replaceAll("_", "/");
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

/** A subscription for an old server key cannot receive pushes. */
export function isFor({ options }: PushSubscription, publicKey: string): boolean {
  const key = bytesOf(publicKey);
  const kept = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0));
  return kept.length === key.length && kept.every((byte, index) => byte === key[index]);
}
