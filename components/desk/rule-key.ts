/** The keys of the rules, in their order; none of them is another key of the desk. */
const ruleKeys = "1234567890-=qwtyuiop";

export const ruleKey = (at: number): string | undefined => ruleKeys[at];

/** The name of the lists that figures choose from, of which one is open at a time. */
export const digitKeys = "digit-keys";
