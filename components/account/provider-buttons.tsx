import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { signInWithProviderAction } from "@/lib/auth/actions";
import type { ProviderId } from "@/lib/auth/provider-ids";
import { TimeZoneInput } from "./time-zone-input";

export async function ProviderButtons({
  providers,
  nextPath,
}: {
  providers: ProviderId[];
  nextPath: string;
}) {
  const t = await getTranslations("auth");
  if (providers.length === 0) return null;

  return (
    <div className="mt-7 grid gap-2.5">
      <p className="mb-2 flex items-center gap-3 text-sm text-ink-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t("or")}
      </p>
      {providers.map((provider) => (
        // One form per provider, so that only the pressed button shows progress.
        <ActionForm key={provider} action={signInWithProviderAction} className="grid">
          <input type="hidden" name="next" value={nextPath} />
          <input type="hidden" name="provider" value={provider} />
          <TimeZoneInput />
          <SubmitButton variant="secondary">{t(`with.${provider}`)}</SubmitButton>
        </ActionForm>
      ))}
    </div>
  );
}
