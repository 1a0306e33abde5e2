// One timer for all streams of the process. A timer for each token costs more CPU than sending it.
const tickMs = 5;

type Paced = {
  /** By performance.now(). */
  nextAt: number;
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
