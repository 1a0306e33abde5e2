const width = 1440;
const height = 300;
const horizonY = 78;
const lineCount = 15;

/** Waves seen from the shore: small and close together far out, long and wide apart near the feet. */
const waves = Array.from({ length: lineCount }, (_, index) => {
  const nearness = (index + 1) / lineCount;
  const y = horizonY + (height - horizonY) * nearness ** 1.75;
  const half = 24 + 170 * nearness ** 1.4;
  const swell = 0.7 + 17 * nearness ** 1.7;
  const start = -80 - ((index * 83) % (2 * half));
  const count = Math.ceil((width + 160 - start) / half);
  const curve = `q${(half / 2).toFixed(1)} ${(-swell).toFixed(1)} ${half.toFixed(1)} 0`;
  return { path: `M${start.toFixed(0)} ${y.toFixed(1)}${curve}${`t${half.toFixed(1)} 0`.repeat(count)}`, nearness };
});

/** What the water gives back of the light: short strokes, shorter the nearer. */
const glints = Array.from({ length: 8 }, (_, index) => {
  const y = horizonY + 7 + index ** 1.55 * 5.5;
  const half = 46 * (1 - index / 9) * (index % 2 ? 0.62 : 1);
  return `M${width / 2 - half} ${y.toFixed(1)}h${(2 * half).toFixed(1)}`;
});

/** A low sun by day, the moon by night, over quiet water. Decoration. */
export function Sea({ className = "" }: { className?: string }) {
  return (
    <div aria-hidden className={`overflow-hidden bg-linear-to-b from-transparent from-25% to-sunk ${className}`}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="xMidYMin slice"
        className="h-full w-full text-line-strong"
        fill="none"
        stroke="currentColor"
        strokeLinecap="round"
      >
        <path
          d={`M${width / 2 - 54} ${horizonY}a54 54 0 0 1 108 0z`}
          className="fill-disc stroke-none"
        />
        <path d={glints.join("")} className="stroke-disc" strokeWidth="2" />
        <path d={`M0 ${horizonY}H${width}`} strokeOpacity="0.6" />
        {waves.map(({ path, nearness }, index) => (
          <path
            key={path}
            d={path}
            strokeWidth={1 + 0.4 * nearness}
            strokeOpacity={0.55 - 0.4 * nearness}
            className={index % 2 ? "animate-drift" : "animate-drift [animation-direction:alternate-reverse]"}
          />
        ))}
      </svg>
    </div>
  );
}
