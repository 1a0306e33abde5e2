declare const brand: unique symbol;

/** A member's id, proven by one of the gates in this folder: skipping the check does not compile. */
export type UserId = string & { readonly [brand]: "UserId" };
