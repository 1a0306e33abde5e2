import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Said of a reply whose page has another text by now. */
export function OlderText({ onAsk }: { onAsk: () => void }) {
  const t = useTranslations("diary.reply.older");
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 rounded-control bg-sheet py-1 pl-4 text-sm text-ink-soft">
      <p className="py-2">{t("title")}</p>
      <Button variant="quiet" onClick={onAsk} className="ml-auto">
        {t("ask")}
      </Button>
    </div>
  );
}
