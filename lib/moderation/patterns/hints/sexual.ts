import { rulePatterns } from "../rule-pattern.ts";
import { englishStaff, person, within } from "./people.ts";

// Remarks that make a person an object. Allowed: a sober report of harassment ("만져서 불쾌했어요"), and training ("엉덩이 자극",
// "booty class").

const whose = `${person}(?:님|쌤|들|분)?(?:의)? ?`;
const body = "(?:골반|가슴|엉덩이|궁둥이|허벅지|뒤태|슴가|엉밑|젖)";
const training = "(?:운동|수업|근육|자극|루틴|pt|피티|교정|스트레칭|하는|할 ?때|만들|키우|머신)";
const withPerson = `${person}(?:님|쌤|분|들)?(?:이랑|랑|하고|과|와)`;

const korean = [
  `${person}(?:님|쌤)?${within(6)}(?:침대(?:에서|위에서|로)? ?${within(6)}(?:어떨|궁금|상상)|(?:가슴|엉덩이|다리|골반|허벅지)만 ?(?:쳐다|보느라|보다|보임|보여|눈에))`,
  `${person}(?:님|쌤)?${within(6)}(?:다리 ?벌|허리 ?숙|엎드|쪼그|몸 ?숙)${within(14)}(?:눈 ?호강|눈요기|흐뭇|황홀|못 ?참|침 ?(?:나|흘|고)|미치겠|감사)`,
  `${whose}(?:몸매|${body})(?!${within(6)}${training})${within(12)}(?:한 ?번|한 ?판) ?(?:하고|자고) ?싶`,
  `${person}${within(14)}(?:침대(?:로|에) ?(?:데려|끌고|눕히)|따먹|덮치고 ?싶|벗기고 ?싶|벗겨 ?보고|알몸|벗은 ?(?:몸|모습)(?:을|이)? ?(?:보고|궁금)|핥고 ?싶|핥아 ?보고|가슴골|빨고 ?싶)`,
  `${withPerson}(?: ?(?:같이|한 ?번))? ?(?:자고 ?싶|자 ?보고 ?싶|잠자리|모텔|하룻밤|원나잇|섹스|떡 ?치)`,
  `(?:레깅스 ?(?:입은|핏|차림)|여자 ?회원|여회원|여성 ?회원(?! ?전용)|처자|비키니|브라탑|뒤태)(?!${within(10)}(?:제 |내 |저의|나의))${within(14)}(?:구경하(?:러|는 ?(?:맛|재미|낙))|감상하(?:러|는)|눈 ?호강|눈요기|눈뽕|보러 ?(?:다|간|감|가|옴|온|와)|보는 ?(?:맛|재미|낙))`,
  `${whose}(?:${body}|몸매|레깅스)${within(8)}(?:구경하|감상|눈 ?호강|눈요기|눈뽕|보러 ?(?:다|간|감|가)|보는 ?(?:맛|재미|낙))`,
  `${whose}${body}(?:이|가|는|은|도)? ?(?:진짜 |존나 |겁나 |너무 |개 ?)?(?:오지|오짐|지리|지림|지려|쩐다|쩔|꼴|터질|빵빵|탱탱|죽이|죽여|미쳤)`,
  `${whose}${body}(?:이|가|을|를|도)? ?(?:진짜 |너무 |한 ?번 )?(?:만지고 ?싶|만져 ?보고|주무르고|(?:커서|크니까|예뻐서) ?${within(6)}(?:집중|눈이|못 ?하|침))`,
  `(?:레깅스|가슴|엉덩이|골반|몸매|여회원|${person})${within(20)}(?:ㅗㅜㅑ|꼴린|꼴려|꼴림|꼴리네)`,
  "가슴 ?큰 ?(?:여|회원|쌤|강사|트레이너|누나|언니|직원|알바)|(?:여|남)(?:자 ?)?(?:트레이너|강사|쌤|회원|코치|직원|알바) ?(?:한 ?번 ?)?먹고 ?싶|누나(?:랑|와) ?(?:하룻밤|자고 ?싶)",
  "(?:ㅇㄷ|야동|포르노) ?(?:배우|주인공|찍어|찍으|찍을)",
  "(?:섹파|원나잇|조건 ?만남|애인 ?대행|스폰) ?(?:구해|구함|구합|하실|할 ?(?:분|사람)|원하|찾|환영|가능)",
  `${person}(?:님|쌤)?${within(6)}(?:섹시|야하|야해|꼴)${within(14)}(?:침대|자고 ?싶|덮치|먹고 ?싶|벗|흥분|못 ?참|하고 ?싶)`,
];

