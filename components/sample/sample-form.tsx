import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { LocalText } from "@/components/gym/local-text";
import { buttonStyles } from "@/components/ui/button-styles";
import { Key } from "@/components/ui/key";
import { Paper } from "@/components/ui/paper";
import { Stars } from "@/components/ui/stars";
import type { Rule } from "@/lib/moderation/policy/rules";
import { judgeSampleAction } from "@/lib/review/sample/actions";
import type { SampleItem } from "@/lib/review/sample/blind-sample";
import { SampleKeys } from "./sample-keys";

/** Does not show the model's decision. Keys press the form's buttons. */
export function SampleForm({ item, rules }: { item: SampleItem; rules: readonly Rule[] }) {
  const t = useTranslations("sample");
  const locale = useLocale();
  const { verdictId, gym, trainer, stars, body } = item;
  return (
    <SampleKeys key={verdictId} label={t("item")}>
      <Paper className="grid gap-3 p-5 sm:p-7">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <p className="font-medium wrap-anywhere">
            <LocalText ko={gym.name} en={gym.nameEn} />
            {trainer && (
              <>
                {" · "}
                <LocalText ko={trainer.name} en={trainer.nameEn} />
              </>
            )}
          </p>
          <Stars value={stars} label={t("stars", { stars })} />
        </div>
        <p lang={item.locale} dir="auto" className="leading-[1.85] wrap-anywhere whitespace-pre-line">
          {body}
        </p>
      </Paper>
      <ActionForm action={judgeSampleAction} className="grid gap-4">
        <input type="hidden" name="verdictId" value={verdictId} />
        <div className="flex flex-wrap gap-2">
          <button
            name="decision"
            value="APPROVE"
            data-key="a"
            className={buttonStyles({ variant: "secondary" })}
          >
            {t("approve")} <Key name="a" />
          </button>
          <button
            name="decision"
            value="HOLD"
            data-key="e"
            className={buttonStyles({ variant: "secondary" })}
          >
            {t("hold")} <Key name="e" />
          </button>
        </div>
        <fieldset>
          <legend className="mb-2 text-sm text-ink-soft">
            {t("reject")} <Key name="r" />
          </legend>
          <div className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
            {rules.map(({ id, wording }, index) => (
              <button
                key={id}
                name="rule"
                value={id}
                data-rule={index + 1}
                className={buttonStyles({
                  variant: "secondary",
                  className: "justify-between! text-left whitespace-normal!",
                })}
              >
                {wording[locale].title}
                {index < 9 && <Key name={String(index + 1)} />}
              </button>
            ))}
          </div>
        </fieldset>
      </ActionForm>
    </SampleKeys>
  );
}
