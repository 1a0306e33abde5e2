import "server-only";

import type { Locale } from "../../i18n/locale.ts";
import { currentPolicy } from "./data.ts";
import type { RuleId } from "./rules.ts";

export async function ruleTitles(locale: Locale): Promise<ReadonlyMap<RuleId, string>> {
  const { rules } = await currentPolicy();
  return new Map(rules.map(({ id, wording }) => [id, wording[locale].title]));
}
