/** PostgreSQL notifications between servers; the payload is a member's id. Sent when the sender's transaction commits. */

/** The member's notices changed: a new one, or some were read. */
export const noticeChannel = "sora_notice";
