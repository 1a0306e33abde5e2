/** Whose page a request comes from. A session of someone else, signed in since, answers it as nobody. */
export const memberHeader = "x-sora-member";
