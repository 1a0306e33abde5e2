import { type RulePattern, rulePatterns } from "../rule-pattern.ts";
import { englishStaff, staff, within } from "./people.ts";

// Two cues in one sentence, in either order; neither is a hint alone. They match more than phrases do and are less
// precise: each was measured on ordinary reviews (bench/judging).

type Pair = [one: string, other: string, most?: number];

const inEitherOrder = ([one, other, most = 30]: Pair) =>
  `(?:${one})${within(most)}(?:${other})|(?:${other})${within(most)}(?:${one})`;

const threats: Pair[] = [
  [
    `(?:${staff}|너네|니네|당신)(?:님)?(?:네|의)? ?(?:애들?|아이들?|자녀|딸|아들|가족|와이프|부모님?|집|차|동선|학교|유치원)`,
    "(?:압니다|안다|알아요|알고 ?있(?:습니다|어요|다|음|으니|는데)|알아 ?(?:뒀|놨|냈)|봐 ?(?:뒀|놨)|외워 ?(?:뒀|놨)|찍어 ?(?:뒀|놨))",
  ],
  ["(?:나도|저도|제가|내가|우리도)", "무슨 ?(?:짓|일)(?:을|까지)? ?(?:할지|저지를지|낼지)", 24],
  [`${staff}(?:님|놈|새끼|들)?`, "후회하게 ?(?:만들|해 ?(?:주|줄|드))"],
  [
    "(?:다음(?:에|번에)?|담에|나중에|조만간) ?(?:볼 ?(?:땐|때는)|보면|만나면|만날 ?땐|마주치면|찾아가면)",
    "(?:웃으면서|곱게|좋게|말로) ?(?:는 ?|만 ?)?(?:안|못|끝)|각오(?:들)? ?(?:하세요|하십|하시|해라|하쇼|해 ?두)",
  ],
  [
    `${staff}(?:님|놈|새끼|들)?(?:은|는|이|도)?`,
    "(?:맞아|얻어 ?맞아|두들겨 ?맞아|쳐 ?맞아)(?: ?봐)?야 ?(?:정신|한다|됨|된다|함|알|안다|하는)",
  ],
  [
    "(?:가게|헬스장|센터|건물|체육관|이런 ?(?:데|곳)|여기)(?:는|은|가|이)?",
    "(?:불타|불에 ?타|폭발해|무너져) ?(?:[가-힣]{1,2} ?)?(?:버렸으면|버려라|없어져야|없어졌으면|졌으면|버려야)",
    16,
  ],
  [
    "(?:차|유리(?:창)?|간판|문|창문)(?:에|가|이)?",
    "(?:나|지|깨져|부서져)(?:도|더라도) ?(?:저|나|제|내)(?:한테|를|보고|탓)",
    16,
  ],
  [
    "(?:휘발유|신나|시너|기름|라이터|성냥) ?(?:한|몇)? ?(?:통|병|개|개비)?(?:이면|면|만 ?있으면)",
    "(?:가게|헬스장|센터|건물|체육관|여기|금방|순식간|다 ?탄|끝)",
    20,
  ],
  [
    "\\b(?:i|we) (?:also |now |already )?know (?:exactly )?(?:where|which|what)\\b",
    `\\b(?:you|he|she|${englishStaff}) (?:live|park|sleep|walk)s?\\b|\\b(?:yours|your|his|her) (?:[a-z]{3,9} )?(?:car|kids?|house|home|school|street|family|address|door)\\b|\\b(?:car|house|flat|door) is (?:yours|his|hers)\\b`,
    16,
  ],
  [
    "\\b(?:refund(?:ed)?|my money|pa(?:y|id) me|owe(?:s|d)? me|cancel(?:led)?)\\b",
    "\\byou(?:'ll| will) (?:all )?(?:regret|be sorry|wish you)\\b|\\bwish you(?:'d| had)\\b|\\bsee (?:how|what happens to) your\\b|\\bwhat happens to your\\b",
    50,
  ],
  [
    "\\b(?:some(?:body|one)|they|we|i) (?:ought to|should|needs? to|has to|must|will)\\b",
    "\\bteach (?:him|her|them|you|that [a-z]{3,12}|the [a-z]{3,12}) a lesson\\b",
    10,
  ],
  [
    "\\b(?:they'll|they will|they'd|you'll|we'll) be (?:carrying|wheeling|dragging|scraping)\\b",
    "\\b(?:him|her|you|them|that [a-z]{3,12}|the [a-z]{3,12}) (?:out|away|off)\\b",
    12,
  ],
  [
    "\\b(?:deserves?|needs?|could do with|is asking for)\\b",
    "\\b(?:a (?:lit )?match|(?:some |a can of )?(?:petrol|gasoline)|a (?:fire)?bomb|a brick through|a good (?:beating|kicking|slapping))\\b",
    16,
  ],
  [
    "\\bcar park|parking lot|after dark|on (?:his|her|your) way home|outside\\b",
    `\\b(?:he|she|you|${englishStaff}) (?:should|better|had better|ought to) (?:watch (?:his|her|your) (?:back|step)|look over|be (?:very )?(?:careful|afraid))\\b`,
    30,
  ],
];

