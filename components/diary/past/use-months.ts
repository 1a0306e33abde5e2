"use client";

import { useRef, useState } from "react";
import { pressEnd } from "@/components/ui/press";
import type { MonthDays, PastMonth } from "@/lib/diary/schema";
import { listDaysOf } from "../diary-api";

/** The months that are on screen, one after the other; others are read when they are asked for. */
export function useMonths({ months, first }: { months: readonly PastMonth[]; first: readonly MonthDays[] }) {
  const [shown, setShown] = useState(first);
  const [state, setState] = useState<"idle" | "loading" | "failed">("idle");
  const lastAsked = useRef("");
  const last = shown.at(-1)!.month;
  const next = months.find(({ month }) => month < last)?.month ?? null;

  /** Null also for a month that is not wanted any more: another one was asked for. */
  async function read(month: string): Promise<MonthDays | null> {
    lastAsked.current = month;
    setState("loading");
    const answer = await listDaysOf(month);
    await pressEnd();
    if (lastAsked.current !== month) return null;
    setState(answer.ok ? "idle" : "failed");
    return answer.ok ? { month, days: answer.data.days } : null;
  }
  async function show(month: string) {
    const found = await read(month);
    if (found) setShown([found]);
  }
  async function showMore() {
    const found = next && (await read(next));
    if (found) setShown([...shown, found]);
  }
  return { shown, next, state, show, showMore };
}
