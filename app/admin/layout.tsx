import { ModelOutages } from "@/components/admin/model-outages";
import { AdminNav } from "@/components/admin/admin-nav";
import { ServerDifferences } from "@/components/admin/server-differences";
import { PageFonts } from "@/components/shell/page-fonts";
import { requireModerator } from "@/lib/auth/viewer";

/** The layout protects nothing: each page below calls its own gate. */
export default async function AdminLayout({ children }: LayoutProps<"/admin">) {
  const { role } = await requireModerator();
  return (
    <>
      <PageFonts />
      <AdminNav role={role} />
      <ModelOutages role={role} />
      {role === "ADMIN" && <ServerDifferences />}
      {children}
    </>
  );
}
