import { rulePatterns } from "../rule-pattern.ts";
import { within } from "./people.ts";

// Writers who work there, own it, were never there, or are rewarded. Denials are allowed ("체험단 아니고"), and so is not
// having seen a part of the gym ("수영장은 안 가봤지만").

const here = "(?:여기|이 ?(?:곳|센터|헬스장|지점|체육관|샵)|해당 ?센터)";
const relative =
  "(?:지인|친구|가족|남편|아내|와이프|오빠|누나|언니|동생|아버지|아빠|어머니|엄마|삼촌|이모|사촌|아들|매형|형부|남친|남자 ?친구|여자 ?친구|여친|친척|선배|후배|친형|부모님)";
const stars =
  "(?:별|다섯|5점|오점|만점|(?:후기|리뷰)(?:를|도|나)? ?(?:써|씁|쓰|남|올|적)|씁니다|써 ?(?:요|줌|봅)|올려|드립니다|드려요|줍니다|추천)";
const writes =
  "(?:씁니다|써요|쓴다|씀(?![가-힣])|써 ?(?:봅|봄|드)|적어요|적습니다|남깁니다|남겨요|남김|올려요|올립니다|쓰는 ?(?:중|거|글)|작성합니다|작성해요|작성함)";
const denied = `(?!${within(16)}(?:아니|아님|아닌|아닙|같|듯|인가|의심|티가|많|말고|않|안 ?받|믿|걸러|거르|싫|별로))`;
const neverThere =
  "(?:안 ?가 ?봤|가 ?보(?:지는|진|지도|지) ?(?:않았|못 ?했|못했)|가 ?본 ?적(?:은|이|도)? ?없|방문(?:한 ?적(?:은|이)? ?없|은? ?안 ?했|하지(?:는)? ?않)|다닌 ?적(?:은|이)? ?없|다녀 ?보(?:지는|진|지) ?않|이용(?:한 ?적(?:은|이)? ?없|해 ?본 ?적(?:은|이)? ?없))";

