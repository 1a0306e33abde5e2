import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import { differencesBetween } from "@/lib/servers/differences";
import { listLiveServers } from "@/lib/servers/server-data";

export async function ServerDifferences() {
  const differences = differencesBetween(await listLiveServers());
  if (differences.length === 0) return null;
  const t = await getTranslations("admin.servers");
  return (
    <section aria-label={t("label")} className="bg-sunk text-ink-soft">
      <ul className="wrap grid gap-2 py-3 text-sm">
        {differences.map(({ what, sides }) => (
          <li key={what} className="flex items-start gap-2.5">
            <span className="grid h-[1lh] place-items-center">
              <Icon name="warning" className="size-4.5" />
            </span>
            <p className="min-w-0 wrap-anywhere">
              {t(`differ.${what}`, {
                sides: sides.map(({ id, hostNames }) => `${hostNames.join(", ")}: ${id}`).join("; "),
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
