import { storedKeys, tryStorage } from "@/lib/browser-storage";

/**
 * As which of a member's devices this browser was sent to the server last: its fingerprint; "off" where the server said that
 * it is none. Kept while the member is signed in here, so that visits ask the server nothing while nothing has changed.
 */
const prefix = "sora.push:";

export const rememberedDevice = (memberId: string): string | null =>
  tryStorage((storage) => storage.getItem(prefix + memberId)) ?? null;

export const rememberDevice = (memberId: string, fingerprint: string) =>
  void tryStorage((storage) => storage.setItem(prefix + memberId, fingerprint));

/** Signing out takes a browser's pushes along: whoever signs in next begins without. */
export function forgetDevices(): void {
  for (const key of storedKeys(prefix)) tryStorage((storage) => storage.removeItem(key));
}
