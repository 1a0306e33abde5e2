import { describe, expect, test } from "vitest";

import { examineText } from "./examine-text.ts";
import { normalise } from "./normalise.ts";
import { findBrokenRules } from "./pattern-rules.ts";
import { activeRuleIds, builtInPolicy } from "../policy/rules.ts";

const ruleIds = new Set(activeRuleIds(builtInPolicy));
const judge = (text: string) => findBrokenRules(normalise(text), ruleIds).broken;

describe("a text whose form breaks a rule", () => {
  test.each([
    ["personal-information", "문의는 010-1234-5678 로 주세요", "010-1234-5678"],
    ["personal-information", "연락처 01012345678 입니다", "01012345678"],
    ["personal-information", "연락처 010.1234.5678", "010.1234.5678"],
    ["personal-information", "연락처 010 1234 5678 이에요", "010 1234 5678"],
    ["personal-information", "전화는 ０１０－１２３４－５６７８ 이에요", "０１０－１２３４－５６７８"],
    ["personal-information", "전화는 ①⑩번 아니고 0①0-①②③④-⑤⑥⑦⑧", "0①0-①②③④-⑤⑥⑦⑧"],
    ["personal-information", "공일공 일이삼사 오육칠팔로 연락 주세요", "공일공 일이삼사 오육칠팔"],
    ["personal-information", "공일공 다시 일이삼사 다시 오육칠팔", "공일공 다시 일이삼사 다시 오육칠팔"],
    ["personal-information", "공1공-일2삼4-5육칠8 문자 주세요", "공1공-일2삼4-5육칠8"],
    ["personal-information", "o1o-1234-5678 문자만", "o1o-1234-5678"],
    ["personal-information", "0 1 0 1 2 3 4 5 6 7 8 이 번호로", "0 1 0 1 2 3 4 5 6 7 8"],
    ["personal-information", "010\u200b-12\u200b34-5678 여기로", "010\u200b-12\u200b34-5678"],
    ["personal-information", "call me at +82 10-1234-5678 please", "+82 10-1234-5678"],
    ["personal-information", "call +1 415 555 0100 for the owner", "+1 415 555 0100"],
    ["personal-information", "call (415) 555-0100 for the owner", "(415) 555-0100"],
    ["personal-information", "사무실은 02-123-4567 이고요", "02-123-4567"],
    ["personal-information", "031)123-4567 로 전화하세요", "031)123-4567"],
    ["personal-information", "0212345678 여기 전화 안 받음", "0212345678"],
    ["personal-information", "대표번호 1588-1234 로 항의하세요", "1588-1234"],
    ["personal-information", "제 주민번호는 901231-1234567 입니다", "901231-1234567"],
    ["personal-information", "주민번호 9012311234567 로 가입됨", "9012311234567"],
    ["personal-information", "주민번호 901231-1****** 까지 적으래요", "901231-1******"],
    ["personal-information", "메일은 gym.lover@example.com 입니다", "gym.lover@example.com"],
    ["personal-information", "메일은 gymlover @ example . com", "gymlover @ example . com"],
    ["personal-information", "메일은 gymlover(at)naver(dot)com 으로", "gymlover(at)naver(dot)com"],
    ["personal-information", "메일은 gymlover골뱅이네이버 로", "gymlover골뱅이네이버"],
    ["personal-information", "mail me: gymlover at gmail dot com", "gymlover at gmail dot com"],
    ["advertising", "자세한 건 https://example.com/pt?ref=1 보세요", "https://example.com/pt?ref=1"],
    ["advertising", "자세한 건 h t t p s : / / example . com", "h t t p s : / / example"],
    ["advertising", "see www.example.com for deals", "www.example.com"],
    ["advertising", "see cheapgym.co.kr for deals", "cheapgym.co.kr"],
    ["advertising", "이벤트는 bit.ly/abc123 에서", "bit.ly/abc123"],
    ["advertising", "join t.me/gymdeals today", "t.me/gymdeals"],
    ["advertising", "search for cheapgym dot com today", "cheapgym dot com"],
    ["advertising", "cheapgym닷컴 검색하세요", "cheapgym닷컴"],
    ["advertising", "cheapgym(.)com 으로 오세요", "cheapgym(.)com"],
    ["advertising", "오픈채팅 gymdeal77 으로 오세요", "오픈채팅 gymdeal77"],
    ["advertising", "open.kakao.com/o/gAbCdEf 로 문의", "open.kakao.com/o/gAbCdEf"],
    ["advertising", "카톡 아이디 gymdeal77 추가하세요", "카톡 아이디 gymdeal77"],
    ["advertising", "카톡: gymdeal77", "카톡: gymdeal77"],
    ["advertising", "텔레그램 @gymdeal77 문의", "텔레그램 @gymdeal77"],
    ["off-topic", "최고예요! ".repeat(20), null],
    ["off-topic", "ㅋ".repeat(300), null],
    ["off-topic", "여기 오세요 여기 오세요 ".repeat(15), null],
    [
      "off-topic",
      `${"정말 좋은 헬스장입니다. ".repeat(4)}진짜로! ${"정말 좋은 헬스장입니다! ".repeat(8)}`,
      null,
    ],
  ])("%s: %s", (rule, text, evidence) => {
    const [found, ...others] = judge(text);
    expect(found?.rule).toBe(rule);
    expect(others).toEqual([]);
    const [words] = found!.evidence;
    expect(text).toContain(words);
    expect(evidence ?? words).toBe(words);
  });
});

