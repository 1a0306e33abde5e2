/**
 * Help lines for someone who may be thinking of suicide. Shown at once, without a model; the reply's instructions
 * also name them.
 * Korea's suicide prevention line 109 (24 hours, since January 2024), mental health crisis line 1577-0199 (24 hours),
 * youth line 1388 (24 hours).
 */
export const helpLines = [
  { number: "109", name: "suicidePrevention" },
  { number: "1577-0199", name: "mentalHealth" },
  { number: "1388", name: "youth" },
] as const;

// Everyday phrases that contain the words of a sign. Removed before the search for signs.
const everyday = [
  /자살\s?(골|행위|폭탄|테러|률|율|예방\s?(포스터|교육|캠페인|행사|강의))/g,
  /자해\s?공갈/g,
  /죽고\s?싶지만\s?떡볶이/g, // title of a well-known book
  /(숙제|과제|업무|일|일정|프로젝트|공부|시험|보고서|논문|청소|빨래|설거지|회의|운동|작업|정리|준비|학기|방학|야근|마감|책|게임|드라마|시리즈|관계|연애|통화|대화|싸움|이야기|얘기)(들)?([을를은는이가도만]|까지|부터)?\s?((다|모두|전부|이제|그냥|그만|빨리|얼른|어서)\s?)?끝(내|났)/g,
  /(에서|에|동네|집|여기|거기|저기|혼자|같이|함께|[랑와과]|하고)\s?(는|도|더는|못)?\s?(살고\s?싶지|살기\s?(가\s?)?(너무\s?)?싫)/g,
  /([을를]|옷|폰|차|집|주식|가방|신발|노트북|[거걸것])\s?(굳이\s?|더\s?)?(살\s?(이유|가치|의미)|왜\s?사는지)|살\s?이유\s?없이/g,
  /[을를]\s?뒤지고/g,
  /(고양이|강아지|침대|소파|계단|의자|그네)\S{0,8}\s?(\S{1,8}\s?)?뛰어\s?내리/g,
  /\b(\d[\d.,]{0,12}|many|few|several|hundred|thousand|more|extra|of|in|the|last|first|a\scouple)\s?kms\b/gi,
  /\b(career|political|social|commercial|financial)\ssuicide\b|\bsuicide\s(squad|squeeze|doors?|bomb\w*|runs?|sprints?|drills?)\b/gi,
  /\b(die|dead)\s(laughing|of\s(laughter|embarrassment|shame|boredom|cuteness|hunger|heat|happiness|joy))\b/gi,
  /\bno\s(reason|point)\s(to|in)\sliv(e|ing)\s(in|near|at|here|there|with|on|alone|apart|together|so|this|that)\b/gi,
  /\bcut(ting)?\smyself\s(a|an|another|some|off|in|down|while|when|shaving|cooking|chopping|slicing|on|with\s(a|the)\s(kitchen|bread|paper|can|tin)|loose|out)\b/gi,
  /\bhurt(ing)?\smyself\s(at|in|on|while|when|running|lifting|playing|doing|training|squatting|climbing|skiing|falling)\b/gi,
  /\b(don't|do\snot|didn't|did\snot)\swant\sto\s(live|exist)\s(in|near|at|here|there|with|on|alone|apart|together)\b|\b(don't|do\snot|didn't|did\snot)\swant\sto\swake\sup\s(so\s|too\s|that\s)?(early|at|late|him|her|them|the|my)\b/gi,
];

