import type { Locale } from "../../i18n/locale.ts";

/** Verdicts, notices and reports refer to it: never reuse an id for another rule. */
export type RuleId = string;

export type Rule = {
  id: RuleId;
  wording: Record<Locale, { title: string; text: string }>;
  forModel: string;
  /** Not used for judging any more; kept for earlier decisions. */
  isOff: boolean;
};

/** Verdicts store the version: a published version never changes. */
export type Policy = { version: number; rules: Rule[] };

export const activeRules = ({ rules }: Policy): Rule[] => rules.filter(({ isOff }) => !isOff);
export const activeRuleIds = (policy: Policy): RuleId[] => activeRules(policy).map(({ id }) => id);

const rules = [
  {
    id: "profanity",
    wording: {
      ko: {
        title: "욕설과 비속어",
        text: "욕설이나 심한 비속어는 쓸 수 없어요. 초성이나 띄어쓰기로 바꿔 써도 같아요.",
      },
      en: { title: "Profanity", text: "No swearing or crude insults, also not spelled in some other way." },
    },
    forModel:
      "Swearing, slurs used as swearwords and crude insults, also abbreviated, spelled in consonants (ㅅㅂ), split or disguised. Mild grumbling ('짜증나', 'sucks', 'damn good') is allowed.",
  },
  {
    id: "harassment",
    wording: {
      ko: {
        title: "직원 괴롭힘과 인신공격",
        text: "직원이나 회원 개인을 모욕하거나 외모, 사생활을 공격할 수 없어요. 서비스에 대한 비판은 얼마든지 괜찮아요.",
      },
      en: {
        title: "Harassment of staff",
        text: "No insults or attacks on the looks or private life of staff or members. Criticism of how they work is welcome.",
      },
    },
    forModel:
      "Insulting, mocking or stalking a member of staff or another member as a person: looks, body, intelligence, private life, calls to bully them. Harsh criticism of their work is allowed.",
  },
  {
    id: "hate",
    wording: {
      ko: {
        title: "혐오와 차별",
        text: "성별, 나이, 장애, 국적, 인종, 종교, 성적 지향 등을 이유로 사람을 깎아내릴 수 없어요.",
      },
      en: {
        title: "Hate",
        text: "Nobody may be put down for their sex, age, disability, origin, race, religion or orientation.",
      },
    },
    forModel:
      "Demeaning or excluding people for sex, age, disability, nationality, race, religion, sexual orientation or gender identity, including slurs such as '틀딱', '한남충', '김치녀', '짱깨'.",
  },
  {
    id: "sexual",
    wording: {
      ko: {
        title: "성적인 내용",
        text: "성적인 묘사나 성희롱, 누군가를 성적 대상으로 삼는 말은 쓸 수 없어요.",
      },
      en: { title: "Sexual content", text: "No sexual descriptions, and no sexual remarks about anybody." },
    },
    forModel:
      "Sexual descriptions, sexual remarks about a person's body, sexual advances or offers. A sober report of having been sexually harassed is not this rule.",
  },
  {
    id: "threat",
    wording: {
      ko: { title: "위협과 폭력", text: "누군가를 해치겠다고 하거나 폭력을 부추길 수 없어요." },
      en: { title: "Threats and violence", text: "No threats to harm anyone, and no calls for violence." },
    },
    forModel:
      "Threatening a person, staff or premises with harm, wishing death on someone, or calling for violence. Gym talk ('this class will kill you', '죽는 줄 알았다') is allowed.",
  },
  {
    id: "personal-information",
    wording: {
      ko: {
        title: "개인정보",
        text: "전화번호, 이메일, 주민등록번호, 집 주소처럼 누군가를 찾아낼 수 있는 정보는 올릴 수 없어요. 내 정보도 마찬가지예요.",
      },
      en: {
        title: "Personal information",
        text: "No phone numbers, e-mail addresses, resident numbers, home addresses or anything else to find a person by, your own included.",
      },
    },
    forModel:
      "Information that lets readers find or contact a private person: phone number, e-mail, messenger id, resident registration number, home address, car plate, account number, full name together with private facts. The name a trainer works under and the gym's own address are allowed.",
  },
  {
    id: "unproven-accusation",
    wording: {
      ko: {
        title: "확인되지 않은 범죄 주장",
        text: "겪은 일은 솔직하게 쓰되, 누군가가 범죄를 저질렀다고 단정하거나 소문을 사실처럼 쓸 수 없어요.",
      },
      en: {
        title: "Unproven accusations",
        text: "Tell what happened to you, but do not state as fact that somebody committed a crime, and do not pass on rumours.",
      },
    },
    forModel:
      "Stating as fact, or as hearsay, that an identifiable person or gym committed a crime or a grave wrong (theft, fraud, assault, embezzlement, hidden cameras) without it being the writer's own experience told as such. 'They refused my refund' is allowed; 'the owner is a convicted thief, I heard' is not.",
  },
  {
    id: "advertising",
    wording: {
      ko: {
        title: "광고와 홍보",
        text: "다른 업체나 상품을 홍보하거나 링크, 오픈채팅, 할인 코드로 사람을 모을 수 없어요.",
      },
      en: {
        title: "Advertising",
        text: "No promotion of other businesses or goods, and no links, chat invitations or discount codes.",
      },
    },
    forModel:
      "Promoting another business, product, person's lessons or a sale; links, invitations to chats, referral or discount codes, membership transfers offered for sale. Praising the gym under review is allowed.",
  },
  {
    id: "off-topic",
    wording: {
      ko: {
        title: "리뷰와 무관한 내용",
        text: "헬스장이나 트레이너를 이용한 경험과 상관없는 글, 같은 말을 되풀이한 글은 올릴 수 없어요.",
      },
      en: {
        title: "Off topic",
        text: "It must be about using the gym or the trainer. Unrelated or endlessly repeated text is not a review.",
      },
    },
    forModel:
      "Nothing to do with the place, its staff, lessons, equipment or the writer's experience there: politics, chain letters, poems, gibberish, the same words over and over.",
  },
  {
    id: "fake",
    wording: {
      ko: {
        title: "가짜 또는 대가성 리뷰",
        text: "이용하지 않고 쓴 글이나, 돈과 혜택을 받고 쓴 글은 리뷰로 올릴 수 없어요.",
      },
      en: {
        title: "Fake or paid",
        text: "No reviews by people who were never there, and none written for money or favours.",
      },
    },
    forModel:
      "The text itself says or plainly shows that the writer was never there, is the owner, staff or a competitor, was paid or rewarded for it, or offers or asks for paid reviews. Enthusiasm alone is not evidence.",
  },
  {
    id: "illegal-substances",
    wording: {
      ko: {
        title: "불법 약물",
        text: "스테로이드 같은 불법 약물을 사고팔거나 권하거나 쓰는 방법을 알리는 글은 올릴 수 없어요.",
      },
      en: {
        title: "Illegal substances",
        text: "No selling, recommending or explaining the use of illegal drugs such as steroids.",
      },
    },
    forModel:
      "Selling, offering, recommending or giving dosing advice for anabolic steroids, SARMs, growth hormone, clenbuterol, narcotics and the like. Protein, creatine, caffeine and other legal supplements are allowed.",
  },
  {
    id: "other",
    wording: {
      ko: {
        title: "그 밖의 이유",
        text: "위의 규칙에는 없지만 법에 어긋나거나 다른 사람에게 뚜렷한 피해를 주는 내용이에요.",
      },
      en: {
        title: "Another reason",
        text: "None of the rules above, but against the law or clearly harmful to others.",
      },
    },
    forModel:
      "Clearly unlawful or gravely harmful to others, and covered by no other rule: for instance encouraging self-harm or starvation. When it is merely distasteful, do not use this rule.",
  },
];

/** Later versions are made by admins and read from the database (policy-data.ts). */
export const builtInPolicy: Policy = { version: 1, rules: rules.map((rule) => ({ ...rule, isOff: false })) };
