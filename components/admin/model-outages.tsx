import { getFormatter, getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import { settingToRepair } from "@/lib/ai/health/setting-to-repair";
import { type Outage, listOutages } from "@/lib/ai/health/outage-data";
import type { Role } from "@/lib/generated/prisma/enums";
import { RefreshOutages } from "./refresh-outages";

/** Says on every page of /admin since when which model fails, and why; to admins also what repairs it. */
export async function ModelOutages({ role }: { role: Role }) {
  const outages = await listOutages();
  const t = await getTranslations("admin.outages");
  return (
    <>
      <RefreshOutages isShown={outages.length > 0} />
      {outages.length > 0 && (
        <section aria-label={t("label")} className="bg-danger-soft text-danger">
          <ul className="wrap grid gap-2 py-3 text-sm">
            {outages.map((outage) => (
              <li key={outage.purpose} className="flex items-start gap-2.5">
                <span className="grid h-[1lh] place-items-center">
                  <Icon name="warning" className="size-4.5" />
                </span>
                <p className="min-w-0 wrap-anywhere">
                  <OutageSentence outage={outage} /> {role === "ADMIN" && <Remedy outage={outage} />}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

async function OutageSentence({ outage: { since, status, cause, ...outage } }: { outage: Outage }) {
  const [t, format] = await Promise.all([getTranslations("admin.outages"), getFormatter()]);
  const day = (date: Date) => format.dateTime(date, { dateStyle: "short" });
  const isToday = day(since) === day(new Date());
  return t("sentence", {
    ...outage,
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

async function Remedy({ outage: { purpose, cause } }: { outage: Outage }) {
  const t = await getTranslations("admin.outages");
  const setting = settingToRepair(purpose, cause);
  if (setting) return t("fix", { setting });
  return cause === "NO_QUOTA" ? t("account") : null;
}
