import { rulePatterns } from "../rule-pattern.ts";
import { englishStaff, staff, within } from "./people.ts";

// Contempt for groups and persons, in forms that the classifier does not know. It knows most swearwords.

const group =
  "(?:급식충|잼민이|노인네|틀딱|할배|할매|늙은이|외국인|중국인|조선족|동남아|필리핀|태국|몽골|우즈벡|파키스탄|흑인|흑형|베트남|인도인|아랍인?|게이|동성애자|트랜스젠더|장애인|맘충|무슬림|난민|뚱뚱한 ?(?:사람|애|여자|것)|노인|할머니|할아버지|아줌마|아재|여자|남자)(?: ?(?:것|회원|새끼|년|놈|노동자|사람))?들?";
const foreign =
  "(?:노인네|틀딱|할배|할매|늙은이|외국인|중국인|조선족|동남아|필리핀|태국|몽골|우즈벡|파키스탄|흑인|흑형|베트남|인도인|아랍인?|무슬림|난민|게이|급식충|잼민이|맘충)(?: ?(?:것|회원|새끼|년|놈|노동자|사람))?들?";
const hateKorean = [
  `(?:${foreign}|장애인|노인|아줌마|뚱뚱한 ?(?:사람|애)|애 ?엄마|동성애자|트랜스젠더)(?:들)?(?:은|는|이|가)? ?(?!${within(20)}(?:될까|안 ?되게|배려|친절))${within(16)}(?:왜 ?(?:오는지|오냐|다니는지|다니냐|여기 ?있)|민폐(?:임|다|네|$|[.!])|물 ?흐(?:려|린)|보기 ?싫|꼴 ?보기|눈 ?버(?:려|림|렸)|받지 ?마(?:세요|라))`,
  "(?<![가-힣])(?:한녀|한남충|꼴페미|페미년|페미충|김치녀|짱깨|쪽바리|깜둥이|똥남아)(?:들|년|놈)?(?![가-힣]{2})",
  `${foreign} ?(?:트레이너|강사|직원|코치|쌤)(?:이라|라|라서|이라서|가 ?있어서|들은)? ?(?:싫|별로|불쾌|불안|믿을 ?수|못 ?믿|거르|걸러)`,
  `(?:무슬림|조선족|중국인|외국인|흑인|동남아|베트남|난민)(?:들)?(?:은|는|이|가)? ?(?:다 |전부 |원래 )?(?:테러리스트|범죄자|벌레|짐승|바퀴벌레|잠재적)`,
  `${foreign}(?:은|는|이|가)? ?(?:좀 |제발 )?안 ?(?:왔으면|받았으면|보였으면)`,
  `${group}(?:은|는|이|가|을|를|도)? ?(?:좀 |다 |전부 |그냥 |제발 )?(?:출입(?:을)? ?(?:좀 )?(?:막아라|막아 ?(?:줘|야|주세요(?! ?라))|금지 ?(?:시켜|시킵|해라|해 ?(?:줘|주세요(?! ?라))|좀))|오지 ?마라|오지 ?좀 ?마|못 ?오게 ?(?:해|막|좀)|내쫓|쫓아 ?내|꺼져|꺼지|나가 ?죽|받지 ?(?:마라|좀 ?마|말아라)|없어졌으면|사라졌으면|극혐|역겹|토 ?나)`,
  `${foreign}(?:이|가|은|는|한테|한테서|에게서)?(?:들)? ?(?:[가-힣]{1,3} )?(?:냄새 ?(?:나|쩔|심|때문|오지)|더럽|더러워|미개|수준 ?떨어|물 ?흐|시끄럽고 ?더)`,
  `(?:여자|여성|남자|아줌마|할머니|노인|노인네|장애인|외국인|뚱뚱한 ?(?:사람|애)|중국인|애 ?엄마|유부녀)들?(?:은|는|이|아)? ?(?:그냥 |제발 )?(?:집에서|집구석|집에 ?가서|부엌|주방|양로원|경로당|지네 ?나라|자기 ?나라|니네 ?나라|너네 ?나라)(?:에서|에|으로|로)? ?${within(8)}(?:밥이나|밥 ?해|애나|살림이나|설거지|처박|박혀|가라|돌아가라|꺼져|가만히 ?있어라|청소나)`,
  `(?:여자|여성|남자|노인|장애인|외국인|아줌마|알바|트레이너|직원) ?(?:주제에|따위가|나부랭이)`,
];

