"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { useToast } from "@/components/ui/toast";
import { deleteReviewAction } from "@/lib/review/actions";

/** Confirms in a dialog or, without JavaScript, on a separate page. */
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
  /** Shows a warning: deleting does not avoid the moderator's decision. */
  isReported: boolean;
}) {
  const t = useTranslations("review.delete");
  const showToast = useToast();
  const [isOpen, setIsOpen] = useState(false);

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
          // The dialog is unmounted with its review. Closing it here would go back in history during the redirect.
          <ActionForm
            action={(form) => deleteReviewAction(reviewId, form)}
            onSent={() => showToast(t("done"))}
            className="contents"
          >
            <input type="hidden" name="next" value={nextPath} />
            <Button variant="quiet" onClick={() => setIsOpen(false)}>
              {t("cancel")}
            </Button>
            <SubmitButton variant="danger">{t("confirm")}</SubmitButton>
          </ActionForm>
        }
      >
        <p>{t("what", { name })}</p>
        {isReported && <p className="mt-2">{t("reported")}</p>}
      </Dialog>
    </>
  );
}
