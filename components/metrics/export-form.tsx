import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { NoticeBox } from "@/components/ui/notice-box";
import { Paper } from "@/components/ui/paper";
import { TextField } from "@/components/ui/text-field";
import { buttonStyles } from "@/components/ui/button-styles";
import type { Exported } from "@/lib/metrics/export-range";

export function ExportForm({
  file,
  what,
  from,
  to,
  today,
  hasProblem,
}: {
  file: string;
  what: Exported;
  from: string;
  to: string;
  today: string;
  hasProblem: boolean;
}) {
  const t = useTranslations("exports");
  return (
    <Paper className="p-5 sm:p-7">
      <section aria-labelledby={what} className="grid gap-4">
        <h2 id={what} className="font-serif text-lg">
          {t(`${what}.title`)}
        </h2>
        <p className="text-[0.9375rem] text-ink-soft">{t(`${what}.lead`)}</p>
        {hasProblem && <NoticeBox kind="alert">{t("problem")}</NoticeBox>}
        <form action={`/api/admin/export/${file}`} className="grid gap-4">
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField type="date" name="from" label={t("from")} defaultValue={from} max={today} required />
            <TextField type="date" name="to" label={t("to")} defaultValue={to} max={today} required />
          </div>
          <button className={buttonStyles({ variant: "primary", className: "justify-self-start" })}>
            <Icon name="chevronDown" className="size-4.5" />
            {t("download")}
          </button>
        </form>
      </section>
    </Paper>
  );
}
