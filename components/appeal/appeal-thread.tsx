import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { textLang } from "@/components/ui/text-lang";
import type { AppealCase } from "@/lib/review/appeal/data";

export function AppealThread({ appeal }: { appeal: AppealCase }) {
  const t = useTranslations("appeal");
  const { author, messages, answer, outcome, decidedAt, decidedBy } = appeal;
  const former = t("formerModerator");
  return (
    <ol className="grid gap-4">
      <Said who={author.name} what={t("appealed")} at={appeal.createdAt} text={appeal.text} />
      {messages.map(({ id, isFromModerator, writer, createdAt, text }) => (
        <Said
          key={id}
          who={isFromModerator ? (writer?.name ?? former) : author.name}
          what={t(isFromModerator ? "asked" : "answered")}
          at={createdAt}
          text={text}
          isFromModerator={isFromModerator}
        />
      ))}
      {outcome && (
        <Said
          who={decidedBy?.name ?? former}
          what={t(`outcomes.${outcome}`)}
          at={decidedAt}
          text={answer}
          isFromModerator
        />
      )}
    </ol>
  );
}

function Said({
  who,
  what,
  at,
  text,
  isFromModerator = false,
}: {
  who: string;
  what: ReactNode;
  at: Date | null;
  text: string | null;
  isFromModerator?: boolean;
}) {
  const format = useFormatter();
  return (
    <li
      className={`min-w-0 rounded-control px-4 py-3.5 ${isFromModerator ? "ml-6 border border-line bg-sheet" : "mr-6 bg-sunk"}`}
    >
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-ink-soft">
        <bdi className="font-medium text-ink wrap-anywhere">{who}</bdi>
        <span>{what}</span>
        {at && (
          <time dateTime={at.toISOString()} className="text-ink-faint">
            {format.dateTime(at, { dateStyle: "medium", timeStyle: "short" })}
          </time>
        )}
      </p>
      {text && (
        <p
          lang={textLang(text)}
          dir="auto"
          className="mt-1.5 leading-relaxed wrap-anywhere whitespace-pre-line"
        >
          {text}
        </p>
      )}
    </li>
  );
}