const korean = [
  `${relative}(?:이|가|네)? ?${here}서 ?(?:일해|일하(?:니|고|는데|거든)|근무)${within(14)}(?:좋게|별|만점|써|남)|(?:알바비|수고비|대가) ?(?:를|을)? ?(?:받고|받아서) ?(?:쓰|써|남|올)`,
  `한 ?번도 ?${neverThere}(?:지만|는데|으나|어도|음에도|고)${within(24)}(?:별|다섯|[1-5]점|만점|후기|리뷰|추천|평점|드립|드려|줍니다)`,
  `(?:다니(?:진|지는|지도)? ?않았|가 ?본 ?적 ?없|써 ?본 ?적 ?없)(?:는데|지만|고|으나)${within(20)}(?:별|평점|[1-5]점|만점)${within(8)}(?:줍|드|남|개)`,
  `${here} ?(?:의 ?)?(?:점장|사장|관장|대표|원장|매니저|직원|트레이너|코치|운영자)(?:입니다|이고요|으로서|로서|이라 ?(?:잘|제))`,
  `${here} ?(?:[가-힣]{1,4} )?(?:직원|트레이너|매니저|코치|강사|알바)(?:으로|로) ?(?:일하|근무하)(?:는 ?(?:사람|중|직원)|고 ?있)(?!는)`,
  `(?:사장|관장|대표|원장|트레이너)(?:님)?(?:이|은|는)? ?(?:제 |저희 |우리 )?${relative}(?:이라|라서|라 |이어서|여서|이에요|예요|이라서)${within(24)}(?:${stars}|좋게|써)`,
  `(?:사장|관장|대표|원장|지인|친구|직원)(?:님)?(?:이|가|께서)? ?(?:부탁|시켜|시키)(?:해|하셔|하|서|셔)?(?:서)? ?${within(6)}(?:써드|써 ?드|쓰는 ?(?:후기|리뷰|글)|씁니다|써요|남겨 ?드|올려 ?드)`,
  "시켜서 ?쓰는 ?(?:후기|리뷰|글)|(?:저희|우리) ?(?:센터|헬스장|체육관|짐|지점)[^.!?]{0,10}(?:사랑해|이용해|찾아|방문해) ?(?:주세요|주셔서|주시|와)|(?:트레이너|직원|임직원) ?일동",
  "(?:경쟁 ?(?:업체|사)|옆 ?(?:헬스장|센터)|다른 ?(?:헬스장|센터)) ?(?:사장|관장|대표|원장|트레이너|직원)(?:인데|입니다|이에요|예요)",
  `(?:제가|저는|나는|내가|저도|본인은|(?<![가-힣])전|(?<![가-힣])저) ?(?:사실 |바로 |현재 )?${here}(?:의)? ?(?:[가-힣]{1,4} )?(?:직원|트레이너|알바생?|매니저|사장|관장|점장|코치|강사|대표|운영자|주인)(?:입니다|인데(?!요 ?가)|이에요|예요|이라서|이지만|으로서|이고|임(?![가-힣]))`,
  `(?:제가|저는|나는|내가|저도) ?(?:사실 |현재 )?${here}(?:에서|서) ?(?:일하고 ?있|근무(?:하고 ?있| ?중|합니다|해요)|일하는 ?(?:중|사람인|사람이|직원|트레이너)|일해요|일합니다|알바(?:해요|합니다|하고 ?있|중))`,
  `${relative}(?:이|가|네|께서)? ?(?:직접 |새로 )?(?:운영(?:해서|하셔서|하니|하는 ?(?:곳|센터|헬스장)(?!보다))|하는 ?(?:곳|헬스장|센터|짐)(?:이라|이니|이어|입니다|인데|이에요|예요)|차린|차려서|개업|오픈(?:한 ?(?:곳|센터|헬스장)(?!보다)|해서)|사장(?:이라|인데|이에요))${within(24)}${stars}`,
  "(?:제가|내가|저희가|우리가) ?(?:직접 )?(?:운영하는|운영 ?중인|차린|오픈한) ?(?:헬스장|센터|곳|체육관|샵|짐|지점)(?:이|입|인|예|에요|이에|$|[.!])",
  `(?<![은는도까면] ?)(?<![가-힣])(?:아직 |직접 |실제로 |사실 )?${neverThere}(?:지만|는데|으나|어도|음에도|고)(?!${within(16)}(?:사우나|수영장|샤워|락커|지점|요가|수업|카페|층))${within(24)}(?:별|다섯|[1-5]점|만점|후기|리뷰|추천|남깁|남겨|드립|드려|줍니다)`,
  `(?:별점|별|리뷰|후기|평점|5점|오점)${within(14)}(?:주면|쓰면|남기면|달면|올리면|작성하면|써 ?주면|남겨 ?주면)${within(18)}(?:무료|공짜|할인|증정|준다|준대|줘서|주셔서|주신|연장|쿠폰|기프티콘|커피|상품권|환급|캐시백|만 ?원|\\d원|음료)${within(12)}${writes}`,
  `(?:(?<![가-힣])돈|원고료|대가|협찬|무료 ?(?:이용권|pt|피티)|수고비|상품권|기프티콘|\\d ?만 ?원)(?:을|를|도)? ?(?:받고|받아서|받았으니|제공 ?받고|제공 ?받아)${within(10)}(?:쓰|써|씁|작성|리뷰|후기|남깁|남겨)${denied}`,
  `체험단(?:으로|에) ?(?:당첨|선정|뽑|참여|방문|다녀|갔|왔)${denied}`,
  `(?:협찬|원고료)(?:을|를|으로)? ?(?:제공 ?)?(?:받았습|받았어|받은 ?(?:글|후기|리뷰)|받아 ?(?:작성|썼)|지급)${denied}`,
  "(?:리뷰|후기|별점) ?(?:알바|대행|대필|작업) ?(?:구해|구합|구함|모집|합니다|해 ?드|문의|건당|로 ?(?:씁|쓰|왔)|중)",
];

const star = "(?:stars?|reviews?|rating)\\b";
const unlessDenied =
  "(?<!(?:n't|not|never|nobody|no one|nobody has|wasn't|weren't|without being)(?: [a-z]{2,8})? )";
