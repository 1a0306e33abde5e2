// Telephone numbers as people write them to get past a filter. They are looked for in normalised text: full-width and
// circled digits are plain by then. What may not be taken for one: weights, sets, times, prices, dates.

// A digit as a figure, as a Korean numeral, or as a letter that looks like one.
const zero = "[0o영공빵ㅇ]";
const one = "[1l일]";
const digit = "[0-9o공영빵일이삼사오육륙칠팔구]";

/** Between the groups of a number; some say it: 공일공 다시 일이삼사. */
const gap = "(?: ?[-–—−.·,~_*/()의에 ] ?| ?(?:다시|대시|하이픈|점) ?|)";
const notAfter = "(?<![\\d.,])";
const notBefore = "(?![\\d]|[.,]\\d| ?(?:kg|키로|킬로|kcal|칼로리|원|만|개|회|세트|번|명|분|초|보|lb|m))";

const mobile = `(?:\\+? ?82 ?[)\\-. ]? ?${zero}?|${zero})${one}[016789o공영육칠팔구]`;

export const phonePatterns = [
  // 010-1234-5678, 01012345678, +82 10 1234 5678, 공일공 일이삼사 오육칠팔
  `${notAfter}${mobile}\\)?${gap}${digit}{3,4}${gap}${digit}{4}${notBefore}`,
  // 0 1 0 1 2 3 4 5 6 7 8, with anything short between the digits, but always something
  `${notAfter}${zero}[ .\\-_*~]{1,2}${one}[ .\\-_*~]{1,2}${zero}(?:[ .\\-_*~]{1,3}${digit}){7,8}${notBefore}`,
  // 02-123-4567, 031)123-4567, 070.1234.5678
  `${notAfter}0(?:2|3[1-3]|4[1-4]|5[0-5]|6[1-4]|70|80)[)\\-–.] ?\\d{3,4}[\\-–.]\\d{4}${notBefore}`,
  // 0212345678, 07012345678
  `${notAfter}0(?:2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70)\\d{7,8}${notBefore}`,
  // 1588-1234
  `${notAfter}1(?:522|533|544|566|577|588|599|644|661|666|668|670|688|811|833|855|877|899)[-–]\\d{4}${notBefore}`,
  // +1 415 555 0100
  `${notAfter}\\+ ?\\d{1,3}[ .\\-()]{1,2}\\d{2,4}[ .\\-()]{1,2}\\d{3,4}[ .\\-]{1,2}\\d{3,4}${notBefore}`,
  // (415) 555-0100
  `${notAfter}(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}[-.])[2-9]\\d{2}[-.]\\d{4}${notBefore}`,
].map((source) => new RegExp(source, "gu"));
