import type { ReactNode, Ref } from "react";
import { buttonStyles } from "@/components/ui/button-styles";
import { Key } from "@/components/ui/key";

/** A text area that few decisions need, behind a key: unfolded, the focus is in it. */
export function FoldedField({
  ref,
  name,
  label,
  isOpen,
  children,
}: {
  ref?: Ref<HTMLDetailsElement>;
  /** Its key. */
  name: string;
  label: string;
  isOpen: boolean;
  children: ReactNode;
}) {
  return (
    <details ref={ref} open={isOpen || undefined} data-choice className="open:basis-full">
      <summary
        data-key={name}
        aria-keyshortcuts={name.toUpperCase()}
        onClick={(event) => {
          const { parentElement } = event.currentTarget;
          // Opened by this very click, as soon as the browser has done its part.
          requestAnimationFrame(() => parentElement?.querySelector("textarea")?.focus());
        }}
        className={buttonStyles({
          variant: "quiet",
          className: "list-none [&::-webkit-details-marker]:hidden",
        })}
      >
        {label} <Key name={name} />
      </summary>
      <div className="mt-1">{children}</div>
    </details>
  );
}
