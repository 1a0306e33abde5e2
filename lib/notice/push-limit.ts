import "server-only";

import { hourlyLimit } from "../rate-limit.ts";

/** Well above normal use, well below what would bother a push service. */
export const pushCallsPerMember = hourlyLimit("push", () => 60);
