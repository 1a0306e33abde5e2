// Topics of gym reviews for the sample summaries: their words, and a good and a bad sentence for each.
type Phrases = { ko: string; en: string };
export type Topic = { words: RegExp; good: Phrases; bad: Phrases };

export const topics: Topic[] = [
  {
    words: /기구|머신|덤벨|랙|바벨|원판|equipment|machines?\b|dumbbell|\bracks?\b|plates|kettlebell/iu,
    good: { ko: "기구가 잘 갖춰져 있다고 해요.", en: "Members like the equipment." },
    bad: { ko: "기구가 부족하거나 낡았다고 해요.", en: "Some find the equipment scarce or worn." },
  },
  {
    words: /샤워|온수|탈의실|파우더룸|락커|드라이어|shower|changing room|locker|powder room/iu,
    good: { ko: "샤워실과 탈의실이 편하다고 해요.", en: "The showers and changing rooms are well liked." },
    bad: { ko: "샤워실과 탈의실이 아쉽다고 해요.", en: "The showers and changing rooms could be better." },
  },
  {
    words: /붐비|붐벼|대기|기다(?!려 주)|줄을? ?서|한산|crowded|queue|\bwait|ten people|nobody on them/iu,
    good: { ko: "기다리지 않고 운동할 수 있다고 해요.", en: "There is hardly any waiting." },
    bad: { ko: "붐비는 시간에는 기다려야 한다고 해요.", en: "At busy hours people have to wait." },
  },
  {
    words: /가격|만 ?\d*천? ?원|비용|환불|회원권|할인|price|cheap|expensive|refund|contract|month by month/iu,
    good: { ko: "가격과 등록 조건이 괜찮다고 해요.", en: "Price and terms are seen as fair." },
    bad: { ko: "가격이나 등록 조건이 부담스럽다고 해요.", en: "Price or terms are a concern for some." },
  },
  {
    words: /주차|parking|charger/iu,
    good: { ko: "주차가 편하다고 해요.", en: "Parking is easy." },
    bad: { ko: "주차가 어렵다고 해요.", en: "Parking is hard." },
  },
  {
    words: /깨끗|청결|청소|먼지|냄새|곰팡|위생|소독|\bclean|spotless|smell|limescale/iu,
    good: { ko: "깨끗하게 관리된다고 해요.", en: "It is kept clean." },
    bad: { ko: "청소와 위생이 아쉽다고 해요.", en: "Cleaning leaves something to be desired." },
  },
  {
    words:
      /선생님|쌤|코치|강사|수업|설명|coach|lessons?\b|teaches|\b(she|he) (?:asked|learned|taught|checked)/iu,
    good: { ko: "수업이 꼼꼼하고 친절하다고 해요.", en: "The coaching is careful and kind." },
    bad: { ko: "수업이 맞지 않았다는 의견도 있어요.", en: "The coaching did not suit everyone." },
  },
  {
    words: /새벽|24시간|영업|휴관|문을? ?(?:열|닫)|자정|opens?\b|open until|closed|half past five/iu,
    good: { ko: "운영 시간이 편하다고 해요.", en: "The opening hours suit people." },
    bad: { ko: "운영 시간이 아쉽다고 해요.", en: "The opening hours fall short for some." },
  },
  {
    words: /에어컨|환기|난방|습해|더워|추웠|air condition|damp air|heating/iu,
    good: { ko: "실내 공기와 온도가 쾌적하다고 해요.", en: "Air and temperature are pleasant." },
    bad: { ko: "환기와 온도가 아쉽다고 해요.", en: "Ventilation and temperature could be better." },
  },
  {
    words: /음악|소음|시끄|music|loud|noise|silent|quiet/iu,
    good: { ko: "음악과 분위기가 운동하기 좋다고 해요.", en: "Music and noise are at a pleasant level." },
    bad: { ko: "음악이나 소음이 크다고 해요.", en: "Music or noise is too loud for some." },
  },
  {
    words: /처음(?:인|이라|부터| 온| 운동)|초보|입문|헬린이|beginner|first lesson|first gym|newcomer/iu,
    good: { ko: "처음 운동하는 사람에게 친절하다고 해요.", en: "Beginners feel welcome." },
    bad: { ko: "처음 운동하는 사람에게는 어려울 수 있다고 해요.", en: "Beginners may feel lost." },
  },
];

