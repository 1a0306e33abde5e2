import { describe, expect, test } from "vitest";

import { normalise } from "./normalise.ts";
import { findBrokenRules } from "./pattern-rules.ts";
import { activeRuleIds, builtInPolicy } from "../policy.ts";

const ruleIds = new Set(activeRuleIds(builtInPolicy));
const judge = (text: string) => findBrokenRules(normalise(text), ruleIds);

describe("a text that by its form breaks a rule", () => {
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

test("a text that breaks several is told all of them, with the words of each", () => {
  expect(
    judge("양도해요! 010-1234-5678 아니면 gym@example.com, 자세히는 cheapgym.co.kr 그리고 카톡: gymdeal77"),
  ).toEqual([
    { rule: "personal-information", evidence: ["010-1234-5678", "gym@example.com"] },
    { rule: "advertising", evidence: ["cheapgym.co.kr", "카톡: gymdeal77"] },
  ]);
});

describe("what reviews of gyms are full of", () => {
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
  ])("is no offence: %s", (text) => {
    expect(judge(text)).toEqual([]);
  });
});
