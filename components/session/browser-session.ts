import { memberHeader } from "@/lib/auth/member-header";
import { tryStorage } from "@/lib/browser-storage";

/** All tabs share one session: a tab announces its member, and the others check theirs. */

const name = "sora.member";
const nobody = "";

/** A server that takes longer counts as one that cannot be reached. */
const patienceMs = 15_000;

/** A form's answer that takes longer does not delay the check. */
const formPatienceMs = 5_000;

const openChannel = () => (typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(name));

/** Makes tabs of other members check their session. */
export function announceMember(memberId: string | null): void {
  // Stored too: a suspended tab reads it later, and so do browsers without channels.
  tryStorage((storage) => storage.setItem(name, memberId ?? nobody));
  const channel = openChannel();
  // A channel only reaches this origin; the rule mistakes it for a window.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  channel?.postMessage(memberId ?? nobody);
  channel?.close();
}

/** Empties the page at once, because the server may answer slowly, then loads it again. */
export function leavePage(): void {
  document.body.replaceChildren();
  const { pathname, search } = window.location;
  window.location.replace(pathname + search);
}

/** Whether the cookie is still this member's. Null when the server cannot be reached. */
export async function isSignedIn(memberId: string): Promise<boolean | null> {
  try {
    const response = await fetch("/api/session", {
      headers: { [memberHeader]: memberId },
      cache: "no-store",
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.ok) return true;
    return response.status === 401 ? false : null;
  } catch {
    return null;
  }
}

/** Leaves the page when the browser is no longer signed in as its member. @returns a function that stops watching */
export function watchSession(memberId: string): () => void {
  const watching = new AbortController();
  const on = { signal: watching.signal };
  const isSaidToBeOther = () => (tryStorage((storage) => storage.getItem(name)) ?? memberId) !== memberId;

  /** Hides the page until the check is done. Offline, the last announcement decides. */
  const doubt = async () => {
    document.body.style.visibility = "hidden";
    const isTheirs = (await isSignedIn(memberId)) ?? !isSaidToBeOther();
    if (watching.signal.aborted) return;
    if (!isTheirs) return leavePage();
    document.body.style.visibility = "";
    // The member has signed in again since that announcement.
    if (isSaidToBeOther()) announceMember(memberId);
  };
  const check = async () => {
    if (watching.signal.aborted) return;
    if (isSaidToBeOther()) return doubt();
    if ((await isSignedIn(memberId)) === false && !watching.signal.aborted) leavePage();
  };

  const channel = openChannel();
  channel?.addEventListener("message", ({ data }) => data !== memberId && void doubt(), on);
  window.addEventListener("storage", ({ key }) => key === name && isSaidToBeOther() && void doubt(), on);
  document.addEventListener(
    "visibilitychange",
    () => document.visibilityState === "visible" && void check(),
    on,
  );
  // A page restored from the back/forward cache.
  window.addEventListener("pageshow", ({ persisted }) => persisted && void doubt(), on);
  // The session may have ended because of a form that was just sent. Its answer navigates, so it comes first.
  let sentAt = -Infinity;
  document.addEventListener("submit", () => (sentAt = performance.now()), { ...on, capture: true });
  document.addEventListener(
    sessionEndedEvent,
    () => setTimeout(() => void check(), performance.now() - sentAt < formPatienceMs ? formPatienceMs : 0),
    on,
  );
  return () => {
    watching.abort();
    channel?.close();
  };
}

const sessionEndedEvent = "sora:session-ended";

/** A stream that the server ended may mean that the session is over. */
export const suspectSession = () => void document.dispatchEvent(new Event(sessionEndedEvent));
