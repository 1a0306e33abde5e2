export type Engine = {
  open(url: string): Promise<void>;
  /** Runs a function in the page. It may refer to nothing outside itself. Arguments and result are passed as JSON. */
  run<Args extends unknown[], Result>(work: (...args: Args) => Result, ...args: Args): Promise<Result>;
  type(text: string): Promise<void>;
  forget(): Promise<void>;
  close(): Promise<void>;
};

/** An expression that contains the arguments as JSON and evaluates to the result as JSON. */
export const expressionOf = (work: (...args: never[]) => unknown, args: unknown[]) =>
  `JSON.stringify((${work.toString()})(...${JSON.stringify(args)}) ?? null)`;
