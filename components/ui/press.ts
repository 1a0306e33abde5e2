/**
 * The browser fires a click only if the same element is under the pointer at its press and release. So changes that
 * no user input causes (a response, a timer, a save on blur) wait until the press has ended.
 */

/** A touch screen sends the click after the release, once it has recognised a tap. */
const clickWaitMs = 300;
/** A longer press is a selection, or its release was not reported to the page. */
const longestPressMs = 4000;

let isDown = false;
let timer: ReturnType<typeof setTimeout> | undefined;
const waiting = new Set<() => void>();

export const isPressing = () => isDown;

/** Runs now or, during a press, after its click. The same function runs only once. */
export function afterPress(run: () => void): void {
  if (isDown) waiting.add(run);
  else run();
}

export const pressEnd = () => new Promise<void>((resolve) => afterPress(resolve));

type Store<State> = { subscribe: (listener: () => void) => () => void; getSnapshot: () => State };

export function heldInPress<State>({ subscribe, getSnapshot }: Store<State>): Store<State> {
  let shown: { state: State } | undefined;
  return {
    subscribe: (listener) => subscribe(() => afterPress(listener)),
    getSnapshot: () => {
      if (!shown || !isDown) shown = { state: getSnapshot() };
      return shown.state;
    },
  };
}

function end(): void {
  isDown = false;
  const runs = [...waiting];
  waiting.clear();
  for (const run of runs) run();
}

function endIn(ms: number): void {
  clearTimeout(timer);
  timer = setTimeout(end, ms);
}

function watchPresses(): void {
  const on = { capture: true, passive: true };
  const begin = () => {
    isDown = true;
    endIn(longestPressMs);
  };
  window.addEventListener("pointerdown", begin, on);
  window.addEventListener("pointerup", () => isDown && endIn(clickWaitMs), on);
  // After the handlers of the click.
  window.addEventListener("click", () => isDown && endIn(0), on);
  window.addEventListener("pointercancel", () => isDown && endIn(0), on);
}

if (typeof window !== "undefined") watchPresses();
