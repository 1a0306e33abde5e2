import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportForm } from "@/components/metrics/export-form";
import { requireAdmin } from "@/lib/auth/viewer";
import { localDate } from "@/lib/time/local-date";
import { exportFiles, exportQuerySchema } from "@/lib/metrics/export-range";
import { addDays } from "@/lib/time/local-days";

export async function generateMetadata(): Promise<Metadata> {
  await requireAdmin();
  const t = await getTranslations("exports");
  return { title: t("title") };
}

export default async function ExportPage({ searchParams }: PageProps<"/admin/export">) {
  const viewer = await requireAdmin();
  const { problem, from, to } = exportQuerySchema.parse(await searchParams);
  const t = await getTranslations("exports");
  const today = localDate(viewer.timeZone);
  return (
    <div className="wrap grid gap-8 py-9 sm:py-14">
      <div className="measure">
        <h1 className="font-serif text-title">{t("title")}</h1>
        <p className="mt-1.5 text-ink-soft">{t("lead")}</p>
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {Object.entries(exportFiles).map(([file, what]) => {
          const isBack = problem === file;
          return (
            <ExportForm
              key={file}
              file={file}
              what={what}
              from={(isBack && from) || addDays(today, -29)}
              to={(isBack && to) || today}
              today={today}
              hasProblem={isBack}
            />
          );
        })}
      </div>
    </div>
  );
}
