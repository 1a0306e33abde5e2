/** The keys of the rules, in their order; none of them is another key of the desk. */
const ruleKeys = "1234567890-=qwtyuiop";

export const ruleKey = (at: number): string | undefined => ruleKeys[at];
