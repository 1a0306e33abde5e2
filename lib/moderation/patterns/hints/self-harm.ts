import { rulePatterns } from "../rule-pattern.ts";
import { within } from "./people.ts";

// Encouragement of self-harm and starvation. Gym talk is allowed: "죽을 것 같은 하체", "자해 수준의 고중량은 안 시켜요".

const loses = "(?:빠(?:져|짐|진|지|집|질)|감량|추천|날씬|효과)";
const english =
  "(?:los(?:e|es|ing)|lost|drop(?:s|ped)?|shed|pounds|kilos|kgs?|lbs|skinny|thin(?:ner)?|works (?:fast|wonders|great|best))";
const unlessWarned = "(?<!(?:n't|not|never|without|no need to|stop|than) )";

export const selfHarmHints = rulePatterns("other", "HINT", [
  "(?:약|수면제|알약|진통제)(?:을|를)? ?(?:한 ?통|한 ?움큼|왕창|전부|다) ?(?:다 |전부 )?(?:털어 ?넣|삼키|먹)(?:으면|어라|어 ?보|고)[^.!?]{0,12}(?:편해|끝|자|죽|낫)",
  `(?:\\d{1,2}일|이틀|사흘|나흘|닷새|며칠|일주일|열흘|보름|한 ?달)(?:만|간|동안)?(?:은)? ?(?:쫄쫄 |아예 |그냥 )?(?:굶|물만 ?(?:먹|마시)|단식하|안 ?먹)(?:고|으면|면|으니)${within(22)}(?:빠지니|빠져요|빠집니다|빠진다|키로|kg)${within(10)}(?:굶으|해 ?보|하세요|추천|빠|드세요)`,
  `손목 ?(?:을 ?)?(?:긋|그)(?:으면|는 ?게|어)${within(10)}(?:편|나아|시원|끝)|(?:먹고|먹은 ?뒤) ?(?:바로 )?토하면${within(12)}(?:안 ?쪄|안 ?찐|빠|마르|날씬)`,
  "\\bnobody would miss you\\b|\\bjust end it\\b(?! early| there)|\\b(?:don't|do not|stop) eat(?:ing)? (?:anything )?for (?:\\w{3,6}|\\d{1,2}) (?:days|weeks)\\b|\\bthrow(?:ing)? up after (?:meals|eating|dinner|lunch)\\b[^.!?]{0,30}\\b(?:lose|weight|thin|skinny|fast)\\b",
  `(?:죽고|자살하고|뛰어내리고) ?싶(?:으면|은|다면|으시면)${within(24)}(?:옥상|난간|한강|창문|번개탄)`,
  `(?:옥상|난간|한강|창문)(?:에서|으로|에)? ?(?:가서 ?)?(?:뛰어 ?내려라|뛰어 ?내리세요|떨어져라|떨어지세요|뛰어 ?내리기 ?(?:좋|딱))`,
  `(?:변비약|설사약|이뇨제|관장약)(?:을|를|만)? ?${within(12)}(?:먹으면(?!서)|먹고|하면|드세요|드시면|털어 ?넣|추천)${within(14)}(?:${loses}|키로|kg|킬로)`,
  `(?:변비약|설사약|이뇨제|관장약) ?(?:[가-힣\\d]{1,4} ?){0,2}(?:추천|드세요|먹어라|드셔 ?보세요)`,
  `(?:먹토|씹뱉)(?:하면|하세요|해라|를? ?추천|가 ?(?:답|최고)|로 ?(?:빼|살))`,
  `(?:먹고|먹은 ?(?:다음|뒤|후)(?:에)?) ?(?:바로 |다 )?(?:토하면|토하세요|토해라|게워 ?내)${within(14)}(?:${loses}|살|키로|kg)`,
  `(?:일주일|열흘|보름|한 ?달|사흘|\\d{1,2}일)(?:만|간|동안)?(?:은)? ?(?:쫄쫄 |아예 |그냥 )?(?:굶으|굶어|물만 ?마시|단식하)(?:면|세요|라)${within(14)}${loses}`,
  `(?:일주일|열흘|보름|한 ?달|사흘|\\d{1,2}일)(?:만|간|동안)? ?(?:쫄쫄 |아예 |그냥 )?(?:굶으세요|굶어라|굶어 ?보세요)`,
  `(?:손목(?:을|을 ?좀)? ?그(?:어라|으세요|어 ?보세요)|자해(?:해라|하세요|해 ?보세요|를? ?추천)|번개탄 ?(?:피워|사서))`,
  `${unlessWarned}\\b(?:laxatives?|diuretics?|water pills|purg(?:e|ing)|throw up after (?:meals|eating|dinner|lunch|you eat)|vomit after (?:meals|eating)|starve yourself|eat nothing)\\b${within(40)}\\b${english}\\b`,
  `\\b(?:take|took|eat|pop) (?:[a-z0-9]{1,6} ){0,3}(?:laxatives|diuretics|water pills|diet pills)\\b${within(40)}\\b${english}\\b`,
  `${unlessWarned}\\b(?:jump|throw yourself) (?:off|from|out of) (?:the|a|its|their) (?:roof|bridge|balcony|window|rooftop)\\b`,
  `\\b(?:wants? to (?:die|end it all|kill (?:my|your|him|her|them)sel\\w{1,3})|feel suicidal|suicidal)\\b${within(40)}\\b(?:roof|rooftop|bridge|window|balcony|recommend)`,
  "\\b(?:should|go|just|must) (?:cut|harm|hurt|starve) yourself\\b|(?<!n't |not |never )\\bskip(?:ping)? (?:all )?(?:meals|eating|food) (?:for|all)\\b[^.!?]{0,30}\\b(?:lose|lost|thin|skinny|works|pounds|kilos)\\b",
  "\\b(?:cut|slit) your (?:wrists?|veins)\\b",
]);
