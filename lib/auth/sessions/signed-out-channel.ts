/**
 * PostgreSQL notification between servers; the payload is a member's id. One of their sessions ended, or they are no
 * moderator any more: each server checks the streams it has open for them. Sent when the sender's transaction commits.
 */
export const signedOutChannel = "sora_signed_out";