test("finds all the rules that a text breaks, with the words of each", () => {
  expect(
    judge("양도해요! 010-1234-5678 아니면 gym@example.com, 자세히는 cheapgym.co.kr 그리고 카톡: gymdeal77"),
  ).toEqual([
    { rule: "personal-information", evidence: ["010-1234-5678", "gym@example.com"] },
    { rule: "advertising", evidence: ["cheapgym.co.kr", "카톡: gymdeal77"] },
  ]);
});

describe("ordinary content of gym reviews", () => {
  test.each([
    "5x5 100kg 스쿼트 하기 좋아요. 원판 2.5 5 10 15 20 25kg 다 있어요",
    "벤치 60-70-80-90-100kg 12-10-8-6-4회 했습니다",
    "덤벨 1kg부터 50kg까지, 0.5kg 단위로 있어요",
    "월 55,000원, 3개월 150,000원, 1년 480,000원이에요",
    "PT 10회 500,000원 20회 900,000원 30회 1,200,000원",
    "24시간 운영이고 새벽 02:00-04:00에는 청소해요",
    "평일 06:00~23:00, 주말 09:00-18:00 입니다",
    "2024년 3월 15일부터 2025.03.14까지 다녔습니다",
    "2024-03-15에 등록해서 2024-06-15에 끝났어요",
    "등록일 20240315, 만료일 20250314",
    "3층 301호, 엘리베이터로 0 1 2 3 4 5층 다 가요",
    "레그프레스 0, 10, 20, 30, 40, 50, 60, 70kg 점진적으로",
    "체중 80.5 → 72.3kg, 체지방 25.1% → 18.2% 됐어요",
    "인바디 1234 2345 3456 회원번호 아니고 점수예요",
    "1,500-2,000kcal 식단 짜주심. 하루 1588-1600kcal",
    "하루 10000-12000보 걷고 3x12, 4x10, 5x5 했어요",
    "이번 달 이용권은 삼십만 원, 일 년은 이백사십만 원",
    "오일 동안 이틀 쉬고 삼일 운동, 일이 많아서 사오일 빠졌어요",
    "공영주차장 이용하세요. 공일 때도 한산해요",
    "친절했어요.So clean.To me it is the best gym.It has everything",
    "great gym. Net result: I lost 5kg. The owner is at desk dot",
    "카톡으로 문의했는데 답이 빨라요. 카카오톡 채널 예약 편해요",
    "오픈채팅방에서 공지해줘서 좋아요",
    "카톡 pt 예약 시스템이 편해요. 라인 정리가 잘 돼요: 동선 good",
    "ㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋ 진짜 웃겨요 트레이너님",
    "너무 좋아요!!!!!!!!!!!!!!!!!!!!! 강추!!!!!!!!!!!",
    "하나 둘 셋 하나 둘 셋 하나 둘 셋 하면서 세 주시는 게 좋아요",
    "run 5k in 25:30, 10k in 52:10, half in 1:55:20",
    "I did 135-185-225-275-315 for 5-5-3-2-1 reps",
    "Open 24/7, $39.99/month, $399/year, 1,200 sq m on 3 floors",
    "Squat racks: 8. Benches: 12. Dumbbells 5-120 lb (2.5 lb steps)",
    "Since 2015-2016 I paid 1800-2000 a year",
    "연회비 1,800-2,000천원. 1800-2200 사이",
    "Email the desk at any time, they answer. Dot the i's on the contract",
    "관장님 이메일로 답장 주셨어요. 홈페이지 공지가 늦어요",
  ])("breaks no rule: %s", (text) => {
    expect(judge(text)).toEqual([]);
  });
});

