import { ModelOutages } from "@/components/admin/model-outages";
import { AdminNav } from "@/components/admin/admin-nav";
import { ServerDifferences } from "@/components/admin/server-differences";
import { PageFonts } from "@/components/shell/page-fonts";
import { requireModerator } from "@/lib/auth/viewer";

/** What the pages below have in common. It guards nothing: each page asks for itself who is there. */
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
