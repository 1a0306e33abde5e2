"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { afterPress, pressEnd } from "@/components/ui/press";
import { type Day, deleteDay } from "./diary-api";
import type { DraftKeeper } from "./draft-keeper";

export const undoSeconds = 6;

/**
 * Deletes a page, but only after a moment in which it can be taken back. Nothing is sent before; a writer who leaves
 * in that moment has meant it.
 */
export function useDeletion(input: {
  day: Day;
  keeper: DraftKeeper;
  onDeleted: () => void;
  onFailed: () => void;
}) {
  const { day, keeper, onDeleted, onFailed } = input;
  const [phase, setPhase] = useState<"none" | "undoable" | "deleting">("none");

  async function begin() {
    setPhase("undoable");
    await keeper.pause();
  }

  function undo() {
    setPhase("none");
    keeper.resume();
  }

  const end = useEffectEvent(async () => {
    setPhase("deleting");
    const answer = await deleteDay(day);
    await pressEnd();
    setPhase("none");
    if (answer.ok || answer.error.code === "NOT_FOUND") return onDeleted();
    keeper.resume();
    onFailed();
  });

  useEffect(() => {
    if (phase !== "undoable") return;
    let isOver = false;
    // An undo that is being pressed when the time is up still counts.
    const endAfterPress = () => afterPress(() => isOver || void end());
    const timer = setTimeout(endAfterPress, undoSeconds * 1000);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [phase]);

  const leave = useEffectEvent(() => {
    if (phase !== "undoable") return;
    void deleteDay(day, true);
    keeper.clear();
  });

  useEffect(() => {
    const handlePageHide = () => leave();
    window.addEventListener("pagehide", handlePageHide);
    return () => {
      window.removeEventListener("pagehide", handlePageHide);
      leave();
    };
  }, []);

  return { phase, begin, undo };
}