const unlessReported = `(?!${within(30)}(?:불쾌|신고|싫|무서|소름|변태|민망|불편|항의|퇴출|제지))`;
const woman =
  "(?:여자|여성|여|미녀|젊은) ?(?:회원|쌤|강사|트레이너|코치|직원|선생|손님|알바)(?:님|들|분){0,2}";
const theirBody = `(?:몸매|뒤태|골반|가슴|엉덩이|허벅지|레깅스 ?(?:핏|라인|입은 ?모습))(?! ?(?:운동|수업|자극|교정|관리|만들|라인 ?(?:잡|만)))`;
const sexual: Pair[] = [
  [
    woman,
    `(?:눈 ?(?:이 ?)?(?:호강|요기|정화|보신|즐거)|흐뭇|감상|명당|훔쳐 ?보|힐끔|침 ?(?:흘|이 ?고)|벗(?:은|긴|겨) ?(?:거|것|몸|모습)|야(?:한|해|하게|릇)|섹시|므흣|후끈)${unlessReported}`,
  ],
  [
    "(?:쌤|선생님|트레이너|코치|강사|직원|여자 ?회원|누나|처자)(?:님|분|들)?(?:의|이|은|는)?",
    `${theirBody}(?:을|를|이|가)?[^.!?]{0,8}(?:보려고|보러|보느라|보는 ?(?:맛|재미|낙)|예술|눈을 ?(?:어디|못)|눈이 ?(?:자꾸|가|돌)|자꾸 ?(?:눈|보)|집중이 ?(?:안|잘 ?안)|심쿵|침)`,
    10,
  ],
  [
    "(?:쌤|선생님|트레이너|코치|강사|매니저)(?:님)?(?:이랑|랑|과|와|하고|은|께)?",
    "(?:운동|pt|피티|수업) ?말고 ?(?:다른|딴) ?(?:것|거|땀|운동|수업)|(?:제|내|우리) ?방에서|침대에서|단둘이 ?(?:밤|만|있고|자)|오늘 ?밤 ?(?:시간|어때|한잔|따로|만나)",
  ],
  [
    "(?:쌤|선생님|트레이너|코치|강사|회원|직원)(?:님|들)?(?:의|이)?",
    "(?:신음|숨소리|목소리|땀)(?:이|가|도|마저)? ?(?:[가-힣]{1,4} )?(?:야(?:해|하|한)|섹시|흥분|꼴리)",
    10,
  ],
  [
    "(?:여자|여회원|여성|쌤|누나|회원)(?:들|님|분){0,2}",
    "(?:벗(?:은|긴) ?(?:거|것|몸|모습)|알몸|속옷)(?:을|를|이)? ?(?:상상|궁금|떠올)",
    14,
  ],
  [
    "\\b(?:girls?|women|ladies|chicks?|blondes?|brunettes?|babes?|milfs?|receptionist|(?:yoga|spin|pilates) (?:teacher|instructor|girl)|she|her|them)\\b",
    "\\b(?:eye candy|so hot|smoking hot|hot as|drool(?:ing|ed)?|jiggl(?:e|es|ing)|free (?:show|entertainment)|needed? a cold shower|out of (?:her|his|their) (?:uniform|clothes|leggings|top)|topless|undress(?:ed|ing)?|turns? me on|thinking of (?:her|them) (?:later|tonight|in)|home and not let|when (?:they|she|those [a-z]{3,8}|the [a-z]{3,8}) (?:bend|squat|bounce)s?)\\b",
    40,
  ],
  [
    "\\bif you know what i mean\\b|\\bwink,? ?wink\\b|\\bnudge,? ?nudge\\b",
    "\\b(?:hands?|touch(?:es|ed|ing)?|bod(?:y|ies)|girls|ladies|women|view|scenery|back row|at the back|massage|private|behind|bend|squat(?:s|ting)?)\\b",
    70,
  ],
  [
    `\\b(?:coach|trainer|instructor|receptionist|teacher|he|she)\\b`,
    "\\b(?:is|was) (?:a |such a |an absolute |a total )?(?:snack|smoke ?show|hottie|milf|dilf|sex on legs|eye candy)\\b",
    12,
  ],
  [
    "\\b(?:chest|boobs|bum|bottom|behind|legs|backside) (?:bounc(?:e|es|ing)|wobbl(?:e|es|ing)|shak(?:e|es|ing))\\b",
    "\\b(?:her|their|nobody watches|everyone watches|watch(?:ing)?|distract(?:ing|ed)?)\\b",
    30,
  ],
  [
    "\\bin (?:the|my) (?:sauna|shower|bed|bedroom|hotel) with\\b",
    "\\b(?:her|him|the [a-z]{3,9} (?:teacher|instructor|girl|coach|trainer)|that [a-z]{3,9})\\b",
    10,
  ],
];

