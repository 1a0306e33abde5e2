import type { SeedReviews } from "./seed-review.ts";

export const theEastAndBeyond: SeedReviews = {
  "moonlight-barbell": [
    {
      stars: 5,
      text: "데드리프트 전용 플랫폼이 여섯 개, 초크 자유, 소리 질러도 아무도 안 쳐다봄. 여기가 천국입니다.",
    },
    {
      stars: 5,
      text: "The bars are straight, the plates are calibrated, and the regulars will load yours if you look tired. I moved flats to be closer to it.",
    },
    { stars: 4, text: "지하라 계단이 좁고 가팔라요. 하체 하는 날은 올라갈 때 난간을 잡습니다." },
    {
      stars: 5,
      text: "On my first day a stranger showed me how to wear a belt. I had been afraid of cliques and found the opposite.",
    },
    {
      stars: 4,
      text: "Loud metal from five till close. I love it; my wife waited outside. Ask at the desk for the quiet hour on Sunday mornings.",
    },
    {
      stars: 5,
      trainer: "gangmin",
      text: "데드리프트 120에서 1년 넘게 멈춰 있었는데 강민 코치님이 시작 자세에서 엉덩이 높이 3센티를 바꿔 주셨어요. 두 달 뒤 145. 3센티가요.",
    },
    {
      stars: 5,
      trainer: "gangmin",
      text: "무게보다 바의 경로를 봐 주는 코치. 영상에 선을 그어 가며 설명해 주셔서 눈으로 납득이 됩니다.",
    },
    {
      stars: 5,
      trainer: "gangmin",
      text: "I have had coaches who shout. Gangmin just waits until you have understood, and then adds five kilos.",
    },
    { stars: 4, trainer: "gangmin", text: "실력은 최고. 대회 시즌에는 바쁘셔서 답장이 늦습니다." },
    {
      stars: 5,
      trainer: "jia",
      text: "여자 회원이 벤치프레스 하면 쳐다보는 헬스장만 다니다가 여기 와서 울컥했어요. 지아 코치님은 첫날부터 빈 봉이 아니라 '내 봉'이라고 불러 주셨습니다.",
    },
    {
      stars: 5,
      trainer: "jia",
      text: "50대 초반, 갱년기로 무너진 몸을 바벨로 다시 세우고 있어요. 코치님이 골밀도 검사 결과까지 챙겨 보십니다.",
    },
    {
      stars: 4,
      trainer: "jia",
      text: "Straightforward, warm, allergic to nonsense. She taught me to brace properly, and my deadlift and my backache changed places.",
    },
    {
      stars: 5,
      trainer: "minseok",
      text: "첫 대회 준비. 체급 맞추기, 시기, 대회장 도착 시간까지 시간표로 주셨어요. 9번 시도해서 8번 성공!",
    },
    {
      stars: 4,
      trainer: "minseok",
      text: "프로그램이 수학 문제 같아서 처음엔 어렵지만 8주쯤 지나면 왜 그 숫자인지 보여요.",
    },
    {
      stars: 3,
      text: "회원이 늘면서 저녁 8시에는 플랫폼도 기다려야 해요. 예약표를 만들어 주시면 좋겠습니다.",
    },
    {
      stars: 4,
      text: "샤워실은 두 칸인데 다들 집에 가서 씻는 분위기라 괜찮았어요. 탈의실에 거울 하나만 더.",
    },
    {
      stars: 5,
      text: "For what they charge, this equipment is practically a gift. The plates are colour-coded and always where they belong.",
    },
    {
      stars: 3,
      text: "초보자에게는 솔직히 불친절한 구조예요. 유산소 기구가 로잉머신 두 대뿐이고 기계류가 거의 없어요. 목적이 분명한 분만.",
    },
    {
      stars: 5,
      text: "You will not find a treadmill, a smoothie or a mirror selfie in here. You will find people who know your name and your next attempt.",
    },
    {
      stars: 2,
      text: "음악이 너무 큽니다. 귀마개를 나눠 준다는 안내를 보고 웃었어요. 소리를 줄이는 게 먼저 아닐까요.",
    },
  ],
  "red-brick": [
    {
      stars: 5,
      text: "창고를 고친 붉은 벽돌 건물, 높은 천장, 오후에 비스듬히 들어오는 햇빛. 무거운 걸 들기에 이보다 좋은 곳을 못 봤어요.",
    },
    {
      stars: 5,
      text: "Twelve people in a class, three coaches on the floor, and a plan on the wall that runs for twelve weeks. I have never understood so well what I was doing and why.",
    },
    {
      stars: 5,
      trainer: "yongjun",
      text: "12주 프로그램을 두 번 돌았습니다. 숫자를 올리는 날과 쉬는 날을 정확히 지키게 하시고, 욕심내면 화이트보드를 말없이 가리키십니다.",
    },
    {
      stars: 5,
      trainer: "yongjun",
      text: "마흔아홉에 시작해서 쉰에 백 킬로를 들었습니다. 다치지 않고요. 그게 제일 고맙습니다.",
    },
    {
      stars: 5,
      trainer: "yongjun",
      text: "Clear thinking, clear writing on the board, no ego. He made me drop ten kilos off my squat and gave me back twenty-five by spring.",
    },
    {
      stars: 4,
      trainer: "yongjun",
      text: "프로그램은 훌륭한데 12주 사이에 빠지면 따라잡기가 어려워요. 출장 잦은 분은 상담을 먼저 하세요.",
    },
    {
      stars: 5,
      trainer: "sera",
      text: "용상 받는 자세가 무서워서 늘 도망쳤는데, 세라 코치님이 빗자루로 200번을 시키더니 어느 날 바벨이 그냥 제자리에 왔어요.",
    },
    {
      stars: 5,
      trainer: "sera",
      text: "작은 체구에서 나오는 소리가 체육관을 흔듭니다. 자세 하나 고칠 때마다 왜 그런지 이유가 있어요.",
    },
    {
      stars: 5,
      trainer: "sera",
      text: "The most precise eye I have met. One word from her is worth ten videos, and she saves the word until you are ready for it.",
    },
    {
      stars: 5,
      trainer: "owen",
      text: "Took four complete beginners from my office and turned us into people who argue about squat shoes. Patient, funny, always prepared.",
    },
    {
      stars: 4,
      trainer: "owen",
      text: "영어로 수업하지만 천천히 말해 주고 그림도 그려 줘요. 운동 단어만 알면 충분합니다.",
    },
    {
      stars: 4,
      text: "Two parking spaces, a big bicycle rack, four showers with proper pressure. They know who their members are.",
    },
    {
      stars: 4,
      text: "Not cheap by the month, but classes are included; compare it with personal training and it is a bargain.",
    },
    {
      stars: 3,
      text: "수업 위주라 자유 운동 시간이 하루 네 시간뿐이에요. 스케줄이 불규칙한 저에게는 맞추기 힘들었습니다.",
    },
    {
      stars: 5,
      text: "매달 마지막 토요일에 다 같이 기록을 재고 밥을 먹어요. 운동 친구가 생기니까 겨울에도 빠지질 않네요.",
    },
    {
      stars: 5,
      text: "Everyone cleans up after themselves: chalk swept, bars brushed, plates sorted. It sounds like nothing. It changes everything.",
    },
  ],
  "bear-paw": [
    { stars: 4, text: "고중량 치는 분들한테는 여기만 한 데가 없어요. 덤벨 70kg까지, 로프도 두 종류." },
    {
      stars: 5,
      trainer: "daehyun",
      text: '300 클럽 들어가고 싶다고 했더니 웃으면서 "그럼 잠부터 자야지" 하셨어요. 수면 기록부터 시작해서 정말로 3대 합이 300을 넘었습니다.',
    },
    {
      stars: 4,
      trainer: "daehyun",
      text: "거칠어 보이지만 다치는 걸 제일 싫어하세요. 통증 있다고 하면 바로 빼고 다른 걸 찾아 주십니다.",
    },
    {
      stars: 4,
      trainer: "daehyun",
      text: "A bear of a man who counts your sleep before your sets. Heavy days are properly heavy, easy days are properly easy.",
    },
    {
      stars: 5,
      trainer: "yejin",
      text: "힘은 있는데 몸이 굳어서 스쿼트가 반밖에 안 내려갔어요. 예진 쌤이랑 발목부터 8주, 이제 끝까지 앉습니다.",
    },
    {
      stars: 4,
      trainer: "yejin",
      text: "유연성 수업이 이렇게 땀나는 줄 몰랐어요. 헬스장 형님들이 나란히 요가 매트 깔고 있는 풍경이 귀여워요.",
    },
    {
      stars: 3,
      text: "바벨을 쾅쾅 내려놓는 분들이 있어서 깜짝깜짝 놀라요. 고무 매트를 깔았지만 저녁엔 여전히 시끄럽습니다.",
    },
    {
      stars: 2,
      text: "남자 탈의실 냄새가 심해요. 신발장이 안에 있어서 그런 것 같은데 밖으로 빼면 안 될까요?",
    },
    {
      stars: 4,
      text: "프로틴 자판기 가격이 편의점보다 싸요. 곰 발바닥 모양 스티커도 줘서 아이가 좋아합니다.",
    },
    {
      stars: 4,
      text: "Not open round the clock, but from half past five to midnight and closed only on the holiday itself. For a creature of habit that is everything.",
    },
    {
      stars: 5,
      text: "Heavy dumbbells, thick mats, a chalk bowl the size of a sink. The regulars look frightening and then offer you half of their sweet potato.",
    },
    { stars: 3, text: "여성 회원이 적어서 처음엔 위축됐어요. 화요일 오전은 그나마 반반이라 그때 다녀요." },
  ],
  "lighthouse-fitness": [
    { stars: 5, text: "9층 창 너머로 바다가 보여요. 안개 낀 날엔 구름 위에서 뛰는 기분." },
    {
      stars: 4,
      text: "Sunset over the mudflats from the rowing machines: nothing in Seoul comes close. The lift is slow, so add five minutes.",
    },
    {
      stars: 5,
      trainer: "haneul",
      text: "근력 30분, 유산소 20분을 황금 비율로 섞어 주세요. 고혈압 약을 반으로 줄였다고 말씀드리니 저보다 더 기뻐하셨습니다. 물론 약은 의사 선생님과 상의해서 줄였고요.",
    },
    {
      stars: 4,
      trainer: "haneul",
      text: "운동을 일기처럼 쓰게 하세요. 귀찮았는데 석 달 치를 다시 읽어 보니 제가 얼마나 변했는지 보이더라고요.",
    },
    {
      stars: 4,
      trainer: "haneul",
      text: "Balanced, kind, good at saying no to my enthusiasm. I came for muscles and left with a resting pulse of fifty-six.",
    },
    {
      stars: 5,
      trainer: "noah",
      text: "Noah is the reason half of the international school trains here. He learns the names of your children and the history of your injuries.",
    },
    {
      stars: 3,
      trainer: "noah",
      text: "Fun hour, but he talks football for ten minutes of it. If you like football, add a star.",
    },
    {
      stars: 4,
      text: "주차 타워가 있어서 편하고 3시간까지 무료예요. 주말엔 아울렛 손님과 섞여 만차일 때가 있습니다.",
    },
    { stars: 3, text: "바닷바람 때문인지 야외 테라스 기구는 녹이 슬었어요. 안에 있는 것들은 깨끗합니다." },
    {
      stars: 4,
      text: "There is a sauna, and after January on the seafront you will want it. The cold tub says fifteen degrees. It feels like five.",
    },
    { stars: 2, text: "단체 수업 강사님이 두 달 새 세 번 바뀌었어요. 정이 들 만하면 작별입니다." },
    {
      stars: 5,
      text: "아이 학원 시간 동안 운동하는 엄마들이 많아요. 오후 4시의 그 조용한 연대감이 좋아서 계속 다녀요.",
    },
  ],
  "pine-wind": [
    {
      stars: 5,
      text: "일산에서 가장 넓을 거예요. 기구 간격이 2미터씩은 되고 천장이 높아서 답답하지 않아요.",
    },
    { stars: 5, text: "주차 200대 무료. 더 말이 필요한가요." },
    {
      stars: 4,
      text: "소나무 길을 걸어 들어가는 입구부터 기분이 좋아요. 야외 트랙이 300미터라 봄가을엔 밖에서 뜁니다.",
    },
    {
      stars: 5,
      trainer: "miyoung",
      text: "애들 학교 보내고 오전 10시 근력반. 여섯 명이 3년째 같이 하고 있어요. 미영 선생님이 반찬도 나눠 주시고 데드리프트도 가르쳐 주십니다.",
    },
    {
      stars: 5,
      trainer: "miyoung",
      text: '빨래 바구니 드는 것도 힘들던 제가 쌀 20kg을 번쩍 듭니다. 선생님은 "생활이 시합"이라고 하세요.',
    },
    {
      stars: 4,
      trainer: "miyoung",
      text: "Ten in the morning, six women, one very funny coach. It is in Korean, but a deadlift needs no subtitles.",
    },
    {
      stars: 4,
      trainer: "kitae",
      text: "비거리 15미터 늘었습니다. 골프 스윙 영상을 보고 엉덩이 회전부터 잡아 주세요. 겨울 동안 꾸준히 한 보람이 있네요.",
    },
    {
      stars: 2,
      trainer: "kitae",
      text: "골프 이야기는 재미있는데 골프 안 치는 저한테도 모든 설명이 골프예요. 수업을 바꿔 달라고 하니 흔쾌히 바꿔 주시긴 했어요.",
    },
    {
      stars: 4,
      text: "The women's powder room is large and the dryers blow properly. This matters more than any machine.",
    },
    {
      stars: 3,
      text: "버스가 20분에 한 대라 차 없으면 다니기 어려워요. 셔틀이 있었는데 작년에 없어졌습니다.",
    },
    {
      stars: 5,
      text: "A little far from everything, and worth it for the space alone. I can leave my barbell loaded for a whole superset without anyone giving me a look.",
    },
    {
      stars: 4,
      text: "Weekend mornings belong to families. There is a corner with small equipment for children, so mine now ask to come along.",
    },
  ],
};
