"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { NoticeBox } from "@/components/ui/notice-box";
import { useToast } from "@/components/ui/toast";
import { OneText, TwoTexts } from "@/components/ui/two-texts";
import { KitRow, KitSection } from "./kit-section";

const kinds = ["info", "alert", "done"] as const;

export function KitMessages() {
  const [isOpen, setIsOpen] = useState(false);
  const showToast = useToast();
  const close = () => setIsOpen(false);
  return (
    <KitSection title="Messages">
      {kinds.map((kind) => (
        <NoticeBox key={kind} kind={kind} action={<Button size="sm">Act</Button>}>
          A message of kind {kind}, long enough to wrap on a phone.
        </NoticeBox>
      ))}
      <KitRow>
        <Button variant="secondary" onClick={() => setIsOpen(true)}>
          Open the dialog
        </Button>
        <Button variant="secondary" onClick={() => showToast("Deleted", { label: "Undo", onAction: close })}>
          Show the toast
        </Button>
      </KitRow>
      <Dialog
        isOpen={isOpen}
        onClose={close}
        title="Delete the page?"
        actions={
          <>
            <Button variant="quiet" onClick={close}>
              Cancel
            </Button>
            <Button variant="danger" onClick={close}>
              Delete
            </Button>
          </>
        }
      >
        <p>The page and its replies are deleted.</p>
      </Dialog>
      <TwoTexts title="Two versions" lead="Which one is to stay?">
        {["Here", "Elsewhere"].map((title) => (
          <OneText key={title} title={title} body="The sea was calm today." className="max-h-40">
            <Button variant="secondary">Keep this one</Button>
          </OneText>
        ))}
      </TwoTexts>
      <EmptyState title="Nothing here yet" action={<Button>Begin</Button>}>
        What to do about it.
      </EmptyState>
    </KitSection>
  );
}
