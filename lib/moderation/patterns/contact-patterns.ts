import type { RuleId } from "../policy.ts";

// Addresses of people and places in the net, plain or spelled out. For normalised text: lower case, single spaces.

const dot =
  "(?: ?(?:\\(\\.\\)|\\[\\.\\]|\\(dot\\)|\\[dot\\]|\\{dot\\}|\\(점\\)|\\[점\\]) ?| dot | 닷 ?| 점 )";
const at =
  "(?: ?(?:\\(at\\)|\\[at\\]|\\{at\\}|\\(@\\)|\\[@\\]|\\(골뱅이\\)|\\[골뱅이\\]) ?| ?골뱅이 ?| at | 앳 )";
const ending = "(?:com|net|org|kr|co|io|me|shop|xyz|link|app|fit|컴|케이알|넷)";

/** Endings that are no English word, so that "clean.So far" is no address. */
const plainEnding = "(?:com|net|org|kr|io|xyz|biz|gg|ly|cn|jp|tk|ru)";
/** After these only a path tells an address from a missing space. */
const wordEnding = "(?:me|to|be|app|shop|link|info|site|store|online|fit|us|co|page|live|club|tv|dev|gle)";

const id = "[a-z0-9][a-z0-9_.-]{3,}";
const messenger =
  "(?:카카오톡|카톡|카카오|ㅋㅌ|ㅋr톡|kakao ?talk|kakao|텔레그램|텔레|telegram|라인|line|위챗|wechat|whatsapp|왓츠앱|디스코드|discord)";

export const contactPatterns: { rule: RuleId; pattern: RegExp }[] = (
  [
    // someone@example.com, someone @ example . com, 골뱅이, (at) … (dot)
    [
      "personal-information",
      `(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]* ?@ ?[a-z0-9-]+(?: ?\\. ?[a-z0-9-]{2,})+`,
    ],
    [
      "personal-information",
      `(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]+${at}[a-z0-9가-힣-]+(?:${dot}|\\.)${ending}`,
    ],
    [
      "personal-information",
      `(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]+(?: ?@ ?|${at})(?:gmail|naver|daum|hanmail|nate|kakao|yahoo|outlook|hotmail|지메일|네이버|다음|한메일)(?![a-z])`,
    ],
    // https://…, h t t p s : / / …, hxxp
    ["advertising", `h(?:tt|xx)ps? ?: ?/ ?/ ?[^\\s]+`],
    ["advertising", `(?<![a-z0-9])www ?(?:\\.|${dot}) ?[a-z0-9가-힣-]+(?: ?\\. ?[a-z]{2,})?`],
    // example.com, example.co.kr/path, t.me/someone
    [
      "advertising",
      `(?<![a-z0-9@.-])[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.${plainEnding}(?![a-z0-9-])(?:/[^\\s]*)?`,
    ],
    ["advertising", `(?<![a-z0-9@.-])[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.${wordEnding}/[a-z0-9][^\\s]*`],
    ["advertising", `[가-힣]{2,}\\.(?:com|net|kr|한국|닷컴)(?![a-z가-힣])`],
    // example dot com, example 닷컴, example (.) co (.) kr, example . com
    [
      "advertising",
      `(?<![a-z0-9가-힣-])[a-z0-9가-힣-]{2,}${dot}${ending}(?![a-z가-힣])(?:${dot}${ending}(?![a-z가-힣]))?`,
    ],
    ["advertising", `[a-z0-9-]{2,} ?닷 ?컴`],
    [
      "advertising",
      `(?<![a-z0-9-])[a-z0-9-]{2,} ?\\. (?:com|co ?\\. ?kr)(?![a-z])|(?<![a-z0-9-])[a-z0-9-]{2,} \\. ?(?:com|net|co ?\\. ?kr|kr)(?![a-z])`,
    ],
    // 오픈채팅 abc123, open.kakao.com/o/…, 카톡 아이디 abc123, 카톡: abc123, telegram @someone
    ["advertising", `(?:오픈 ?(?:채팅|카톡|톡)(?:방)?|옾챗|오챗|옵챗|open ?chat)[^a-z0-9\\n]{0,12}${id}`],
    [
      "advertising",
      `${messenger} ?(?:아이디|id|친추|친구추가|추가|add)[^a-z0-9\\n가-힣]{0,4}(?:는|은|:|=)?[^a-z0-9\\n가-힣]{0,3}${id}`,
    ],
    ["advertising", `${messenger} ?(?:@|: ?)${id}`],
  ] as const
).map(([rule, source]) => ({ rule, pattern: new RegExp(source, "gu") }));
