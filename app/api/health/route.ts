import { readinessResponse } from "@/lib/health/readiness";

export const dynamic = "force-dynamic";

/** The same as /api/health/ready. */
export const GET = () => readinessResponse();
