import { type RulePattern, after, rulePatterns } from "./rule-pattern.ts";

// Addresses of people and sites, plain or spelled out. For normalised text: lower case, single spaces.

const bracketDot = "(?: ?(?:\\(\\.\\)|\\[\\.\\]|\\(dot\\)|\\[dot\\]|\\{dot\\}|\\(점\\)|\\[점\\]) ?)";
const spelledDot = `(?:${bracketDot}| dot | 닷 ?| 점 )`;
const bracketAt =
  "(?: ?(?:\\(at\\)|\\[at\\]|\\{at\\}|\\(@\\)|\\[@\\]|\\(골뱅이\\)|\\[골뱅이\\]) ?| ?골뱅이 ?| 앳 )";
const provider =
  "(?:gmail|naver|daum|hanmail|nate|kakao|yahoo|outlook|hotmail|지메일|네이버|다음|한메일|네이트|핫메일)";
const mailEnding = "(?:com|net|org|kr|io|me|edu|gov|info|biz|xyz|app|jp|cn|us|uk|de|ru|fr|ai|dev|co)";
const spelledEnding = "(?:com|net|org|kr|co|io|me|shop|xyz|link|app|fit|컴|케이알|넷)";
const mailStart = "(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63}";

const mail = [
  `${mailStart}@[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,4}\\.${mailEnding}(?![a-z0-9-])`,
  `${mailStart} ?@ ?[a-z0-9-]{2,63} ?\\. ?(?:com|net|org|kr|co ?\\. ?kr|io)(?![a-z0-9-])`,
  `${mailStart}${bracketAt}[a-z0-9가-힣-]{2,30}(?:${spelledDot}|\\.)${spelledEnding}`,
  `${mailStart}(?: ?@ ?|${bracketAt})${provider}(?![a-z])`,
  `${mailStart} at ${provider}(?:${spelledDot}|\\.)${spelledEnding}`,
  `${mailStart} at (?:gmail|hanmail|hotmail)(?![a-z])`,
  after("(?:mail|메일)[^.]{0,12}", `${mailStart} at [a-z0-9-]{2,30}(?:${spelledDot}|\\.)${spelledEnding}`),
];

// A bare domain may name a product (mindbody.io) or a booking site (fitness.com). It counts as advertising only near
// an invitation.
const invitation =
  "(?:\\b(?:see|visit|join|order|buy|search|deals?|discounts?|coupons?|promo|book at|for less|cheaper)\\b|자세|광고|이벤트|할인|특가|검색|오세요|가입|문의|구매|주문|쿠폰|접속|링크)";
const domainEnding =
  "(?:com|net|org|kr|io|xyz|biz|gg|ly|cn|jp|tk|ru|me|to|be|app|shop|link|info|site|store|online|fit|us|co|page|live|club|tv|dev|gle)";
const host = "[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,4}";
const bareDomains = [
  // Not after a digit: "10회.kr" is a missing space.
  `(?=[a-z0-9.-]{0,63}[a-z])${host}\\.(?:com|net|org|kr|io|xyz|biz|gg|ly|cn|jp|tk|ru)(?![a-z0-9-])`,
  `[가-힣]{2,20}\\.(?:com|net|kr|한국|닷컴)(?![a-z가-힣])`,
  `[a-z0-9가-힣-]{2,30}(?: dot | 닷 ?| 점 )${spelledEnding}(?![a-z가-힣])`,
  `[a-z0-9-]{2,30} ?닷 ?컴`,
  `[a-z0-9-]{2,30} ?\\. ?(?:com|co ?\\. ?kr|net|kr)(?![a-z0-9])`,
];
const domainStart = "(?<![a-z0-9가-힣@.-])";

const links = [
  `h(?:tt|xx)ps? ?: ?/ ?/ ?[^\\s]{1,200}`,
  `(?<![a-z0-9])www ?(?:\\.|${spelledDot}) ?[a-z0-9가-힣-]{2,63}(?: ?\\. ?[a-z]{2,10}){0,3}`,
  `(?<![a-z0-9@.-])${host}\\.${domainEnding}/[a-z0-9][^\\s]{0,200}`,
  // example(.)com: this spelling is only used for addresses.
  `(?<![a-z0-9가-힣-])[a-z0-9가-힣-]{2,30}${bracketDot}${spelledEnding}(?![a-z가-힣])(?:${bracketDot}${spelledEnding}(?![a-z가-힣]))?`,
  ...bareDomains.flatMap((domain) => [
    after(`${invitation}.{0,24}`, `${domainStart}${domain}`),
    `${domainStart}${domain}(?=.{0,24}${invitation})`,
  ]),
];

