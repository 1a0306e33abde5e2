import { useTranslations } from "next-intl";
import { Icon, type IconName } from "@/components/ui/icon";
import { Spinner } from "@/components/ui/spinner";
import type { RevisionStatus } from "@/lib/review/schema";

/** A superseded revision is never the latest. */
type ShownStatus = Exclude<RevisionStatus, "SUPERSEDED">;

const icons: Record<Exclude<ShownStatus, "PENDING">, IconName> = {
  APPROVED: "check",
  REJECTED: "warning",
  HELD: "person",
  FAILED: "wave",
};

/** The latest revision's state. It updates live, and screen readers announce it. */
export function ReviewState({
  status,
  isPublished,
  isReported,
  isRewritten,
}: {
  status: RevisionStatus;
  isPublished: boolean;
  isReported: boolean;
  isRewritten: boolean;
}) {
  const t = useTranslations("review");
  const shown: ShownStatus = status === "SUPERSEDED" ? "PENDING" : status;
  const plain = isPublished && shown !== "APPROVED" ? (`${shown}_EDIT` as const) : shown;
  const text = isReported ? "REPORTED" : isRewritten ? "REWRITTEN" : plain;

  return (
    <div
      className={`flex gap-3 rounded-control px-4 py-3 ${shown === "REJECTED" ? "bg-danger-soft" : "bg-sunk"}`}
    >
      <span
        className={`grid h-[1lh] w-6 shrink-0 place-items-center ${shown === "REJECTED" ? "text-danger" : "text-ink-soft"}`}
      >
        {shown === "PENDING" ? <Spinner /> : <Icon name={icons[shown]} className="size-4.5" />}
      </span>
      {/* The same element in every state: a live region that is inserted with its text is not announced. */}
      <p role="status" aria-atomic className="min-w-0 text-[0.9375rem] leading-relaxed">
        <span className={`font-semibold ${shown === "REJECTED" ? "text-danger" : ""}`}>
          {t(`status.${shown}`)}
        </span>
        <span className="block text-sm text-ink-soft">{t(`statusText.${text}`)}</span>
      </p>
    </div>
  );
}
