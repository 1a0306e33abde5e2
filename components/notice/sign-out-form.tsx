"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type ReactNode, type SubmitEvent } from "react";
import { createPortal } from "react-dom";
import { ActionForm } from "@/components/form/action-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { discardWords, saveWords } from "@/components/ui/leaving";
import { listDrafts, removeDraft } from "@/components/ui/sealed-drafts";
import { signOutHereAction } from "@/lib/notice/actions";
import { findSubscription } from "./push-device";

/**
 * Signs out, ends this browser's pushes, and asks what to do with text that could not be saved. Without script it
 * only signs out.
 */
export function SignOutForm({ children }: { children: ReactNode }) {
  const t = useTranslations("ui.leave");
  const form = useRef<HTMLFormElement>(null);
  const endpoint = useRef<HTMLInputElement>(null);
  const isAnswered = useRef(false);
  const [isAsking, setIsAsking] = useState(false);
  useEffect(() => {
    const fill = async () => {
      const subscription = await findSubscription();
      if (endpoint.current) endpoint.current.value = subscription?.endpoint ?? "";
    };
    void fill();
  }, []);

  const leave = () => {
    isAnswered.current = true;
    // Keeps the dialog open: closing it goes back in the history, which would cancel the form's navigation.
    form.current?.requestSubmit();
  };
  const handleSubmit = (event: SubmitEvent) => {
    if (isAnswered.current || listDrafts().length === 0) return;
    event.preventDefault();
    void saveOrAsk();
  };
  const saveOrAsk = async () => {
    await saveWords();
    if (listDrafts().length === 0) leave();
    else setIsAsking(true);
  };
  const handleDiscard = async () => {
    await discardWords();
    for (const name of listDrafts()) removeDraft(name);
    leave();
  };

  return (
    <>
      <ActionForm ref={form} action={signOutHereAction} onSubmit={handleSubmit} isTight>
        <input ref={endpoint} type="hidden" name="pushEndpoint" defaultValue="" />
        {children}
      </ActionForm>
      {isAsking &&
        createPortal(
          <Dialog
            isOpen
            onClose={() => setIsAsking(false)}
            title={t("title")}
            actions={
              <>
                <Button variant="danger" onClick={() => void handleDiscard()}>
                  {t("discard")}
                </Button>
                <Button onClick={leave}>{t("keep")}</Button>
              </>
            }
          >
            <p>{t("body")}</p>
          </Dialog>,
          // Outside the menu, which closes when the dialog opens.
          document.body,
        )}
    </>
  );
}