const unlessRefused = `(?!${within(24)}(?:싫|불쾌|그만|신고|거절|놀랐|실망|무서|비추|별로|충격|안 ?(?:합|해|팔|권|써|받)|않|없|문제|아니|아닌))`;
const legal = "(?:비타민|크레아틴|유산균|오메가|아르기닌|카페인|홍삼|관절|진통|혈압|감기|처방)";
const substances: Pair[] = [
  [
    "(?:내|네)[추츄]럴(?:로는|로|은|만으로는?)",
    `(?:한계|불가능|안 ?(?:됩|되|돼)|무리|답(?:이)? ?없|바보|손해)`,
  ],
  [
    "(?<!원판[^.!?]{0,6})(?:주 ?\\d ?(?:회|번)|매일|매주|하루 ?(?:한|두)|이틀에|(?:배|엉덩이|허벅지|어깨)에) ?(?<!원판 ?|핀 ?)(?:[가-힣]{1,3} )?(?:꽂|찔러 ?넣|주사)",
    `(?:효과|벌크|근육(?!통)|커졌|커진|커져|몸이|강추|대박)${unlessRefused}`,
    24,
  ],
  [
    "(?<![가-힣])주사(?: ?(?:한|두) ?(?:대|방))?(?:면|만|가|를)?",
    `(?:관장|트레이너|코치|쌤|사장)(?:님)?(?:이|가|께서)[^.!?]{0,20}(?:알려|소개|추천|구해|놔 ?주|맞춰)|(?:훨씬|금방|확) ?(?:빠르|커|빠져|빠지)${unlessRefused}`,
  ],
  [
    `(?<!${legal}[^.!?]{0,10})하루 ?(?:에 ?)?(?:한|두|세|네|[1-9]) ?(?:알|정|캡슐|방|대)(?:씩)?`,
    "(?:벤치|스쿼트|데드|중량|근육|벌크|커지|커집|커져|키로|kg) ?(?:이|가|도|씩)?[^.!?]{0,8}(?:올라|늘|붙|빠|커|찐)",
    24,
  ],
  [
    "(?:로이더|약물 ?스택|케어제|스택)",
    `(?:짜 ?(?:달라|줘|주|드)|물어 ?(?:보|봐)|추천|구해|알려 ?(?:줘|주|드))${unlessRefused}`,
    20,
  ],
  [
    "(?:해외 ?직구|야매|암암리|몰래 ?(?:파|구|들여)|구해 ?(?:주는|다 ?주는))",
    `(?:지방 ?태우는 ?(?:약|알약|주사)|다이어트 ?약|살 ?빼는 ?(?:약|주사)|성장 ?호르몬|(?<![가-힣])로이드|앰플)${unlessRefused}`,
    24,
  ],
  [
    "(?:성장 ?호르몬|스테로이드|(?<![가-힣])로이드|테스토|(?<![가-힣])트렌(?= ?(?:맛|먹|맞|쓰|한|하루|꽂))|클렌부|아나바|에난)",
    `(?:단가|시세|싸게 ?(?:맞춰|해)|루트|못 ?끊|맛 ?(?:한|보|들)|끊을 ?수|쪽지)${unlessRefused}`,
    24,
  ],
  [
    "(?:탈의실|락커|라커|데스크|사무실|저기|거기)[^.!?]{0,8}(?:형|김|박|이|최|아저씨|실장|쌤|사람)(?:한테|에게|님한테)",
    "(?<![가-힣])약(?:을|도|은)? ?(?:잘|좀|제대로)? ?(?:알아|아는|구해|빠삭|다뤄|줘|주)",
    30,
  ],
  [
    "\\bnatty\\b",
    "\\b(?:nobody|no one|none|isn't|ain't|not|shouldn't|start|cycle|gear|dose|\\d{2,4} ?mg|hop on|juice)\\b",
    24,
  ],
  [
    "\\b(?:special|magic|secret) (?:vitamins?|supplements?|stuff|pills?|candy|powder)\\b",
    "\\b(?:ask|locker|big (?:guy|lad|fella)|under the counter|in (?:\\w+ )?weeks|works)\\b",
    50,
  ],
  [
    "\\b(?:sort(?:ed|s)?|hook(?:ed|s)?|set|fix(?:ed)?) (?:me|you|us|ya) (?:out |up )?with\\b",
    "\\b(?:gear(?! (?:bag|for (?:boxing|climbing|running|my|the)))|juice for|orals|injectables|vials?|tren|clen|t3|coke|weed|molly)\\b",
    16,
  ],
  [
    "\\b(?:pinning|pinned|jabbing)\\b",
    "\\b(?:plateau|gains?|source|cycle|leg day|weekly|twice a week|glutes?|test|bigger|growth)\\b",
    50,
  ],
  [
    "\\b(?:t3|clen|tren|winny|dbol|anavar|orals|sarms|test e|npp|hgh)\\b",
    "\\b(?:get (?:the|some)|got (?:the|some|me)|ask(?:ed)? (?:nicely|for|the|about)|locker|source|supplier|plug|sort(?:ed|s)? (?:me|you)|stack(?:ed)?|cheap)\\b",
    40,
  ],
  [
    "\\b(?:my|your) (?:dose|dosage|blast|cruise)\\b",
    "\\b(?:\\d{3,4}|mg|bigger|looked better|under (?:his|her|their) (?:guidance|watch)|upped|doubled)\\b",
    40,
  ],
  [
    "\\b(?:pick up|score|grab|buy|sell(?:s|ing)?) (?:some |a bit of |good |your )?(?:snow|coke|blow|molly|mdma|weed|ketamine|ecstasy)\\b",
    "\\b(?:after|here|in town|at the|from|locker|guy|changing|class|staff|friday|saturday)\\b",
    40,
  ],
];

