import { rulePatterns } from "../rule-pattern.ts";
import { englishStaff, staff, within } from "./people.ts";

// Crimes reported by hearsay, or stated as a fact about a person. The writer's own experience is allowed ("성추행당했어요"),
// and so are measures against crime ("몰카 탐지기", "had hidden cameras checked").

const crime =
  "(?:성추행|성폭행|성폭력|성희롱|강간|횡령|사기(?! ?(?:당|전화|를 ?당|꾼 ?조심))|절도|도둑질|폭행|몰카|불법 ?촬영|마약|뇌물|탈세|살인|전과|조폭|성범죄|협박|돈세탁|배임|음주 ?운전|빼돌|훔쳤|훔쳐|훔치|떼먹|때렸|때려서)";
const hearsay =
  "(?:다던데|다고 ?(?:하더|들었|하던|그러|하네|합니다|해요|소문|함|하는)|다네요|대요|댔어요|다더라|이라던데|이라고 ?(?:하더|들었|소문|그러|하던)|(?:다|란|라)는 ?(?:소문|얘기|말|이야기|썰)|한대|했대|쳤대|었대|카더라|소문)";
const unlessRefuted = `(?!${within(16)}(?:믿지|아니|아닙|거짓|헛소문|사실이 ?아|오해))`;
const said =
  "(?:소문(?:에|으로)|듣기로|들은 ?(?:얘기|바|말)|누가 ?그러|카더라|알 ?사람은 ?다|다들 ?아는|아는 ?사람(?:이|한테|은)|전 ?직원(?:이|한테|말)|들리는 ?말)";
const noCare = `(?!${within(30)}(?:점검|탐지|검사|방지|없|예방|단속|신고|cctv|잡아|잡으|잡았|대처|찾아 ?(?:주|줘|준)))`;
const criminal =
  "(?:전과자|전과 ?\\d{1,2}범|사기꾼|성범죄자|범죄자|조폭|성추행범|강간범|마약쟁이|횡령범|도둑놈|도둑년|절도범|약쟁이)";

const korean = [
  `${staff}${within(20)}(?:깜빵|감빵|깜방|전과|별 ?\\d개)${within(14)}(?:다 ?아는|유명|사실|갔다|다녀)`,
  `${staff}(?:님|놈|쌤)?(?:이|가|은|는)? ?${within(16)}(?:훔친|훔쳐 ?간|빼돌린|횡령한|때린|추행한|폭행한|몰카 ?찍은|사기 ?친) ?(?:놈|년|새끼|인간|사람|범인|자식|장본인)(?! ?(?:을|를)? ?(?:잡|신고|막))`,
  `(?:${staff}|[가-힣]{2,4}(?:쌤|코치|트레이너))${within(14)}(?:마약|도박|불륜|원정 ?도박|약물|성매매|탈세)(?: ?하는)? ?(?:거|것|건|짓)?(?:은|을)? ?(?:다 |다들 |우리 ?다 )?(?:압니다|안다|알고 ?있|아는 ?사람)`,
  `(?:회비|돈|회원권 ?값|보증금)(?:을|를)? ?(?:다 )?(?:들고|갖고|가지고|챙겨|먹고) ?(?:튀|날랐|날라|도망|잠적|튄)${within(16)}(?:얘기|소문|대요|래요|다던데|다더라|범|놈|카더라)`,
  `${staff}${noCare}${within(12)}(?:감방|감옥|교도소|빵에|학교 ?폭력 ?가해자|불륜)${within(16)}(?:대요|래요|다던데|다더라|다고|소문|이라는|한대|카더라)${unlessRefuted}`,
  `(?:감방|감옥|교도소|빵에) ?(?:갔다|다녀|들어갔|살다|있다) ?${within(8)}${staff}(?:래|라던|라는|라고|임|입)`,
  `${staff}(?!${within(20)}당)${noCare}${within(16)}${crime}${within(16)}${hearsay}${unlessRefuted}`,
  `${said}${noCare}${within(24)}${crime}(?:꾼|범|했|하고|하려|할|한|쳤|친|으로|하다|해|을|를|이 ?있|로)${unlessRefuted}`,
  `${staff}(?:님|놈|들|쌤)?(?:은|는|이|가|도)? ?(?:[가-힣]{1,6} ){0,2}${criminal}(?! ?(?:아니|아님|아닙|아닌|같|처럼|심보|은 ?아|는 ?아|이 ?아니|잡|막|조심))`,
  `(?:탈의실|샤워실|화장실)${noCare}${within(10)}(?:몰카|불법 ?(?:카메라|촬영)|카메라)${within(10)}(?:설치|숨겨|숨긴|찍|있)${within(10)}(?:대요|다던데|다고|소문|카더라|다네|다는)`,
];

