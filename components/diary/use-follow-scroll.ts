"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { isPressing } from "@/components/ui/press";

/** Room kept below the end of what is followed. */
const marginPx = 112;

/**
 * Keeps the end of a growing text in view, as long as the reader is there. Scrolling up lets go; coming back to the
 * end, or `follow`, takes hold again.
 */
export function useFollowScroll({
  end,
  isGrowing,
}: {
  end: RefObject<HTMLElement | null>;
  isGrowing: boolean;
}) {
  // Until the first look at where the reader is, nothing says that they are elsewhere.
  const [isFollowing, setIsFollowing] = useState(true);
  const holds = useRef<boolean>(null);
  const lastY = useRef(0);

  const hold = useCallback((isHeld: boolean) => {
    if (holds.current === isHeld) return;
    holds.current = isHeld;
    setIsFollowing(isHeld);
  }, []);

  useEffect(() => {
    if (!isGrowing) return;
    const isStill = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const below = () => (end.current?.getBoundingClientRect().bottom ?? 0) - window.innerHeight + marginPx;
    lastY.current = window.scrollY;
    let isFirst = true;

    const step = () => {
      const distance = below();
      if (isFirst && !holds.current) hold(distance < marginPx); // the reader may be there already
      isFirst = false;
      if (holds.current && distance > 0 && !isPressing()) {
        window.scrollBy(0, isStill ? distance : Math.max(1, Math.min(distance, distance * 0.14)));
        lastY.current = window.scrollY;
      }
      frame = requestAnimationFrame(step);
    };
    // We only ever scroll down: whatever goes up is the reader.
    const handleScroll = () => {
      const y = window.scrollY;
      if (y < lastY.current - 1) hold(false);
      else if (y > lastY.current && below() < marginPx) hold(true);
      lastY.current = y;
    };

    let frame = requestAnimationFrame(step);
    window.addEventListener("scroll", handleScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", handleScroll);
    };
  }, [isGrowing, end, hold]);

  const follow = () => {
    // What the page has scrolled up until now may be told only after this press: it is not a wish to be let go again.
    lastY.current = window.scrollY;
    hold(true);
  };

  return { isFollowing, follow };
}
