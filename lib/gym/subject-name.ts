import type { Locale } from "../i18n/locale.ts";
import { localText } from "./local-text.ts";

type Named = { name: string; nameEn: string | null };

export function subjectName(locale: Locale, { gym, trainer }: { gym: Named; trainer: Named | null }): string {
  const gymName = localText(locale, gym.name, gym.nameEn);
  return trainer ? `${gymName} · ${localText(locale, trainer.name, trainer.nameEn)}` : gymName;
}
