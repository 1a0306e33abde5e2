/**
 * One `make()` per process and name, however many copies of a module the bundler makes
 * (Next compiles routes, actions and instrumentation apart; `next dev` reloads modules).
 * For things that must not exist twice: pools, the job queue, running replies.
 */
export function processWide<T>(name: string, make: () => T): T {
  const key = Symbol.for(`sora.${name}`);
  const store = globalThis as { [key: symbol]: T | undefined };
  return (store[key] ??= make());
}
