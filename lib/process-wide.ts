/**
 * One `make()` per process and name, however many copies of a module the bundler creates (Next compiles routes,
 * actions and instrumentation separately; `next dev` reloads modules). For pools, the job queue, running replies and
 * other singletons.
 */
export function processWide<T>(name: string, make: () => T): T {
  const key = Symbol.for(`sora.${name}`);
  const store = globalThis as { [key: symbol]: T | undefined };
  return (store[key] ??= make());
}