const harassmentKorean = [
  `${staff}${within(8)}(?:부모|엄마|애비|애미)(?:가|님이|는)? ?(?:버렸|버린|없|어떻게 ?키|그렇게 ?키)|(?:비계 ?덩어리|살덩어리|돼지 ?새끼)${within(6)}${staff}|${staff}${within(6)}(?:비계 ?덩어리|살덩어리)`,
  `(?:돼지|곰|하마|오크|원숭이|멸치|해골)(?:같이|처럼|마냥) ?(?:살 ?찐|뚱뚱한|생긴|생겨|못생|마른)${within(10)}${staff}`,
  `${staff}(?:님|들)?${within(14)}성형(?: ?(?:티|괴물|한 ?티|을? ?(?:좀|다시|너무|얼마나)|이나|해라|부작용))${within(10)}(?:나서|나네|나요|심|웃|해라|하세요|티|괴물)`,
  `${staff}(?:님|놈|년|들)?(?:은|는|이|가)? ?${within(6)}(?:머리에 ?똥|저능아|지능이 ?(?:의심|떨어|낮|모자)|뇌가 ?없|대가리가|정신병자|병자)`,
  `${staff}(?:님|놈|년|들)?(?:의)? ?(?:와꾸|면상|상판 ?[대때]기|낯짝|아가리|대가리)`,
  `${staff}(?:님|놈|년|들)?(?:의|들)? ?(?:얼굴|외모|생김새|몸뚱이|몸매)(?:이|가|은|는|도|부터)? ?(?:진짜 |너무 |왜 ?이리 |좀 )?(?:빻|못 ?생|토 ?나|역겹|극혐|실화냐|처참|더럽게)`,
  `(?:돼지|오크|찐따|파오후|씹덕|멸치|난쟁이|꼴통|뚱땡이|빡대가리|등신|머저리)(?: ?같은|처럼 ?생긴)? ?(?:[가-힣]{1,3} )?${staff}(?!님 ?(?:덕|께|이 ?잡))`,
  "대머리 ?(?:사장|관장|트레이너|코치|직원|매니저)(?!님|쌤)",
  `(?:멍청한|무식한|한심한|못생긴|대가리 ?(?:빈|없는)|머리 ?(?:빈|나쁜)|골 ?빈|뚱뚱한|늙은|천박한|싼티 ?나는) ?(?:[가-힣]{1,3} )?(?:트레이너|사장|관장|코치|강사|직원|알바|매니저|점장|원장)(?!님이 ?아|가 ?아|이 ?아|는 ?없|은 ?없)`,
  `${staff}(?:님|놈|년)?${within(10)}(?:이혼|불륜|바람 ?(?:피|핀|났)|술집 ?(?:출신|나가|다니)|업소)${within(8)}(?:대요|다던데|다더라|다고 ?(?:하|들)|한대|했대|래요|라던데|출신)`,
];

const nation =
  "(?:indians|mexicans|asians|africans|arabs|muslims|jews|immigrants|foreigners|koreans|pakistanis|latinos|gays|lesbians|queers|refugees|gypsies|blacks|fatties|boomers|(?:black|chinese|brown|trans|transgender|gay|disabled|fat|old|white|asian|indian|japanese|korean) (?:people|men|women|folks|guys|girls)|cripples|retards)";
const anyone = `(?:${nation}|women|girls|men|old hags|handicapped people)`;
const dirty =
  "(?:smell|stink|reek|dirty|filthy|disgusting|gross|keep them out|go back|go home|ruin|get out|stay home|nasty|don't belong|do not belong)";
