"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useNotSentWords } from "@/components/form/not-sent";
import { useSending } from "@/components/form/use-sending";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { Icon } from "@/components/ui/icon";
import { Key } from "@/components/ui/key";
import { useToast } from "@/components/ui/toast";
import { useIsHydrated } from "@/components/ui/use-is-hydrated";
import { dropCannedNoteAction, keepCannedNoteAction } from "@/lib/review/desk/canned-notes-actions";
import { maxCannedNotes } from "@/lib/review/desk/canned-notes-schema";
import { useDesk } from "./desk-context";
import { digitKeys } from "./rule-key";

/** The message has no button: the one that was pressed is still there. */
const pressAgain = { hasFields: false, retry: () => undefined };

/** Notes that moderators keep for each other, each with a figure for its key: chosen, one is the note of the form around it. */
export function CannedNotes() {
  const t = useTranslations("moderation.canned");
  const { cannedNotes } = useDesk();
  const showToast = useToast();
  const isHydrated = useIsHydrated();
  const details = useRef<HTMLDetailsElement>(null);
  const keeping = useSending(keepCannedNoteAction, {
    onAnswer: ({ error }) => error && showToast(t(error, { max: maxCannedNotes })),
  });
  const dropping = useSending(dropCannedNoteAction);
  const isPending = keeping.isPending || dropping.isPending;
  const problem = keeping.problem ?? dropping.problem;
  const { text: problemWords } = useNotSentWords(problem);
  useEffect(() => {
    if (problem) showToast(problemWords);
  }, [problem, problemWords, showToast]);
  if (!isHydrated) return null;

  const noteField = () =>
    details.current!.closest("form")!.querySelector<HTMLTextAreaElement>("textarea[name=note]")!;

  function use(text: string) {
    const field = noteField();
    field.value = text;
    field.closest("details")!.open = true;
    details.current!.open = false;
  }

  function keep() {
    const data = new FormData();
    data.set("text", noteField().value);
    keeping.send(data, pressAgain);
  }

  function drop(id: string) {
    const data = new FormData();
    data.set("id", id);
    dropping.send(data, pressAgain);
  }

  return (
    <details ref={details} name={digitKeys} data-choice className="open:order-last open:basis-full">
      <summary
        data-key="b"
        aria-keyshortcuts="B"
        className={buttonStyles({
          variant: "quiet",
          className: "list-none [&::-webkit-details-marker]:hidden",
        })}
      >
        {t("open")} <Key name="b" />
      </summary>
      <div className="mt-1 grid gap-1 rounded-sheet border border-line p-2">
        <ul aria-label={t("label")} className="grid gap-0.5 empty:hidden">
          {cannedNotes.map(({ id, text }, at) => {
            const key = at < 9 ? String(at + 1) : undefined;
            return (
              <li key={id} className="flex items-center gap-1">
                <button
                  type="button"
                  data-key={key}
                  aria-keyshortcuts={key}
                  className="flex min-h-11 min-w-0 flex-1 items-center gap-2.5 rounded-control px-2.5 text-left text-[0.9375rem] hover:bg-sunk"
                  onClick={() => use(text)}
                >
                  {key && <Key name={key} />}
                  <span dir="auto" className="line-clamp-2 min-w-0 wrap-anywhere">
                    {text}
                  </span>
                </button>
                <button
                  type="button"
                  aria-label={t("drop", { text: text.slice(0, 40) })}
                  disabled={isPending}
                  className="grid size-11 shrink-0 place-items-center rounded-control text-ink-soft hover:bg-sunk"
                  onClick={() => drop(id)}
                >
                  <Icon name="close" className="size-4" />
                </button>
              </li>
            );
          })}
        </ul>
        {cannedNotes.length === 0 && <p className="px-2.5 text-sm text-ink-soft">{t("none")}</p>}
        <Button variant="quiet" size="sm" pending={isPending} className="justify-self-start" onClick={keep}>
          {t("keep")}
        </Button>
      </div>
    </details>
  );
}
