import { rulePatterns } from "../rule-pattern.ts";
import { within } from "./people.ts";

// Selling, recommending and dosing. Allowed: that someone takes them, takes none, or was offered some.

const drug =
  "(?:스테로이드|(?<![가-힣])로이드|테스토(?:스테론)?(?: ?(?:에난|사이피|프로피))?|에난데이트|디볼|다이아나볼|아나바|윈스트롤|트렌볼론|클렌부[테터]롤|아나볼릭|볼데논|프리모볼란|옥산드롤론|(?<![a-z])dnp(?![a-z])|성장 ?호르몬|(?<![a-z])hgh(?![a-z])|(?<![a-z])sarms?(?![a-z])|오스타린|약투|아나드롤|멜라노탄|에페드린|필로폰|코카인|대마(?:초)?(?![가-힣]))";
const also = "(?: ?(?:약|주사|제품|정품|스택|사이클|알약|앰플|에난))?(?:을|를|은|는|도)? ?";
const butNot = `(?!${within(24)}(?:싫|불쾌|그만|신고|거절|놀랐|실망|무서|비추|별로|충격|안 ?(?:합|해|팔|권)|않|없|문제))`;

const korean = [
  `(?:관장|트레이너|코치|사장)(?:님)?(?:한테|에게)? ?${within(10)}(?<![가-힣])주사(?:도|를)? ?(?:놔|놓아|꽂아|맞춰) ?(?:줌|준다|줘요|줍니다)${within(14)}(?:몸|근육|커|벌크|효과)`,
  `${drug}${within(6)}(?:\\d{1,3}|한|두|세|열|스무) ?(?:알|정|통|병|앰플|바이알)${within(10)}(?:팝니다|팔아요|판매|구해|양도|급처|드려요)`,
  `${drug}${within(10)}하루 ?(?:에 ?)?(?:한|두|세|네|다섯|\\d{1,2}) ?(?:알|정|번|방|유닛|iu|미리|cc|대)`,
  `${drug}(?:가|이|만이)? ?(?:답(?:이다|임|입|$|[.!])|최고(?:임|다|야|에요|예요|$| ?하루)|진리|필수)${butNot}`,
  `${drug}${within(6)}(?:필요하|원하|궁금하|하고 ?싶)(?:면|신 ?분|시면|실 ?분)${within(20)}(?:구해|연락|문의|쪽지|물어|말해|말하|알려)`,
  `(?:약물|로이드|스테로이드) ?(?:사이클|스택|케어) ?(?:상담|문의|설계|짜)`,
  `${drug}${within(20)}\\d{1,4} ?(?:mg|ml|iu|mcg|미리|밀리|cc|씨씨|앰플|바이알)(?![a-z])`,
  `${drug}${within(16)}(?:\\d{1,2} ?주|사이클|싸이클|pct|케어제|스택)${within(8)}(?:돌리세|돌리면|돌려라|돌려 ?(?:보|줌|드)|타세요|하세요|추천|짜 ?(?:줌|줘|드|준)|잡아 ?(?:줌|줘|드|준))${butNot}`,
  `${drug}${also}(?:싸게 |정품 |직접 |여기서 |많이 |몰래 |쉽게 )?(?:팝니다|판매 ?(?:합니다|중|해요|함)|팔아(?:요|용| ?드)|구해 ?(?:줌|줘요|드|줄|줍)|구할 ?수 ?있|구입 ?(?:가능|처|문의)|구매 ?(?:가능|문의|하실|처)|공급 ?(?:합|해|가능)|직거래|거래 ?(?:합|가능)|놔 ?(?:줌|드|줍|줄)|짜 ?(?:줌|드|줍)|드립니다|드려요)${butNot}`,
  `${drug}${also}(?:강력 ?|완전 ?|무조건 ?)?(?:추천(?:합|해요|함|드|이에요|임|$|[.!]| (?:디볼|하루|\\d))|써 ?(?:라|보세요|봐라)|쓰(?:세요|면 ?(?:금방|확|빨리|바로|끝))|맞(?:으세요|으면 ?(?:금방|확|빨리|바로|끝|몸)|아라|아 ?보세요)|먹으면 ?(?:금방|확|빨리|바로|끝)|드세요|꽂으|한 ?방이면)${butNot}`,
  `(?:트레이너|관장|코치|쌤|여기|사장|헬스장)${within(14)}(?<![가-힣])약(?:도|을)? ?(?:구할 ?수 ?있|구해 ?(?:줌|줘요|줍|드|준다)|놔 ?(?:줌|줍|준다)|팔아|팝니다|대 ?줌)${butNot}`,
];

