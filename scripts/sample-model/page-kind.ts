// Classifies a diary page by its form and simple words, so that a sample reply fits it.
import { suggestsSelfHarm } from "../../lib/diary/help-lines.ts";

const moods = ["thanks", "joy", "sadness", "regret", "worry", "anger", "tired"] as const;
type Mood = (typeof moods)[number];

export type PageKind =
  | "danger"
  | "symbols"
  | "numbers"
  | "laughing"
  | "crying"
  | "unreadable"
  | "list"
  | "quotation"
  | "short"
  | "plain"
  | Mood;

export function kindOf(page: string): PageKind {
  if (suggestsSelfHarm(page)) return "danger";
  return formOf(page) ?? moodOf(page) ?? (isShort(page) ? "short" : "plain");
}

const measure =
  /\d[\d.,:/]*\s*(kg|km|cm|mm|m|g|l|ml|kcal|cal|bpm|min|mins|minutes|h|hrs?|hours|s|sec|am|pm|steps|reps|sets|times|won|krw|usd|시간|시|분|초|원|만원|천원|회|번|세트|걸음|보|킬로|년|월|일|명|개|잔|점|쪽)?(?![\p{L}])/giu;

/** For a page whose form is clearer than its words. */
function formOf(page: string): PageKind | null {
  const letters = page.replaceAll(/[^\p{L}]+/gu, "");
  const withoutLinks = page.replaceAll(/\b(https?:\/\/|www\.)\S+/g, "");
  const withoutUnits = withoutLinks.replaceAll(measure, "");
  if (/\d/.test(withoutLinks) && !/\p{L}/u.test(withoutUnits)) return "numbers";
  if (!/\p{L}/u.test(withoutLinks)) return "symbols";
  if (/^([ㅋㅎㅌ]+|[ㅋㅎㅌ하호히헤크흐푸풉]{2,}|(h+[aei]+){2,}h*|(lol)+|lmf?ao|rofl|k{3,})$/i.test(letters))
    return "laughing";
  if (/^([ㅠㅜ흑엉]+|(훌쩍)+|(sob)+|waah+)$/i.test(letters)) return "crying";
  if (isUnreadable(page, letters)) return "unreadable";
  if (isList(page)) return "list";
  return isQuotation(page) ? "quotation" : null;
}

/** Common English words that are rarely words of another language in Latin script. */
const englishWords =
  /^(the|a|an|i|i'm|i've|it|it's|its|is|was|were|are|am|be|been|to|of|and|but|or|for|in|on|at|with|my|me|you|we|they|he|she|her|his|this|that|there|not|so|do|did|had|have|has|just|today|from|about|because|when|all|up|out|no|what|by|as|if|got|went|day|good|bad|very|really)$/;

function isUnreadable(page: string, letters: string): boolean {
  if (letters.length > 40 && new Set(letters).size <= 8) return true;
  const ours = letters.replaceAll(/[^\p{Script=Hangul}\p{Script=Latin}]+/gu, "");
  if (ours.length * 2 < letters.length) return true;
  if (/\p{Script=Hangul}/u.test(letters))
    return /^[ㄱ-ㅎㅏ-ㅣ\s]+$/.test(page.replaceAll(/[^\p{L}\s]/gu, "")) && letters.length > 8;
  const words = wordsOf(page);
  // A run of 40 letters without a space, or six words of which fewer than one in seven is common: not English.
  if (words.some((word) => word.length > 40)) return true;
  const common = words.filter((word) => englishWords.test(word)).length;
  return words.length >= 6 && !isList(page) && common * 7 < words.length;
}

function isList(page: string): boolean {
  const lines = page.split("\n").filter((line) => line.trim());
  const marked = lines.filter((line) => /^\s*([-*•·✓☐☑□■]|\d{1,2}[.)]|\[[ x]?\])\s*\S/i.test(line)).length;
  if (marked >= 2 && marked * 5 >= lines.length * 3) return true;
  const short = lines.filter(
    (line) => line.trim().length <= 20 && !/[.!?。…~]\s*$|[다요죠네음]\s*$/.test(line),
  ).length;
  if (lines.length >= 3 && short * 5 >= lines.length * 4) return true;
  const items = page.split(/[,，、/]/);
  return (
    items.length >= 4 &&
    items.every((item) => wordsOf(item).length <= 3) &&
    !/[.!?]\s*\S|[다요]\.?\s*$/.test(page.trim())
  );
}

