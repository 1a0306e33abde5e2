import { useEffect, useRef } from "react";

const beatMs = 15_000;
/** What is passed over quickly is not looked at. */
const glanceMs = 300;

/** Says which revision is open, as long as somebody can see it. */
export function usePresence(revisionId: string | null): void {
  const isFirst = useRef(true);
  useEffect(() => {
    if (!revisionId) return;
    const say = (isLooking: boolean) => {
      // Lost words are no matter: the next one comes soon, and silence counts as having gone.
      fetch("/api/admin/moderation/presence", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ revisionId, isLooking }),
        keepalive: true,
      }).catch(() => undefined);
    };
    const isSeen = () =>
      document.visibilityState === "visible" && document.getElementById("item")?.checkVisibility() === true;
    const look = () => {
      if (isSeen()) say(true);
    };
    const turn = () => say(isSeen());
    let hasLooked = false;
    const leave = () => {
      if (hasLooked) say(false);
    };
    const first = setTimeout(
      () => {
        hasLooked = true;
        look();
      },
      isFirst.current ? 0 : glanceMs,
    );
    isFirst.current = false;
    const beats = setInterval(look, beatMs);
    document.addEventListener("visibilitychange", turn);
    window.addEventListener("pagehide", leave);
    return () => {
      clearTimeout(first);
      clearInterval(beats);
      document.removeEventListener("visibilitychange", turn);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [revisionId]);
}
