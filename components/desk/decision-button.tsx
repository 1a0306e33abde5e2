import { Button } from "@/components/ui/button";
import { Key } from "@/components/ui/key";
import type { DecisionKind } from "@/lib/review/decision/schema";

/** Sends the form it is in as that decision. `name`: the key that does the same. */
export function DecisionButton({
  kind,
  name,
  label,
  isPending = false,
  variant = "secondary",
}: {
  kind: DecisionKind;
  name: string;
  label: string;
  isPending?: boolean;
  variant?: "primary" | "secondary";
}) {
  return (
    <Button
      type="submit"
      name="kind"
      value={kind}
      data-key={name}
      aria-keyshortcuts={name.toUpperCase()}
      variant={variant}
      pending={isPending}
    >
      {label} <Key name={name} />
    </Button>
  );
}
