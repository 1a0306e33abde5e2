import { moonPhase } from "./days";

const radius = 10;

/** The lit part, as seen from the north: grows from the right, wanes to the left. */
function litPath(phase: number): string {
  const limb = phase < 0.5 ? 1 : 0;
  const width = Math.abs(Math.cos(2 * Math.PI * phase)) * radius;
  const isCrescent = phase < 0.25 || phase > 0.75;
  const terminator = isCrescent ? 1 - limb : limb;
  return `M0 ${-radius}A${radius} ${radius} 0 0 ${limb} 0 ${radius}A${width.toFixed(2)} ${radius} 0 0 ${terminator} 0 ${-radius}Z`;
}

/** The moon as it stood over that day. Decoration. */
export function Moon({ date, className = "size-6" }: { date: string; className?: string }) {
  return (
    <svg aria-hidden viewBox="-12 -12 24 24" className={`shrink-0 ${className}`}>
      <circle r={radius} className="fill-sunk stroke-line-strong" strokeWidth="0.9" strokeOpacity="0.5" />
      <path d={litPath(moonPhase(date))} className="fill-disc" />
    </svg>
  );
}
