/** Undefined when the storage fails: access to localStorage throws where it is blocked, and it may be full. */
export function tryStorage<T>(work: (storage: Storage) => T): T | undefined {
  try {
    return work(window.localStorage);
  } catch {
    return undefined;
  }
}

export const storedKeys = (prefix: string) =>
  (tryStorage((storage) => Object.keys(storage)) ?? []).filter((key) => key.startsWith(prefix));
