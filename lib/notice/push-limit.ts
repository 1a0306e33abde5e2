import "server-only";

import { hourlyLimit } from "../rate-limit.ts";

/** Turning devices on and trying them out: far more than a person does, far less than would annoy a push service. */
export const pushCallsPerMember = hourlyLimit("push", () => 60);
