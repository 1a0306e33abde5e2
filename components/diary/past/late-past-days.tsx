"use client";

import dynamic from "next/dynamic";

/** In a file of its own: a page without written days does not load it, and the editor does not wait for it. */
export const LatePastDays = dynamic(() => import("./past-days").then(({ PastDays }) => PastDays));
