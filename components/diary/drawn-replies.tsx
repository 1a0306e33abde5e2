"use client";

import { type ReactNode, createContext, useContext, useState } from "react";

type Drawn = Readonly<Record<string, ReactNode>>;

const Context = createContext<Drawn>({});

/** Replies that the server has drawn, by their id: the browser shows them without reading their Markdown itself. */
export function DrawnReplies({ drawn, children }: { drawn: Drawn; children: ReactNode }) {
  // A reply that was drawn in this tab stays as it is when the page is rendered again: other elements in its place would
  // take away what is selected in it.
  const [first] = useState(drawn);
  return <Context value={first}>{children}</Context>;
}

export const useDrawnReply = (id: string): ReactNode => useContext(Context)[id];
