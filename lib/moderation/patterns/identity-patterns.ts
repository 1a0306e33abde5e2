import { type RulePattern, after, rulePatterns } from "./rule-pattern.ts";

// Numbers and addresses that identify a person or an account. For normalised text.

const rule = "personal-information";
const digitsOf = (words: string) => words.replaceAll(/\D/g, "");
const isDate = (words: string) => /(?:19|20)\d\d[-. ](?:0?[1-9]|1[0-2])[-. ]/.test(words);

/** Resident registration number: date of birth, a digit for century and sex, the rest as typed or masked. */
const residentNumber =
  "(?<![\\d.])\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]) ?[-–—~ ]? ?[1-8](?:\\d{6}|[*x●○]{6}|\\d{1,5}[*x●○]{1,5})(?!\\d)";
const driverLicence = "(?<![\\d.-])\\d{2}-\\d{2}-\\d{6}-\\d{2}(?![\\d-])";

const bank =
  "(?:신한|국민|kb|우리|하나|농협|nh|기업|ibk|카카오뱅크|카뱅|토스뱅크|토뱅|토스|케이뱅크|케뱅|k뱅크|새마을금고|새마을|우체국|수협|신협|씨티|제일|sc|부산|대구|im뱅크|광주|전북|경남|제주|산업|축협|저축은행)(?:은행|뱅크)?";
const accountNumber = "(?<![\\d-])\\d{2,6}(?:[- ]\\d{2,7}){1,3}(?![\\d-])|(?<![\\d-])\\d{11,14}(?![\\d-])";
const accountCue = "(?:계좌|입금|송금|이체|예금주|account|입금처)";

/** ISO/IEC 7812: the check digit of card numbers. */
function isLuhn(words: string): boolean {
  const sum = [...digitsOf(words)]
    .toReversed()
    .map(Number)
    .reduce(
      (total, figure, at) => total + (at % 2 === 0 ? figure : figure > 4 ? figure * 2 - 9 : figure * 2),
      0,
    );
  return sum % 10 === 0;
}
const card = "(?<![\\d.-])[2-69]\\d{3}(?:[- ]?\\d{4}){3}(?![\\d-])";
const cardCue = "(?:카드|card|결제|visa|비자|마스터)";
/** 1000 2000 3000 4000 is a plan for the treadmill. */
const isRound = (words: string) => words.split(/[- ]/).every((group) => group.endsWith("0"));

const plateLetter = "[가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주바사아자배하허호]";
/** Without letters that are also units: 12주 2024, 10호 1234, 30대 2000. */
const rarePlateLetter = "[가나다라마거너더러머버서어저노모무누루두바아자배허]";
const noUnit = "(?!\\d| ?(?:원|만|kg|개|회|명|보|점|년|kcal))";
const carCue = "(?:차량|차 ?번호|차주|번호판|차종|자동차|주차)";

const homes =
  "(?:아파트|래미안|자이|푸르지오|힐스테이트|롯데캐슬|아이파크|더샵|e편한세상|이편한세상|빌라|오피스텔|맨션|빌|주공|캐슬|하이츠)";
const livesThere =
  "(?:사는(?! ?(?:분들|회원|주민|사람들))|살아|살고|산다|삽니다|거주|우리 ?집|저희 ?집|자택|집 ?주소|집은|집이|댁)";
const houseNumber =
  "[가-힣]{1,10}(?:로|길)(?: ?\\d{1,3}번?길)? ?\\d{1,4}(?:-\\d{1,4})?(?![\\d.%]|kg|분|시|개|명|원|회|번 ?출구)";

/** 110-123-456789 or one long number. Required after a bank's name, because some are everyday words. */
const isGrouped = (words: string) => /^[^-]+-[^-]+-[^ ]+$|^\d+$/.test(words);

const accounts = (source: string, accepts = (_: string) => true): RulePattern[] => [
  {
    rule,
    certainty: "CERTAIN",
    pattern: new RegExp(source, "gu"),
    accepts: (words) => {
      const { length } = digitsOf(words);
      return length >= 10 && length <= 16 && !isDate(words) && !isRound(words) && accepts(words);
    },
  },
];

const families = [
  "(?:트레이너|관장|사장|코치|쌤|원장|직원|회원)(?:님)?(?:네|의)? ?(?:딸|아들|애들?|아이들?|자녀)[^.!?\\n]{0,14}(?:초등학교|초|중학교|중|고등학교|고|유치원|어린이집)[^.!?\\n]{0,10}(?:다녀|다니|다닌|학년|\\d반)",
  "\\b(?:owner|trainer|coach|manager|instructor|receptionist|member)'s (?:[a-z]{3,8} )?(?:daughter|son|kids?|children|wife|husband)\\b[^.!?\\n]{0,20}\\b(?:goes? to|attends?|studies at|works? at|lives?)\\b",
  "\\b(?:drives?|plates?|licen[cs]e)\\b[^.!?\\n]{0,24}\\b\\d?[a-z]{2,3}[- ]?\\d{3,4}\\b|\\bplate (?:number )?(?:is )?[a-z0-9]{2,5} ?\\d{3,4}\\b",
  "(?:트레이너|관장|사장|코치|쌤|원장|직원|매니저|회원)(?:님)? ?(?:이|가|의)? ?사는 ?(?:곳|집|데|동네)(?:은|는|이)?[^.!?\\n]{0,16}(?:아파트|빌라|오피스텔|\\d동|\\d호|\\d번지)",
];

export const identityPatterns: RulePattern[] = [
  ...rulePatterns(rule, "HINT", families),
  ...rulePatterns(rule, "CERTAIN", [
    residentNumber,
    driverLicence,
    // 12가3456. A space or an ambiguous letter needs a car nearby.
    `(?<![\\d.])\\d{2,3}${rarePlateLetter}\\d{4}${noUnit}`,
    after(`${carCue}.{0,10}`, `\\d{2,3} ?${plateLetter} ?\\d{4}${noUnit}`),
    `(?<![\\d.])\\d{2,3} ?${plateLetter} ?\\d{4}${noUnit}(?=.{0,8}${carCue})`,
    `(?<!\\d)\\d{2,4}동 ?\\d{3,4}호(?!선)`,
    `${homes}.{0,6}(?<!\\d)\\d{2,4}동(?=.{0,8}${livesThere})`,
    after(`${livesThere}.{0,14}`, `(?<![가-힣])${houseNumber}`),
    `(?<![가-힣])${houseNumber}(?=.{0,12}${livesThere})`,
    `\\b(?:lives?|living|house|home) (?:is )?(?:at|on) \\d{1,5} (?:[a-z]{2,15} ){1,3}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|way)\\b`,
  ]),
  ...accounts(after(`${bank}[^\\d\\n]{0,8}`, accountNumber), isGrouped),
  ...accounts(after(`${accountCue}[^\\d\\n]{0,12}`, accountNumber)),
  ...accounts(`(?:${accountNumber})(?=[^\\d\\n]{0,12}${accountCue})`),
  {
    rule,
    certainty: "CERTAIN",
    pattern: new RegExp(`${after(`${cardCue}.{0,12}`, card)}|${card}(?=.{0,8}${cardCue})`, "gu"),
  },
  {
    rule,
    certainty: "CERTAIN",
    pattern: new RegExp(card, "gu"),
    accepts: (words) => isLuhn(words) && !words.includes(" ") && !isRound(words),
  },
  {
    rule,
    certainty: "HINT",
    pattern: new RegExp(card, "gu"),
    accepts: (words) => !isRound(words) && (words.includes("-") || isLuhn(words)),
  },
];
