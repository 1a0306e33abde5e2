import { getTranslations } from "next-intl/server";
import { NavLink } from "@/components/shell/nav-link";
import type { Role } from "@/lib/generated/prisma/enums";

const places = [
  { href: "/admin/moderation", label: "moderation" },
  { href: "/admin/appeals", label: "appeals" },
  { href: "/admin/sample", label: "sample" },
  { href: "/admin/metrics", label: "metrics" },
  { href: "/admin/gyms", label: "gyms", isForAdmins: true },
  { href: "/admin/people", label: "people", isForAdmins: true },
  { href: "/admin/policy", label: "policy", isForAdmins: true },
  { href: "/admin/feedback", label: "feedback", isForAdmins: true },
  { href: "/admin/export", label: "export", isForAdmins: true },
  { href: "/admin/audit", label: "audit", isForAdmins: true },
] as const;

export async function AdminNav({ role }: { role: Role }) {
  const t = await getTranslations("admin");
  const open = places.filter((place) => role === "ADMIN" || !("isForAdmins" in place));
  return (
    <nav aria-label={t("navigation")} className="border-b border-line">
      <ul className="wrap flex overflow-x-auto py-1 max-md:mask-r-from-[calc(100%-2.5rem)] max-md:pr-10">
        {open.map(({ href, label }) => (
          <li key={href}>
            <NavLink href={href}>{t(label)}</NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
