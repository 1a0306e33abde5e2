const endings =
  "에서|에게|에는|에도|에|은|는|이|가|을|를|의|와|과|으로|로|도|만|까지|부터|이라고|라고|이라는|라는|이란|란|이랑|랑|하고|이나|나|보다|처럼|마다|밖에|조차|마저|뿐|께|한테|든지|인데|이고|이며|입니다|이에요|예요|에요|이다|인|요|고|며|죠|이죠";
const onlyEndings = new RegExp(`^(?:${endings}){1,3}$`);

/** Endings that are hardly ever those of a word itself, as `의` in `회의` and `이` in `나이` are. */
const sureEnding =
  /(?:에서(?:는|도|만)?|에게|에는|에도|으로|까지|부터|이라고|라고|이라는|라는|입니다|이에요|예요)$/;
/** `을` and `은` follow a final consonant, `를` and `는` a vowel: `마을` is one word. */
const hasFinal = (syllable: string) => (syllable.charCodeAt(0) - 0xac00) % 28 > 0;

/**
 * How long the web address at the start of `text` is, 0 for none. Korean writes particles right behind it
 * (`https://sora.test에서`), though a path may hold Hangul (`/wiki/소라`).
 */
export function linkLength(text: string): number {
  const run = /^[^\s<>"'`|“”‘’「」『』《》〈〉【】、。，！？…·]+/.exec(text)?.[0] ?? "";
  const host = hostLength(run);
  if (host === 0) return 0;
  const rest = cutBrackets(run.slice(host));
  if (!/^[/?#]/.test(rest)) return host;
  return host + pathLength(rest);
}

/** The scheme, the name and the port. */
function hostLength(run: string): number {
  const whole = /^(?:https?:\/\/)?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}(?::\d{1,5})?/iu.exec(
    run,
  )?.[0];
  if (!whole) return 0;
  if (/^www\.[^.]*$/i.test(whole)) return 0;
  // A name that ends in Latin letters ends where Hangul begins.
  const latin = /^.*?\.[a-z]{2,}(?=[가-힣])/i.exec(whole);
  return latin ? latin[0].length : whole.length - endingLength(whole);
}

/** Up to a closing bracket that was not opened in the address. */
function cutBrackets(rest: string): string {
  let open = 0;
  for (const [at, char] of [...rest].entries()) {
    if (char === "(" || char === "[") open += 1;
    if (char === ")" || char === "]") open -= 1;
    if (open < 0) return [...rest].slice(0, at).join("");
  }
  return rest;
}

function pathLength(rest: string): number {
  let path = rest;
  while (/[.,;:!?*_~&]$/.test(path)) path = path.slice(0, -1);
  // Right behind the name's own slash, Hangul that can be particles is taken for them.
  return onlyEndings.test(path.slice(1)) ? 1 : path.length - endingLength(path);
}

function endingLength(address: string): number {
  const hangul = lastHangul(address);
  if (hangul === "" || hangul.length > 30) return 0;
  const before = address.at(-hangul.length - 1) ?? "";
  if (/[a-z0-9)%]/i.test(before)) return onlyEndings.test(hangul) ? hangul.length : 0;
  const sure = sureEnding.exec(hangul)?.[0].length;
  if (sure) return sure;
  const [noun, last] = [hangul.at(-2), hangul.at(-1)!];
  if (!noun) return 0;
  return (hasFinal(noun) ? "을은" : "를는").includes(last) ? 1 : 0;
}

function lastHangul(text: string): string {
  let from = text.length;
  while (from > 0 && /[가-힣]/.test(text[from - 1]!)) from -= 1;
  return text.slice(from);
}