const relative =
  "(?:지인|남편|아내|와이프|오빠|누나|언니|동생|아버지|아빠|어머니|엄마|삼촌|이모|고모|사촌(?: ?(?:형|동생|누나|오빠|언니))?|아들|매형|형부|처남|남친|여친|친척|친형)";
const stars = "(?:별점?|별 ?(?:하나|한|두|세|네|다섯|[1-5]) ?개?|평점|[1-5]점|오점|만점)";
const denied = `(?!${within(16)}(?:아니|아님|아닌|아닙|의심|티가|많|말고|않|안 ?받|믿|거르|싫))`;
const fakes: Pair[] = [
  [
    `(?:${stars}|리뷰|후기)(?:을|를|도|만)? ?(?:잘 |좋게 |예쁘게 )?(?:주면|쓰면|남기면|달면|올리면|적으면|작성하면)`,
    "(?:준다|준대|주신다|해 ?준다|해 ?준대|연장|공짜|무료|할인)[^.!?]{0,6}(?:길래|대서|다고 ?(?:해서|하길래|하셔서)|기에|해서|래서)(?![^.!?]{0,16}(?:황당|거절|싫|불쾌|별로|이상|찜찜|안 ?(?:했|썼|받)))",
  ],
  [
    "(?:아직 ?)?(?:등록|가입|방문|이용)(?:은|는|도)? ?(?:안 ?(?:했|해 ?봤)|않았|못 ?했|하지 ?않았)|가 ?본 ?적(?:은|도|이)? ?없|안 ?가 ?봤",
    `${stars}(?:을|를|만)? ?(?:드|줍|줘|줄|남|준|줌|깎)`,
    40,
  ],
  [
    `(?:사장|관장|대표|원장|트레이너|코치)(?:님)?(?:이|은|는) ?(?:제|저희|우리|저의|내)? ?${relative}(?!처럼|같)`,
    `(?:응원|번창|대박 ?나|힘내|홍보|의리|${stars})`,
    24,
  ],
  [
    "(?:옆|맞은편|건너편|근처|같은 ?동네|이웃)[^.!?]{0,10}(?:헬스장|센터|짐|체육관|피트니스|스튜디오|필라테스)(?:을|를)?",
    "(?<![가-힣])(?:하는|운영하는|차린|하고 ?있는) ?(?:사람|사장|관장|원장|입장)(?:인데|입니다|이에요|으로서|에서|이라)",
    6,
  ],
  ["(?:건|글|리뷰|후기) ?당 ?[0-9일이삼사오천만백 ,]{0,6}원", "(?:쓰|씁|써|작성|올리|올립|열심|알바|벌)", 16],
  [
    "(?:체험단|서포터즈|업체|무상|무료|이용권|협찬)(?:으로|에서|로부터|을|를|로|의)?",
    `(?:제공|지원) ?받(?:아|고|은|았)[^.!?]{0,16}(?:작성|후기|리뷰|포스팅|쓴 ?글|적)${denied}`,
    24,
  ],
  [
    "(?:^|[.!?] ?|사실 |참고로 )(?:여기 )?(?:직원|알바생?|트레이너|매니저)(?:인데요?|입니다만|이지만)",
    "(?:리뷰|후기|별점?)(?:를|을|도|나)? ?(?:하나 ?|한 ?줄 ?|몇 ?자 ?)?(?:쓰|씁|써|남|올|드|작성)",
    40,
  ],
  [
    "\\bfor (?:writing|typing|posting|leaving|doing) (?:this|it|a (?:good |nice |positive |five[- ]star |5[- ]star )?review)\\b|\\bif (?:you|i|we) (?:post|leave|write|give|do) (?:them )?(?:a |an )?(?:good|nice|positive|five|5|great)(?:[- ](?:one|review|stars?|rating))\\b",
    "\\b(?:free|discount(?:ed)?|off\\b|voucher|coupon|gift ?card|credit|shaker|t-?shirt|(?:a|one|two|three|\\d) (?:free )?(?:months?|weeks?|sessions?|pts?)|smoothie|coffee|quid|bucks|dollars|euros?|pounds|cash|knock)\\b",
    60,
  ],
  [
    "\\b(?:never|haven't|have not|didn't|not) (?:even |actually |yet |ever )?(?:set foot|been (?:here|there|inside|in)|joined(?! (?:a|any|another))|visited(?! (?:a|any|another))|stepped (?:foot|inside))\\b(?! (?:when|before|without|on a))",
    "\\b(?:one|two|three|four|five|[1-5]) stars?\\b|\\b(?:photos?|pictures?|website) (?:looks?|are|seem|show)\\b|\\b(?:because of|going by|from) what (?:people|others|friends|everyone|i (?:hear|heard|read))\\b",
    60,
  ],
  [
    "\\bmy (?:[a-z]{3,8} )?(?:brother|sister|husband|wife|dad|father|mom|mum|mother|uncle|aunt|cousin|friend|mate|boyfriend|girlfriend|son|daughter)(?:-in-law)? (?:actually |just )?(?:owns?|opened|co-?owns?|runs?|manages?|built) (?:it|this|the (?:gym|place|studio|club))\\b",
    "\\b(?:of course|obviously|naturally|biased|best (?:gym|place|studio)|support|proud|five|stars?)\\b",
    50,
  ],
  [
    "\\b(?:asked|told|encouraged|required|made|expected|wants?) (?:all )?(?:of )?(?:us|the staff|staff|employees|the (?:whole )?team|everyone on (?:the )?(?:team|staff))\\b",
    "\\b(?:write|post|give|leave|put|say) (?:an? |some |something |good |nice |positive |five |5 |the ){0,3}(?:reviews?|stars?|ratings?|nice)\\b",
    30,
  ],
  [
    "\\b(?:we|i) (?:just |recently |have |also )?(?:opened|own|run|started) (?:our|my|a|an?other) (?:own |new |rival |small ){0,2}(?:gym|studio|box|fitness (?:club|studio))\\b",
    "\\b(?:this (?:one|place|gym)|ours|trust me|better|cleaner|cheaper|come|across|next door|down the)\\b",
    50,
  ],
  [
    "\\b(?:write|writing|post|posting|wrote) (?:these|reviews|them|hundreds)\\b",
    "\\b(?:for (?:a living|money|cash|pay)|professionally|message me|dm me|your (?:gym|business) needs)\\b",
    40,
  ],
];

