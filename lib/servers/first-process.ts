/** Of the processes that serve together on one machine, the one that asks and warns for all (scripts/server-group.ts). */
export const isFirstProcess = () => (process.env.SORA_PROCESS ?? "0") === "0";
