"use client";

import { useEffect } from "react";
import { showOwnFonts, showPageFonts } from "./late-fonts";

/** In the layout, once. `isReturning`: the browser has the letters of people's own words in its cache. */
export function OwnFonts({ isReturning }: { isReturning: boolean }) {
  useEffect(() => {
    showOwnFonts();
    if (isReturning) showPageFonts();
  }, [isReturning]);
  return null;
}