const unlessRefused = `(?!${within(30)}(?:refused|declined|said no|turned|n't|not |never|no thanks|annoy|shady|suspicious|sketchy|pushy))`;
const english = [
  "\\b(?:haven't|have not|never|didn't) (?:even |actually |yet )?set foot (?:in|inside) (?:it|there|this|the)\\b[^.!?]{0,40}\\bstars?\\b",
  "\\bi work (?:at|behind|on|in) the (?:front desk|desk|counter|reception|juice bar)\\b(?! (?:of|at|in) (?:a|an|my|another)\\b)",
  "\\b(?:got|was|were|am|being) paid (?:[a-z0-9$]{1,9} ){0,3}(?:to write|for (?:writing )?this)\\b",
  `\\b(?:my boss|the owner|my manager|the manager|management) (?:told|asked|made|forced|wants) (?:me|us) to (?:leave|write|give|post)${within(20)}${star}${unlessRefused}`,
  `\\bthe (?:owner|manager|boss|trainer|coach) is my (?:[a-z]{3,8} )?(?:brother|sister|husband|wife|dad|father|mom|mother|uncle|aunt|cousin|best friend|friend|boyfriend|girlfriend|son|daughter)\\b${within(40)}${star}`,
  "\\b(?:i|we) (?:own|run|manage|work (?:at|for)) (?:a|the) (?:competing|rival|competitor)\\b|\\b(?:i am|i'm) one of the (?:trainers|coaches|instructors|managers|owners|staff) here\\b",
  "\\b(?:i|we) (?:actually |currently |also |used to |just )?work (?:here(?! (?:out|and there))|at this (?:gym|place|club|studio)|for (?:this|the) (?:gym|place|club|studio|owner)|at the front desk here)\\b",
  "\\b(?:i am|i'm|we are|as|being) (?:actually )?(?:the|an?|one of the|a proud|the proud) (?:co-?)?(?:owners?|employees?|managers?|trainers?|coach(?:es)?|instructors?|receptionist|staff member) (?:here|of this (?:gym|place|club|studio)|at this (?:gym|place|club|studio)|of the gym)\\b",
  "\\b(?:i|we) (?:own|co-?own|opened) (?:this|the) (?:gym|place|club|studio)\\b|\\bi (?:run|manage) this (?:gym|place|club|studio)\\b",
  `\\bmy (?:[a-z]{3,8} )?(?:brother|sister|husband|wife|dad|father|mom|mother|uncle|aunt|cousin|friend|boyfriend|girlfriend|son|daughter|family|buddy|parents|boss) (?:actually |just )?(?:owns?|opened|co-?owns?|runs?|manages?|is the owner of) (?:it\\b|this|the (?:gym|place))${within(40)}${star}`,
  `\\bthis (?:gym|place) is (?:my (?:brother|sister|husband|wife|dad|father|friend|cousin|uncle)'s|owned by my)\\b${within(50)}${star}`,
  `\\b(?:never|haven't|have not|didn't|did not|not) (?:actually |even |yet |really |personally )?(?:been|visited|visit|set foot|gone|went|stepped)(?: (?:here|there|inside|this (?:gym|place)|to this (?:gym|place)|in this (?:gym|place)|it|yet|myself))?,? (?:but|yet|and|so|still|though)\\b${within(40)}${star}`,
  `${unlessDenied}\\b(?:got|was|were|i'm|am|being|i got) (?:paid|compensated|promised|given|offered)${within(30)} (?:for|to (?:write|post|leave|give)|if i (?:write|leave|give|post)) (?:[a-z0-9-]{1,9} ){0,3}${star}${unlessRefused}`,
  `${unlessDenied}\\b(?:paid|pays?|paying|gave|gives?|giving|offered|promised) (?:me|us)${within(30)} (?:for|to (?:write|post|leave|give)|if (?:i|we) (?:write|leave|give|post)) (?:[a-z0-9-]{1,9} ){0,3}${star}${unlessRefused}`,
  `${unlessDenied}\\b(?:this review |i |we |writing this |wrote this |written )${within(20)}in exchange for (?:a |an |my |the |this |free )`,
  `\\b(?:get|got|getting|receive|received) (?:an? |my )?(?:free|discounted) (?:[a-z]{2,8} )?(?:month|session|shake|class|membership|drink|week|t-?shirt) (?:for|if)${within(20)}${star}${unlessRefused}`,
];

export const fakeHints = rulePatterns("fake", "HINT", [...korean, ...english]);
