/**
 * PostgreSQL notification to all servers, sent on commit; the payload is a member's id. A session of the member
 * ended, or their role changed, so each server checks its open streams of the member.
 */
export const signedOutChannel = "sora_signed_out";