const target = `(?:${staff}|여기|이 ?(?:집|곳|센터|헬스장|짐|지점|체육관)|탈의실|샤워실|락커|라커)`;
const wrong =
  "(?:횡령|탈세|전과|조폭|깡패 ?출신|사기(?:꾼|죄|쳐서|쳤)|먹튀|야반 ?도주|(?:돈|회비|회원비|보증금)(?:을|를)? ?(?:다 )?(?:들고|갖고|챙겨) ?[^.!?]{0,10}(?:튀|날|도망|사라|간)|몰래 ?(?:찍|촬영|녹화|카메라)|몰카|불법 ?촬영|(?:뭐|뭔가|카메라)(?:가)? ?달려|손버릇|성추문|추행|성폭|폭행|도둑질|훔치|훔쳤|훔친|빼돌|(?:자격증|학력|경력)(?:도|이)? ?(?:가짜|위조)|위조|무자격|뒷돈|뇌물|마약|불법 ?도박|수배|구속|교도소|감옥|돈세탁|(?:이상한|뭔가|약) ?(?:거|것|걸|가루|을|를)? ?(?:타|탄|섞))";
const hearsay =
  "(?:소문|카더라|풍문|(?:는|란|라는|다는) ?(?:말|얘기|이야기|썰)(?:이|가|도)? ?(?:있|돌|들|많|파다|나오|나와)|(?:다|라|대)고 ?(?:하더라|하던데|그러더|그러던|들었|하더라고)|다더라|라더라|다던데|라던데|다네요|라네요|대요(?![가-힣])|래요(?![가-힣])|듣기로|들리는 ?말|공공연)";
