"use client";

import { useEffect } from "react";
import { showOwnFonts, showPageFonts } from "./late-fonts";

/** `isReturning`: the fonts of people's texts are in the browser's cache. */
export function OwnFonts({ isReturning }: { isReturning: boolean }) {
  useEffect(() => {
    showOwnFonts();
    if (isReturning) showPageFonts();
  }, [isReturning]);
  return null;
}
