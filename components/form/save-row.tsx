import { Button } from "@/components/ui/button";

type Props = {
  form: { state: { isDone?: boolean }; problem: object | null; isPending: boolean };
  label: string;
  savedLabel: string;
  variant?: "primary" | "secondary";
};

export function SaveRow({
  form: { state, problem, isPending },
  label,
  savedLabel,
  variant = "primary",
}: Props) {
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button type="submit" variant={variant} pending={isPending}>
        {label}
      </Button>
      <div role="status">{state.isDone && !isPending && !problem && savedLabel}</div>
    </div>
  );
}
