import { type RulePattern, rulePatterns } from "./rule-pattern.ts";

const code = "[a-z0-9]{4,12}(?![a-z0-9])";
export const offerPatterns: RulePattern[] = [
  ...rulePatterns("advertising", "CERTAIN", [
    `(?:추천인|추천 ?코드|초대 ?코드|가입 ?코드|프로모션 ?코드|할인 ?코드|쿠폰 ?코드)(?: ?코드)? ?(?:는|은|:)? ?(?=[a-z]{0,11}\\d)${code}(?! ?(?:명|원|만|개|회|분))`,
    `\\b(?:referral|promo|discount|invite|coupon) code:? (?=[a-z]{0,11}\\d)${code}`,
    `(?:토토|바카라|카지노|슬롯|꽁머니|첫충|매충)[^.!?\\n]{0,14}(?:첫충|매충|가입|코드|꽁|환전|먹튀|총판|사이트|퍼|%)`,
    `(?:부업|재택 ?알바|고수익 ?알바)[^.!?\\n]{0,20}(?:보장|쪽지|문의|연락|카톡|모집|구합|하실 ?분)`,
  ]),
];
