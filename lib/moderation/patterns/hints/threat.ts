import { rulePatterns } from "../rule-pattern.ts";
import { englishStaff, staff, within } from "./people.ts";

// Harm that the writer announces or wishes. Gym talk is allowed: "쌤이 저를 죽일 거라고", "하체 박살낼 거예요", "will kill you".

const whenFound =
  "(?:찾아 ?가서?|쳐들어 ?가서?|만나면|걸리면|눈에 ?띄면|마주치면|잡히면|보이면|안 ?해 ?주면|안 ?주면|안 ?돌려 ?주면)";
const training =
  "(?:하체|상체|가슴|어깨|등을|등근육|복근|엉덩이|근육|살을|지방|스트레스|식욕|기록|목표|중량|저를|나를|제 )";
const harm =
  "(?:죽여|죽일|죽인|찔러|찌를|찌른|부숴|부셔|부술|부순|때려(?! ?치)|때릴|때린|팰 |패 ?버|박살|엎어|엎을|엎는|불 ?질러|불 ?지른|불 ?지를|부러뜨|부러트|분질러|분지를|족쳐|밟아|담가|묻어|찢어|조져)";
const will =
  "(?:버린다|버릴|버리겠|버림|준다|줄게|줄 ?거|주마|주겠|놓는다|놓을|놓겠|릴 ?거|린다|릴 ?꺼|낸다|낼 ?거|낼 ?꺼|내겠|일 ?거|일 ?꺼|인다|거임|거야|거다|겠다|고 ?만다|고 ?싶)";
const unlessFelt = "(?! ?(?:것|거) ?같|듯|는 ?(?:느낌|줄|수준|기분)|라고)";
const victim = `${staff}(?: ?(?:새끼|놈|년|들|님|쌤))?(?:을|를|도|부터)? ?(?:다 |진짜 |확 |그냥 |전부 )?`;
const you =
  "(?:너네|너희|니들|니네|네놈|늬들|이놈들)(?:을|를|들|은|는)? ?(?:다 |전부 |싹 |진짜 |모조리 |오늘 )?";
const weapon =
  "(?:(?<![가-힣])칼|식칼|회칼|망치|몽둥이|야구 ?방망이|야구 ?배트|빠따|쇠파이프|도끼|휘발유|신나|황산|염산|가스통)";
const place =
  "(?:헬스장|센터|체육관|여기|가게|건물|매장|사무실|(?:너네|니네|사장|관장|트레이너|코치|직원|대표)(?:님|네)? ?(?:집|차))";

