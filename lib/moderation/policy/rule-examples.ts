import { type Policy, type RuleId, activeRules, builtInPolicy } from "./rules.ts";

type Examples = { rejected: [ko: string, en: string]; allowed: [ko: string, en: string] };

/**
 * Per built-in rule, in Korean and English: texts that break it, and similar texts that are allowed. None is a
 * control text, and none names a place.
 */
const examples: Record<RuleId, Examples> = {
  profanity: {
    rejected: [
      "샤워실 진짜 ㅈ같네, 관리 좀 해라 ㅅㅂ",
      "Shower's broken again, what a load of bullsh1t, f*ck this place",
    ],
    allowed: ["대기가 길어서 짜증나고 돈이 아까웠어요", "The damn treadmills are always taken, it sucks"],
  },
  harassment: {
    rejected: [
      "데스크 여직원 얼굴 보고 밥맛 떨어짐, 살이나 빼라",
      "The trainer Kim is a fat idiot, everyone should mock him",
    ],
    allowed: [
      "데스크 직원이 불친절하고 인사를 안 받아요",
      "The trainer was late twice and kept looking at his phone",
    ],
  },
  hate: {
    rejected: [
      "틀딱들 오는 시간에는 가지 마세요, 노인 냄새 납니다",
      "Too many foreigners, people like that don't belong in a gym",
    ],
    allowed: [
      "여성 전용 구역이 따로 있고 연령대가 높은 편이에요",
      "Mostly older members in the morning, quiet then",
    ],
  },
  sexual: {
    rejected: [
      "요가 하는 여자 회원들 엉덩이 구경하러 갑니다",
      "Come for the tight leggings, best view in town",
    ],
    allowed: [
      "트레이너가 허락 없이 허리를 만져서 불쾌했고 환불받았어요",
      "He touched my hip without asking, I complained and left",
    ],
  },
  threat: {
    rejected: [
      "환불 안 해 주면 찾아가서 다 부숴 버린다",
      "Refund me or I'll wait for you outside with a bat",
    ],
    allowed: [
      "하체 하다 죽는 줄 알았어요, PT 쌤이 저를 죽이시네요",
      "Leg day nearly killed me, this coach destroys you",
    ],
  },
  "personal-information": {
    rejected: [
      "담당 박 실장 번호 공일공 삼사오육에 칠팔구공",
      "Ask for Jenny, she lives at 12 Mapo-daero, flat 301",
    ],
    allowed: [
      "3층 박 코치님 수업이고 마포역 2번 출구 앞이에요",
      "Coach Park teaches on the 3rd floor, next to exit 2",
    ],
  },
  "unproven-accusation": {
    rejected: [
      "들은 얘기인데 사장이 회원비 횡령하고 튈 거래요",
      "The owner has hidden cameras in the showers, I heard",
    ],
    allowed: [
      "계약서에 있는데도 환불을 거절당했고 소비자원에 신고했어요",
      "They refused my refund, I filed a complaint",
    ],
  },
  advertising: {
    rejected: [
      "여기 말고 길 건너 강철짐 가세요, 오픈톡 들어오면 50% 할인",
      "Use my code LIFT20 at another gym, link in bio",
    ],
    allowed: ["세 달 등록하면 할인해 줘서 회당 4만 원꼴이었어요", "They had a 20% offer in May, good value"],
  },
  "off-topic": {
    rejected: ["이번 선거에는 꼭 2번을 찍읍시다", "Forward this to ten friends or have bad luck for a year"],
    allowed: ["비 오는 날에는 주차장에서 입구까지 멀어요", "The bus 143 stops in front, handy after work"],
  },
  fake: {
    rejected: [
      "아직 안 가 봤지만 친구가 사장이라 별 다섯 개 드려요",
      "They gave me a free month for this five-star review",
    ],
    allowed: ["체험 수업 한 번만 받았는데 설명이 좋았어요", "Only tried the free trial, but it was well run"],
  },
  "illegal-substances": {
    rejected: [
      "벌크업엔 디볼 하루 30mg 6주 돌리고 PCT 하면 돼요",
      "The guy at the desk can get you test and clen cheap",
    ],
    allowed: ["단백질 셰이크랑 크레아틴도 팔아요", "They sell protein, creatine and caffeine pills"],
  },
  other: {
    rejected: [
      "살 빼려면 일주일 굶으세요, 물만 마시면 됩니다",
      "Skip eating for ten days, that is how I got thin here",
    ],
    allowed: ["식단 관리를 엄격하게 시켜서 힘들었어요", "The diet plan was strict and I was hungry a lot"],
  },
};

/**
 * A rule with a changed wording gets none of these examples, because its meaning may differ: admins put examples into
 * the new wording.
 */
export function examplesOf(policy: Policy): { id: RuleId; rejected: string[]; allowed: string[] }[] {
  const wording = new Map(builtInPolicy.rules.map(({ id, forModel }) => [id, forModel]));
  return activeRules(policy).flatMap(({ id, forModel }) => {
    const ofRule = wording.get(id) === forModel ? examples[id] : undefined;
    return ofRule ? [{ id, ...ofRule }] : [];
  });
}
