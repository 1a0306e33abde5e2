import { storedKeys, tryStorage } from "@/lib/browser-storage";

/**
 * The fingerprint under which the server knows this browser as the member's device; "off" when it knows none. Kept
 * while the member is signed in here, so that visits need no request while nothing has changed.
 */
const prefix = "sora.push:";

export const rememberedDevice = (memberId: string): string | null =>
  tryStorage((storage) => storage.getItem(prefix + memberId)) ?? null;

export const rememberDevice = (memberId: string, fingerprint: string) =>
  void tryStorage((storage) => storage.setItem(prefix + memberId, fingerprint));

/** After a sign-out the next member starts without pushes. */
export function forgetDevices(): void {
  for (const key of storedKeys(prefix)) tryStorage((storage) => storage.removeItem(key));
}
