import type { SeedReviews } from "./seed-review.ts";

export const centreAndTheNorth: SeedReviews = {
  "green-door": [
    {
      stars: 5,
      text: "First gym in Seoul where I could read the contract in English before signing it. They even explained the refund table line by line.",
    },
    {
      stars: 5,
      text: "외국인 친구랑 같이 다닐 수 있는 곳을 찾다가 왔어요. 안내문이 전부 두 언어로 붙어 있고 직원들도 자연스럽게 섞어서 말해 줘요.",
    },
    {
      stars: 4,
      text: "Friendly, mixed crowd, good kettlebells, decent coffee. It gets tight around seven in the evening, when two classes overlap on a floor made for one.",
    },
    {
      stars: 4,
      text: "You can pay month by month, which matters when your visa runs month by month. A little more expensive than the Korean chain down the hill.",
    },
    {
      stars: 5,
      text: "As a woman who lifts alone I look for three things: lighting, staff on the floor, and a changing room that locks. All three are here.",
    },
    {
      stars: 3,
      text: "The showers run hot for four minutes and then turn to ice. Everyone knows, everyone jokes about it, nobody repairs it.",
    },
    { stars: 4, text: "케틀벨이 4kg부터 48kg까지 두 개씩 있어요. 서울에서 이만한 구성은 흔치 않습니다." },
    {
      stars: 5,
      trainer: "marco",
      text: "Marco teaches the swing as if it were the only exercise in the world. After a month I believe him. My back has not complained since.",
    },
    {
      stars: 5,
      trainer: "marco",
      text: "유쾌한데 안전에는 타협이 없어요. 허리가 1도만 굽어도 바로 멈추게 합니다. 한국어도 잘하세요.",
    },
    {
      stars: 4,
      trainer: "marco",
      text: "Hard, funny, fair. Bring a towel and your sense of humour. Classes start exactly on time, which in this city full of traffic is a small shock.",
    },
    {
      stars: 5,
      trainer: "dana",
      text: 'She asked what I wanted to be able to do, not what I wanted to weigh. I answered "carry my suitcase up the stairs at the station" and we trained for exactly that.',
    },
    { stars: 4, trainer: "dana", text: "차분하고 존중받는 느낌. 몸무게 이야기는 한 번도 안 하셨어요." },
    {
      stars: 3,
      trainer: "sanghyuk",
      text: "Knows his stuff but talks to his phone between my sets. When I mentioned it he put it away and has not taken it out since, so this could become four stars.",
    },
    {
      stars: 4,
      trainer: "sanghyuk",
      text: "인터벌 구성이 창의적이에요. 썰매 밀기 다음에 숨 쉬는 법까지 가르쳐 주는 코치는 처음 봤어요.",
    },
    {
      stars: 2,
      text: "I was told the pool next door was included. It is not; it is a discount, and a small one. Ask for everything in writing.",
    },
    {
      stars: 4,
      text: "언덕 위라 올라갈 때는 욕이 나올 뻔하지만 옥상 스트레칭 존에서 보는 남산 야경이 다 용서하게 만들어요.",
    },
  ],
  "stone-wall-box": [
    {
      stars: 5,
      text: "Drop-ins welcome, warm-up explained twice in two languages, and somebody always pairs up with the newcomer. I felt at home in ten minutes.",
    },
    {
      stars: 4,
      text: "I did not expect a box like this between old tiled roofs. Solid floor, four lifting platforms, and the neighbours wave.",
    },
    {
      stars: 5,
      trainer: "woojin",
      text: "인상 동작을 열두 단계로 쪼개서 가르쳐 주셨어요. 역도가 이렇게 우아한 운동인 줄 몰랐습니다.",
    },
    {
      stars: 4,
      trainer: "woojin",
      text: "안 되는 무게는 절대 못 들게 하세요. 자존심은 상하지만 덕분에 3년째 무사고.",
    },
    {
      stars: 5,
      trainer: "woojin",
      text: "Technical, careful, quietly funny. He would rather see ten clean lifts with an empty bar than one ugly record.",
    },
    {
      stars: 5,
      trainer: "claire",
      text: "Claire runs the six a.m. class in two languages at once and never loses anyone. She remembered my ankle after a three-week absence.",
    },
    {
      stars: 5,
      trainer: "claire",
      text: "영어 수업이라 겁먹었는데 중요한 말은 꼭 한국어로 한 번 더 해 주세요. 덕분에 운동 영어가 늘었습니다.",
    },
    {
      stars: 4,
      trainer: "claire",
      text: "Great energy. The scaling options she writes on the board mean my sixty-year-old mother and I can do the same class.",
    },
    {
      stars: 3,
      text: "수업 정원이 16명인데 좁아서 줄넘기할 때 옆 사람 줄에 맞은 적 있어요. 12명이 적당해 보입니다.",
    },
    {
      stars: 4,
      text: "분위기가 정말 좋아요. 꼴찌로 끝나도 다들 기다렸다가 박수 쳐 줍니다. 처음엔 민망했는데 이제 그 맛에 가요.",
    },
    { stars: 2, text: "샤워실이 한 칸. 여섯 시 수업 듣고 출근하려면 뛰어야 해요. 아니면 머리를 포기하거나." },
    {
      stars: 4,
      text: "Seven minutes on foot from the palace, so it is easy to find. Chalk everywhere, showers nowhere: there is exactly one stall.",
    },
    { stars: 3, text: "주말 수업이 토요일 오전 한 번뿐이에요. 일요일 오픈짐만이라도 열어 주세요." },
    {
      stars: 5,
      text: "체력이 바닥이던 공시생이었는데 이제 단체 등산에서 제일 앞에 갑니다. 여기 사람들 덕분이에요.",
    },
  ],
  "twelve-stairs": [
    {
      stars: 4,
      text: "회사에서 2분. 점심시간 30분 운동 + 15분 샤워가 가능한 동선이에요. 운동복을 맡겨 둘 수 있어서 빈손으로 와요.",
    },
    { stars: 3, text: "점심에는 사람이 너무 많아요. 12시 10분이 지나면 러닝머신은 포기해야 합니다." },
    {
      stars: 5,
      trainer: "gyuri",
      text: "30분 PT가 이렇게 알찰 줄이야. 규리 쌤은 초시계를 들고 계시고 저는 변명할 시간이 없습니다.",
    },
    {
      stars: 4,
      trainer: "gyuri",
      text: "Thirty minutes, door to door, and I am back at my desk with a sandwich. She plans around what I sat through in the morning, which is usually meetings.",
    },
    {
      stars: 4,
      trainer: "gyuri",
      text: "짧지만 매번 다른 구성이라 질리지 않아요. 점심 먹을 시간은 알아서 만들어야 해요.",
    },
    {
      stars: 3,
      trainer: "hyungseok",
      text: "무난합니다. 직장인 사정을 잘 아시지만 운동 강도가 저에겐 좀 약했어요.",
    },
    {
      stars: 4,
      text: "Long lockers that take a suit without creasing it. A small thing, and the reason I stay.",
    },
    { stars: 2, text: "지하라 공기가 탁하고 점심시간이 끝나면 젖은 수건이 바구니 밖까지 쌓여 있어요." },
    {
      stars: 3,
      text: "Convenient and nothing more. Crowded from noon to one, empty at all other hours, closed at weekends.",
    },
    {
      stars: 5,
      text: "가격표에 부가세랑 락커비까지 다 적혀 있어서 처음 들은 금액 그대로 결제했어요. 당연한 건데 그런 데가 드물죠.",
    },
  ],
  "persimmon-house": [
    {
      stars: 5,
      text: "줄넘기 소리, 샌드백 소리, 관장님 호루라기. 어릴 때 다니던 체육관 그대로예요. 마당 감나무에서 가을엔 감도 따 줍니다.",
    },
    {
      stars: 5,
      trainer: "chulmin",
      text: '40대 중반에 복싱을 시작했는데 첫 달은 스텝만 밟았습니다. 지루하다고 했더니 "발이 집이고 주먹은 손님"이라고 하시더군요. 이제 무슨 말인지 압니다.',
    },
    {
      stars: 5,
      trainer: "chulmin",
      text: "스파링은 원하는 사람만, 헤드기어 필수, 흥분하면 바로 중단. 원칙이 분명해서 믿고 배워요.",
    },
    {
      stars: 4,
      trainer: "chulmin",
      text: "Old-school boxing coach with a soft voice. Footwork for weeks before he lets you near the heavy bag. He was right about that, as he is about most things.",
    },
    {
      stars: 5,
      trainer: "bora",
      text: "Every round on the pads takes a layer of stress off. On her class days not even overtime frightens me.",
    },
    {
      stars: 5,
      trainer: "bora",
      text: "여자 회원만 모아서 하는 토요일 반이 있어요. 때리는 게 무서워서 못 하던 저를 웃으면서 기다려 주셨어요.",
    },
    {
      stars: 4,
      trainer: "bora",
      text: "She makes hitting things feel perfectly polite. Saturdays are women only, gloves are aired and wiped, and beginners get the good bags.",
    },
    { stars: 4, text: "Come every day for one monthly fee, gloves on loan. You only buy the wraps." },
    { stars: 3, text: "겨울엔 지하라 따뜻한데 여름엔 선풍기 두 대로 버팁니다. 땀 빼러 온 거긴 한데요..." },
    { stars: 4, text: "초등학생부터 어르신까지 같이 뛰어요. 아이들 예의가 발라서 볼 때마다 기분이 좋아요." },
    {
      stars: 5,
      text: "I walked in knowing nobody and speaking little Korean. Within a week they had given me a nickname, and a persimmon from the tree in the yard.",
    },
    {
      stars: 2,
      text: "주차가 아예 안 되고 골목이 어두워요. 밤 10시 수업 끝나고 혼자 내려가는 길이 무서워서 별 두 개. 가로등 민원은 제가 넣었습니다.",
    },
  ],
  "hangyeol-women": [
    {
      stars: 5,
      text: "여성 전용이라 옷차림 신경 안 쓰고 다녀요. 나시 입고 거울 앞에서 등 운동하는 게 이렇게 편한 일이었다니.",
    },
    {
      stars: 5,
      text: "러닝머신에 앉아 있는 게 아니라(!) 바벨을 드는 언니들이 많아요. 60대 회원님이 데드리프트 70kg 드는 걸 보고 저도 시작했습니다.",
    },
    {
      stars: 4,
      text: "Big changing room, twelve dressing tables, enough hairdryers. Towels cost five hundred won each, so bring your own.",
    },
    {
      stars: 5,
      trainer: "eunji",
      text: '중량을 올릴 때마다 제가 무서워하니까 "오늘은 2kg만 용감해져 봐요"라고 하세요. 그렇게 1년, 스쿼트 60kg.',
    },
    {
      stars: 5,
      trainer: "eunji",
      text: "생리통 심한 날엔 하체 대신 호흡과 스트레칭으로 바꿔 주셨어요. 말 안 해도 얼굴 보고 아시는 게 신기해요.",
    },
    {
      stars: 4,
      trainer: "eunji",
      text: "설명이 자세하고 칭찬이 많아요. 조금 더 엄하게 해 주셔도 좋겠습니다!",
    },
    {
      stars: 5,
      trainer: "eunji",
      text: "The first coach who never mentioned my weight. We counted push-ups instead: zero in March, eleven in October.",
    },
    {
      stars: 5,
      trainer: "sumin",
      text: "줌바 수업 한 시간이 노래방 두 시간보다 신나요. 앞줄 어머님들 에너지에 제가 밀립니다.",
    },
    {
      stars: 4,
      trainer: "sumin",
      text: "동작이 어려워도 큰 그림만 따라 하면 된다고 해 주셔서 부담이 없어요. 음향이 가끔 찢어지는 건 장비를 바꿔 주셔야 할 듯.",
    },
    { stars: 3, text: "오후 9시에 닫아서 야근하는 날은 못 가요. 한 시간만 늘려 주세요." },
    {
      stars: 4,
      text: "아이를 데려오면 유리로 보이는 작은 놀이방에 둘 수 있어요. 돌봐 주는 분은 오전에만 계십니다.",
    },
    {
      stars: 4,
      text: "Women only, and it shows in the details: machines that fit shorter arms, a dumbbell rack that starts at one kilo, a nursing corner.",
    },
    { stars: 3, text: "필라테스 반은 대기가 넉 달이래요. 그냥 기구 위주로 다니고 있어요." },
    {
      stars: 2,
      text: "엘리베이터 점검 때 5층까지 걸어 올라가는 건 괜찮은데 공지가 없었어요. 다리 불편한 회원님이 그냥 돌아가셨습니다.",
    },
  ],
  "milky-way-24": [
    { stars: 3, text: "새벽 3시에 운동할 수 있다는 것 하나로 다녀요. 청결은 기대하지 마세요." },
    {
      stars: 1,
      text: "무인 시간에 쓰레기통이 넘쳐 있고 화장실 휴지는 늘 없습니다. 24시간 여는 게 아니라 24시간 방치 같아요.",
    },
    { stars: 2, text: "기구에 땀이 그대로 묻어 있어요. 소독 스프레이 통은 두 달째 비어 있고요." },
    {
      stars: 4,
      text: "More machines than anywhere else around here, and in the daytime nobody on them. Four Smith machines, three leg presses.",
    },
    {
      stars: 2,
      text: "Open all night, cleaned apparently never. I wipe every bench before and after with my own cloth.",
    },
    {
      stars: 5,
      trainer: "kyungsu",
      text: "밤 12시 수업이 가능한 유일한 선생님이었어요. 가게 문 닫고 바로 와서 운동하고 잡니다. 1년 동안 결석하실 때가 없었어요.",
    },
    {
      stars: 4,
      trainer: "kyungsu",
      text: "야간이라 대충할 줄 알았는데 기록지가 가장 꼼꼼한 분. 다음 주 계획을 미리 보내 주십니다.",
    },
    {
      stars: 3,
      trainer: "kyungsu",
      text: "Good coach in a tired building. He cleans the equipment himself before we begin, which tells you something about both.",
    },
    {
      stars: 2,
      trainer: "nari",
      text: "식단 앱에 올려도 확인을 안 하시는 것 같았어요. 수업 시간에는 밝고 친절하시지만 저는 관리를 기대했거든요.",
    },
    {
      stars: 3,
      trainer: "nari",
      text: "인터벌 트레이닝은 땀 쫙 빠지고 좋았어요. 무릎이 안 좋다고 세 번 말씀드린 건 좀...",
    },
    {
      stars: 4,
      trainer: "nari",
      text: "수업 전에 컨디션을 물어보고 음악도 제 취향으로 틀어 주세요. 6주에 4kg 감량.",
    },
    { stars: 2, text: "샤워실 온수가 새벽 2시부터 5시까지 안 나와요. 24시간 헬스장인데요?" },
    {
      stars: 3,
      text: "At this price one can hardly complain, so I will just say: bring your own water and tissues.",
    },
    {
      stars: 1,
      text: "The air conditioning dripped onto the bench press for the whole of August. Somebody put a bucket under it. The bucket is still there.",
    },
    {
      stars: 3,
      text: "지하 2층인데 경사로가 있어서 오토바이 주차가 돼요. 배달 끝나고 들르기 좋습니다. 환기는 아쉬워요.",
    },
    {
      stars: 4,
      text: "낮에 계신 매니저님은 정말 친절하세요. 정지도 양도도 두말없이 처리. 밤이 문제예요, 밤이.",
    },
    {
      stars: 4,
      text: "비상벨 고장으로 별 두 개를 줬었는데, 글을 올린 주에 고쳐졌고 카메라도 두 대 늘었어요. 새벽에 경비 업체가 한 번 돌고요. 청소만 나아지면 별 다섯 드릴게요.",
      before: {
        stars: 2,
        text: "비상벨이 고장 난 채로 무인 운영을 하더라고요. 여자 혼자 새벽에 다니기 무서웠어요.",
      },
    },
    {
      stars: 2,
      text: "A gym for people who work at night, like me. I wanted to love it. Then I met the changing room floor.",
    },
  ],
  "little-mountain": [
    {
      stars: 4,
      text: "산에 다니는 사람들이 무릎 관리하러 오는 곳. 회원 평균 나이가 예순은 돼 보이지만 다들 저보다 잘 걸으십니다.",
    },
    {
      stars: 5,
      trainer: "sangchul",
      text: "설악산 종주가 목표라고 했더니 넉 달 계획을 짜 주셨습니다. 내려올 때 쓰는 근육이 따로 있다는 걸 예순둘에 배웠어요.",
    },
    {
      stars: 5,
      trainer: "sangchul",
      text: "배낭에 물통 넣고 계단 오르기. 단순한데 제대로 배우니까 다르더라고요. 지리산 다녀와서 다리가 멀쩡했습니다.",
    },
    {
      stars: 5,
      trainer: "sangchul",
      text: "He trains you for the way down, not the way up. My knees crossed three peaks in two days and asked for more.",
    },
    { stars: 3, text: "기구는 정말 옛날 거예요. 러닝머신 경사 조절이 손잡이를 돌리는 방식이라니." },
    { stars: 4, text: "한 달 4만 원, 믹스커피 무료, 등산 정보 무료." },
    {
      stars: 2,
      text: "흡연하고 들어오시는 분들이 있어서 환기가 안 되면 담배 냄새가 나요. 관장님이 말씀은 하시는데 잘 안 지켜집니다.",
    },
    {
      stars: 4,
      text: "Cheap, warm and full of people with better legs than mine. The water from the spring outside is free and wonderful.",
    },
  ],
  "birch-health": [
    { stars: 3, text: "Nothing special about it. And yet this is my fifth year here." },
    {
      stars: 4,
      trainer: "kwangho",
      text: "어르신들 혈압까지 챙기면서 젊은 사람 벤치 보조도 해 주세요. 몸이 두 개인 듯.",
    },
    { stars: 4, text: "문 앞 자작나무 두 그루가 예쁘고 안은 따뜻해요. 기구는 한 바퀴 도는 데 딱 한 시간." },
    {
      stars: 3,
      text: "Small, plain and honest. Six treadmills, one rack, towels that smell of sun. I would not cross the city for it, but I am glad it is on my street.",
    },
    { stars: 2, text: "남자 샤워실 배수구 냄새가 여름마다 올라와요. 뚜껑이라도 바꿔 주세요." },
    {
      stars: 5,
      text: "넘어져서 손목 다쳤을 때 직원분이 바로 얼음 대 주고 병원까지 같이 가 줬어요. 시설보다 사람입니다.",
    },
  ],
};