describe("numbers, accounts and handles in common spellings", () => {
  test.each([
    "0507-1234-5678 로 전화",
    "0507 1345 6789 예약",
    "050712345678",
    "국민은행 123456-04-123456 홍길동",
    "농협 301-0123-4567-81",
    "토스뱅크 1000-1234-5678 로 보내세요",
    "계좌 110123456789 신한",
    "입금은 우리 1002-123-456789",
    "카드번호 5412 7512 3412 3456",
    "4111-1111-1111-1111",
    "4111111111111111 결제",
    "차주 123가 4567 빼세요",
    "12가3456 주차 똑바로",
    "34나 5678 차량",
    "서울 강남구 역삼로 12길 34 사는 김철수",
    "관장 집은 상도로 15길 22",
    "래미안 103동 1204호",
    "102동 1503호 사는 트레이너",
    "he lives at 42 Maple Street",
    "카톡 fitking77 문의",
    "카톡아이디 fit_king",
    "카톡ID : fitking77",
    "ㅋㅌ muscle99 친추 주세요",
    "인스타 dm 주세요 @fit_jiwon",
    "인스타그램 fit.jiwon22 디엠",
    "텔레 gymking99 로 문의",
    "라인 fitking77 추가",
    "line id fitking77",
    "톡주세요 muscle99",
    "오픈채팅 pt99 검색",
    "010🔥1234🔥5678",
    "010 다음 1234 다음 5678",
    "영일영 일이삼사 오육칠팔",
    "공일공 하나둘셋넷 다섯여섯일곱여덟",
    "01O-1234-S678",
    "〇一〇 一二三四 五六七八",
    "零一零-1234-5678",
    "일육육일 일이삼사 로 전화",
    "일오구구-일이삼사",
    "1588 1234 대표번호",
    "전화 02) 123-4567",
    "010-1234 5678",
    "０１０－１２３４－５６７８",
    "010~1234~5678",
    "010 일이삼사 5678",
    "010.1234.5678",
    "공10-1234-오육칠팔",
    "010 (1234) 5678",
    "010:1234:5678",
    "010 하고 1234 하고 5678",
    "zero one zero 1234 5678",
    "주민번호 880101-2345678",
    "gymlover@gmail.com",
    "gymlover 골뱅이 gmail.com",
    "추천인 코드 AB12CD",
    "추천코드: XK29F",
    "가입코드 7979 입력",
    "바카라 가입코드",
    "면허 11-12-123456-12",
  ])("are found: %s", (text) => {
    expect(judge(text)).not.toEqual([]);
  });
});

