import { ordinaryReviews } from "../../test/moderation/ordinary-reviews.ts";
import { randomFrom } from "../../test/seeded-random.ts";

// Ordinary sentences with the numbers, names and punctuation of gym reviews.

const places = ["헬스장", "센터", "짐", "PT샵", "크로스핏 박스", "필라테스", "요가원", "수영장"];
const people = ["트레이너님", "관장님", "코치님", "선생님", "PT쌤", "직원분", "데스크 직원", "담당자분"];
const feelings = [
  "!!!",
  "~~~!!",
  "ㅠㅠㅠㅠ",
  "ㅋㅋㅋㅋㅋ",
  "...",
  "^^",
  " 👍👍👍",
  "!!!!!!!!!!!!!!!!!!!!",
  "~",
  "",
  " ㅎㅎ",
  ";;",
];
const ordinary = [
  "좋아요",
  "친절해요",
  "깨끗해요",
  "별로예요",
  "비싸요",
  "추천해요",
  "아쉬워요",
  "최고예요",
  "그저 그래요",
];
const english = ["clean", "friendly", "crowded", "pricey", "great", "awful", "spacious", "loud"];
const acts = ["예약", "환불", "휴회", "양도", "등록", "상담", "결제", "취소", "연장", "체험 수업"];

type Random = ReturnType<typeof randomFrom>;

const sentences: ((random: Random) => string)[] = [
  (r) => `${r.pick(places)} ${r.pick(people)} 정말 ${r.pick(ordinary)}${r.pick(feelings)}`,
  (r) =>
    `PT ${10 + r.below(5) * 10}회에 ${40 + r.below(100)}만원, 락커 월 ${1 + r.below(9)},000원${r.pick(feelings)}`,
  (r) =>
    `체중 ${60 + r.below(40)}.${r.below(10)} -> ${50 + r.below(40)}.${r.below(10)}kg 됐어요${r.pick(feelings)}`,
  (r) => `벤치 ${40 + r.below(20) * 5}kg ${3 + r.below(3)}x${5 + r.below(8)} 데드 ${100 + r.below(20) * 5}kg`,
  (r) =>
    `202${r.below(7)}.0${1 + r.below(9)}.${10 + r.below(18)} ~ 202${r.below(7)}-0${1 + r.below(9)}-${10 + r.below(18)} 다녔어요`,
  (r) => `평일 0${5 + r.below(4)}:00-2${r.below(4)}:00, 주말 ${9 + r.below(3)}:00-1${r.below(9)}:30 운영해요`,
  (r) => `${r.pick(acts)} 신청하면 바로 승인해 주세요. ${r.pick(people)} ${r.pick(ordinary)}`,
  (r) => `${r.pick(acts)} 승인까지 ${1 + r.below(20)}일 걸렸어요${r.pick(feelings)}`,
  (r) =>
    `${r.pick(people)} 지시대로 하니까 ${r.pick(["허리", "어깨", "무릎", "목"])}가 안 아파요${r.pick(feelings)}`,
  (r) => `카톡으로 ${r.pick(acts)}했는데 답이 ${r.pick(["빨라요", "느려요", "없어요"])}${r.pick(feelings)}`,
  (r) => `인스타 보고 왔는데 ${r.pick(ordinary)}${r.pick(feelings)} 사진이랑 ${r.pick(["같아요", "달라요"])}`,
  (r) =>
    `${r.pick(["새로운", "이전", "기존", "바뀐"])} ${r.pick(["규칙", "규정", "지침", "정책", "시스템"])}이 ${r.pick(ordinary)}`,
  (r) =>
    `버스 ${100 + r.below(9000)}번, ${1 + r.below(9)}호선 ${1 + r.below(12)}번 출구에서 ${100 + r.below(900)}m`,
  (r) => `회원번호 20${20 + r.below(7)}0${1 + r.below(9)}${10 + r.below(18)} 인바디 ${60 + r.below(30)}점`,
  (r) =>
    `${r.pick(people)}이 ${r.pick(["앞", "위", "이전"])}에서 말한 내용은 무시하고 ${r.pick(acts)}만 권해요`,
  (r) =>
    `${1 + r.below(12)}월 ${1 + r.below(28)}일 등록, ${1 + r.below(3)}층 ${100 * (1 + r.below(9)) + r.below(20)}호${r.pick(feelings)}`,
  (r) =>
    `인터벌 ${100 * (1 + r.below(9))}m ${200 * (1 + r.below(9))}m ${r.below(20)}회, 하루 ${1000 * (1 + r.below(15))}보`,
  (r) => `${r.pick(["굿", "강추", "최고", "짱"])} ${"굿 ".repeat(1 + r.below(12))}${r.pick(feelings)}`,
  (r) =>
    `The ${r.pick(["staff", "pool", "sauna", "class", "trainer"])} is ${r.pick(english)}, I ${r.pick(["approve", "recommend it", "would not return", "accept the price"])}${r.pick(["!", ".", "!!"])}`,
  (r) =>
    `${r.pick(["Bottom line", "Tag line", "Verdict", "Result", "Decision", "Status"])}: ${r.pick(english)}. ${r.below(6)} stars.`,
  (r) =>
    `I paid ${20 + r.below(80)}.99 on 202${r.below(7)}-0${1 + r.below(9)}-1${r.below(9)}, ${r.pick(["rules", "policy", "system", "instructions"])} ${r.pick(["changed", "are fine", "are strict but fair"])}`,
  (r) =>
    `Set 1: ${5 + r.below(10)} reps, set 2: ${5 + r.below(10)} reps, ${100 + r.below(300)}-${100 + r.below(300)}-${100 + r.below(300)} lb`,
  (r) =>
    `${r.pick(["Forget", "Ignore", "Do not believe"])} the ${r.pick(["bad reviews", "big chains", "photos"])}, this place is ${r.pick(english)}`,
  (r) =>
    `They use ${r.pick(["Mindbody.io", "fitness.com", "Glofox.com", "the app"])} for booking and it is ${r.pick(english)}`,
  (r) => r.pick(ordinaryReviews)!,
];

export function gymReviews(count: number): string[] {
  const random = randomFrom(42);
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + random.below(3) }, () => random.pick(sentences)!(random)).join(
      random.pick([" ", ". ", "\n"])!,
    ),
  );
}