const englishCrime =
  "(?:molest(?:ed|s|ing|er)?|rap(?:ed|es|ing|ist)|(?:sexually )?assault(?:ed|s|ing)?|groped|gropes|embezzl(?:ed|es|ing|er)|launder(?:s|ed|ing)?|stole(?! (?:the show|my heart))|steals|stealing|scam(?:s|med|ming|mer)|defraud(?:s|ed)?|deals (?:drugs|coke|meth)|(?:sells|selling|sold) (?:drugs|coke|meth)|films? (?:women|girls|people) in|hidden cameras? in|pedo(?:phile)?s?|sex offender|convicted|criminal record|(?:went to|was in|been to|been in) (?:prison|jail)|felon|ex-?con(?:vict)?|thief|thieves|fraudster|beats (?:his|her)|murder(?:ed|er)|bribe[sd]?|tax (?:fraud|evasion)|evades taxes|drug dealer|pimp|mafia|mob money)";
const englishHearsay =
  "(?:i (?:was told|heard|hear)|i've (?:heard|been told)|rumou?rs? (?:has it|is|say|says|have it|that)|people (?:are saying|say)|they say|word is|word on the street|apparently|supposedly|allegedly|every(?:body|one) (?:here |around here )?(?:knows|says)|(?:somebody|someone|a friend|my friend|a member|an ex-employee|a former employee) (?:told me|said)|it is (?:well )?known|well known)";
const one = `(?:${englishStaff}|owner|place|gym|he|she|they)`;
const careful = `(?!${within(70)}(?:n't|not true|never|false|got checked|had .{0,20}checked|caught the|was caught|banned|nonsense))`;
const english = [
  `\\b${englishStaff} ${careful}(?:sleeps?|slept|hooks up) with (?:underage|minors?|teen|young|students|the kids|members)\\b|\\bthey (?:sell|sold|leak) (?:members'?|our|your|customers'?) (?:card|credit|data|personal|numbers|info)`,
  `\\b(?:${englishStaff}|they)${careful}${within(12)}\\b(?:bribes?|bribed|cooks? the books|launders?|evades? taxes|tax cheats?|cheats? on (?:his|her|their) taxes|skims?|pays? off)\\b${within(40)}\\b(?:ask anyone|ask around|everyone|everybody|all of them|trust me)\\b`,
  `\\b${englishHearsay} (?:that )?(?:they|he|she|the [a-z]{4,9}) ${careful}(?:put|puts|hid|hides|installed|has|have|set up) (?:a |some )?(?:hidden |spy |secret )?cameras?\\b`,
  `\\b(?:${englishStaff}) [a-z]{3,12} (?:is|was) (?:an? |the |known )(?:[a-z]{4,12} )?(?:thief|fraudster|rapist|pedo(?:phile)?|sex offender|criminal|con ?(?:man|artist)|felon|ex-?con|drug dealer|scammer|embezzler|crook|molester)\\b`,
  "\\btax cheats?\\b[^.!?]{0,20}\\ball of them\\b|\\bcook(?:s|ing)? the books\\b",
  `\\b${englishHearsay}\\b${careful}${within(40)}\\b(?:he|she|they|who)\\b (?:touch(?:es|ed)|feels up|felt up|beats|hits|films) (?:little |young |the |his |her )?(?:girls|kids|children|minors|women|wife|boys)\\b`,
  `\\b(?:they|he|she)${careful} (?:all )?(?:${englishCrime}|steal|rob)\\b${within(30)}\\b(?:everybody|everyone) (?:here )?knows\\b`,
  `\\b(?:the|this|that) (?:[a-z]{3,10} )?${englishStaff} (?:deals|sells) (?:drugs|coke|cocaine|meth|weed)\\b`,
  `\\b${englishHearsay}\\b${careful}${within(30)}\\b${one}\\b${within(30)}\\b${englishCrime}\\b`,
  `\\b${englishStaff}\\b${within(24)}\\b${englishCrime}\\b${within(40)}\\b${englishHearsay}\\b${careful}`,
  `\\bhidden cameras?\\b${careful}${within(40)}\\b${englishHearsay}\\b`,
  `\\b(?:the|this|that|your) (?:[a-z]{3,10} )?${englishStaff} (?:is|was|are)(?! not| no)(?: an?| the| all| known| really)?(?: [a-z]{4,12})? (?:thief|thieves|fraudsters?|rapists?|pedo(?:phile)?s?|(?:registered )?sex offenders?|criminals?|con ?(?:man|men|artists?)|felons?|ex-?con(?:vict)?s?|drug dealers?|scammers?|embezzlers?|crooks?|molesters?)\\b`,
];

export const accusationHints = rulePatterns("unproven-accusation", "HINT", [...korean, ...english]);
