import { isDeviceKnown, saveSubscription } from "./push-api";
import { canPush, findSubscription, fingerprintOf, isFor, subscribeAgain } from "./push-device";
import { rememberDevice, rememberedDevice } from "./push-memory";

/**
 * A browser may change or drop its push subscription at any time; its service worker may miss that or be signed out
 * then. A visit of the member who turned pushes on here renews it. Makes no request while nothing has changed.
 */
export async function renewPush(memberId: string, publicKey: string): Promise<void> {
  if (!canPush() || Notification.permission !== "granted") return;
  const known = rememberedDevice(memberId);
  const found = await findSubscription();
  if (known === null) {
    if (found) await look(memberId, await fingerprintOf(found));
    return;
  }
  if (known === "off") return;

  const subscription = found && isFor(found, publicKey) ? found : await subscribeAgain(publicKey);
  if ((await fingerprintOf(subscription)) !== known) await saveSubscription(memberId, subscription, known);
}

/** Runs once after a sign-in, because the browser keeps its subscription when the member changes. */
async function look(memberId: string, fingerprint: string): Promise<void> {
  const isKnown = await isDeviceKnown(memberId, fingerprint);
  if (isKnown !== null) rememberDevice(memberId, isKnown ? fingerprint : "off");
}
