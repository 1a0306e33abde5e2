/** A browser that is not Chromium, with one page. */
export type Engine = {
  /** Resolves when the document has loaded. */
  open(url: string): Promise<void>;
  /** Runs a function that refers to nothing outside itself in the page. Arguments and result travel as JSON. */
  run<Args extends unknown[], Result>(work: (...args: Args) => Result, ...args: Args): Promise<Result>;
  /** Types into the field that has the focus. */
  type(text: string): Promise<void>;
  /** Forgets all cookies: the next visit is a stranger's. */
  forget(): Promise<void>;
  close(): Promise<void>;
};

/** What `run` sends: an expression that takes the arguments as JSON and gives the result as JSON. */
export const expressionOf = (work: (...args: never[]) => unknown, args: unknown[]) =>
  `JSON.stringify((${work.toString()})(...${JSON.stringify(args)}) ?? null)`;
