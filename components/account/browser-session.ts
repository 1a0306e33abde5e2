import { memberHeader } from "@/lib/auth/member-header";
import { tryStorage } from "@/lib/browser-storage";

/** Who is signed in is the whole browser's matter: a tab says whom it was made for, and the others check. */

const name = "sora.member";
const nobody = "";

/** An answer to a form that takes longer is not waited for. */
const formPatienceMs = 5_000;

const openChannel = () => (typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(name));

/** A page was made for this member, or its member has left: tabs of anybody else look whether they may stay. */
export function announceMember(memberId: string | null): void {
  // The storage too: it reaches a tab that was asleep, and browsers without channels.
  tryStorage((storage) => storage.setItem(name, memberId ?? nobody));
  const channel = openChannel();
  // A channel reaches this origin alone; the rule takes it for a window.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  channel?.postMessage(memberId ?? nobody);
  channel?.close();
}

/** Another page takes this one's place, with nothing of it left: also when the server takes long to answer. */
export function leavePage(): void {
  document.body.replaceChildren();
  const { pathname, search } = window.location;
  window.location.replace(pathname + search);
}

/** Whether the cookie is still this member's; null when the server cannot be asked. */
async function isSignedIn(memberId: string): Promise<boolean | null> {
  try {
    const response = await fetch("/api/session", {
      headers: { [memberHeader]: memberId },
      cache: "no-store",
    });
    if (response.ok) return true;
    return response.status === 401 ? false : null;
  } catch {
    return null;
  }
}

/** Keeps a page of this member's only as long as the browser is signed in as them. @returns what ends that. */
export function watchSession(memberId: string): () => void {
  const watching = new AbortController();
  const on = { signal: watching.signal };
  const isSaidToBeOther = () => (tryStorage((storage) => storage.getItem(name)) ?? memberId) !== memberId;

  /** Nothing can be read until it is certain. Offline, what another tab has said decides. */
  const doubt = async () => {
    document.body.style.visibility = "hidden";
    const isTheirs = (await isSignedIn(memberId)) ?? !isSaidToBeOther();
    if (watching.signal.aborted) return;
    if (!isTheirs) return leavePage();
    document.body.style.visibility = "";
    // They have signed in again since that was said.
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
  // Back to a page that the browser kept whole.
  window.addEventListener("pageshow", ({ persisted }) => persisted && void doubt(), on);
  // A form that was just sent may be what ends it, and its answer leads somewhere: it comes first.
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

/** The server ended a stream: the session may be over. */
export const suspectSession = () => void document.dispatchEvent(new Event(sessionEndedEvent));
