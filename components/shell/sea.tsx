const width = 1440;
const height = 300;
const horizonY = 78;
const lineCount = 15;

const waves = Array.from({ length: lineCount }, (_, index) => {
  const nearness = (index + 1) / lineCount;
  const y = horizonY + (height - horizonY) * nearness ** 1.75;
  const half = 24 + 170 * nearness ** 1.4;
  const swell = 0.7 + 17 * nearness ** 1.7;
  const start = -80 - ((index * 83) % (2 * half));
  const count = Math.ceil((width + 160 - start) / half);
  const curve = `q${(half / 2).toFixed(1)} ${(-swell).toFixed(1)} ${half.toFixed(1)} 0`;
  return {
    path: `M${start.toFixed(0)} ${y.toFixed(1)}${curve}${`t${half.toFixed(1)} 0`.repeat(count)}`,
    nearness,
  };
});

const glints = Array.from({ length: 8 }, (_, index) => {
  const y = horizonY + 7 + index ** 1.55 * 5.5;
  const half = 46 * (1 - index / 9) * (index % 2 ? 0.62 : 1);
  return `M${width / 2 - half} ${y.toFixed(1)}h${(2 * half).toFixed(1)}`;
});

const view = {
  viewBox: `0 0 ${width} ${height}`,
  preserveAspectRatio: "xMidYMin slice",
  fill: "none",
  stroke: "currentColor",
  strokeLinecap: "round",
} as const;

export function Sea({ isMoving = false, className = "" }: { isMoving?: boolean; className?: string }) {
  return (
    <div
      aria-hidden
      className={`grid overflow-hidden bg-linear-to-b from-transparent from-25% to-sunk text-line-strong *:col-start-1 *:row-start-1 *:h-full *:w-[calc(100%+2rem)] *:-ml-4 ${className}`}
    >
      <svg {...view}>
        <path d={`M${width / 2 - 54} ${horizonY}a54 54 0 0 1 108 0z`} className="fill-disc stroke-none" />
        <path d={glints.join("")} className="stroke-disc" strokeWidth="2" />
        <path d={`M0 ${horizonY}H${width}`} strokeOpacity="0.6" />
      </svg>
      {/* Animating two whole layers is free on a phone. Single lines would be repainted. */}
      <Waves start={0} className={isMoving ? "animate-drift" : ""} />
      <Waves start={1} className={isMoving ? "animate-drift [animation-direction:alternate-reverse]" : ""} />
    </div>
  );
}

function Waves({ start, className }: { start: number; className: string }) {
  return (
    <svg {...view} className={className}>
      {waves
        .filter((_, index) => index % 2 === start)
        .map(({ path, nearness }) => (
          <path key={path} d={path} strokeWidth={1 + 0.4 * nearness} strokeOpacity={0.55 - 0.4 * nearness} />
        ))}
    </svg>
  );
}
