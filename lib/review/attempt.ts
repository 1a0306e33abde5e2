// `attempt` of a revision is the fencing token of its judges, and only ever rises. Its hundreds count what people decided
// about it, its last two digits how many judges have claimed it since: of those only, too many mean that it kills them.
const actStep = 100;

/** How many judges have claimed a revision since a person last decided about it. */
export const triesOf = (attempt: number): number => attempt % actStep;

/** The attempt that a person's decision is made under: whoever judges the revision meanwhile has lost it. */
export const nextAttempt = (attempt: number): number => attempt - triesOf(attempt) + actStep;
