/**
 * The member whose page sends the request. When another member has signed in since, the request counts as signed out.
 */
export const memberHeader = "x-sora-member";
