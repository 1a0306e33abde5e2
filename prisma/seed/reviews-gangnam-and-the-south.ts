import type { SeedReviews } from "./seed-review.ts";

export const gangnamAndTheSouth: SeedReviews = {
  "five-am": [
    { stars: 5, text: "이름대로 새벽 다섯 시 정각에 문이 열려요. 1년 동안 한 번도 늦은 적이 없습니다." },
    {
      stars: 4,
      text: "Opens at five on the dot, coffee from five thirty, out by seven with a shower. For office people in Gangnam this schedule is worth the price.",
    },
    {
      stars: 3,
      text: "시설은 최고급인데 PT 권유가 잦아요. 한 달 동안 세 번 상담 제안을 받았습니다. 거절하면 더 말하지는 않지만, 운동 중에 말을 거는 건 삼가 주셨으면 해요.",
    },
    {
      stars: 5,
      text: "수건이 호텔처럼 두툼하고 샤워실 어메니티도 좋아요. 출근 준비를 여기서 다 하고 나갑니다. 고데기까지 있어요!",
    },
    {
      stars: 2,
      text: "한 달 24만 원. 기구는 좋지만 이 가격이면 아침 6시 반에 러닝머신 대기가 없어야 하지 않나요?",
    },
    {
      stars: 4,
      text: "새벽반 분위기가 조용하고 진지해요. 음악도 잔잔합니다. 반대로 저녁 8시 이후에는 대학생 단체가 많아서 딴 헬스장 같아요.",
    },
    {
      stars: 5,
      trainer: "yuna",
      text: "출근 전 40분을 1분도 낭비하지 않게 짜 주세요. 8주 동안 지각 0번, 체지방 4% 감소. 유나 쌤이 저보다 먼저 와 계셔서 안 갈 수가 없어요.",
    },
    {
      stars: 5,
      trainer: "yuna",
      text: "She has the bar loaded before I have tied my shoes. Forty minutes, no small talk, better legs. I have had the same slot for a year and it has never once started late.",
    },
    {
      stars: 4,
      trainer: "yuna",
      text: "새벽인데도 에너지가 넘쳐요. 저는 아직 잠이 덜 깼을 때라 가끔 버겁지만 끝나면 개운합니다.",
    },
    {
      stars: 3,
      trainer: "seunghyun",
      text: "체지방은 빠졌는데 매주 사진을 찍어 비교하는 방식이 저한테는 스트레스였어요. 미리 말씀드리니 수치만 보는 걸로 바꿔 주시긴 했습니다.",
    },
    {
      stars: 4,
      trainer: "seunghyun",
      text: "회식이 많은 직장인 사정을 이해하고, 못 지킨 날에도 혼내지 않고 다음 날 계획을 다시 짜 줘요. 현실적인 선생님.",
    },
    {
      stars: 2,
      trainer: "seunghyun",
      text: "I asked for strength and was given a fat-loss plan, because that is what he does. Not a bad coach, just not what I had paid for. The desk moved my remaining sessions to someone else without fuss.",
    },
    {
      stars: 5,
      trainer: "leo",
      text: "Finally, cues I understand in my own language. He checked an old shoulder injury before anything else, and wrote to me when I travelled to ask whether the hotel gym had what I needed.",
    },
    {
      stars: 5,
      trainer: "leo",
      text: "영어로 수업받고 싶어서 골랐어요. 운동도 되고 영어도 되고. 어려운 표현은 몸으로 보여 주십니다.",
    },
    {
      stars: 4,
      trainer: "leo",
      text: "Relaxed style with high standards underneath. The price made me swallow, so I share the hour with a colleague, which he allows.",
    },
    {
      stars: 4,
      text: "발렛 없이 기계식 주차라 출차에 10분 걸릴 때가 있어요. 지하철로 오는 걸 추천합니다. 역에서 3분.",
    },
    {
      stars: 3,
      text: "At lunchtime the women's powder room is a battlefield. Eight hairdryers, twenty women.",
    },
    {
      stars: 2,
      text: 'It is a beautiful gym with two squat racks. Two. At six in the morning there are ten people who want them, and the staff only say that more equipment is "planned".',
    },
    { stars: 4, text: "I transferred my membership when I changed jobs: a clear fee, two days, no drama." },
    {
      stars: 5,
      text: "임신 초기에 기간을 멈춰 달라고 했더니 진단서 없이도 바로 처리해 주셨어요. 작은 배려가 오래 기억에 남네요.",
    },
  ],
  "whale-breath": [
    {
      stars: 5,
      trainer: "soyeon",
      text: "디스크 시술 후 6개월, 양말을 혼자 못 신던 사람이 지금 10km를 걷습니다. 아픈 동작을 억지로 시키지 않고 병원 소견서부터 같이 읽어 주셨어요.",
    },
    {
      stars: 5,
      trainer: "soyeon",
      text: "호흡 하나로 배에 힘이 들어가는 걸 서른다섯에 처음 알았어요. 말투가 조곤조곤하신데 운동은 절대 조곤조곤하지 않습니다.",
    },
    {
      stars: 5,
      trainer: "soyeon",
      text: "After my knee operation I was afraid of stairs. She started with my toes. Three months on I take the stairs at work and forget to be afraid.",
    },
    {
      stars: 4,
      trainer: "soyeon",
      text: "실력은 확실하고 예약은 어렵습니다. 한 달 치가 여는 날 오전에 다 차요.",
    },
    {
      stars: 5,
      trainer: "mirae",
      text: "임신 20주부터 37주까지 함께했어요. 그날 컨디션을 먼저 묻고 동작을 바꿔 주셔서 안심했습니다. 출산 후 복직근 회복까지 이어서 하고 있어요.",
    },
    {
      stars: 5,
      trainer: "mirae",
      text: '산후 석 달, 거울도 보기 싫던 때에 "지금 몸이 얼마나 큰일을 했는지 알아요?" 하셔서 울었어요. 운동은 천천히, 그러나 분명히 늘고 있어요.',
    },
    {
      stars: 4,
      trainer: "mirae",
      text: "Calm, well read and always up to date on what is safe in which month. The mat class is a bit crowded at eight people, so I prefer the small room.",
    },
    {
      stars: 4,
      trainer: "junyoung",
      text: "어깨 충돌 증후군으로 팔이 안 올라갔는데 12회 만에 머리 위 선반에 손이 닿아요. 집에서 할 숙제를 그림으로 그려 주십니다.",
    },
    {
      stars: 3,
      trainer: "junyoung",
      text: "통증은 줄었지만 매번 같은 루틴이라 조금 지루했어요. 재활이 원래 그런 거라고는 하셨습니다.",
    },
    {
      stars: 5,
      text: "The reformer room is bright and quiet, with five people at most, so you get corrected at least once in every class.",
    },
    { stars: 4, text: "여성 전용 시간(평일 10~12시)이 있어서 아이 등원시키고 마음 편히 다녀요." },
    {
      stars: 3,
      text: "건물 엘리베이터가 하나라 수업 직전에는 4층까지 걸어 올라가는 게 빨라요. 무릎 아파서 오는 곳인데 아이러니합니다.",
    },
    {
      stars: 4,
      text: "Three showers only, but not a speck of limescale, and classes end ten minutes early so that groups do not collide.",
    },
    {
      stars: 4,
      text: "Small groups, spotless reformers, tea afterwards. Parking is a nightmare, so take the bus that stops in front of the door.",
    },
    {
      stars: 2,
      text: "회원권 종류가 너무 복잡해요. 기구, 매트, 짐, 통합, 시간대별... 설명을 두 번 들었는데도 제가 뭘 산 건지 헷갈립니다. 수업은 좋아요.",
    },
    {
      stars: 5,
      text: "일흔 어머니를 모시고 다닙니다. 의자에 앉아서 하는 반이 따로 있고, 강사님이 넘어지지 않게 늘 옆에 서 계세요.",
    },
  ],
  glasshouse: [
    { stars: 4, text: "식물이 진짜예요. 12층 통창에 초록이 가득해서 러닝머신 타는 시간이 제일 좋아졌어요." },
    {
      stars: 2,
      text: "예쁘긴 한데 운동하러 온 사람보다 사진 찍으러 온 사람이 많아요. 삼각대에 걸려 넘어질 뻔했습니다.",
    },
    {
      stars: 3,
      text: "The light flatters everybody. The plates, meanwhile, do not even add up to a hundred kilos.",
    },
    {
      stars: 2,
      text: "A greenhouse with a few dumbbells in it. Gorgeous light, friendly desk, but the leg day I had planned was simply not possible with what they have.",
    },
    {
      stars: 5,
      trainer: "rian",
      text: "바디프로필 100일을 함께했어요. 극단적으로 굶기지 않고 촬영 후 4주 식단까지 챙겨 주셔서 요요 없이 지나갔습니다.",
    },
    {
      stars: 4,
      trainer: "rian",
      text: "사진 나오는 각도를 아는 선생님. 운동보다 포즈 연습이 더 힘들었어요. 비용은 각오하시고요.",
    },
    {
      stars: 3,
      trainer: "rian",
      text: "She is honest about what a hundred days can do and what it cannot. I still found the focus on the camera a little much, and the package is expensive.",
    },
    {
      stars: 2,
      trainer: "jaemin",
      text: "네 번 중 두 번이 대타 선생님이었어요. 사정이 있으셨겠지만 미리 연락을 주셨으면 합니다.",
    },
    {
      stars: 4,
      trainer: "jaemin",
      text: "He saw on day one that I walk crooked, filmed it, and showed me the difference two months later. I would not have believed it otherwise.",
    },
    {
      stars: 1,
      text: "두 달 만에 가격이 오르더니 기존 회원 혜택이던 운동복 대여가 유료로 바뀌었어요. 문자 한 통으로요.",
    },
    {
      stars: 4,
      text: "예약제 요가 수업이 좋아요. 해 뜨는 시간에 통창 앞에서 하는 태양 예배 자세는 다른 데서 못 합니다.",
    },
    {
      stars: 3,
      text: "여름 한낮은 온실 이름 그대로 더워요. 블라인드를 내리면 시원한데 그러면 여기 올 이유가...",
    },
    {
      stars: 5,
      text: "I come for the plants and stay for the quiet. Weekday afternoons there are five people and forty ferns. My blood pressure likes it.",
    },
    {
      stars: 3,
      text: "화장실·샤워실 디자인은 멋진데 물건 놓을 선반이 없어요. 젖은 바닥에 화장품 가방을 놓아야 합니다.",
    },
  ],
  "zelkova-fitness": [
    {
      stars: 5,
      text: "20년 된 동네 헬스장인데 바닥에 먼지 하나 없어요. 사장님이 새벽마다 물걸레질하십니다.",
    },
    { stars: 4, text: "Two hours of free parking underground. In Songpa. I rest my case." },
    {
      stars: 4,
      text: "Old machines, well looked after. I reported a torn strap in the evening and it was replaced the next day.",
    },
    { stars: 3, text: "일요일에 오후 5시면 문을 닫아요. 주말에 몰아서 운동하는 직장인에게는 아쉽습니다." },
    {
      stars: 5,
      trainer: "yeonghui",
      text: "쉰다섯에 골다공증 진단받고 시작했습니다. 영희 선생님은 본인도 예순이 넘으셨다는데 저보다 허리가 곧으세요. 그 자체로 설득이 됩니다.",
    },
    {
      stars: 5,
      trainer: "yeonghui",
      text: "무릎 수술 두 번 한 사람도 할 수 있는 스쿼트가 있다는 걸 알려 주셨어요. 의자 높이를 2주마다 조금씩 낮춰서 이제 맨몸으로 앉았다 일어섭니다.",
    },
    {
      stars: 5,
      trainer: "yeonghui",
      text: "My father is seventy-two and deaf in one ear. She learned to stand on his other side and to show instead of tell. He has not missed a Tuesday since spring.",
    },
    {
      stars: 4,
      trainer: "yeonghui",
      text: "친절하고 꼼꼼합니다. 오전 수업만 하셔서 직장 다니는 저는 반차 쓰고 들어요.",
    },
    {
      stars: 3,
      trainer: "dohun",
      text: "자세 사진을 찍어 분석해 준 건 좋았는데 그 뒤 운동이 사진과 어떻게 이어지는지 설명이 부족했어요.",
    },
    {
      stars: 4,
      trainer: "dohun",
      text: "라운드 숄더가 눈에 띄게 펴졌어요. 폼롤러로 푸는 시간이 절반이라 처음엔 의아했는데 이유가 있더라고요.",
    },
    {
      stars: 4,
      text: "가족 할인이 있어서 부부가 같이 다녀요. 둘이 합쳐 월 9만 원. 남편은 벤치, 저는 계단 기계.",
    },
    {
      stars: 4,
      text: "탈의실 락커가 커서 겨울 외투도 들어가요. 온탕이 있는 헬스장은 이 근처에 여기뿐일걸요.",
    },
    {
      stars: 3,
      text: "러닝머신 화면이 작고 오래돼서 인터넷 영상은 못 봐요. 대신 TV가 벽에 여섯 대, 리모컨은 데스크에 있습니다.",
    },
    {
      stars: 4,
      text: "A neighbourhood gym in the best sense: grandmothers on the bikes, schoolboys at the bench, everybody greeting everybody. There is even a hot bath.",
    },
    {
      stars: 2,
      text: "저녁 8시 에어로빅 음악이 헬스장까지 울려요. 문을 닫아도 쿵쿵거려서 그 시간은 피하게 됩니다.",
    },
    {
      stars: 5,
      text: "혈압약 먹는 회원은 데스크에서 가끔 혈압을 재고 가라고 챙겨 줘요. 이런 곳은 오래 있어 줬으면 좋겠습니다.",
    },
    {
      stars: 4,
      text: "Fair prices and easy parking. The machines are older than I am but they run like silk.",
    },
    {
      stars: 4,
      text: "처음에 별 두 개를 줬는데 바꿉니다. 두 달 지나니 다들 낯을 가리신 거였어요. 이제는 제가 안 보이면 어디 아프냐고 물어보십니다.",
      before: {
        stars: 2,
        text: "젊은 사람은 안 반기는 느낌이었어요. 기구 쓰는 법을 물어봐도 시큰둥하셨습니다.",
      },
    },
  ],
  "half-moon": [
    {
      stars: 4,
      text: "고시 준비하면서 다녀요. 조용하고 대화하는 사람이 없어서 머리 식히기에 최고. 오전 6시~자정.",
    },
    {
      stars: 5,
      trainer: "donggeon",
      text: "경찰 체력 시험 세 번째 만에 붙었어요! 왕복 달리기 도는 법, 악력계 잡는 각도까지 알려 주십니다. 점수표를 벽에 붙여 놓고 매주 재는 게 압박이지만 그게 통했어요.",
    },
    {
      stars: 5,
      trainer: "donggeon",
      text: "소방 준비생입니다. 시험 종목별로 매주 기록을 재고, 떨어지면 이유부터 같이 찾아 줘요. 학원보다 싸고 정확합니다.",
    },
    {
      stars: 4,
      trainer: "donggeon",
      text: "Took me through the fitness test for a public job: grip, sit-ups, shuttle runs, twelve weeks. Loud voice, good heart, no excuses accepted.",
    },
    {
      stars: 4,
      trainer: "aram",
      text: "하루 열두 시간 앉아 있는 수험생 목을 살려 주셨어요. 쉬는 시간에 하는 3분 스트레칭을 책상 사진에 그려 주심.",
    },
    {
      stars: 3,
      trainer: "aram",
      text: "자세는 좋아졌는데 한 번에 배우는 동작이 너무 많아서 집에 가면 다 잊어버려요.",
    },
    { stars: 3, text: "지하라 휴대폰이 잘 안 터져요. 공부하다 온 사람에겐 장점일 수도." },
    {
      stars: 4,
      text: "Month-by-month membership and no penalty, which is what you need while you wait for exam dates.",
    },
    {
      stars: 2,
      text: "There is air, but it is damp air. In the rainy season the bench covers stick to your back; one dehumidifier is not enough.",
    },
    {
      stars: 4,
      text: "Silent like a library, in a good way. Headphones on, nobody talks, plates are put down and not dropped.",
    },
    {
      stars: 5,
      text: "시험 전날 사장님이 체할까 봐 무리하지 말라고 일찍 보내셨어요. 합격하고 떡 들고 인사 갔습니다.",
    },
    {
      stars: 3,
      text: "유산소 기구가 부족한 대신 옆 체육공원까지 뛰고 오라고 물통을 빌려줘요. 비 오는 날은 답이 없지만요.",
    },
  ],
  neoreundeul: [
    {
      stars: 4,
      text: "분당에서 이 크기는 처음 봤어요. 랙만 여덟 대, 러닝머신 서른 대. 점심시간에도 기다린 적이 없어요.",
    },
    {
      stars: 4,
      trainer: "sungjae",
      text: "개발자 직업병 전문이신 듯. 손목, 목, 허리 순서로 물어보시더니 의자 높이까지 사진으로 봐 주셨어요. 두통이 줄었습니다.",
    },
    {
      stars: 5,
      trainer: "sungjae",
      text: "거북목이 심해서 잠도 못 잤는데 두 달 뒤 베개를 낮은 걸로 바꿨어요. 설명이 논리적이라 믿고 따라갑니다.",
    },
    {
      stars: 4,
      trainer: "sungjae",
      text: "Explains the body like a system diagram, which suits me as an engineer. My wrists stopped hurting after about six weeks of boring, effective little exercises.",
    },
    { stars: 3, trainer: "sungjae", text: "말씀이 조금 많으세요. 50분 중 15분은 설명. 내용은 유익합니다." },
    {
      stars: 5,
      trainer: "hyejin",
      text: "단체 근력 수업인데 스무 명 이름을 다 외워서 불러 주세요. 음악과 동작이 맞아떨어질 때의 쾌감!",
    },
    {
      stars: 5,
      trainer: "hyejin",
      text: "Best hour of my week. Twenty people, light bars, fast music, and she still sees that my left knee falls in.",
    },
    { stars: 4, trainer: "hyejin", text: "재미있고 땀나요. 신청이 열리면 1분 안에 마감되는 게 유일한 단점." },
    {
      stars: 3,
      text: "회사 복지로 다니는 사람이 많아서 6시 반~8시는 탈의실이 지하철 같아요. 샤워 줄이 여덟 명까지 서 있는 걸 봤습니다.",
    },
    { stars: 4, text: "Three hours of free parking and four chargers. My car and I both leave recharged." },
    {
      stars: 2,
      text: "I like the space, but the contract renews by itself unless you tell them ten days before. It is in the small print; I read it too late. They refunded half when I complained.",
    },
    {
      stars: 4,
      text: "Plenty of machines and plenty of room between them. Two of them are made for wheelchair users, and I have seen them used.",
    },
    { stars: 5, text: "퇴근길 필수 코스. 앱으로 지금 몇 명이 있는지 볼 수 있는 게 생각보다 큰 도움이 돼요." },
    {
      stars: 2,
      text: "앱 업데이트 이후 출입 QR이 자주 안 떠요. 문 앞에서 5분씩 서 있는 일이 이번 달만 네 번. 오프라인 출입 카드라도 주세요.",
    },
  ],
  "pebble-pt": [
    {
      stars: 5,
      trainer: "jihoon",
      text: "1:1 전용이라 다른 사람 시선이 없어요. 허리 수술 후 조심스러웠는데 지훈 쌤이 담당 의사 소견까지 확인하고 시작하셨습니다.",
    },
    {
      stars: 5,
      trainer: "jihoon",
      text: "30회 다 채우는 동안 취소나 변경이 한 번도 없었어요. 기본을 지키는 게 제일 어렵다는 걸 압니다.",
    },
    {
      stars: 4,
      trainer: "jihoon",
      text: "재활 쪽 지식이 깊으세요. 다만 근육을 크게 키우고 싶은 분께는 강도가 순할 수 있어요.",
    },
    {
      stars: 5,
      trainer: "jihoon",
      text: "I came with a bad back and a long list of things I had been told never to do. Two winters later I lift my kids without thinking. He keeps notes on every single session and reads them before you arrive.",
    },
    {
      stars: 5,
      trainer: "sohee",
      text: "여자 선생님과 단둘이 수업하고 싶어서 찾았어요. 생리 주기에 맞춰 강도를 조절해 주신 건 처음이었습니다.",
    },
    {
      stars: 4,
      trainer: "sohee",
      text: "운동 초보인 저에게 '실패해도 되는 무게'를 가르쳐 주셨어요. 회당 6만 원은 부담되지만 후회는 없어요.",
    },
    {
      stars: 4,
      text: "방이 세 개뿐이라 소음이 없고 향도 좋아요. 예약 시간 10분 전엔 문이 안 열려 있어서 복도에서 기다려야 하는 건 조금.",
    },
    {
      stars: 4,
      text: "One room, one coach, no audience. Perfect if crowds keep you away from gyms. You cannot train there on your own, though, so count the cost.",
    },
  ],
};
