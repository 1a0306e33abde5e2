import { rulePatterns } from "../rule-pattern.ts";

// Texts that are about nothing: rows of the alphabet or the keyboard, and a meal that is all they tell of.

const food = "[가-힣]{1,8}(?: [가-힣]{1,6})?";

export const offTopicHints = rulePatterns("off-topic", "HINT", [
  "가나다라마바|아자차카타|자차카타파|ㅁㄴㅇㄹ ?ㅁㄴㅇㄹ|ㄱㄴㄷㄹㅁㅂ",
  "asdf ?(?:asdf|ghjkl)|qwer ?(?:qwer|tyuiop)|zxcv ?(?:zxcv|bnm)|lorem ipsum|abcdefghij",
  `^(?:오늘|어제|방금|아까)? ?(?:점심|저녁|아침|야식)(?:으로|은|에|에는)? ?${food} ?(?:먹었|먹음)[^.!?]{0,16}$`,
]);