// An account name. With a digit or an underscore it cannot be a word.
const account = "[a-z](?=[a-z_.]{0,28}[0-9_])[a-z0-9_.]{3,29}";
const accountEnd = "(?![a-z0-9_]|[-.][a-z0-9]|회|명|개|월|년|분|원|시|층|호|대|살|주|일)";
const messenger =
  "(?:카카오톡|카톡|카카오|ㅋㅌ|ㅋr톡|kakao ?talk|kakao|텔레그램|텔레|telegram|위챗|wechat|whatsapp|왓츠앱|왓츠앱|스냅챗|snapchat|시그널)";
const network =
  "(?:라인|line|디스코드|discord|톡|인스타(?:그램)?|insta(?:gram)?|페북|페이스북|facebook|틱톡|트위터|디엠|dm)";
const anywhere = `(?<![a-z가-힣])(?:${messenger}|${network})`;
const particle = "(?: ?(?:으로|로|에|에게|한테|님|여기로|이쪽으로|께))?";
const reach = `(?=${particle} ?(?:문의|친추|친구|추가|디엠|dm|상담|톡|메시지|메세지|쪽지|주세요|add|message|검색|오세요|신청))`;

const handles = [
  `(?:오픈 ?(?:채팅|카톡|톡)(?:방)?|옾챗|오챗|옵챗|open ?chat)[^a-z0-9\\n]{0,12}${account}${accountEnd}`,
  `${anywhere} ?(?:아이디|id|계정|친추|친구추가|추가|add)[^a-z0-9\\n가-힣]{0,4}(?:는|은|:|=)?[^a-z0-9\\n가-힣]{0,3}@?${account}${accountEnd}`,
  `(?<![a-z가-힣])${messenger} ?(?:@|: ?)@?${account}${accountEnd}`,
  `${anywhere} ?[:(]? ?@?${account}\\)?${reach}`,
  `${anywhere} ?@[a-z][a-z0-9_.]{3,29}${reach}`,
  after(
    "(?:dm|디엠|톡|문의|연락|친추)(?: ?(?:주세요|주삼|바람|바랍니다|하세요|줘))?[: ]{1,3}",
    `@?${account}${accountEnd}`,
  ),
];
const reachOne = `(?=${particle} ?(?:연락|전화|call))`;

export const contactPatterns: RulePattern[] = [
  ...rulePatterns("personal-information", "CERTAIN", [
    ...mail,
    `${anywhere} ?[:(]? ?@?${account}\\)?${reachOne}`,
  ]),
  ...rulePatterns("advertising", "CERTAIN", [...links, ...handles]),
  ...rulePatterns("personal-information", "HINT", [
    `${anywhere}[^.!?\\n@]{0,16}(?<![a-z0-9@])${account}(?= ?(?:이에요|예요|에요|입니다|임(?![가-힣])|이야|팔로|맞팔))`,
    `\\b(?:call|text|number|phone|reach|ring|cell)\\b[^.!?\\n]{0,20}(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)[ ,-]{1,3}){6,11}(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\\b`,
    `\\b(?:call|text|number|phone|reach|ring|cell)\\b[^.!?\\n]{0,20}\\b\\d{3}[^\\d\\n]{1,8}\\d{3}[^\\d\\n]{1,8}\\d{4}\\b`,
    `\\b(?:insta(?:gram)?|handle|telegram|snap(?:chat)?|kakao|username)\\b[^.!?\\n]{0,20}\\b[a-z]{2,14} (?:underscore|dot|period) [a-z]{2,14}\\b`,
    `(?:끝자리|뒷자리|뒷번호|가운데|앞자리)[^\\d\\n]{0,8}\\d{4}[^\\n.!?]{0,14}(?<!\\d)(?:01[016-9][ -]?)?\\d{4}(?!\\d|원|년)`,
    `(?<!\\d)01[016-9](?:으로)? ?시작[^\\d\\n]{1,8}\\d{4}[^\\d\\n]{1,4}\\d{4}(?!\\d)`,
  ]),
  ...rulePatterns("advertising", "HINT", [
    `(?<![a-z가-힣])${messenger} ?@[a-z][a-z0-9_.]{3,29}`,
    `(?<![a-z가-힣])${messenger} (?:아이디|id) ?(?:는|은|:)? ?[a-z]{5,20}(?![a-z])`,
    `(?<![a-z가-힣])${messenger} (?!channel|kakao|message|plus|open|chat|business)[a-z]{5,20} ?으?로 (?:문의|연락|친추|톡) ?(?:주세요|바랍|하세요|줘|주시)`,
  ]),
];
