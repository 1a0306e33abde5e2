"use client";

import { useEffect } from "react";
import { showPageFonts } from "./late-fonts";

/** Beside what people wrote, where it is set in the serif face. */
export function PageFonts() {
  useEffect(showPageFonts, []);
  return null;
}