const mean = "(?:cow|pig|hag|idiot|moron|slob|loser|whale|troll|hippo|imbecile|witch|dwarf|freak|retard)";
const hateEnglish = [
  "\\b(?:don't|do not|hate to|refuse to) (?:want to )?(?:train|work out|shower|sit|change|be|lift) (?:next to|near|with|beside|around) (?:an? |the |any |those )?(?:lesbians?|gays?|muslims?|jews?|blacks?|arabs?|mexicans?|immigrants?|refugees|trans)\\b",
  "\\b(?:retirees|the elderly|seniors|boomers|old people|grandmas|disabled people|fat people|cripples) (?:should|need to|must) (?:just )?(?:die|drop dead|rot|stay home|be banned|be put down)\\b",
  `\\b${nation} (?:should|ought to|need to|must) (?:use|have|get|go to|find|stay in|be in) (?:another|a different|their own|a separate|some other)\\b`,
  `\\b${anyone} have no business\\b|\\b${nation}\\b[^!?]{0,40}\\b(?:ban|kick out|throw out|keep out|get rid of|remove) them\\b`,
  `\\b(?:women|girls|old (?:people|men|women)|fat people) (?:can't|cannot|can not|shouldn't|don't know how to) (?:lift|squat|train|bench|drive)\\b[^!?]{0,30}\\b(?:keep|stay|go|belong|out|kitchen|corner)\\b`,
  `\\b(?:should not|shouldn't|never|don't) let (?:the |any |those )?${nation} in\\b`,
  `\\b${nation} (?:ruin(?:ed|s)?|everywhere,? (?:disgusting|gross|awful)|invade|are taking over)\\b`,
  `\\b(?:women|girls|${nation}) are (?:all |just |simply )?too (?:weak|stupid|dumb|slow|dirty|loud|fat) (?:to|for)\\b`,
  "\\b(?:don't|do not|never|hate to|refuse to) (?:want to )?(?:train|work out|shower|sit|be|lift|share) (?:next to|near|with|beside) (?:an? |the |any )?(?:black|gay|muslim|trans|chinese|indian|mexican|arab|jewish|disabled|fat) (?:guys?|men|man|women|woman|person|people|dude)\\b",
  `\\btoo many (?:[a-z]{3,10} )?${nation}\\b${within(30)}\\b${dirty}`,
  `\\bno (?:place|room) for (?:cripples|gays|queers|fatties|retards|immigrants|foreigners|muslims|jews|blacks|(?:fat|gay|trans|black|disabled) (?:people|men|women))\\b(?! to\\b| who want)`,
  `\\b(?:get rid of|ban|kick out|throw out|don't let(?: in)?|stop letting|keep out) (?:all |the |those |these |any )?${nation}\\b(?! from (?:being|feeling))`,
  `\\bkeep (?:all |the |those )?${anyone} out\\b`,
  `\\b${nation} (?:all |always |just |here |really )?(?:smell|stink|reek|are (?:all |so |just |really )?(?:dirty|filthy|disgusting|stupid|animals|trash|subhuman|inferior|thieves|gross|ugly|vermin|savages|a (?:disease|plague))|(?:don't|do not) belong)\\b`,
  `\\b${anyone} (?:should (?:not be (?:allowed|here|in)|be (?:banned|kicked|removed|shot|locked)|stay (?:at )?(?:home|in the kitchen|out)|go (?:back|home)(?! (?:happy|with|and (?:rest|sleep)))|know their place)|belong in (?:the|a) (?:kitchen|zoo|home|cage)|have no (?:business|place) (?:here|in|near))\\b`,
  "\\bgo back to (?:your|their) (?:own )?(?:country|village|jungle|kitchen)\\b",
  "\\b(?:faggots?|trann(?:y|ies)|wetbacks?|towelheads?|ragheads?|kikes?|n[i1]gg(?:er|a)s?|chinks|gooks|subhumans?)\\b",
];

