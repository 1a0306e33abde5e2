import { prisma } from "@/lib/db";
import { jsonResponse } from "@/lib/http";

export const dynamic = "force-dynamic";

export async function GET() {
  try {
    await prisma.$queryRaw`SELECT 1`;
    return jsonResponse({ status: "ok" });
  } catch {
    return jsonResponse({ status: "unavailable", failing: ["database"] }, { status: 503 });
  }
}
