import { getFormatter, getTranslations } from "next-intl/server";
import { askingDevice } from "@/lib/auth/asking-device";
import { registrationOptions } from "@/lib/auth/passkey/ceremonies";
import { listPasskeys } from "@/lib/auth/passkey/data";
import type { Viewer } from "@/lib/auth/viewer";
import { AddPasskeyForm } from "./add-passkey-form";
import { PasskeyRow } from "./passkey-row";
import { ProveFirst } from "./prove-first";

/** Adding and removing passkeys needs a recent proof: they give access to the account. */
export async function PasskeySettings({ viewer, hasProof }: { viewer: Viewer; hasProof: boolean }) {
  const [t, format, passkeys, device] = await Promise.all([
    getTranslations("settings.passkeys"),
    getFormatter(),
    listPasskeys(viewer.id),
    askingDevice(),
  ]);
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium" });

  return (
    <>
      {passkeys.length > 0 && (
        <ul className="grid">
          {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
            <PasskeyRow
              key={id}
              id={id}
              name={name}
              used={lastUsedAt ? t("used", { date: day(lastUsedAt) }) : t("made", { date: day(createdAt) })}
              isRemovable={hasProof}
            />
          ))}
        </ul>
      )}
      {hasProof ? (
        <AddPasskeyForm options={await registrationOptions(viewer)} suggestedName={device} />
      ) : (
        <ProveFirst anchor="passkeys" />
      )}
    </>
  );
}
