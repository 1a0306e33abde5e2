import { readinessResponse } from "@/lib/health/readiness";

export const dynamic = "force-dynamic";

export const GET = () => readinessResponse();
