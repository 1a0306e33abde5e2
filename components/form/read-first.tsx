"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * What has to be read before anything else is done, however far from the button that was pressed: it takes the focus,
 * which brings it into view, when it appears and again for another `answer`.
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
