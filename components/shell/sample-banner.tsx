import { getTranslations } from "next-intl/server";
import { env } from "@/lib/env";

export async function SampleBanner() {
  const t = await getTranslations("shell");
  return (
    <p className="bg-sunk px-5 py-1.5 text-center text-[0.8125rem] text-ink-soft">
      {t(env().SORA_BUILT_IN_JUDGE ? "samples" : "samplesButChecks")}
    </p>
  );
}
