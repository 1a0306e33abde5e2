"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { Icon, type IconName } from "@/components/ui/icon";
import { useIsTyping } from "@/components/ui/keyboard";
import { accountMenuId } from "./account-menu-id";

const item =
  "grid min-h-14 w-full content-center justify-items-center gap-0.5 text-[0.6875rem] font-medium text-ink-soft aria-[current]:text-ink aria-[current]:[&_svg]:stroke-[2.1]";

export function ThumbNav({
  labels,
}: {
  labels: { navigation: string; today: string; past: string; gyms: string; account: string };
}) {
  const pathname = usePathname();
  const isTyping = useIsTyping();
  const isPast = pathname.startsWith("/diary/");
  const [, openDate] = /^\/diary\/(\d{4}-\d{2}-\d{2})$/.exec(pathname) ?? [];
  const links: { href: string; icon: IconName; label: string; isHere: boolean }[] = [
    { href: "/diary", icon: "page", label: labels.today, isHere: pathname === "/diary" },
    {
      href: openDate ? `/diary/past?at=${openDate}` : "/diary/past",
      icon: "calendar",
      label: labels.past,
      isHere: isPast,
    },
    { href: "/gyms", icon: "dumbbell", label: labels.gyms, isHere: pathname.startsWith("/gyms") },
  ];

  return (
    <nav
      aria-label={labels.navigation}
      className={`thumb-nav fixed inset-x-0 bottom-0 z-20 border-t border-line bg-paper sm:hidden print:hidden ${isTyping ? "invisible" : ""}`}
    >
      <ul className="grid grid-cols-4">
        {links.map(({ href, icon, label, isHere }) => (
          <li key={icon}>
            <Link href={href} prefetch={false} aria-current={isHere ? "page" : undefined} className={item}>
              <Icon name={icon} />
              {label}
            </Link>
          </li>
        ))}
        <li>
          <button type="button" popoverTarget={accountMenuId} className={item}>
            <Icon name="person" />
            {labels.account}
          </button>
        </li>
      </ul>
    </nav>
  );
}
