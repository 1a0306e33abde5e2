/**
 * PostgreSQL notification to all servers, sent on commit: a notice was created, or notices were read. The payload is
 * the member's id.
 */
export const noticeChannel = "sora_notice";
