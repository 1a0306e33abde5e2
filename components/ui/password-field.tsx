"use client";

import { useTranslations } from "next-intl";
import { useId, useState, type ComponentProps, type ReactNode } from "react";
import { describedBy, Field, inputStyles } from "./field";
import { Icon } from "./icon";

export function PasswordField({
  label,
  hint,
  error,
  className = "",
  ...input
}: Omit<ComponentProps<"input">, "type" | "id"> & { label: ReactNode; hint?: ReactNode; error?: ReactNode }) {
  const t = useTranslations("ui");
  const [isShown, setIsShown] = useState(false);
  const id = useId();

  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <span className="relative block">
        <input
          {...input}
          id={id}
          type={isShown ? "text" : "password"}
          spellCheck={false}
          autoCapitalize="none"
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, { hint, error })}
          className={`${inputStyles} pr-13 ${className}`}
        />
        <button
          type="button"
          aria-pressed={isShown}
          aria-label={t("showPassword")}
          onClick={() => setIsShown(!isShown)}
          className="absolute inset-y-0 right-0 grid w-12 place-items-center rounded-r-control text-ink-faint hover:text-ink"
        >
          <Icon name={isShown ? "eyeOff" : "eye"} />
        </button>
      </span>
    </Field>
  );
}
