"use client";

import { useState } from "react";

/** Keeps the first state: notices count as read as soon as they are visible. */
export function NewMark({ isUnread, label }: { isUnread: boolean; label: string }) {
  const [wasUnread] = useState(isUnread);
  if (!wasUnread) return null;
  return (
    <span className="mt-2 size-2 rounded-full bg-tone-f forced-colors:border-4">
      <span className="sr-only">{label}</span>
    </span>
  );
}
