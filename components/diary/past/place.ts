/** Where its reader was in the list of past days, a day or a month: part of the address, so that Back leads there. */
const param = "at";

export const readPlace = () => new URLSearchParams(window.location.search).get(param);

export function rememberPlace(at: string): void {
  const url = new URL(window.location.href);
  url.searchParams.set(param, at);
  window.history.replaceState(null, "", url);
}