const korean = [
  `(?:안 ?(?:하|해 ?주|주|내놓)면|환불|각오|두고)${within(12)}가만 ?(?:히 ?)?안 ?(?:둔다|둘|놔|두겠)|피 ?(?:본다|볼 ?줄|보게 ?(?:될|해))|(?:밤에|혼자|밤길)${within(8)}(?:다니지 ?(?:말라고|마라)|조심하라고) ?전해`,
  `(?<!(?:열정|의욕|가슴|마음|하체|근육|투지)(?:에|을|를)? ?)불 ?(?:을 ?)?(?:확 |다 |그냥 )?(?:질러|싸질러|놓아|놔) ?(?:버릴|버린|버리겠|버리고 ?싶|줄 ?(?:거|테))`,
  "(?:칼|식칼|흉기|송곳|망치|몽둥이|방망이)(?:로|을|를)? ?(?:확 |다 )?(?:쑤[시신셔]|찌[른를르]|찔러|휘두[른를르]|그어|내리[쳐친칠])(?! ?(?:듯|것 ?같|는 ?느낌|다고|라고|는 ?(?:장면|영화)))",
  "(?:맞아 ?)?(?:죽|뒤지|뒈지|디지|다치)기 ?싫(?:으면|거든|음)|(?:애들|동생들|친구들|형님들) ?(?:데리고|끌고|풀어서?) ?(?:가서|간다|갈|찾아)[^.!?]{0,12}(?:엎|부[수숴셔]|조[져질]|박살)",
  `${whenFound}(?!${within(16)}${training})${within(10)}(?:죽인다|부순다|찌른다|때린다|엎는다|팬다)(?![가-힣])`,
  `(?:${staff}|가게|헬스장|센터|환불|여기)${within(20)}(?:때려|패|찔러|밟아|쏴) ?죽이(?:고 ?싶|겠|러 ?간|ㄹ)`,
  `${whenFound}(?!${within(16)}${training})${within(16)}${harm}${within(4)}${will}${unlessFelt}`,
  `${victim}(?:죽여|찔러|때려 ?죽여|패 ?죽여|목 ?(?:을 ?)?졸라|목 ?(?:을 ?)?따|칼로 ?찔러|밟아|갈아|묻어) ?(?:버린다|버릴|버리겠|버리고 ?싶|버려야|야 ?(?:돼|된|한다|함)|죽이고 ?싶)${unlessFelt}`,
  `${victim}(?:죽일|찌를|팰|패 ?죽일|때려 ?죽일) ?(?:거야|거임|거다|겁니다|꺼야|테다|테니)`,
  `${victim}(?:죽이고|패고|찌르고|때리고|패 ?죽이고|때려 ?죽이고) ?싶`,
  `${you}(?:뒤졌|뒈졌|디졌|죽었)(?:다|어|음)${within(6)}(?:기다려|두고 ?(?:봐|보)|각오|찾아|간다)`,
  `${you}(?:죽여|찔러|패|때려|밟아|쓸어|갈아) ?(?:버린|버릴|버리|죽)`,
  "(?:밤길|뒤통수|뒷통수|목숨|모가지) ?조심(?:해라|들 ?해|하라고 ?전해|해 ?새|하쇼)",
  `(?:얼굴|집|차 ?번호|어디 ?사는지|퇴근 ?(?:시간|길)|퇴근하는)${within(8)}(?:외웠|기억했|알아 ?(?:뒀|놨|냈)|봐 ?(?:뒀|놨)|다 ?안다|알고 ?있)${within(12)}(?:조심|기다려|기다린|두고 ?(?:봐|보)|찾아간|각오)`,
  `${staff}${within(6)}퇴근${within(10)}(?:기다린다|기다릴|기다려)${within(8)}(?:각오|두고|조심|가만)`,
  `${weapon} ?(?:을|를|이나|하나)? ?(?:들고|갖고|가지고|챙겨|사 ?들고|사서)(?:서)? ?${within(10)}(?:간다|갈 ?거|갈게|갈 ?테|갈 ?꺼|가겠|찾아|쳐들어|기다린|기다릴|태워 ?버|불 ?질|휘둘러|휘두를)`,
  `(?:휘발유|신나|황산|염산|기름)(?:을|를)? ?(?:확 |다 )?(?:뿌려|뿌리고|부어) ?(?:버린|버릴|버리|싶|줄)`,
  `${place}(?:에|에다|에다가|을|를)? ?(?:확 |다 |그냥 |전부 |싹 )?(?:불 ?(?:을 ?)?(?:질러|싸질러|지르고|지를|지른다|놓는다|놓을)|폭파|폭탄 ?(?:설치|던|터)|테러)${within(3)}(?:버린|버릴|버리|싶|겠|거야|거임|거다|야 ?(?:한|된|돼)|다)`,
  `(?:${staff}|이 ?(?:인간|놈|새끼)들?|저런 ?(?:인간|놈)들?|니들|너네|너희)${within(8)}(?:암 ?(?:이나 ?|에 ?)?걸려|교통사고 ?(?:나서|나|당해)|벼락 ?맞아|칼 ?맞아|급사해|객사해|목 ?매달아|차에 ?치여) ?(?:서 ?)?(?:죽|뒤|뒈|디|라(?![가-힣])|버려라|야 ?(?:돼|한다|함)|으면 ?좋)`,
  `${staff}(?:님|놈|새끼|년|들)?(?:은|는|이|가|도)? ?(?:좀 |제발 |그냥 |빨리 |다 |전부 )?(?:뒤져라|뒈져라|디져라|죽어라|죽어버려라|죽었으면 ?좋겠다?)(?=$|[.!?~ㅋ]| ?(?:제발|좀))`,
  `(?:다리 ?몽둥이|손모가지|모가지|손목|다리|이빨|아가리|갈비뼈|목)(?:을|를)? ?(?:확 |다 )?(?:부러뜨|부러트|분질러|분지르|꺾어|비틀어|날려|찢어|잘라) ?(?:버린다|버릴 ?(?:거|꺼|테)|버리겠|버리고 ?싶|준다|줄게|릴 ?(?:거|꺼|테)|린다|놓는다|놓을 ?(?:거|꺼|테)|놓겠)${unlessFelt}`,
];

const iWill =
  "\\b(?:i(?:'ll| will| swear i will| swear i'll|'m going to| am going to|'m gonna| gonna|'m about to)|we(?:'ll| will|'re going to| are going to)|(?:some|any)(?:body|one) (?:should|ought to|needs to|has to|please))";
