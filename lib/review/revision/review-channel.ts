/** PostgreSQL channel. Payload: the id of a revision whose item was opened, closed or decided. */
export const deskChannel = "sora_desk";

/** PostgreSQL channel without payload: a moderator opened or left an item. */
export const presenceChannel = "sora_desk_presence";
