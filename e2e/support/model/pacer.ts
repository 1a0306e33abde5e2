// One timer for every stream of the process. A timer per token costs more than sending it.
const tickMs = 5;

type Paced = {
  /** When the next step is due, by performance.now(). */
  nextAt: number;
  /** Does every step that is due by `now` and sets `nextAt`; false when there are none left. */
  advance(now: number): boolean;
};

const running = new Set<Paced>();
let timer: NodeJS.Timeout | undefined;

function tick() {
  const now = performance.now();
  for (const stream of running) {
    if (stream.nextAt <= now && !stream.advance(now)) running.delete(stream);
  }
  if (running.size > 0) return;
  clearInterval(timer);
  timer = undefined;
}

export function pace(stream: Paced) {
  running.add(stream);
  timer ??= setInterval(tick, tickMs);
}

export function stopPacing(stream: Paced) {
  running.delete(stream);
}
