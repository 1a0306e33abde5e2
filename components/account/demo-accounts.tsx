import { getTranslations } from "next-intl/server";
import { demoAccounts } from "@/lib/auth/demo-accounts";

export async function DemoAccounts() {
  const t = await getTranslations("auth.demo");
  return (
    <div className="mt-8 text-center text-sm text-ink-faint">
      <p>{t("title")}</p>
      <ul className="mt-1 text-ink-soft">
        {demoAccounts.map((account) => (
          <li key={account.email}>{t("account", account)}</li>
        ))}
      </ul>
    </div>
  );
}