function isQuotation(page: string): boolean {
  const text = page.trim();
  if (text.split("\n").every((line) => !line.trim() || line.trimStart().startsWith(">"))) return true;
  return /^["“「『'‘][^"“”「」『』]{6,}["”」』'’][.!?]?(\s*[-–—(].{1,40})?$/s.test(text);
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .replaceAll("’", "'")
    .match(/[\p{L}\p{N}']+/gu) ?? [];

function isShort(page: string): boolean {
  return wordsOf(page).length <= 3 && page.trim().length <= 24;
}

// Negated forms ("기쁘지 않다", "not happy") do not count.
const signs: Record<Mood, RegExp> = {
  thanks: /고마[워웠운]|고맙|감사(?!실)|덕분에|\b(thank(s|ful|ed)?|grateful|gratitude|appreciate[ds]?)\b/gi,
  joy: /기쁘|기뻤|기뻐|행복|신[나난났]|즐거|즐겁|설레|설렜|설렌|최고|좋았|좋다(?!고)|재밌|재미있|웃었|웃음이|뿌듯|합격|축하|성공했|드디어|\b(happy|happiest|joy|joyful|glad|delighted|excited|wonderful|amazing|fantastic|laughed|proud|fun|passed|won|great|lovely|best)\b/gi,
  sadness:
    /슬[프펐퍼픈픔]|눈물|울었|울컥|펑펑|외로|외롭|그립|그리[워웠운]|우울|허전|헤어졌|헤어진|이별|돌아가셨|떠나보[냈내낸]|실망|속상|(?<!무)서운|서러|때렸|때린다|폭행|성추행|학대|협박|스토킹|암\s*(진단|판정)|입원|응급실|(강아지|고양이|친구|엄마|아빠|아버지|어머니|할머니|할아버지|언니|오빠|누나|동생)\S{0,2}\s*죽었|\b(sad|sadness|cried|crying|tears|lonely|lonesome|miss(ed|ing)?\s+(her|him|you|them|my)|heartbroken|grief|grieving|passed\s+away|broke\s+up|disappointed|depressed|hit\s+me|beat\s+me|assault(ed)?|abus(e|ed|ive)|threatened\s+me|cancer|diagnos(ed|is)|(dog|cat|mom|mum|dad|mother|father|grandma|grandpa|friend|brother|sister)\s+died)\b/gi,
  regret:
    /미안|후회|사과(하|했|해야)|죄책감|반성|\b(sorry|regret(s|ted)?|guilty|ashamed|apologi[sz]e[ds]?)\b/gi,
  worry:
    /걱정|불안|두[려렵]|무섭|무서|초조|긴장|떨[려렸린]|막막|조마조마|\b(worr(y|ied|ying)|anxious|anxiety|nervous|afraid|scared|dread(ing)?|panic(ked)?|stress(ed|ful)?|uneasy)\b/gi,
  anger:
    /화[가]?\s*[나난났]|짜증|열\s*받|빡[치쳤]|분노|어이\s*(가\s*)?없|억울|욕[을]?\s*(했|먹)|\b(angry|anger|furious|mad\s+at|annoy(ed|ing)|irritat(ed|ing)|rage|unfair|hate[ds]?|yelled)\b/gi,
  tired:
    /피곤|지[쳤친쳐]|힘들|힘든|녹초|졸[리려]|야근|몸살|번아웃|피로|버겁|버거|\b(tired|exhausted|worn\s+out|drained|burn(ed|t)\s+out|sleepy|overtime|weary)\b/gi,
};
const denials = /(\b(not|never|isn't|wasn't|don't|didn't|hardly|no)\s+(\p{L}+\s+)?|(^|\s)(안|못)\s+)$/iu;
const denialsAfter = /^\S{0,3}지(는|도|가)?\s*(않|못|마)|^\S{0,3}(ㄹ|을|일)?\s*리(가)?\s*없/u;

function countOf(sign: RegExp, page: string): number {
  return [...page.matchAll(sign)].filter(({ 0: word, index }) => {
    const before = page.slice(Math.max(0, index - 20), index);
    const after = page.slice(index + word.length, index + word.length + 12);
    return !denials.test(before) && !denialsAfter.test(after);
  }).length;
}

/** The most frequent mood. Null when good and bad words are equally frequent. */
function moodOf(page: string): Mood | null {
  const text = page.replaceAll("’", "'");
  const counts = moods.map((mood) => countOf(signs[mood], text));
  const [good, bad] = [counts.slice(0, 2), counts.slice(2)].map((some) =>
    some.reduce((sum, one) => sum + one, 0),
  ) as [number, number];
  if (good === bad) return null;
  const most = Math.max(...(good > bad ? counts.slice(0, 2) : counts.slice(2)));
  return moods.find((_, at) => counts[at] === most && (good > bad ? at < 2 : at >= 2)) ?? null;
}
