/** PostgreSQL notification, payload: a revision's id. An item of the queue was opened, closed or decided. */
export const deskChannel = "sora_desk";

/** PostgreSQL notification without payload: a moderator opened another item, or none any more. */
export const presenceChannel = "sora_desk_presence";