const unlessRefuted = `(?!${within(20)}(?:믿지|아니|아닙|거짓|헛소문|사실이 ?아|오해|점검|탐지|예방|단속|cctv|방지))`;
const accusations: Pair[] = [
  [`${target}[^.!?]{0,20}${wrong}`, `${hearsay}${unlessRefuted}`, 20],
  [
    "(?:분명|틀림없|뻔하|백퍼|확실하)(?:함|해|합니다|하다|히|한|이|죠|지)?",
    `(?:탈세|횡령|불법 ?영업|무자격|훔치|훔쳤|훔친|훔쳐|도둑질|뒷돈|돈세탁|${staff}(?:들|놈|님)?(?:의|이)? ?(?:짓|소행))${unlessRefuted}`,
    20,
  ],
  [
    "(?:도난|분실|없어(?:진|졌|지)|사라(?:진|졌|지)|털린|털렸|훔쳐)",
    `${staff}(?:들|님|놈)?(?:의|이|이 ?다)? ?(?:짓|소행)(?:이|일|임|인|같|으로|라고)${unlessRefuted}`,
    24,
  ],
  [
    "\\b(?:word is|word has it|word on the street|rumou?rs?|people say|some say|i(?:'m| was| am|'ve been) told|i(?:'ve)? heard|apparently|supposedly|allegedly|reportedly|every(?:one|body) (?:round here |around here |here |in town )?(?:knows|says)|open secret|a friend of (?:a friend|mine)|obviously|no doubt)\\b",
    `\\b(?:did time|done time|served time|behind bars|wanted (?:by|in|back|for)|arrested|convicted|criminal record|robb(?:ed|ing) (?:his|her|their|a)|(?:lockers?|bags?|tills?) (?:are|get|gets|being) (?:emptied|robbed|raided)|launder(?:s|ing|ed)?|dirty (?:money|cash)|camera (?:behind|in|hidden)|touch(?:ed|es|ing) (?:an? |the |up )?(?:minors?|kids?|child(?:ren)?|underage)|forg(?:e|es|ed|ing) (?:the |their |his |her )?|fake (?:certificates?|qualifications?|diplomas?)|paid off|pays off|brib(?:e|ed|es|ing)|embezzl(?:ed|es|ing)|tax (?:evasion|fraud)|drug (?:money|ring)|run by (?:the )?(?:mob|mafia|gangs?)|(?:fired|sacked|let go|kicked out) for (?:touching|stealing|hitting|groping|fraud))\\b(?!${within(40)}\\b(?:not true|never|false|nonsense|n't|found|checked))`,
    60,
  ],
  [
    "\\b(?:they're|they are|he's|he is|she's|she is|the owners? (?:is|are)|this place is)\\b",
    "\\b(?:obviously|clearly|surely|definitely) (?:washing|laundering|cleaning|hiding|dodging|evading|forging|stealing|fiddling)\\b",
    16,
  ],
];

