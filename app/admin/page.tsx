import { redirect } from "next/navigation";
import { requireModerator } from "@/lib/auth/viewer";

export default async function AdminHome() {
  await requireModerator();
  redirect("/admin/moderation");
}
