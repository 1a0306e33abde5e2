declare const brand: unique symbol;

/** Only the gates in this folder produce it, so an unchecked id does not compile. */
export type UserId = string & { readonly [brand]: "UserId" };