const unlessQuoted = "(?! ?(?:라고|라며|라는|하던|하는|하고 ?(?:계속|전화|문자)))";
const offers: Pair[] = [
  [
    "(?:제가|저희가|내가|우리가|제|저희|내)(?: ?(?:운영하는|직접 ?하는|하는|만든|파는))? ?(?:[가-힣]{1,6} )?(?:스토어|쇼핑몰|온라인 ?몰|채널|브랜드|공방|블로그|유튜브)(?:를|을|에|에서|가|이|로)?",
    `(?:오세요|와 ?주|놀러|구독|팔로|검색|구경|들러|봐 ?주|보러|확인해|문의|주문|구매|알려 ?드|제일 ?(?:싸|쌉|저렴)|최저가)${unlessQuoted}`,
  ],
  [
    "(?:개인|방문|홈|출장) ?(?:pt|피티|레슨|트레이닝)|러닝 ?크루|(?<![가-힣])크루|동호회|소모임|다이어트 ?모임|챌린지",
    `(?:(?:회원|멤버|크루원|하실 ?분|참가자|함께할 ?분)(?:을|를|들)? ?(?:모집|받아요|받습니다|구해요|구합니다|구함|모십)|해 ?드(?:려요|립니다)|들어오세요)${unlessQuoted}`,
  ],
  [
    "(?:회원권|이용권|(?<![a-z])pt|피티|세션|남은 ?(?:기간|횟수|\\d{1,2} ?(?:개월|회|달)))",
    `(?:넘깁니다|넘겨요|넘겨 ?드|넘길게|양도합|양도해요|양도 ?받으실|팝니다|팔아요|급처|가져가실|데려가실|인수하실)${unlessQuoted}`,
  ],
  [
    "(?:길 ?건너|건너편|맞은편|옆 ?(?:동네|건물|블록)|새로 ?(?:생긴|연|오픈한)|[가-힣a-z]{2,8}(?:짐|휘트니스|피트니스))",
    `(?:(?:다들|모두|여러분도?|얼른|빨리) ?(?:[가-힣]{1,4}로 ?)?(?:오세요|가세요|옮기세요|옮깁시다|넘어오세요|갈아타세요)|(?:으로|로|쪽으로) ?(?:오세요|옮기세요|갈아타세요|넘어오세요))${unlessQuoted}`,
    40,
  ],
  [
    "관심 ?(?:있으신|있는|가지신|있으면|있으시면) ?(?:분)?(?:들)?(?:은|께서는|이라면)?",
    `(?:프로필|쪽지|디엠|(?<![a-z])dm|댓글|오픈 ?(?:톡|채팅)|제 ?번호) ?(?:로|을|를|에)? ?(?:봐|보|주|남|달|확인|연락|문의|클릭)${unlessQuoted}`,
    24,
  ],
  [
    "(?:추천인|추천 ?코드|초대 ?코드|초대 ?링크|소개 ?코드)(?:에|란에|에다|으로)?",
    "(?:제|내|저희) ?(?:이름|번호|아이디|닉네임|코드|링크)|(?:저를|저|나를) ?(?:적|써|쓰|입력|넣)",
    20,
  ],
  [
    "\\b(?:my|our) (?:own |new |online |free ){0,2}(?:[a-z]{3,9} )?(?:channel|store|shop|brand|webshop|bars|shakes|e-?book|podcast|boot ?camp|coaching (?:app|program))\\b",
    "\\b(?:check (?:it |them )?out|subscribe|order|buy|ask for|out now|on sale|link|google|new video|come by|try them)\\b",
    50,
  ],
  [
    "\\b(?:find|dm|message|text|add|look) me(?: up)?\\b",
    "\\b(?:on (?:insta(?:gram)?|facebook|tiktok|telegram|whatsapp|snap(?:chat)?)|half (?:of )?what they|i coach|i train (?:people|clients)|online coaching|cheaper)\\b",
    50,
  ],
  [
    "\\b(?:selling|giving away|passing on|offloading|transferring|take over|make (?:me )?an offer|for sale)\\b",
    "\\b(?:my|remaining) (?:[a-z]{2,9} ){0,3}(?:contract|membership|pass|sessions|subscription|package)\\b",
    30,
  ],
  [
    "\\b(?:put|mention|give|drop|enter|type) (?:down |them |in )?my name\\b|\\bname me\\b",
    "\\b(?:we both|both of us|you get|free (?:week|month)|discount|sign(?:ing)? up|join(?:ing)?)\\b",
    40,
  ],
  [
    "\\b(?:do yourself a favou?r|save your money|don't waste your (?:money|time)|skip this|forget this)\\b",
    "\\b(?:go|head|switch|move|sign up|join|try)\\b[^.!?]{0,40}\\b(?:instead|across the (?:road|street)|next door|down the (?:road|street)|on [a-z]{3,12} (?:road|street|avenue|lane))\\b",
    20,
  ],
  [
    "\\b(?:personal training|coaching|massages?|nutrition plans?|meal plans?|boot ?camp|yoga|pilates|lessons)\\b",
    "\\b(?:in your (?:own )?home|at your place|(?:very )?reasonable rates|affordable rates|limited (?:spots|places)|enquir(?:e|ies)|get in touch|on (?:us|me)(?=$|[.!]))\\b",
    50,
  ],
  [
    "\\b(?:our|my) (?:[a-z]{3,10} )?(?:club|crew|group|community|squad)\\b",
    "\\b(?:looking for|accepting|open to|recruiting) (?:new )?(?:members|people|runners|players|everyone|everybody|joiners)\\b",
    20,
  ],
];

const pairs: [RulePattern["rule"], Pair[]][] = [
  ["threat", threats],
  ["sexual", sexual],
  ["illegal-substances", substances],
  ["unproven-accusation", accusations],
  ["fake", fakes],
  ["advertising", offers],
];

export const cuePairHints: RulePattern[] = pairs.flatMap(([rule, ofRule]) =>
  rulePatterns(rule, "HINT", ofRule.map(inEitherOrder)),
);
