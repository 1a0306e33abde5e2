import { rulePatterns } from "../rule-pattern.ts";
import { within } from "./people.ts";

// Offers of other businesses, goods and jobs. Allowed: what the gym itself sells, and quotes of its calls ("문의 주세요
// 라고만").

const unlessQuoted = "(?! ?(?:라고|라며|라는|하던|하는|하고 ?(?:계속|전화|문자)))";
const reach = "(?:문의|연락|쪽지|디엠|dm|톡) ?(?:주세요|주시|바랍|환영|하세요|주삼|ㄱㄱ|고고|(?=$))";
const goods =
  "(?:단백질|프로틴|보충제|쉐이크|닭가슴살|영양제|다이어트 ?(?:약|보조제|차|커피|한약)|부스터|운동복)";

const korean = [
  `(?:최저가|도매가|헐값|반값|원가)(?:로|에)? ?(?:드립니다|드려요|팝니다|팔아요|모십니다|넘깁니다|해 ?드립니다)${unlessQuoted}`,
  `(?:옆|건너편?|길 ?건너|맞은편|근처|역 ?앞|여기 ?보다|여기 ?말고)${within(20)}(?:반값|무료|공짜|할인|세일|싸|저렴|낫|나아|좋)${within(16)}(?:(?:거기|그쪽|저기)(?:로|으로)? ?(?:옮기|가|갈아타|등록하)(?:세요|시길|십시오|라)|(?:지금|오늘|이번 ?달) ?(?:가입|등록)하면 ?${within(6)}(?:무료|공짜|반값|할인))`,
  `(?:회원권|이용권|(?<![a-z])pt|피티|헬스권)${within(16)}(?:남은|남았|못 ?쓰|안 ?쓰)${within(18)}(?:넘깁니다|넘겨요|넘길게|팝니다|팔아요|양도(?:해요|합니다|하니|할게)|드립니다|가져가세요)${unlessQuoted}`,
  `(?:한약|다이어트|영양제|프로틴|보충제|화장품|보험|폰|휴대폰)${within(20)}(?:제|저희|내) ?(?:블로그|카페|스토어|샵|채널|가게)${within(12)}(?:오세요|오셔서|와서|신청|주문|검색|구매)`,
  `여기 ?말고${within(16)}(?:짐|센터|헬스장|체육관|샵|피트니스)(?:으로|로|에)? ?(?:가세요|오세요|등록하세요).{0,20}(?:할인|무료|오픈 ?(?:톡|채팅|카톡)|이벤트|반값|\\d만 ?원)`,
  "(?:유튜브|인스타(?:그램)?|블로그|채널|틱톡)[^.!?]{0,14}(?:구독|팔로우|팔로|맞팔|좋아요)(?:[과와을를랑 ]{0,2}[가-힣]{0,4})? ?(?:부탁|해 ?주세요|눌러 ?주|환영|ㄱㄱ)",
  `여기 ?(?:보다|말고)${within(24)}(?:거기|그쪽|저희|우리|제)(?:로|으로| ?쪽으로)? ?(?:오세요|가세요|연락|문의)${unlessQuoted}`,
  `${goods}${within(20)}(?:할인 ?중|세일 ?중|특가)${within(8)}${reach}${unlessQuoted}`,
  "알바[^.!?]{0,8}(?:월|일|주|시급) ?\\d{1,4}만 ?원? ?(?:보장|이상|가능)",
  `(?:옆|건너편|길 ?건너|맞은편|근처|역 ?앞|새로 ?(?:생긴|오픈한)|신규 ?오픈한?)${within(18)}(?:(?:으로|로) ?오세요|등록하세요|오픈 ?(?:특가|할인)|첫 ?달 ?(?:무료|\\d|반값|공짜|천 ?원|만 ?원)(?!${within(4)}등록(?:했|하고))|놀러 ?오세요|방문하세요)${unlessQuoted}`,
  `(?:우리|저희|제) ?(?:헬스장|센터|샵|짐|체육관|피트니스|스튜디오|필라테스)(?:으로|로|에) ?(?:오세요|오시면|놀러 ?오|등록하세요|옮기세요)${unlessQuoted}`,
  `(?:회원권|이용권|pt권|피티권|pt ?\\d{1,3} ?회(?:권)?|\\d{1,3}회권)(?:을|를|도)? ?(?:[^.!? ]{1,8} ){0,2}(?:양도 ?(?:합니다|함(?![가-힣])|받으실|받아 ?가실|구함|하니 ?연락)|팝니다|급매|넘깁니다|넘겨요|넘겨 ?드)${unlessQuoted}`,
  `(?:개인|방문|홈|출장) ?(?:pt|피티|레슨|트레이닝|수업|과외)${within(16)}(?:${reach}|해 ?드립니다|모집(?:합니다|중|해요)|받습니다)${unlessQuoted}`,
  `${goods}${within(20)}(?:구매 ?(?:링크|문의)|공구 ?(?:진행|합|중|오픈|열|해)|공동 ?구매|할인 ?(?:코드|링크)|검색 ?(?:하세요|해 ?보세요|ㄱㄱ)|(?:쪽지|디엠|dm) ?(?:주세요|주시)|저한테 ?(?:사|구매|주문))${unlessQuoted}`,
  `추천인(?:에|란에| ?란에| ?코드에| ?코드로)? ?(?:제|내|저|아래)(?: ?(?:아이디|코드|이름|번호|닉네임))?${within(10)}(?:입력|적어|적으|써 ?주|쓰면|쓰시|넣)`,
  `(?:제|내|저) ?(?:이름|코드|추천(?:인)?|아이디|소개)(?:을|를|으로|로)? ?(?:대|말하|말씀하|입력하|쓰|적으|넣으|등록하|등록)(?:시면|면|세요|고)${within(14)}(?:할인|혜택|무료|적립|포인트|쿠폰|\\d원|만 ?원)`,
  `(?:재택|투잡|핸드폰(?:으로|만|하나로)|휴대폰(?:으로|만|하나로)|집에서 ?(?:쉽게|편하게|하는))${within(16)}(?:월|하루|일당|주급|매일) ?(?:수익 ?)?\\d{1,4}(?:만 ?원?)?${within(6)}(?:보장|벌|수익|가능|이상|버)`,
  `(?:부업|투잡|재택 ?(?:근무|알바)|고수익)${within(14)}(?:하고 ?싶은 ?분|관심 ?있|알려 ?드|소개해 ?드|하실 ?분|같이 ?하|구해요|모십|추천해 ?드)`,
  `(?:파워볼|바둑이|먹튀 ?검증|사설 ?토토|스포츠 ?(?:토토|베팅|배팅)|실시간 ?배팅|꽁포|카지노|바카라|토토)${within(10)}(?:가입|문의|보너스|지급|하세요|놀이터|사이트|주소|코드|수익|추천합|추천해 ?드|픽)`,
  `(?:대출|급전|작업 ?대출|소액 ?결제 ?현금화|내구제)${within(14)}(?:상담 ?(?:문의|주세요|환영)|당일|무직자|신용 ?불량|해 ?드립니다|가능합니다|문의)`,
  `(?:코인(?! ?(?:노래|세탁|빨래|락커))|주식|리딩방|급등주|비트코인|선물 ?거래)${within(14)}(?:추천해 ?드|종목 ?(?:추천|공유)|리딩|수익 ?(?:률 ?)?\\d|무료 ?(?:체험방|방)|입장하세요|들어오세요|알려 ?드)`,
];

