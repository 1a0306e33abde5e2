const base =
  "inline-flex items-center justify-center gap-2 rounded-control font-medium select-none whitespace-nowrap " +
  "transition-[background-color,border-color,color,translate] duration-200 ease-tide active:translate-y-px " +
  "forced-colors:border forced-colors:disabled:border-dashed disabled:opacity-55 aria-disabled:opacity-80 aria-disabled:cursor-default disabled:cursor-default";

const variants = {
  primary: "bg-sea text-on-sea hover:bg-sea-strong",
  secondary: "border border-line-strong text-ink hover:bg-sunk",
  quiet: "text-ink-soft hover:bg-sunk hover:text-ink",
  danger: "border border-danger text-danger hover:bg-danger-soft hover:text-danger-strong",
};

const sizes = {
  sm: "min-h-9 px-3 text-sm",
  md: "min-h-11 px-4.5 text-[0.9375rem]",
  lg: "min-h-13 px-7 text-base",
  icon: "size-11",
};

export type ButtonLook = { variant?: keyof typeof variants; size?: keyof typeof sizes; className?: string };

export function buttonStyles({ variant = "primary", size = "md", className = "" }: ButtonLook) {
  return `${base} ${variants[variant]} ${sizes[size]} ${className}`;
}
