/** Where the list will be. */
export function PastDaysSkeleton() {
  return (
    <div aria-hidden className="grid gap-6 px-2 py-3 scriptless:hidden">
      {["w-3/4", "w-5/6", "w-2/3"].map((width) => (
        <div key={width} className="grid gap-2">
          <div className="h-3.5 w-28 rounded-full bg-sunk" />
          <div className={`h-3 rounded-full bg-sunk ${width}`} />
        </div>
      ))}
    </div>
  );
}
