"use client";

import dynamic from "next/dynamic";
import { type ComponentProps, useState } from "react";
import type { Replies } from "./replies";

type Component = typeof Replies;

// Spelled out here: the HTML of a page with replies then names this file, and it loads beside the others.
const FirstReplies = dynamic(() => import("./replies").then((file) => file.Replies));

let loaded: Component | undefined;

/** Loads the script of replies. Resolves when it is there, or cannot be had now. */
export async function prepareReplies(): Promise<void> {
  loaded ??= await import("./replies").then(
    (file) => file.Replies,
    () => undefined,
  );
}

/**
 * Replies, with a script of their own: a page without any is written on before it loads. After `prepareReplies` they appear at
 * once, without a render in between.
 */
export function LateReplies(props: ComponentProps<Component>) {
  const [Shown] = useState(() => loaded ?? FirstReplies);
  return <Shown {...props} />;
}