export const coaching = topics.find(({ words }) => words.test("coach"))!;

export const coachingPoints: { words: RegExp; good: Phrases }[] = [
  {
    words:
      /통증|수술|재활|아픈|아팠|디스크|임신|출산|산후|다치|무사고|injur|operation|backache|my (?:left )?(?:hip|knees?)\b/iu,
    good: { ko: "몸 상태를 살펴 가며 가르친다고 해요.", en: "Trainers take care of injuries and limits." },
  },
  {
    words:
      /자세|동작|각도|경로|영상|걸음걸이|발목|골반|precise|technical|frame by frame|form\b|teaches the/iu,
    good: { ko: "자세를 꼼꼼하게 봐 준다고 해요.", en: "Trainers look closely at technique." },
  },
  {
    words:
      /기다려 주|기다려 주셨|천천히|재촉|억지로|서두르지|혼내지|patient|gentle|calm|waits until|never mentioned/iu,
    good: { ko: "재촉하지 않고 기다려 준다고 해요.", en: "Trainers are patient." },
  },
  {
    words: /식단|체지방|감량|\d ?kg|먹는|rest days|eat\b|sleep/iu,
    good: { ko: "먹고 쉬는 것까지 챙겨 준다고 해요.", en: "Trainers look after food and rest, too." },
  },
  {
    words: /설명|왜 그런지|이유가|알려 주|알려 줘|알려 주셨|explain|clear|two languages|cues/iu,
    good: { ko: "설명이 쉽고 분명하다고 해요.", en: "Trainers explain things clearly." },
  },
  {
    words: /기록|계획|프로그램|시간표|숙제|점수표|program|a plan\b|the plan\b|notes on|fitness test/iu,
    good: { ko: "계획과 기록을 챙겨 준다고 해요.", en: "Trainers plan well and keep track." },
  },
  {
    words: /재미|재밌|유쾌|신나|에너지|웃|쾌감|funny|\bfun\b|energy|best hour|humour/iu,
    good: { ko: "수업이 즐겁다고 해요.", en: "Classes are fun." },
  },
];

export const overall = {
  good: { ko: "전반적으로 만족한다는 후기예요.", en: "On the whole people are satisfied." },
  bad: { ko: "아쉬웠다는 후기도 있어요.", en: "Some were disappointed." },
};

export const praise =
  /좋|넓|넉넉|깨끗|편해|편하|편리|친절|만족|최고|추천|괜찮|고마|감사|충분|무료|저렴|싸요|싼|반칙|거저|부드러|꼼꼼|정확|쉬워|쉬운|한산|전세|조용|잔잔|뽀송|없이 깨끗|많아요|다양|새것|쾌적|great|\bgood\b|lovely|\bfair\b|\bfree\b|\bbest\b|spotless|\beasy\b|honest|plenty|enough|proper|patient|\bkind\b|silk|\bwarm\b|perfect|friendly|\blove\b|welcome|bargain|gift|on the dot|trust/iu;

export const blame =
  /아쉬|아쉽|부족|고장|낡|오래된|오래됐|약해|약하|작아|작은|좁|높은 편|없어요|없습니다|없었|안 (?:돼(?!서)|되|나와|비춰|뜨)|냄새가|냄새 나|냄새부터|곰팡|시끄|크게 들|춥|추웠|더워|더운|비싸|비싼|부담|힘들|불편|붐|기다려|기다리|줄을? ?서|꽉 차|복잡|어려워|어렵|텁텁|탁하|탁해|습해|쌓여|넘쳐|기대하지 마|묻어|비어 있|나아지면|tiny|broken|crowded|(?:did|do|does|will) not\b|nowhere|expensive|repair|\bdamp|\bcold|\bice\b|never\b|\btoo\b|queue|battlefield|nightmare|\blost\b|no air|cluttered|scarce|\bhard\b/iu;

/** Praise that contains words of blame. */
export const denial =
  /기다린 적(?:이|은|도)? ?(?:거의 )?없|기다리지 않|안 기다|붐비지 않|냄새 나는 헬스장 처음|쇠 냄새|(?:하나|먼지) 없|부딪칠 일이 없|hardly any|never feels|never once|nobody talks|no drama|not a speck/iu;
