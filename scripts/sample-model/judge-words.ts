// Sample words for each rule; a real model judges by meaning. For normalised text. Most serious rule first.

const list: [rule: string, words: string][] = [
  [
    "threat",
    "죽여 ?버|죽일 ?거|찔러|칼로|불 ?질러|갈아 ?버릴|때려 ?죽|kill you|kill yourself|kill him|kill her|kill them|\\bstab|burn (?:this|the|it) (?:place|gym|down)|burn it down|beat (?:you|him|her) up|break (?:your|his|her) (?:legs|neck)",
  ],
  [
    "sexual",
    "가슴 ?만지|섹스|야동|나랑 잘|자고 ?싶|몸매 ?감상|엉덩이 ?만지|whore|\\brape|sex with|\\bboobs|sleep with me|naked pics",
  ],
  [
    "hate",
    "틀딱|한남충|김치녀|짱깨|쪽바리|깜둥이|장애인 ?주제|여자 ?주제에|맘충|faggot|retard|subhuman|immigrants? should|immigrant should be kicked|go back to your country",
  ],
  [
    "illegal-substances",
    "스테로이드 ?(?:주사|판|팔|구해|구매|사이클|드려|공급|직거래)|클렌부테롤|아나바|로이드 ?팔|성장호르몬 ?(?:팔|판|주사)|\\bsarms|selling steroids|steroids? for sale|steroid cycle|clenbuterol|trenbolone|anavar",
  ],
  [
    "personal-information",
    "주민등록번호는|집 ?주소는|차 ?번호는|차량번호는|계좌번호|\\d+동 \\d+호에 살|lives at \\d|home address is|licen[cs]e plate is|account number is",
  ],
  [
    "unproven-accusation",
    "횡령|사기꾼|도둑놈|도둑질|훔쳐 ?갔|몰카|전과자|범죄자|embezzl|\\bthief|\\bthieves|fraudster|hidden cameras?|ex-?convict|money launder",
  ],
  [
    "harassment",
    "돼지 ?같은|멍청한|못생긴|한심한 인간|무식한 (?:트레이너|사장|관장|직원)|대머리 (?:트레이너|사장|관장)|\\bidiots?\\b|\\bmorons?\\b|ugly (?:trainer|face|cow|fat)|fat pig|brainless",
  ],
  [
    "profanity",
    "씨발|시발(?!점)|ㅅㅂ|씨팔|ㅆㅂ|개새끼|새끼|병신|ㅂㅅ|지랄|좆|미친놈|미친년|썅|fuck|\\bshit|bullshit|\\bbitch|asshole|bastard|motherf",
  ],
  [
    "fake",
    "협찬|체험단|원고료|대가로|제공받(?:아|고)|가 ?보지는 ?않았|가 ?본 ?적은? ?없|리뷰 ?이벤트 ?때문|paid for this review|paid me to|got paid|never been there|i own this gym|in exchange for a review|free month for this review",
  ],
  [
    "advertising",
    "할인 ?코드|추천인 ?코드|회원권 ?양도|양도합니다|공동 ?구매|공구 ?진행|문의 ?주세요|우리 (?:센터|체육관)로 오세요|promo code|discount code|referral code|use my code|\\bdm me\\b|buy my (?:plan|program)|cheaper at my",
  ],
  [
    "off-topic",
    "대통령|국회의원|선거|비트코인|로또|주식 ?추천|코인 ?추천|bitcoin|\\bpresident\\b|\\belections?\\b|lorem ipsum|asdfasdf|qwerqwer",
  ],
  ["other", "자해|먹토|굶으세요|굶어야 ?살|starve yourself|self-harm|laxatives|make yourself sick"],
];

export const forbiddenWords = list.map(([rule, words]) => [rule, new RegExp(words, "u")] as const);

export const unsureWords = /카더라|누가 그러던데|들은 얘기로는|소문에|rumou?r|supposedly|i heard that/u;