const nearby =
  "(?:across the (?:street|road)|next door|down the (?:road|street|block)|around the corner|over the road|two blocks away)";
const price =
  "(?:\\$ ?\\d|\\d{1,4} ?(?:dollars?|bucks|usd|euros?|%|percent)|first (?:month|week|class) (?:free|is free|\\d)|free (?:month|week|trial)|half price|half the price|no contract|special offer|sign up now|cheaper)";
const english = [
  "\\bi can (?:get|sell|offer) you\\b[^.!?]{0,40}\\b(?:wholesale|at cost|cheap|price|discount)\\b|\\b(?:two|three|\\d) (?:weeks|months) for (?:nothing|free)\\b[^.!?]{0,24}\\bask for [a-z]{2,12}\\b",
  "\\b(?:mention|use|drop|give them|tell them|say) my name\\b|\\b(?:say|tell them) (?:i|that i|[a-z]{3,12}) sent you\\b",
  "\\b(?:skip|forget|leave|avoid) this (?:place|gym|one|dump)\\b[^.!?]{0,50}\\b(?:on sale|a sale|free|half price|cheaper|discount|deal)\\b",
  "\\b(?:i|we) (?:also |now )?(?:coach|train people|teach|give lessons|do (?:personal )?training|offer (?:coaching|training|lessons))\\b[^.!?]{0,40}(?:\\$|\\bdollars\\b|\\bbucks\\b|\\ba (?:week|month|session)\\b)[^.!?]{0,20}\\b(?:me|dm|message|text|call)\\b",
  `\\b(?:join|come to|come over to|switch to|go to|try|visit|sign up (?:at|with)) (?!(?:[a-z']{2,12} ){0,4}(?:cafe|coffee|bar|bakery|restaurant|parking|class|classes|pool|sauna|shop|market)\\b)(?:[a-z0-9']{2,14} ){1,4}(?:instead|${nearby})[^.!?]{0,40}${price}`,
  `\\b(?:come to|join|try|visit|check out) (?:my|our) (?:own |new )?(?:gym|studio|class(?:es)?|box|boot ?camp|channel|store|shop|page)\\b`,
  "\\b(?:use|enter|apply) (?:my|our) (?:[a-z]{3,9} )?(?:code|link|coupon|name at sign)|\\bmy (?:referral|promo|discount|invite|affiliate) (?:code|link)\\b|\\buse (?:the )?(?:promo |discount |coupon |referral )?code (?!on|to (?:open|enter|get in)|at the|for the)[a-z0-9]{4,12} (?:for|to get|to save|and get|at checkout)\\b",
  "\\b(?:check out|subscribe to|follow) (?:my|our) (?:[a-z]{3,10} )?(?:channel|page|instagram|insta|youtube|tiktok|blog|profile|podcast)\\b|\\b\\d{1,2} ?(?:%|percent) off (?:with|using) (?:the |my |promo )?code\\b|\\b(?:training|coaching|lessons|classes|sessions) with me\\b[^.!?]{0,40}(?:\\$|half|cheap|\\b(?:dm|text|message|contact|call) me)",
  `(?<!\\b(?:they|he|she|staff|coach|trainer|will|and|to|desk|who|can|could|would|even|always) )\\b(?:dm|message|text|contact|e-?mail|whatsapp|hit up) me (?:for|if|and|to)\\b${within(40)}\\b(?:training|coaching|lessons?|plans?|programs?|sessions?|supplements?|protein|deals?|discounts?|membership|cheap|cheaper|half|job|income|earn|money)\\b`,
  "\\b(?:make|earn|making|earning) (?:up to |over |around )?(?:\\$ ?)?\\d[\\d,]{1,6}(?: ?(?:dollars|bucks|usd|k))? (?:a|per|each|every) (?:day|week|month|hour)\\b[^.!?]{0,24}(?:home|online|phone|part[- ]time|side (?:job|hustle)|easily|guaranteed|ask me|join|dm me|message)",
  "\\b(?:work from home|side (?:hustle|job|gig|income)|passive income|quick cash|easy money)\\b[^.!?]{0,30}\\b(?:dm|message me|ask me|contact|guaranteed|earn|sign up|join|apply|text)\\b",
  "\\b(?:online casino|casino|sportsbook|betting (?:site|app)|sports betting|poker site)\\b[^.!?]{0,30}\\b(?:bonus|sign ?up|deposit|free spins|register|code|win big|odds)\\b",
  `\\b(?:selling|transferring|giving up) my (?:[a-z]{3,9} )?(?:membership|pass|sessions|pt package|package)\\b${within(30)}(?:\\$|\\bdm\\b|message|contact|cheap|discount|text|half|off\\b|interested)`,
  "\\b(?:buy|order|get|try) (?:my|our) (?:[a-z]{3,10} )?(?:protein|supplements?|(?:meal |training |workout )?plans?|programs?|e-?book|courses?|shakes?|fat burners?)\\b(?! (?:from|at|here|in))",
  "\\b(?:crypto|bitcoin|forex|stock)\\b[^.!?]{0,30}\\b(?:signals|profits? of|guaranteed|join my|dm me|double your)\\b",
];

export const offerHints = rulePatterns("advertising", "HINT", [...korean, ...english]);