const englishDrug =
  "(?:(?:anabolic )?steroids?|roids|tren(?:bolone)?|dianabol|d-?bol|anavar|winstrol|clenbuterol|clen|sarms|ostarine|hgh|growth hormone|test(?:osterone)? (?:e|c|enanthate|cypionate|prop|propionate)|deca durabolin|dnp|anadrol|masteron|primobolan|cocaine|meth)";
const unlessDenied =
  "(?<!(?:n't|not|never|nobody|no one|without|refuse to|refuses to|caught|stop|banned for)(?: [a-z]{2,8})? )";
const english = [
  "\\b(?:mix|stack|combine|run) (?:clen|tren|t3|test|deca|anavar|winny|dbol)\\b[^.!?]{0,8}\\b(?:and|with|plus)\\b",
  "\\b(?:best|good|real|legit|quality|cheap) gear (?:in town|around|here|available|you can get)\\b",
  `${unlessDenied}\\b(?:take|took|pop|inject) ${englishDrug}\\b${within(40)}\\b(?:melts?|burns?|shreds?|works|gains?|huge|lose)\\b`,
  "\\b(?:inject|pin|shoot) \\d{1,4} ?(?:mg|mcg|iu|ml|cc) (?:of )?(?:test|testosterone|deca|npp|eq|tren|hgh)\\b",
  `\\b(?:need|want) ${englishDrug}\\b${within(30)}\\b(?:ask|where to (?:buy|get)|hook|talk to|dm|message)\\b`,
  "\\b(?:sells?|selling|hooks? you up with|can get you) (?:good |some |cheap )?(?:gear,? (?:test|tren)|test and (?:tren|clen|deca)|roids|juice and|tren|clen)\\b",
  `${unlessDenied}\\b(?:sell(?:s|ing)?|buy|order|hook(?:s)? you up with|suppl(?:y|ies) (?:you with )?|gets? you|can get(?: you)?|sorts? you out with|ask (?:[a-z]{2,10} ){1,6}(?:for|about)) (?:you )?(?:(?:some|cheap|good|real|legit|quality|the|his|best|any|your|gear,) ){0,2}${englishDrug}\\b`,
  `\\b${englishDrug} (?:[a-z]{2,10} ){0,2}(?:for sale|available (?:here|from|at)|\\d{1,4} ?(?:mg|mcg|iu|ml|cc)\\b)`,
  `\\b\\d{1,4} ?(?:mg|mcg|iu|ml|cc) (?:of )?(?:[a-z]{3,10} )?${englishDrug}\\b`,
  `\\b${englishDrug} (?:[a-z0-9]{1,8} ){0,4}(?:a day|per week|a week|every (?:day|week)|for \\d{1,2} weeks|then pct|and pct)\\b`,
  `${unlessDenied}\\b(?:try|run|take|hop on|start|do|use|recommend|i recommend) (?:(?:a|some|an|cheap|your|first|short) ){0,2}(?:cycle of )?${englishDrug}(?:,? (?:cycle|stack|you will|you'll|for (?:faster|quick|quicker|better|real|big|bigger) |if you want|to (?:get|grow|gain|look))|(?<=cycle of [a-z ]{3,20}))`,
];

export const substanceHints = rulePatterns("illegal-substances", "HINT", [...korean, ...english]);
