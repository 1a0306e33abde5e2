import { useEffect } from "react";

const beatMs = 15_000;

/** Says which revision is open, as long as somebody can see it. */
export function usePresence(revisionId: string | null): void {
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
    const leave = () => say(false);
    look();
    const beats = setInterval(look, beatMs);
    document.addEventListener("visibilitychange", turn);
    window.addEventListener("pagehide", leave);
    return () => {
      clearInterval(beats);
      document.removeEventListener("visibilitychange", turn);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [revisionId]);
}
