"use client";

import { createContext, type ReactNode, use, useState } from "react";

const Choice = createContext<{ chosen: string; choose: (trainerSlug: string) => void }>({
  chosen: "",
  choose() {},
});

/** Shares the chosen place between the form and the heading. */
export function SubjectChoice({ trainerSlug, children }: { trainerSlug: string; children: ReactNode }) {
  const [chosen, choose] = useState(trainerSlug);
  return <Choice value={{ chosen, choose }}>{children}</Choice>;
}

/** A trainer's slug, or "" for the gym itself. */
export const useSubjectChoice = () => use(Choice);
