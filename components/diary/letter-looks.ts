/**
 * The two voices. T writes a memo: plain letters, straight edges, signed at the left. F writes a letter: the soft ones of
 * the diary, round, signed at the right by hand.
 */
export const letterLooks = {
  T: {
    panel: "rounded-[0.5rem] border-l-[3px] border-tone-t bg-tone-t-soft",
    mark: "font-sans text-3xl font-semibold text-tone-t",
    name: "font-semibold text-tone-t",
    text: "leading-[1.85]",
    greeting: "font-medium",
    signature: "text-sm font-medium text-tone-t",
    signing: "animate-fade",
  },
  F: {
    panel: "rounded-sheet border-l-[3px] border-transparent bg-tone-f-soft",
    mark: "font-serif text-4xl text-tone-f",
    name: "font-serif text-lg text-tone-f",
    // The soft letters have no bold: colour weighs there.
    text: "font-serif text-[1.0625rem] leading-[1.9] [&_strong]:font-normal [&_strong]:text-tone-f",
    greeting: "font-serif text-[1.0625rem]",
    signature: "justify-self-end font-serif text-lg text-tone-f",
    signing: "animate-sign",
  },
};
