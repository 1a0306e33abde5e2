import { useFormatter, useTranslations } from "next-intl";

export function useDuration(): (seconds: number) => string {
  const t = useTranslations("metrics.duration");
  const format = useFormatter();
  const rounded = (value: number) => format.number(value, { maximumSignificantDigits: value < 10 ? 2 : 3 });
  return (seconds) => {
    if (seconds < 1) return t("ms", { value: rounded(Math.round(seconds * 1000)) });
    if (seconds < 60) return t("s", { value: rounded(seconds) });
    if (seconds < 3600) return t("min", { value: rounded(seconds / 60) });
    if (seconds < 86_400) return t("h", { value: rounded(seconds / 3600) });
    return t("d", { value: rounded(seconds / 86_400) });
  };
}
