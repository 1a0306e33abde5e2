export function Key({ name }: { name: string }) {
  return (
    <kbd
      aria-hidden
      className="inline-grid h-5 min-w-5 place-items-center rounded-sm border border-current/40 px-1 font-sans text-xs leading-none font-normal max-lg:hidden pointer-coarse:hidden"
    >
      {name}
    </kbd>
  );
}
