// Picks one complete sentence of the page that can be quoted in a reply.
const maxQuoteChars = 60;
const minQuoteChars = 7;

/** Markdown, brackets and quotation marks that a cut may leave unpaired, URLs. */
const unfit =
  /[*_`#[\]<>|~\\{}()（）"“”「」『』《》]|(^|\s)['‘]|['’](\s|$)|https?:|www\.|[\p{Extended_Pictographic}]|[ㄱ-ㅎㅏ-ㅣ]{2}|\n|:$/u;
/** Words that must not be repeated to their author. */
const harsh =
  /죽|살인|때[리려렸]|칼로|찔|패고|피가|토했|씨발|시발|ㅅㅂ|병신|새끼|미친|지랄|꺼져|좆|존나|성폭|강간|마약|\b(kill\w*|die[ds]?|dead|dying|death|murder\w*|hit\s+me|beat\w*|stab\w*|blood\w*|fuck\w*|shit\w*|bitch\w*|asshole|bastard|rape\w*|drugs?|hurt\w*|hate[ds]?)\b/i;
/** Conjunctions: such a sentence is incomplete when quoted alone. */
const dependent =
  /^(그래서|그런데|근데|하지만|그리고|그러나|그래도|그러면|그러니까|또|and|but|so|because|then|or|which|that)(?=[\s,])/iu;

export function pickQuote(page: string, locale: "ko" | "en"): string | null {
  const segments = new Intl.Segmenter(locale, { granularity: "sentence" }).segment(page);
  const sentences = [...segments]
    .map(({ segment }) => segment.trim().replace(/[.。!！?？…~\s]{1,40}$/u, ""))
    .filter(isFit);
  return sentences.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

function isFit(sentence: string): boolean {
  if (sentence.length < minQuoteChars || sentence.length > maxQuoteChars) return false;
  if (unfit.test(sentence) || harsh.test(sentence) || dependent.test(sentence)) return false;
  const letters = sentence.match(/\p{L}/gu)?.length ?? 0;
  return letters * 2 >= sentence.length && sentence.includes(" ") && !/[,，;·-]$|\b\w\.\w$/.test(sentence);
}

/** Selects the Korean particle. Digits and Latin letters count as pronounced in Korean. */
export function endsInConsonant(text: string): boolean {
  const last = /[\p{L}\p{N}](?=[^\p{L}\p{N}]*$)/u.exec(text)?.[0] ?? "";
  if (/[가-힣]/.test(last)) return (last.charCodeAt(0) - "가".charCodeAt(0)) % 28 > 0;
  return /[013678lmnㄱ-ㅎ]/i.test(last);
}