const theirs = "(?:the|that|this)";
const english = [
  "\\bthe view of (?:her|his|their|the girls') (?:backside|behind|ass|butt|chest|rear|legs|cleavage)\\b|\\b(?:me|us) naked any ?time\\b",
  `\\b(?:girl|woman|lady|chick|babe|she|${englishStaff})(?: [a-z]{2,9}){0,2} (?:has|got|with) (?:an? |such |some )?(?:[a-z]{3,9} )?(?:rack(?! (?:of|system|pull|space))|tits|boobs|booty|cleavage|knockers|melons)\\b`,
  "\\b(?:would|i'd|gonna|wanna) (?:totally |so |definitely )?(?:bang(?! out)|smash that|hit that|tap that)\\b(?! (?:machine|bag|workout|class|goal|pr))",
  "\\b(?:stare|staring|gawk|gawking|ogle|ogling|peek|peeking|drool|drooling|watch|watching) (?:at |over )?(?:the |all the |those |hot |young ){0,3}(?:girls|women|chicks|ladies|moms)\\b[^.!?]{0,24}\\b(?:squat|bend|stretch|leggings|yoga pants|shorts|shower|bounc)",
  "\\b(?:her|their|the girls'?) (?:[a-z]{3,9} )?(?:boobs|tits|ass|butt|chest|breasts) (?:bounc|jiggl|shak|wobbl)",
  "\\b(?:come|came|go|here|stay|joined|worth it) (?:here )?(?:just |only |mainly )?(?:for|to (?:see|watch|check out|stare at|ogle|enjoy)) (?:(?:the|all|some|those|these|hot|sexy|tight|big|nice|fit|juicy|young|firm|cute) ){0,4}(?:tits|boobs|ass|asses|butts|booties|cleavage|hotties|babes|chicks|milfs|(?:girls?|women|ladies|moms|chicks) in (?:\\w+ )?(?:yoga pants|leggings|shorts|bras?))\\b(?! (?:class|workout|program|day|lift|building|kick))",
  "\\b(?:come|came|go|here) (?:just |only )?for the (?:tight |sexy |hot ){1,2}(?:leggings|shorts|yoga pants|bodies|outfits)\\b",
  `\\b(?:i would|i'd|i want to|i wanna|i'd love to|would love to|i could|let me) (?:so |totally |gladly |definitely |really |love to )?(?:do|bang|screw|smash|hump|grope|fondle|undress|spank|lick|sleep with|hook up with|get naked with|bend over|see) (?:(?:the|that|this|hot|cute|sexy|blonde|new|young) ){1,3}${englishStaff}(?! ?(?:'s|about|again|for|training|class|session|course|program|first|more|in the (?:hall|office|lobby)|at|get|be|do|try|help|teach|smile|and ask))(?<!\\bsee [^.!?]{0,40}|\\bdo the staff)`,
  `\\b(?:i would|i'd|i want to|i wanna|would love to|i could) (?:so |totally |gladly |definitely )?(?:bang|hump|grope|fondle|undress|spank|tap (?:that|her|his) ass|sleep with|tap that|do) (?:her|him|that ass)(?! (?:class|work|program|training|session|routine|favou?r|justice|spin|yoga))`,
  `\\bbend (?:her|him|${theirs} (?:[a-z]{3,9} )?${englishStaff}) over\\b`,
  `\\b(?:see|picture|imagine|imagining|want) (?:her|him|(?:the|that) (?:\\w+ )?${englishStaff}) (?:naked|nude|topless|undressed|in (?:my|his) bed|without (?:her |his )?clothes)\\b`,
  `\\btake (?:her|him|(?:the|that) (?:\\w+ )?${englishStaff}) to (?:my )?bed\\b`,
  `\\b(?:her|(?:the|that) (?:\\w+ )?${englishStaff}(?:'s| has an?| has| with (?:the|an?)| with)) (?:[a-z]{3,12} ){0,2}(?:tits|boobs|cleavage|(?:tight|juicy|nice|hot|sexy|sweet|perfect|fine|fat|great) ass)\\b(?! off)`,
  `\\b(?:${englishStaff}|girls|women|she|he|her|yoga|leggings)\\b${within(40)}\\b(?:boner|hard[- ]on|erection|horny|makes? me (?:so )?(?:hard|wet)(?=$|[.!])|will get (?:you )?hard(?=$|[.!]))`,
  "\\b(?:sit on my face|motorboat|begging for it|tap that (?!out)|i'd tap that|(?:stare|staring|look|looking) at (?:the |all the |those )?(?:tits|boobs|asses|butts|cleavage))",
  "\\b(?:hook(?:ing)? up with|pick(?:ing)? up) (?:some )?(?:hot |horny |local |cute )(?:girls|chicks|women|milfs|singles|guys)\\b",
];

export const sexualHints = rulePatterns("sexual", "HINT", [...korean, ...english]);
