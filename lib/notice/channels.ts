/** PostgreSQL notifications between servers; the payload is a member's id. Sent when the sender's transaction commits. */

/** The member's notices changed: a new one, or some were read. */
export const noticeChannel = "sora_notice";

/** The member signed out somewhere, or is no moderator any more: each of their streams must prove again who it is for. */
export const signedOutChannel = "sora_signed_out";
