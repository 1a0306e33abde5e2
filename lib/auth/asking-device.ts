import "server-only";

import { headers } from "next/headers";
import { deviceName } from "./sessions/device-name.ts";

/** "Chrome · Windows", of the browser that asks; empty when it does not say. */
export const askingDevice = async (): Promise<string> => deviceName((await headers()).get("user-agent"));
