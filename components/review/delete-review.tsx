"use client";

import { useTranslations } from "next-intl";
import { unstable_rethrow } from "next/navigation";
import { type MouseEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { Dialog } from "@/components/ui/dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import { useToast } from "@/components/ui/toast";
import { deleteReviewAction } from "@/lib/review/actions";

/** Asks once, naming what goes: in a dialog, or, without script, on a page of its own. */
export function DeleteReview({
  reviewId,
  name,
  titleId,
  nextPath,
  isReported,
}: {
  reviewId: string;
  name: string;
  titleId: string;
  nextPath: string;
  /** To delete it is no way round a person's decision: that is said beforehand. */
  isReported: boolean;
}) {
  const t = useTranslations("review.delete");
  const showToast = useToast();
  const [isOpen, setIsOpen] = useState(false);

  async function remove(form: FormData) {
    try {
      await deleteReviewAction(reviewId, form);
    } catch (error) {
      // Deleted, it goes with its review: closing it here would take a step back while the page goes on.
      if (!isNavigation(error)) setIsOpen(false);
      showToast(t(isNavigation(error) ? "done" : "failed"));
      unstable_rethrow(error);
    }
  }
  function open(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setIsOpen(true);
  }
  return (
    <>
      <a
        href={`/me/reviews/${reviewId}/delete?next=${encodeURIComponent(nextPath)}`}
        aria-describedby={titleId}
        className={buttonStyles({ variant: "quiet" })}
        onClick={open}
      >
        {t("open")}
      </a>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={t("title")}
        actions={
          <form action={remove} className="contents">
            <input type="hidden" name="next" value={nextPath} />
            <Button variant="quiet" onClick={() => setIsOpen(false)}>
              {t("cancel")}
            </Button>
            <SubmitButton variant="danger">{t("confirm")}</SubmitButton>
          </form>
        }
      >
        <p>{t("what", { name })}</p>
        {isReported && <p className="mt-2">{t("reported")}</p>}
      </Dialog>
    </>
  );
}

/** An action that goes on to a page ends in an error of Next's own. */
function isNavigation(error: unknown): boolean {
  try {
    unstable_rethrow(error);
    return false;
  } catch {
    return true;
  }
}
