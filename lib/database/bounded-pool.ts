import pg from "pg";

import { instruments } from "../instruments.ts";
import { backgroundLog } from "../log/log.ts";
import { currentRequestId } from "../log/request-context.ts";
import { withSpan } from "../trace/with-span.ts";
import { DatabaseBusyError } from "./busy-error.ts";
import { ConnectionQueue } from "./connection-queue.ts";
import { StuckStatements } from "./stuck-statements.ts";
import { throughPooler } from "./through-pooler.ts";

const longestWaitMs = 4_000;

type Options = {
  isThroughPooler?: boolean;
  isForRequest?: () => boolean;
};

type Connected = (error: Error | undefined, client?: pg.PoolClient, done?: pg.PoolClient["release"]) => void;

/**
 * A pool whose requests never wait long. They get a connection within 4 seconds or DatabaseBusyError, at once when
 * the queue is too long at its current pace, or when the same statement is stuck. Refused work was not begun. Jobs
 * wait up to `connectionTimeoutMillis`.
 */
export class BoundedPool extends pg.Pool {
  readonly #queue = new ConnectionQueue();
  readonly #stuck = new StuckStatements();
  #answeredAt = -Infinity;
  #isLost = false;

  readonly #isForRequest: () => boolean;

  constructor(config: pg.PoolConfig, options: Options = {}) {
    super(config);
    this.#isForRequest = options.isForRequest ?? (() => currentRequestId() !== undefined);
    this.on("connect", (client) => this.#guard(client, options.isThroughPooler ?? false));
    this.on("acquire", () => {
      this.#isLost = false;
      this.#queue.countServed();
    });
    this.on("release", (error) => {
      if (!error) this.#answeredAt = performance.now();
    });
    // The pool drops an idle connection that the server closed (a restart). Without a listener the error would end
    // the process.
    this.on("error", (error) => {
      this.#answeredAt = -Infinity;
      backgroundLog.warn("database connection lost", { error });
    });
  }

  get isOverloaded(): boolean {
    return this.#queue.expectedWaitMs > longestWaitMs;
  }

  /** Milliseconds since the database last answered here. Infinite when a connection was lost since. */
  get answeredMsAgo(): number {
    return performance.now() - this.#answeredAt;
  }

  get isLost(): boolean {
    return this.#isLost;
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(onConnected: Connected): void;
  override connect(onConnected?: Connected): Promise<pg.PoolClient> | void {
    const connected = this.#connect();
    if (!onConnected) return connected;
    connected.then(
      (client) => onConnected(undefined, client, client.release.bind(client)),
      (error: Error) => onConnected(error, undefined, () => {}),
    );
  }

  async #connect(): Promise<pg.PoolClient> {
    const isForRequest = this.#isForRequest();
    if (isForRequest && this.isOverloaded)
      throw new DatabaseBusyError("the queue for connections is too long");
    const ticket = this.#queue.join();
    try {
      return await (isForRequest ? withinLongestWait(super.connect()) : super.connect());
    } catch (error) {
      const { code } = error as { code?: unknown };
      this.#isLost = code !== undefined && !(error instanceof DatabaseBusyError);
      throw error;
    } finally {
      instruments.poolWaitSeconds.observe(this.#queue.leave(ticket) / 1000);
    }
  }

  #guard(client: pg.PoolClient, isThroughPooler: boolean): void {
    const send = (config: pg.QueryConfig): Promise<unknown> =>
      (pg.Client.prototype.query as Send).call(client, config);
    const query = isThroughPooler ? throughPooler(send) : send;
    const guarded = (given: string | pg.QueryConfig, values?: unknown[] | Answered, answered?: Answered) => {
      const config = typeof given === "string" ? { text: given } : given;
      const withValues = Array.isArray(values) ? { ...config, values } : config;
      // The span has no statement, only its duration.
      const answer = withSpan("database", {}, () =>
        this.#isForRequest() ? this.#stuck.run(config.text, () => query(withValues)) : query(withValues),
      );
      const onAnswer = typeof values === "function" ? values : answered;
      if (!onAnswer) return answer;
      answer.then(
        (result) => onAnswer(null, result),
        (error: Error) => onAnswer(error),
      );
    };
    client.query = guarded as typeof client.query;
  }
}

/** A connection that arrives too late goes back to the pool. */
async function withinLongestWait(connecting: Promise<pg.PoolClient>): Promise<pg.PoolClient> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(resolve, longestWaitMs, null)));
  const client = await Promise.race([connecting, late]).finally(() => clearTimeout(timer));
  if (client) return client;
  connecting.then(
    (unwanted) => unwanted.release(),
    () => undefined,
  );
  throw new DatabaseBusyError("no connection was free in time");
}

type Send = (config: pg.QueryConfig) => Promise<unknown>;
type Answered = (error: Error | null, result?: unknown) => void;