const harassmentEnglish = [
  `\\b(?:${englishStaff}|lady|guy|woman|girl|man)\\b${within(20)}\\b(?:has|with|got) a face (?:like|only) (?:an? )?|\\b(?:coach|trainer) [a-z]{3,12} is (?:an? )?(?:failed|drunk|alcoholic|washed[- ]up|pathetic|creepy)\\b`,
  `\\b${englishStaff}\\b${within(40)}\\b(?:wife|husband|girlfriend|boyfriend) (?:left|dumped|cheats? on|cheated on) (?:him|her)\\b`,
  "\\b(?:loser|creep|freak|weirdo|pig|nobody)\\b[^.!?]{0,30}\\b(?:still )?lives with (?:his|her) (?:mom|mother|mommy|parents)\\b|\\b(?:let's|lets|we should|everyone should) (?:all )?(?:bully|harass|mob|humiliate|make fun of)\\b",
  `\\b${englishStaff} (?:looks?|looked|is built|moves?) like (?:an? |some )?(?:[a-z]{3,9} )?(?:whale|pig|cow|hippo|walrus|ape|monkey|rat|troll|corpse)\\b`,
  `\\b${englishStaff} (?:is|are|was|has|looks)(?! not)(?: [a-z]{2,8}){0,2} (?:dumb as|thick as|the (?:face|brain|brains|iq) of an?|too (?:stupid|dumb|fat|ugly|old) to|like an? (?:pig|horse|rat|cow|whale|gorilla|monkey|toad))\\b`,
  `\\b(?:old|ugly|fat) (?:hag|cow|witch|pig|whale) (?:at the|of an?|behind the|running the|on the) [a-z ]{0,12}\\b(?:desk|counter|reception|coach|trainer|manager)\\b`,
  `\\b(?:that|the|this|your|their|what an?|such an?) (?:[a-z]{3,9} )?(?:fat|ugly|stupid|dumb|brainless|bald|old|lazy|disgusting|filthy|pathetic|worthless|hideous|smelly|gross|ignorant) (?:[a-z]{3,9} )?${mean}s?\\b${within(24)}\\b${englishStaff}\\b`,
  `\\b${englishStaff} (?:(?!who|that|and|if|it|this|machine|food|music|room)[a-z]{3,9} )?(?:is|are|was|looks like|looked like|look like)(?! not| no |n't)(?: such| just| really| all)? ?(?:an? )?(?:[a-z]{3,9} )?(?:fat |ugly |old |complete |total )?(?!freak)${mean}s?\\b(?! (?:in the gym|about form|of a (?:lifter|coach)|machine|farmer))`,
  `\\b${englishStaff} (?:is|are|was|looks)(?! not)(?: so| really| very| too| just| damn| super){0,2} (?:fat and ugly|ugly(?! cry)|hideous|repulsive|brainless|braindead|retarded)\\b`,
  `\\b(?:ugly|brainless|braindead|retarded|hideous|smelly|fat(?! (?:loss|burn|free)))(?:,? (?:old|lazy|stupid|little|bald))? ${englishStaff}\\b`,
];

const rude = [
  "(?:시|씨|쒸|씌)[0-9!@*~^.]{1,3}발|(?:개|씹)[0-9!@*~^.]{1,3}(?:새|끼)|(?<![가-힣])(?:좆|좇)(?:같|나|도|까|만|밥)|(?<![가-힣])(?:썅|쌍년|쌍놈|니미|느금마|엠창)(?![가-힣]{2})",
  "(?:지랄|염병)(?:하고|하네|한다|들?을? ?(?:떤|떨|하))|개 ?(?:새들|새키|세끼|쉐끼|색끼)",
  "\\bf[u*#@v]{2,12}c?k\\b|\\bf[ .*_-]u[ .*_-]c[ .*_-]k\\b|\\bbullsh[1!*]t\\b|\\bsh[!1*]thole|\\bassh[0o*]les?\\b|\\b(?:bunch|pack) of (?:pricks|dicks|pigs|morons|idiots)\\b",
  "(?<![ㄱ-ㅎ])ㅈ ?까(?:라|고|세요|셈|$)",
  "(?<![ㄱ-ㅎ])ㅈ ?같(?:은|네|다|이|아)",
];

export const contemptHints = [
  ...rulePatterns("hate", "HINT", [...hateKorean, ...hateEnglish]),
  ...rulePatterns("harassment", "HINT", [...harassmentKorean, ...harassmentEnglish]),
  ...rulePatterns("profanity", "HINT", rude),
];