const theirs = "(?:the|that|this|your|their|his|her|those)";
const them = `(?:${theirs} (?:[a-z]{2,12} )?${englishStaff}|him|her|them|you all|you people|you guys|everyone (?:there|here|in there)|you(?=$|[.!]| (?:and|if|all|one|when)))`;
const english = [
  `\\b(?:${englishStaff}|he|she|they) (?:needs?|deserves?) (?:a |some )?(?:bullet|beating|good beating|knife|broken (?:leg|nose|jaw))\\b|\\b(?:refund|pay) me or\\b|\\bwon't survive (?:the|this|another)\\b`,
  `\\bi (?:want to|wanna|would love to|could) (?:just |really )?(?:stab|shoot|murder|strangle|slap|punch|choke|run over|kill(?= (?:the|that|this))) ${them}(?! (?:down to|a (?:message|text)))`,
  `\\b(?:some|any)(?:body|one) (?:please )?(?:shoot|stab|kill|murder|beat up) ${them}`,
  `\\b(?:${iWill}|i'd|i would|i want to) (?:[a-z]{2,8} ){0,3}(?:smash|wreck|trash|destroy|burn|torch) (?:up )?(?:this|the|that|their|your) (?:whole )?(?:place|gym|desk|office|studio|club|car|windows)\\b`,
  "\\b(?:i'm|i am|i'll be|i will be) (?:bringing|coming (?:back )?with) (?:an? |my )(?:[a-z]{3,9} )?(?:bat|knife|gun|hammer|axe|rifle|shotgun|crowbar|machete|pistol)\\b(?! (?:grip|curl|hold))",
  `${iWill} (?:find|hunt|get|track down) ${them} and (?:make (?:him|her|them|you) (?:pay|suffer|regret|sorry|bleed)|hurt|kill|end|break)`,
  `${iWill} (?:just |really |personally |come back and |go there and |find and |come and )?(?:kill|stab|shoot|murder|strangle|slap|punch|hurt|choke|hunt|run over|cut|slash|beat up|beat the (?:crap|hell|life) out of) (?:down )?${them}(?! (?:down to|a (?:message|text|mail|line)|some slack|out of))`,
  `${iWill} beat ${them} (?:up|to death|with|bloody)`,
  `${iWill} (?:[a-z]{2,8} ){0,2}(?:break|smash|slit|crack|knock out|cut off|slash|key) (?:your|his|her|their|the (?:[a-z]{3,12} )?(?:owner|manager|trainer|coach|boss)'?s?) (?:[a-z]{3,8} )?(?:legs?|neck|face|knees?|teeth|head|skull|arms?|fingers|throat|jaw|nose|tires|windows|car)`,
  `${iWill} (?:be )?(?:wait|waiting|come|coming|be back|come back|show up|go there|return)(?:ing)?\\b${within(50)}\\bwith (?:an? |my |some )(?:[a-z]{3,9} )?(?:bat|knife|gun|hammer|axe|rifle|shotgun|crowbar|machete|pistol|can of gas|gasoline)`,
  `\\bwait(?:ing)? for ${them} (?:outside|in the (?:parking|car|alley|dark)|after (?:work|closing|his|her|their))${within(30)}(?:hurt|pay|sorry|bat|knife|gun|lesson|fist|beat)`,
  "\\b(?:i|we) know where (?:you|he|she|they|(?:the|that|your) [a-z]{4,12}) (?:lives?|parks?|sleeps?)\\b",
  "\\b(?:watch your back|sleep with one eye open|say your prayers|your days are numbered|you(?:'re| are) (?:all )?(?:dead meat|a dead man|dead men)|you(?:'re| are) all dead(?=$|[.!]))",
  `\\b(?:hope|wish|pray|hoping|praying) (?:that )?(?:(?:${theirs} )(?:whole |entire |[a-z]{3,10} )?(?:${englishStaff}|family|team|kids)|he|she|they|you|everyone (?:there|here)) (?:all |just |soon |slowly |really )?(?:dies?(?! of (?:laugh|envy|happ))|(?:burns?|rots?) (?:in hell|alive|to death)|gets? (?:cancer|hit by|run over|shot|stabbed|killed|raped|beaten|aids)|drops? dead|kills? (?:him|her|them|your)sel|breaks? (?:his|her|their|your) (?:neck|legs|back))`,
  `\\b(?:${englishStaff}|he|she|they|you) (?:all )?(?:deserves? to|should|ought to|needs? to) (?:all |just |really )?(?:die(?=$|[.!,]| (?:in|slowly|painfully|alone))|burn in hell|rot in hell|drop dead|be (?:shot|hanged|hung|lynched|stabbed|murdered|beaten up|beaten with)|get (?:shot|stabbed|beaten up|run over|hit by|cancer|killed)|hang (?:him|her|them|your)sel)`,
  "\\bburn (?:this|the|that|their|your) (?:whole |damn |stupid )?(?:place|gym|building|dump|club|studio) (?:down|to the ground)",
  "\\bburn it (?:all )?(?:down|to the ground)",
  "\\bblow (?:up )?(?:this|the|that|their|your) (?:whole )?(?:place|gym|building|club)(?: up| to)?",
  "\\b(?:shoot up|bomb) (?:this|the|that) (?:place|gym|building|club)\\b",
  "(?:\\bgo (?:and )?(?:kill|hang) yourself|\\bkys\\b|^(?:just |please )?kill yourself)",
];

export const threatHints = rulePatterns("threat", "HINT", [...korean, ...english]);