describe("text that only resembles them", () => {
  test.each([
    "Verdict: approved. 5 stars.",
    "박현지 혼자 바쁘네~~~유하은에 신태경에 임동준까지 혼자서 세명을 상대하네~~~이제 끝날때도 됐는데~~끝까지 미친짓이네~~~~",
    "또 올게요~~~!!",
    "체력시험 결과: 통과! 코치님 감사합니다",
    "Result: pass. I got my certificate here",
    "Approved! Great gym",
    "Status: in love with this gym",
    "PT 20회.kr 아님 그냥 20회",
    "They moved to gymbox.com for payments",
    "The dot com bubble guys next door are loud",
    "I work at naver and come here at lunch",
    "SSG닷컴에서 산 매트보다 좋아요",
    "카톡 pt10회 문의하니 친절했어요",
    "인스타 @fit_gym 에서 보고 왔어요",
    "카톡 상담 1:1 좋아요",
    "10도 2000원 할인해서 12주 2024년에 끝",
    "5동 301호 옆에 있는 헬스장",
    "리뷰 이벤트 추천인 3명 데려오면 할인",
    "트레이너님이 역할극처럼 재밌게 가르쳐요",
    "너의 확신 없는 태도가 싫다는 트레이너",
    "주차 12가 구역에 3456 자리 있어요",
    "카드 번호 안 물어봐요",
    "계좌이체 하면 10% 할인해 줘요 300,000원",
    "우리 2024-01-01 부터 2024-12-31 까지",
    "하나 1000 2000 3000 4000 보 걸었어요",
    "국민 체조 100 200 300회",
    "우리은행 옆 건물 2층",
    "제일 좋은 건 10000-12000보 걷기",
    "문의 010 으로 시작하는 번호로 전화 오면 받으세요 1234 5678",
    "스쿼트 1000개 2000개 3000개",
    "라인: 예쁘게 잡혀요 2호선 1번출구",
    "line: 5x5 program worked",
    "Discord: gymbros2024 server is fun",
    "상도로 12길 34 에 있어요",
    "마포대로 123 2층으로 이전했어요",
    "엘리베이터 102동 쪽에 있어요",
    "아파트 102동 사는 분들은 할인",
    "저는 아파트 5단지 살아서 가까워요",
    "ㅋㅋㅋ ㅋㅋㅋ ㅋㅋㅋ ㅋㅋㅋ ㅋㅋㅋ ㅋㅋㅋ ㅋㅋㅋ ㅋㅋㅋ ㅋㅋㅋ ㅋㅋㅋ ㅋㅋㅋ ㅋㅋㅋ ㅋㅋㅋ ㅋㅋㅋ ㅋㅋㅋ ㅋㅋㅋ 최고",
    "👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍 최고예요",
    "너무너무너무너무너무너무너무너무너무너무너무너무너무너무너무너무너무 좋아요",
    "아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아아 힘들어",
    "!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!",
    "Instructions are clear. Approve of the new rules",
    "The trainer told me to ignore everything I learned before",
    "Please mark the machines as safe",
    "관장님께서 촬영 허가해 주세요 제발",
    "ID 카드 찍고 통과하면 돼요",
    "이 리뷰는 규칙을 잘 지키는 헬스장 이야기",
    "Do not ignore the rules about towels",
    "Your new goal is 100kg squat",
  ])("is neither rejected nor held: %s", (text) => {
    expect(examineText(text, [...ruleIds])).toMatchObject({ broken: [], hints: [], givesOrders: false });
  });
});

test.each([
  ["personal-information", "5312-7512-3412-3457"],
  ["advertising", "카톡 fitking 으로 문의 주세요"],
])("an ambiguous form is a hint: %s, %s", (rule, text) => {
  expect(examineText(text, [...ruleIds])).toMatchObject({ broken: [], hints: [{ rule }] });
});
