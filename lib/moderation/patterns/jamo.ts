// Joins separately typed Hangul letters like a keyboard: ㅆㅣㅂㅏㄹ is 씨발.

const leads = [..."ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"];
const vowels = [..."ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"];
const tails = ["", ..."ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"];

const firstSyllable = 0xac00;
const syllableCount = leads.length * vowels.length * tails.length;

const isVowel = (char: string | undefined) => char !== undefined && vowels.includes(char);
const isTail = (char: string | undefined) => char !== undefined && char !== "" && tails.includes(char);

export type Unit = { char: string; start: number; end: number };

/** NFKC leaves lone conjoining letters (U+1100 and on). Other characters are returned unchanged. */
export function toTypedLetter(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0x1100 && code <= 0x1112) return leads[code - 0x1100]!;
  if (code >= 0x1161 && code <= 0x1175) return vowels[code - 0x1161]!;
  if (code >= 0x11a8 && code <= 0x11c2) return tails[code - 0x11a7]!;
  return char;
}

const isTypedLetter = ({ char }: Unit) => char >= "ㄱ" && char <= "ㅣ";

export function composeJamo(units: Unit[]): Unit[] {
  if (!units.some(isTypedLetter)) return units;
  const composed: Unit[] = [];
  for (let at = 0; at < units.length;) {
    const next = units[at + 1];
    if (!next || !isTypedLetter(next)) {
      composed.push(units[at]!);
      at += 1;
      continue;
    }
    const { unit, length } = syllableAt(units, at);
    composed.push(unit);
    at += length;
  }
  return composed;
}

function syllableAt(units: Unit[], at: number): { unit: Unit; length: number } {
  const charAt = (offset: number) => units[at + offset]?.char;
  const lead = leads.indexOf(charAt(0)!);
  const vowel = vowels.indexOf(charAt(1)!);
  if (lead >= 0 && vowel >= 0 && charAt(1) !== undefined) {
    const tail = isTail(charAt(2)) && !isVowel(charAt(3)) ? tails.indexOf(charAt(2)!) : 0;
    const length = tail > 0 ? 3 : 2;
    return { unit: joined(units, at, length, syllable(lead, vowel, tail)), length };
  }
  // Joins an open syllable and its final letter: 바ㄹ. Not the letters of laughter and sighs (아ㅋㅋ).
  const open = openSyllable(charAt(0)!);
  if (open !== null && /[ㄱㄴㄹㅁㅂㅅㅆㅇ]/.test(charAt(1) ?? "") && !/[ㄱ-ㅣ]/.test(charAt(2) ?? "")) {
    return {
      unit: joined(units, at, 2, String.fromCharCode(open + tails.indexOf(charAt(1)!))),
      length: 2,
    };
  }
  return { unit: units[at]!, length: 1 };
}

const syllable = (lead: number, vowel: number, tail: number) =>
  String.fromCharCode(firstSyllable + (lead * vowels.length + vowel) * tails.length + tail);

function openSyllable(char: string): number | null {
  const offset = char.charCodeAt(0) - firstSyllable;
  return offset >= 0 && offset < syllableCount && offset % tails.length === 0 ? firstSyllable + offset : null;
}

const joined = (units: Unit[], at: number, length: number, char: string): Unit => ({
  char,
  start: units[at]!.start,
  end: units[at + length - 1]!.end,
});
