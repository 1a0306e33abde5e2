import { useId, type ReactNode } from "react";
import { maxSearchChars } from "@/lib/web/list-query";
import { AddressForm } from "./address-form";
import { buttonStyles } from "./button-styles";
import { inputStyles } from "./field";

/** A search that is an address: it can be bookmarked, shared and sent without script. `children`: more fields. */
export function SearchForm({
  action,
  q,
  label,
  placeholder = label,
  submit,
  values,
  children,
}: {
  action: string;
  q: string;
  label: string;
  placeholder?: string;
  submit: string;
  /** The address's values of visible fields among `children`. */
  values?: Record<string, string>;
  children?: ReactNode;
}) {
  const id = useId();
  return (
    <AddressForm
      action={action}
      values={{ ...values, q }}
      role="search"
      className="flex gap-2 max-sm:has-[select]:flex-wrap"
    >
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        id={id}
        type="search"
        dir="auto"
        name="q"
        defaultValue={q}
        maxLength={maxSearchChars}
        placeholder={placeholder}
        // Otherwise the browser fills in what was typed last when it goes back.
        autoComplete="off"
        enterKeyHint="search"
        className={`${inputStyles} min-w-0 flex-1`}
      />
      {children}
      <button className={buttonStyles({ className: "min-h-12" })}>{submit}</button>
    </AddressForm>
  );
}
