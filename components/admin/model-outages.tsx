import { getFormatter, getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import { type Outage, listOutages } from "@/lib/ai/health/outage-data";
import { settingToRepair } from "@/lib/ai/health/setting-to-repair";
import type { Role } from "@/lib/generated/prisma/enums";
import { RefreshOutages } from "./refresh-outages";

/** Only admins see which setting to repair. */
export async function ModelOutages({ role }: { role: Role }) {
  const outages = await listOutages();
  const t = await getTranslations("admin.outages");
  // A model that serves several purposes fails for all of them: one sentence.
  const groups = [
    ...Map.groupBy(outages, ({ model, host, cause, status }) => `${model} ${host} ${cause} ${status}`),
  ];
  return (
    <>
      <RefreshOutages isShown={outages.length > 0} />
      {outages.length > 0 && (
        <section aria-label={t("label")} className="bg-danger-soft text-danger">
          <ul className="wrap grid gap-2 py-3 text-sm">
            {groups.map(([key, group]) => (
              <li key={key} className="flex items-start gap-2.5">
                <span className="grid h-[1lh] place-items-center">
                  <Icon name="warning" className="size-4.5" />
                </span>
                <p className="min-w-0 wrap-anywhere">
                  <Sentence outages={group} /> {role === "ADMIN" && <Remedy outages={group} />}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** `outages`: of one model, oldest first. */
async function Sentence({ outages }: { outages: Outage[] }) {
  const [t, format] = await Promise.all([getTranslations("admin.outages"), getFormatter()]);
  const { since, status, cause, model, host } = outages[0]!;
  const day = (date: Date) => format.dateTime(date, { dateStyle: "short" });
  const isToday = day(since) === day(new Date());
  return t("sentence", {
    model,
    host,
    purposes: outages.map(({ purpose }) => t(`purposes.${purpose}`)).join(", "),
    since: format.dateTime(since, {
      ...(!isToday && { month: "long", day: "numeric" }),
      hour: "numeric",
      minute: "2-digit",
    }),
    cause: t(`causes.${cause}`),
    hasStatus: status === null || status < 300 ? "no" : "yes",
    status: String(status),
  });
}

async function Remedy({ outages }: { outages: Outage[] }) {
  const t = await getTranslations("admin.outages");
  const settings = outages
    .map(({ purpose, cause }) => settingToRepair(purpose, cause))
    .filter((name) => name !== null);
  if (settings.length > 0) return t("fix", { settings: [...new Set(settings)].join(", ") });
  return outages[0]!.cause === "NO_QUOTA" ? t("account") : null;
}
