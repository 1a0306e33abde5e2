/**
 * A `window.localStorage` for tests without a browser.
 * @returns the stub, and its entries, which a test may read and change
 */
export function fakeLocalStorage() {
  const entries: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => entries[key] ?? null,
    setItem: (key: string, value: string) => void (entries[key] = value),
    removeItem: (key: string) => void delete entries[key],
  };
  // Keys are enumerated from the storage itself, as in a browser.
  const localStorage = new Proxy(methods, {
    ownKeys: () => Object.keys(entries),
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  });
  return { localStorage, entries };
}
