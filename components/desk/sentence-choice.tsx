"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { buttonStyles } from "@/components/ui/button-styles";
import { Key } from "@/components/ui/key";
import { useIsHydrated } from "@/components/ui/use-is-hydrated";
import { digitKeys } from "./rule-key";
import { itemTextId, sentencesOf } from "./selected-words";

/** The sentences of the open text, each with a figure for its key. */
export function SentenceChoice({ onChoose }: { onChoose: (sentence: string) => void }) {
  const t = useTranslations("moderation.decide");
  const isHydrated = useIsHydrated();
  const details = useRef<HTMLDetailsElement>(null);
  const [sentences, setSentences] = useState<string[]>([]);
  if (!isHydrated) return null;

  return (
    <details ref={details} name={digitKeys} data-choice className="open:order-last open:basis-full">
      <summary
        // Before it opens: a figure may be pressed right after.
        onClick={() => setSentences(sentencesOf(document.getElementById(itemTextId)?.textContent ?? ""))}
        data-key="s"
        aria-keyshortcuts="S"
        className={buttonStyles({
          variant: "quiet",
          className: "list-none [&::-webkit-details-marker]:hidden",
        })}
      >
        {t("sentences")} <Key name="s" />
      </summary>
      <ul className="mt-1 grid gap-0.5 rounded-sheet border border-line p-2" aria-label={t("whichSentence")}>
        {sentences.map((sentence, at) => {
          const key = at < 9 ? String(at + 1) : undefined;
          return (
            <li key={sentence}>
              <button
                type="button"
                data-key={key}
                aria-keyshortcuts={key}
                className="flex min-h-11 w-full items-center gap-2.5 rounded-control px-2.5 text-left text-[0.9375rem] hover:bg-sunk"
                onClick={() => {
                  details.current!.open = false;
                  onChoose(sentence);
                }}
              >
                {key && <Key name={key} />}
                <span dir="auto" className="min-w-0 wrap-anywhere">
                  {sentence}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
