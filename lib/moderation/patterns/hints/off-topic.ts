import { rulePatterns } from "../rule-pattern.ts";

// Rows of the alphabet or keyboard, politics, chain letters, and texts only about a meal, a film or a pet.

const food = "[가-힣]{1,8}(?: [가-힣]{1,6})?";

export const offTopicHints = rulePatterns("off-topic", "HINT", [
  "ㅂㅈㄷㄱ|qwerty ?uiop|\\broses are red\\b|\\b(?:best |my )?recipe for\\b|\\bcapital of [a-z]{3,12}\\b[^.!?]{0,20}\\b(?:and|what|why|who)\\b|서명 ?(?:부탁|운동|해 ?주세요)|\\bknock knock\\b",
  "(?:대선|총선|선거|지지자|유권자|여당|야당|탄핵|대통령)[^.!?]{0,20}(?:투표|찍|뽑|심판)(?:하러|해|하|읍|으)? ?(?:갑시다|합시다|읍시다|하자|가자|해 ?주세요|시다|세요)|(?:무조건|이번엔) ?\\d번 ?(?:찍|뽑)",
  "(?:\\d{1,3} ?|몇 ?|열 ?|일곱 ?|다섯 ?)(?:명|사람|분)(?:에게|한테)? ?(?:보내|전달|공유|퍼뜨)[^.!?]{0,14}(?:행운|불행|소원|복이|저주|부자)",
  "^(?:어제|오늘|그저께|방금|요즘) ?(?:본|봤던|읽은|산|들은) ?(?:드라마|영화|예능|유튜브|책|만화|노래|게임)[^.!?]{0,24}$|^(?:my|our) (?:cat|dog|hamster|neighbou?r|car|phone|boss)\\b(?![^.!?]{0,60}\\b(?:gym|class|trainer|pool|sauna|staff|coach|locker|member|workout|train|desk|here|too)\\b)[^.!?]{0,60}$",
  "가나다라마바|아자차카타|자차카타파|ㅁㄴㅇㄹ ?ㅁㄴㅇㄹ|ㄱㄴㄷㄹㅁㅂ",
  "asdf ?(?:asdf|ghjkl)|qwer ?(?:qwer|tyuiop)|zxcv ?(?:zxcv|bnm)|lorem ipsum|abcdefghij",
  "(?:선거|투표)[^.!?]{0,12}\\d번(?:을|에)? ?(?:꼭 )?(?:찍|투표|뽑)(?:읍시다|어 ?주세요|으세요|합시다|하세요)|\\d번 ?후보(?:를|에게|에)? ?(?:찍|투표|뽑)",
  "\\b(?:forward|send|copy|share) (?:this|it) to (?:at least )?(?:\\d{1,3}|five|seven|ten|twenty|all your) (?:friends|people|contacts|groups)\\b|\\bbad luck for \\w{1,6} years?\\b|\\bvote for (?:candidate|number|party)\\b",
  `^(?:오늘|어제|방금|아까)? ?(?:점심|저녁|아침|야식)(?:으로|은|에|에는)? ?${food} ?(?:먹었|먹음)[^.!?]{0,16}$`,
]);
