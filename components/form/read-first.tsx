"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * A message that must be read first, however far it is from the pressed button: takes the focus, which scrolls it
 * into view, when it appears and again for another `answer`.
 */
export function ReadFirst({ answer, children }: { answer: object; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another answer is another message, in the same words perhaps
  useEffect(() => box.current?.focus(), [answer]);
  return (
    <div ref={box} tabIndex={-1} className="scroll-my-6 rounded-control outline-offset-2">
      {children}
    </div>
  );
}
