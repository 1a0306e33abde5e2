import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";
import type { Person } from "@/lib/account/people-data";
import { PersonBadges } from "./person-badges";

export function PersonRow({ person }: { person: Person }) {
  const t = useTranslations("people");
  const format = useFormatter();
  return (
    <li className="relative flex items-center justify-between gap-x-6 gap-y-1 border-b max-sm:flex-col max-sm:items-start border-line py-3.5 transition-colors hover:bg-sunk">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <h2 className="font-medium wrap-anywhere">
            <Link href={`/admin/people/${person.id}`} className="after:absolute after:inset-0">
              <bdi>{person.name}</bdi>
            </Link>
          </h2>
          <PersonBadges person={person} />
        </div>
        <p className="text-sm wrap-anywhere text-ink-soft">{person.email ?? t("noEmail")}</p>
      </div>
      <p className="text-sm text-ink-faint">
        {t("joined", { date: format.dateTime(person.createdAt, { dateStyle: "medium" }) })}
      </p>
    </li>
  );
}
