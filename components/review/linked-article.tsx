"use client";

import { type ReactNode, useSyncExternalStore } from "react";

function subscribe(listener: () => void) {
  const listening = new AbortController();
  for (const event of ["hashchange", "popstate"])
    window.addEventListener(event, listener, { signal: listening.signal });
  return () => listening.abort();
}

/** Marked while the URL's fragment names it. `:target` does not work with Next's links. */
export function LinkedArticle({
  id,
  titleId,
  children,
}: {
  id: string;
  titleId: string;
  children: ReactNode;
}) {
  const isLinked = useSyncExternalStore(
    subscribe,
    () => window.location.hash === `#${id}`,
    () => false,
  );
  return (
    <article
      id={id}
      aria-labelledby={titleId}
      aria-current={isLinked || undefined}
      className="scroll-mt-6 rounded-sheet outline-offset-3 outline-sea aria-[current]:outline-2"
    >
      {children}
    </article>
  );
}
