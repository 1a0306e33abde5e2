"use client";

import { useState } from "react";

/** Marks what was unread when it came into sight, and stays: the list counts as read as soon as it is seen. */
export function NewMark({ isUnread, label }: { isUnread: boolean; label: string }) {
  const [wasUnread] = useState(isUnread);
  if (!wasUnread) return null;
  return (
    <span className="mt-2 size-2 rounded-full bg-tone-f forced-colors:border-4">
      <span className="sr-only">{label}</span>
    </span>
  );
}
