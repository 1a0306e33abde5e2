import "server-only";

import { headers } from "next/headers";
import { deviceName } from "./sessions/device-name.ts";

export const askingDevice = async (): Promise<string> => deviceName((await headers()).get("user-agent"));
