// Parts shared by several hints. For normalised text: lower case, single spaces. " ?" between Korean words: spacing
// varies.

export const within = (most: number) => `[^.!?]{0,${most}}`;

export const staff =
  "(?:트레이너|사장|관장|코치|강사|쌤|선생|직원|알바|매니저|점장|원장|대표|주인|센터장|팀장|상담사|상담원|카운터|인포|데스크)";
export const person =
  "(?:트레이너|사장|관장|코치|강사|쌤|선생|직원|알바|매니저|원장|카운터|인포|회원|안내 ?데스크)";

export const englishStaff =
  "(?:trainers?|owners?|managers?|coach(?:es)?|instructors?|receptionists?|staff|employees?|boss|front desk(?: (?:girl|guy|lady|woman|man|staff))?|teachers?|(?:girl|guy|lady|woman|man) at the (?:front )?desk)";
