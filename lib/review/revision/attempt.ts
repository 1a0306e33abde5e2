// `attempt` is the fencing token of a revision's judges and only rises. A person's decision, a policy run's verdict and a
// failure of the model start a new hundred. The last two digits count the claims of judges since: a high number means
// that the text kills them.
const actStep = 100;

export const triesOf = (attempt: number): number => attempt % actStep;

/** Starts a new hundred, which invalidates every running judge's claim. */
export const nextAttempt = (attempt: number): number => attempt - triesOf(attempt) + actStep;

/** `nextAttempt` in SQL. */
export const nextAttemptOf = (column: string) => `${column} - ${column} % ${actStep} + ${actStep}`;
