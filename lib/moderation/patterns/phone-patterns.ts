import { after, rulePatterns } from "./rule-pattern.ts";

// Telephone numbers, also disguised. For normalised text, where full-width and circled digits are plain. Must not
// match weights, sets, times, prices or dates. A digit may be a figure, a Korean or Chinese numeral, or a letter that
// looks like one.
const zero = "[0o〇零영공빵ㅇ]";
const one = "[1li|일一壹]";
const nativeDigit = "(?:하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉|영|공)";
const englishDigit = "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|\\d)";
const digit = "[0-9olisb|〇零一二三四五六七八九영공빵일이삼사오육륙칠팔구]";

const said = "(?:그리고|다음은?|그다음|다시|대시|하이픈|점|에|의|하고|and|then|dash)";
/** Between groups of digits: up to four marks, spaces or emoji, and a word. */
const gap = `(?:[^\\p{L}\\p{N}\\n]{0,4}(?:${said}[^\\p{L}\\p{N}\\n]{0,3})?)`;
const notAfter = "(?<![\\d.,])";
const unit =
  "(?:kg|키로|킬로|kcal|칼로리|원|만|천|개|회|세트|번|명|분|초|보|lb|m(?![a-z])|년|월|일|층|호|점|대(?!표)|살|시|%|포인트|미터)";
const notBefore = `(?![\\d]|[.,]\\d| ?${unit})`;

const mobile = `(?:\\+? ?82 ?[)\\-. ]? ?${zero}?|${zero})${one}[016789o공영빵육칠팔구〇零六七八九]`;
const areaCode = "0(?:2|3[1-3]|4[1-4]|5[0-5]|6[1-4]|70|80)";
const service = "1(?:522|533|544|566|577|588|599|600|644|661|666|668|670|688|811|833|855|877|899)";
const serviceInWords =
  "일(?:오팔팔|오칠칠|오사사|오육육|육사사|육육육|육육일|육육팔|육칠공|육팔팔|팔오오|팔칠칠|팔구구|오구구)";
const spoken = "[영공빵일이삼사오육륙칠팔구]";
const cue = "(?:전화|번호|대표|연락처|고객센터|콜센터|문의|tel|phone|call|☎|📞|☏)";

export const phonePatterns = rulePatterns("personal-information", "CERTAIN", [
  `${notAfter}${mobile}\\)?${gap}${digit}{3,4}(?! ?${unit})${gap}${digit}{4}${notBefore}`,
  // 0 1 0 1 2 3 4 5 6 7 8, with at least one character between the digits
  `${notAfter}${zero}[^\\p{L}\\p{N}\\n]{1,2}${one}[^\\p{L}\\p{N}\\n]{1,2}${zero}(?:[^\\p{L}\\p{N}\\n]{1,3}${digit}){7,8}${notBefore}`,
  `${notAfter}${mobile}(?:[^\\p{L}\\p{N}\\n]{0,2}${nativeDigit}){7,8}`,
  `\\b(?:zero|oh) ?one ?(?:zero|oh|six|seven|nine)(?:[ -]{0,2}${englishDigit}){7,8}(?![a-z\\d])`,
  // 0507-1234-5678, 050712345678: numbers that forward to a mobile
  `${notAfter}050[2-8]?${gap}\\d{3,4}(?! ?${unit})${gap}\\d{4}${notBefore}`,
  `${notAfter}${areaCode}[)\\-–.] ?\\d{3,4}[\\-–.]\\d{4}${notBefore}`,
  `${notAfter}0(?:2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70)\\d{7,8}${notBefore}`,
  after(`${cue}.{0,12}`, `${notAfter}${areaCode} \\d{3,4} \\d{4}${notBefore}`),
  `(?<!${spoken})[공영](?:이|삼${spoken}|사${spoken}|오${spoken}|육${spoken}|칠공)${gap}${spoken}{3,4}${gap}${spoken}{4}(?!${spoken})`,
  // 1588-1234, 일오팔팔 일이삼사; with a space only where a number is expected
  `${notAfter}${service}[-–]\\d{4}${notBefore}`,
  `(?<!${spoken})${serviceInWords}${gap}${spoken}{4}(?!${spoken})`,
  after(`${cue}.{0,12}`, `${notAfter}${service} ?\\d{4}${notBefore}`),
  `${notAfter}${service} \\d{4}${notBefore}(?=.{0,8}${cue})`,
  after("(?:전화(?:번호)?|연락처|tel|☎|📞|☏)(?:는|은|:)? ?:? ?", `\\d{3,4}-\\d{4}${notBefore}`),
  `${notAfter}\\+ ?\\d{1,3}[ .\\-()]{1,2}\\d{2,4}[ .\\-()]{1,2}\\d{3,4}[ .\\-]{1,2}\\d{3,4}${notBefore}`,
  `${notAfter}(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}[-.])[2-9]\\d{2}[-.]\\d{4}${notBefore}`,
]);
