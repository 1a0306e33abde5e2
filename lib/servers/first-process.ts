/** One process per machine checks and warns for all of its group (scripts/server-group.ts). */
export const isFirstProcess = () => (process.env.SORA_PROCESS ?? "0") === "0";