// A miss costs more than one card too many, but everyday hyperbole ("배고파 죽겠다", "죽을 만큼 맛있다", "dying of laughter") must
// not show the card every night.
const signs = [
  // Not 혼자 살다, 여자 해군 … written without a space.
  /(?<![혼여남각부효감과모])자\s?[.·*_-]?\s?살(하|할|해|했|을|도|이|만|각|마렵|생각|충동|시도|기도|방법|예방|\s?(하|할|해|했|생각|충동|시도|기도|방법|예방)|[^가-힣]|$)/,
  /(?<![혼여남각부효감과모투종출])자해(?![석결소외]|\s?보자)|극단(적\s?(인\s?)?선택)/,
  /[죽듁쥭]\s?[고꼬구]\s?(만\s?)?(싶|십[다어네은음]|시[퍼프펐])|죽고파|ㅈㄱ\s?싶|ㅈ살|[주쥬]글래|[디뒤뒈]지고\s?싶/,
  /(사라|없어)\s?(지|져\s?버리)고\s?(만\s?)?싶|증발하고\s?싶|(그냥|조용히|이대로|차라리|내가|나도?|나는|난)\s?(그냥\s?)?(사라졌|없어졌|사라져\s?버렸|없어져\s?버렸)으면|그만\s?살고\s?싶/,
  /(^|[.!?,…~\n]|다|모두|전부|모든\s?(걸|것|게|것을)|인생을?|삶을?|생을?|목숨을?|이제|그냥|그만|여기서|이대로|차라리)\s?끝내\s?(버리)?고\s?(만\s?)?싶/,
  /(^|[.!?,…~\n]|내가|나도?|나는|난|그냥|차라리|[콱확]|이대로|자다가|빨리)\s?(그냥\s?)?죽(었으면|으면\s?좋|으면\s?(다|모두|모든)|을래|을까|자(?![가-힣])|어야\s?(하나|지|할까|겠|끝|편|[되돼]))/,
  /죽어\s?버리(고|면|려|자|겠)|죽어\s?버렸으면|죽는\s?(게|것이|편이)\s?(더\s?)?(낫|나을|나은|편하)|죽[을는]\s?(생각|방법|용기|결심)|죽는\s?(것|수)\s?밖에|(나|내가)\s?(\S{1,8}\s?)?죽어도\s?(아무도|모를|다들)|죽음[을만]\s?(생각|선택|택|준비|떠올|바라)/,
  /(나|내가|나만|나\s?하나|나\s?같은\s?\S{1,8})\s?(그냥\s?)?(사라지|사라졌으|없어지|없어졌으|없으|죽으)면\s?(좋겠|다들|모두|모든|다\s|더\s?(행복|편|나)|아무도|끝)/,
  /살고\s?싶지\s?([가도는]\s?)?않|살아가고\s?싶지|살기\s?(가\s?)?(너무\s?|진짜\s?)?싫|(살|사는|살아야\s?할|살아갈)\s?(이유|가치|의미|용기|자신|희망)(가|도|를|이|은)?\s?(없|모르|못\s?찾)/,
  /왜\s?사는지\s?모르|왜\s?살아야|살아서\s?(뭐|무엇|무슨)|살아\s?있는\s?(게|것이)\s?(고통|괴로|괴롭|싫|지옥)|사는\s?(게|것이)\s?(고통|지옥|의미\s?(가\s?)?없)|숨\s?쉬(기|는\s?것)[도가]?\s?싫|(살아\s?있|존재하)(기\s?싫|고\s?싶지\s?([가도는]\s?)?않)|(삶|인생)의?\s?(에\s?)?(의미|이유|미련|희망)(가|도|이)?\s?없|이번\s?생은\s?(여기까지|끝)|(다|모두|전부|모든\s?게)\s?끝났으면/,
  /태어나지\s?(말|않았)|안\s?태어났|(영원히|영영)\s?(잠들|자)고\s?싶|내일이\s?(안\s?왔|오지\s?않았|없었)으면|(깨어나|눈을?\s?뜨)(고\s?싶지|지)\s?않(았으면|아|다)|눈을?\s?안\s?떴으면/,
  /더(는|\s?이상)\s?(못\s?(살|버티|견디)|(살|살아갈|버틸|견딜)\s?(수|힘|자신)(가|이|도)?\s?없)/,
  /(생|삶|인생|목숨)을?\s?(끊|마감|포기하|놓아\s?버|내려놓)|세상을?\s?(떠나고|등지고|뜨고|하직하고)\s?싶|(저세상|하늘나라)(로|에|으로)?\s?가고\s?싶|안락사[를을]?\s?(하고|받고)\s?싶/,
  /목을?\s?(매|메)(고|달|려|어|었|다)|손목을?\s?(긋|그었|그어|그으|긁)|(팔|칼로\s?\S{1,8})[을를]?\s?(긋|그었|그어)|손목에\s?칼|난간에\s?(서\s?있었|올라)|뛰어\s?내리(고\s?싶|려|면|자)|뛰어\s?내릴(까|래|\s?생각)|한강에?\s?(뛰어|빠져)\s?(들|내|죽)|유서를?\s?(쓰|썼|써|남)/,
  /(수면제|약)[을를]?\s?(모으고|모아\s?(뒀|놨|두)|한꺼번에|왕창|다\s?털어)/,
  /\bsu[i1]c[i1]d(e|al)\b|\b(kill(ed|ing)?|unaliv(e|ed|ing)|hang(ing)?)\s(myself|my\sself)\b|\bkms\b|\bunalive\b/i,
  /\bend(ing)?\s(my\s(own\s)?life|it\sall)\b|\b(want|wanted)\s(to\s(just\s)?end\s(it|things|everything)|(it|everything)\s(all\s)?to\s(end|stop|be\sover))(?=\s?($|[.!?,\n]|for\sgood))|\bjust\send\sit\b|\bdone\swith\s(life|living)\b|\btak(e|ing)\smy\s(own\s)?life\b/i,
  /\b(want|wanted|wanting|wish|ready|rather|like)\s(to\s)?(just\s)?(die|be\sdead)\b(?!\smy\b)|\b(should\sjust|deserve\sto)\sdie\b|\bfeel\slike\sdying\b|\bwanna\s(just\s)?(die|be\sdead)\b|\bI('m|\sam)\s(going\sto|gonna)\sdie\s(tonight|today|anyway)\b/i,
  /\b(want|wanted)\sto\s(just\s)?(disappear|vanish|cease\sto\sexist)\b|\bwanna\s(just\s)?(disappear|vanish)\b|\bwish\sI\scould\s(just\s)?(disappear|vanish|die)\b/i,
  /\bwish\sI\s(was|were)\s(dead|gone|never\sborn)\b|\bwish\sI\s(had\snever|hadn't|had\snot)\sbeen\sborn\b|\bwish\sI\s(didn't|did\snot)\sexist\b/i,
  /\b(don't|do\snot|dont|didn't|did\snot)\s(want\sto|wanna)\s(live|be\salive|exist|wake\sup|go\son|be\shere\sany\s?more)\b|\b(tired|sick)\sof\s(living(?!\s(in|with|out|at|here|there|on|alone|like))|being\salive|existing)\b|\bhate\s(living|being\salive)\b/i,
  /\bno\s(reason|point)\s(to|in)\s(liv(e|ing)|go(ing)?\son|keep(ing)?\s(on\s)?living|being\salive)\b|\bwhy\sam\sI\s(even\s)?(still\s)?alive\b|\blife\s(has|is|feels)\s(no\smeaning|meaningless|pointless)\b|\bdon't\ssee\sa\sfuture\sfor\s(me|myself)\b|\bdon't\sbelong\sin\sthis\sworld\b|\bnothing\s(left\s)?to\slive\sfor\b|\bpoint\s(of|in)\s(living|being\salive)\b|\b(isn't|not|never)\sworth\sliving\b|\bno\swill\sto\slive\b/i,
  /\bI\s(just\s)?can('t|not|t)\s(go\son(?!\s\w)|go\son\s(any\s?more|like|living)|keep\sliving|live\slike\sthis|(take|do)\s(it|this)\sany\s?more(?!\swith))\b/i,
  /\b(better|happier)\s(off\s)?(dead|without\sme|if\sI\s(was|were)\s(dead|gone)|if\sI\sdied)\b|\b(no\s?body|no\sone)\swould\s(even\s)?(miss\sme|notice\sif\sI|care\sif\sI)\b/i,
  /\b(want\sto|wanna|could|fall)\s(just\s)?(go\sto\s)?(a?sleep)\s(forever|and\snever\swake)\b|\bnever\swake\sup(?!\s(on|in\stime|before|early|late|at|to|without))\b|\b(hope|wish|if)\sI\s(don't|didn't|wouldn't|never|would\snot)\sw[ao]ke\sup\b|\bnot\swake\sup\s(tomorrow|again|ever)\b/i,
  /\bself[-\s]?harm(ed|ing)?\b|\b(cut(ting)?|hurt(ing)?|harm(ed|ing)?)\smyself\b|\b(slit|cut|cutting)\smy\swrists?\b|\boverdos(e|ed|ing)\b(?!\son\s(cake|coffee|caffeine|sugar|chocolate|cute\w*|tv|netflix))|\btook\s(too\smany|all\s(of\s)?(my|the))\s(pills|meds|tablets)\b|\bburn(ing|ed)\smyself\s(again|on\spurpose)\b|\bbeen\s(burning|cutting)\smyself\b|\bjump(ing)?\soff\s(a|the|my)\s(bridge|roof|building|balcony)\b/i,
];

/**
 * Normalizes what phones write: composed letters, straight apostrophes, no invisible characters, single spaces. With
 * `\s*` the patterns' time would grow with the cube of a run of spaces.
 */
const plain = (text: string) =>
  text
    .normalize("NFC")
    .replaceAll(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, "")
    .replaceAll(/[\u2018\u2019\u02bc]/g, "'")
    .replaceAll(/\s+/g, (run) => (run.includes("\n") ? "\n" : " "));

export function suggestsSelfHarm(text: string): boolean {
  const rest = everyday.reduce((left, phrase) => left.replaceAll(phrase, " ◦ "), plain(text));
  return signs.some((sign) => sign.test(rest));
}
