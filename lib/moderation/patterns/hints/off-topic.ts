import { rulePatterns } from "../rule-pattern.ts";

// Texts that are about nothing: rows of the alphabet or the keyboard, and a meal that is all they tell of.

const food = "[가-힣]{1,8}(?: [가-힣]{1,6})?";

export const offTopicHints = rulePatterns("off-topic", "HINT", [
  "가나다라마바|아자차카타|자차카타파|ㅁㄴㅇㄹ ?ㅁㄴㅇㄹ|ㄱㄴㄷㄹㅁㅂ",
  "asdf ?(?:asdf|ghjkl)|qwer ?(?:qwer|tyuiop)|zxcv ?(?:zxcv|bnm)|lorem ipsum|abcdefghij",
  "(?:선거|투표)[^.!?]{0,12}\\d번(?:을|에)? ?(?:꼭 )?(?:찍|투표|뽑)(?:읍시다|어 ?주세요|으세요|합시다|하세요)|\\d번 ?후보(?:를|에게|에)? ?(?:찍|투표|뽑)",
  "\\b(?:forward|send|copy|share) (?:this|it) to (?:at least )?(?:\\d{1,3}|five|seven|ten|twenty|all your) (?:friends|people|contacts|groups)\\b|\\bbad luck for \\w{1,6} years?\\b|\\bvote for (?:candidate|number|party)\\b",
  `^(?:오늘|어제|방금|아까)? ?(?:점심|저녁|아침|야식)(?:으로|은|에|에는)? ?${food} ?(?:먹었|먹음)[^.!?]{0,16}$`,
]);
