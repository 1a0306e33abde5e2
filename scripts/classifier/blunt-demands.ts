// Complaints and demands in the plain style ("청소 좀 해라"), rude or not, without abuse. In the labelled comments such
// endings occur mostly beside abuse, so a classifier would learn the ending as abuse. Generated: nobody wrote these
// texts.
import { type Template, drawTexts } from "./draw-texts.ts";

const list = (words: string) => words.split("|");

const chores = list(
  "바닥|거울|매트|정수기|환풍기|운동복|수건|신발장|사물함|러닝머신|덤벨|벤치|주차장|휴게실",
);
const tidy = list("닦아라|치워라|관리해라|정리해라|소독해라|바꿔라|점검해라|수리해라|교체해라|말려라|빨아라");
const promises = list(
  "회비|수강료|보증금|락커비|재등록비|PT 비용|남은 횟수|위약금|등록금|계약서|영수증|상담|예약|일정|문자|안내문",
);
const settle = list(
  "돌려줘라|환급해라|정산해라|계산해라|보내라|설명해라|확인해라|제대로 적어라|미리 말해라|공지해라|취소해라|반환해라",
);
const manner = list("좀|제발|제발 좀|이나|부터|부터 좀|만이라도|도 좀|라도 좀");
const behaviour = list(
  "인사를|설명을|청소를|환불을|연락을|상담을|수업을|대답을|관리를|안내를|사과를|공지를|점검을|응대를",
);
const question = list(
  "하긴 하냐|하는 거냐|왜 안 하냐|언제 하냐|이렇게 하냐|누가 이렇게 하냐|하기 싫으냐|할 생각이 없냐|이따위로 하냐|대충 하냐",
);
const readers = list(
  "다들|여러분|등록할 사람들|처음 오는 사람은|초보는|직장인들은|학생들은|이 동네 사람들|리뷰 보는 분들",
);
const advice = list(
  "잘 알아보고 가라|다른 데도 가 봐라|계약서를 읽어라|현금 내지 마라|장기 등록하지 마라|기대하지 마라|상담만 받아라|낮에 가라|신중해라|후기부터 봐라|참고해라|걸러라|조심하길|서두르지 마라",
);
const verdicts = list(
  "다시는 안 온다|재등록은 없다|한 달도 못 채웠다|돈만 날렸다|시간이 아깝다|기대 이하다|후회한다|참다가 쓴다|할 말이 없다|너무하다|심하다|한심하다|지긋지긋하다|질린다|손해가 크다|속은 기분이다|남는 게 없다",
);
const causes = list(
  "사람이 많아서|말이 달라서|냄새가 나서|더워서|추워서|시끄러워서|예약이 안 돼서|가격이 올라서|수업이 줄어서|담당이 바뀌어서|주차가 안 돼서|운영 시간이 줄어서",
);
const nobody = list("나|우리|친구들|옆 사람|같이 다니던 사람들|동네 사람들|회원들|어머니들|아저씨들");
const imperatives = list(
  "와서 써 봐라|직접 운동해 봐라|한 달만 다녀 봐라|여기서 씻어 봐라|회원 입장이 돼 봐라|말을 들어라|규정을 지켜라|약속을 지켜라|시간을 지켜라|책임을 져라|반성 좀 해라|배려 좀 해라|신경 좀 써라|조용히 해라|친절하게 해라|그만 팔아라|줄 좀 서라|그만 미뤄라|적당히 해라|잘 좀 해라|똑바로 안내해라|문을 닫고 공사해라|사과해라|응답해라",
);

const templates: Template[] = [
  (d) => `${d(chores)} 좀 ${d(tidy)}`,
  (d) => `${d(chores)}${d(manner)} ${d(tidy)}`,
  (d) => `${d(chores)} 청소 ${d(list("좀|제발|제대로|매일|자주"))} 해라`,
  (d) => `${d(promises)}${d(manner)} ${d(settle)}`,
  (d) =>
    `${d(promises)} ${d(list("환불|정산|설명|안내|처리|공개"))} ${d(list("좀|이나|부터|제발|빨리|똑바로"))} 해라`,
  (d) =>
    `${d(list("환불|사과|청소|정리|관리|교육|답변|보상|수리|공사"))}${d(list("부터| 먼저|만|도"))} ${d(list("해라|하자|해 줘라|하고 말해라|할 줄 알아라"))}`,
  (d) => `${d(list("제발|이제|좀|앞으로|그러니까|그냥|먼저|니네가|너희도|당신들이"))} ${d(imperatives)}`,
  (d) => `${d(behaviour)} ${d(question)}`,
  (d) => `${d(readers)} ${d(advice)}`,
  (d) => `${d(causes)} ${d(verdicts)}`,
  (d) =>
    `${d(nobody)}${d(list("도|는|만"))} ${d(list("안 간다|딴 데 다닌다|환불받았다|그만뒀다|실망했다|화났다|짜증 냈다|속았다|참고 다닌다|옮겼다"))}`,
  (d) =>
    `${d(list("이게|여기가|그게|저게"))} ${d(list("환불 규정이냐|운동하는 데냐|수업이냐|상담이냐|서비스냐|관리한 거냐|새것이냐|주차장이냐|이벤트냐|할인이냐"))}`,
];

export const bluntDemands = (count: number) => drawTexts(templates, { count, seed: 5 });
