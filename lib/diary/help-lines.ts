/**
 * Help lines for someone who may be thinking of ending their life. Shown at once and without asking a model;
 * the reply's instructions name them too.
 * Numbers: Korea's suicide prevention line 109 (all hours, since January 2024), the mental health crisis line
 * 1577-0199 (all hours), the youth line 1388 (all hours).
 */
export const helpLines = [
  { number: "109", name: "suicidePrevention" },
  { number: "1577-0199", name: "mentalHealth" },
  { number: "1388", name: "youth" },
] as const;

// Said of oneself and to be taken seriously; a miss costs more than a card shown once too often, but everyday
// hyperbole ("배고파 죽겠다", "죽을 만큼 맛있다", "dying of laughter") must not set it off each night.
const signs = [
  /자살|자해|극단적\s*(인\s*)?선택/,
  /(죽고|사라지고|없어지고|끝내\s*버리고)\s*(만\s*)?싶/,
  /죽어\s*버리(고|면|려|자|겠)|죽어버렸으면|죽는\s*(게|것이|편이)\s*(더\s*)?(낫|나을)|(나|내가)\s*(그냥\s*)?죽(으면|어야)/,
  /(살고|살아가고)\s*싶지\s*(가\s*)?않|살기\s*(가\s*)?(너무\s*)?싫|살\s*(이유|가치|의미)(가|도)?\s*(없|모르)/,
  /더(는|\s*이상)\s*(못\s*(살|버티|견디)|(살|버틸|견딜)\s*(수|힘|자신)(가|이|도)?\s*없)/,
  /목숨을?\s*끊|목을?\s*(매|메)(고|달|려|어|었|다)|손목을?\s*(긋|그었|그어|긁)|뛰어\s*내리(고|려|면|자)|유서를?\s*(쓰|썼|써|남)/,
  /\bsuicid(e|al)\b|\bkill(ing)?\s+myself\b|\bend(ing)?\s+(my\s+(own\s+)?life|it\s+all)\b|\btake\s+my\s+own\s+life\b/i,
  /\b(want|wanted|wish|going)\s+to\s+(die|disappear\s+forever|be\s+dead)\b|\bwish\s+I\s+(was|were)\s+(dead|never\s+born)\b/i,
  /\b(don'?t|do\s+not)\s+want\s+to\s+(live|be\s+alive|exist|wake\s+up)\b|\bno\s+(reason|point)\s+(to|in)\s+liv(e|ing)\b|\bbetter\s+off\s+(dead|without\s+me)\b/i,
  /\b(self[-\s]?harm(ing)?|cut(ting)?\s+myself|hurt(ing)?\s+myself)\b/i,
];

/** Whether a text suggests that its writer may harm themselves. Runs in the browser as they write. */
export function suggestsSelfHarm(text: string): boolean {
  const composed = text.normalize("NFC");
  return signs.some((sign) => sign.test(composed));
}
