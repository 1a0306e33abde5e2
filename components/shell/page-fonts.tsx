"use client";

import { useEffect } from "react";
import { showPageFonts } from "./late-fonts";

export function PageFonts() {
  useEffect(showPageFonts, []);
  return null;
}
