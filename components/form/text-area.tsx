"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useId, useRef, type ReactNode } from "react";
import { textLang } from "@/components/ui/text-lang";
import { useGrowingHeight } from "@/components/ui/use-growing-height";
import { describedBy, Field, inputStyles } from "@/components/ui/field";
import { countChars, hasWords, writtenText } from "@/lib/written-text";

/** From here on, screen readers announce that the limit is near. */
const nearEndChars = 100;

/**
 * A labelled text area with a counter. Uncontrolled, so that it works before its script runs: `text` is the current
 * text, for the counter only. `revision` increases when code sets the text. An error does not replace the hint.
 */
export function TextArea({
  label,
  hint,
  error,
  name,
  defaultValue,
  text,
  revision = 0,
  rows,
  minChars,
  maxChars,
}: {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  name: string;
  defaultValue: string;
  text: string;
  revision?: number;
  rows: number;
  minChars: number;
  maxChars: number;
}) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  useGrowingHeight(area, revision);

  return (
    <div className="grid gap-1.5">
      <Field id={id} label={label} error={error}>
        <textarea
          ref={area}
          id={id}
          name={name}
          required
          rows={rows}
          defaultValue={defaultValue}
          lang={text.trim() ? textLang(text) : undefined}
          dir="auto"
          autoComplete="off"
          aria-invalid={error ? true : undefined}
          aria-describedby={[describedBy(id, { error }), hint && `${id}-hint`, `${id}-count`]
            .filter(Boolean)
            .join(" ")}
          className={`${inputStyles} field-sizing-content block min-h-40 max-h-[70vh] resize-y py-3 leading-relaxed`}
        />
      </Field>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-faint">
          {hint}
        </p>
      )}
      <Counter id={`${id}-count`} text={text} minChars={minChars} maxChars={maxChars} />
    </div>
  );
}

function Counter(props: { id: string; text: string; minChars: number; maxChars: number }) {
  const { id, text, minChars, maxChars } = props;
  const t = useTranslations("review.counter");
  const format = useFormatter();
  const written = writtenText(text);
  const count = countChars(written);
  const left = maxChars - count;

  return (
    <p
      className={`text-right text-sm tabular-nums ${left < 0 ? "font-semibold text-danger" : "text-ink-faint"}`}
    >
      <span aria-hidden>
        {left < 0 && `${t("over", { count: -left })} · `}
        {count > 0 && count < minChars && `${t("more", { count: minChars - count })} · `}
        {count >= minChars && !hasWords(written) && `${t("wordless")} · `}
        {format.number(count)} / {format.number(maxChars)}
      </span>
      <span id={id} className="sr-only">
        {left < 0 ? t("over", { count: -left }) : t("left", { count: left })}
      </span>
      <span role="status" className="sr-only">
        {left < 0 ? t("over", { count: -left }) : left <= nearEndChars ? t("nearEnd") : ""}
      </span>
    </p>
  );
}
