import type { SeedReviews } from "./seed-review.ts";

export const mapoAndTheWest: SeedReviews = {
  "mulgyeol-gym": [
    { stars: 5, text: "창가 러닝머신에서 강이 보여요. 해 질 때 뛰면 힘든 줄 모르고 30분이 가요." },
    {
      stars: 4,
      text: "기구 상태가 좋고 특히 케이블 머신이 네 대라 기다린 적이 거의 없어요. 다만 저녁 7시부터 8시 반 사이에는 스쿼트랙 앞에 줄을 서요. 저는 시간을 9시로 옮기고 나서 만족도가 확 올랐습니다.",
    },
    {
      stars: 3,
      text: "운동 공간은 나무랄 데 없는데 샤워실이 너무 작아요. 여자 샤워 부스가 다섯 개뿐이고 수압도 약해서 퇴근 시간엔 머리 감으려면 15분은 기다려야 해요. 운동만 하고 집이 가까운 분들께는 추천.",
    },
    {
      stars: 5,
      text: "3개월에 19만 원대면 이 동네에서 정말 괜찮은 가격이에요. 환불 규정도 등록할 때 종이로 주면서 하나하나 설명해 줬어요.",
    },
    {
      stars: 4,
      text: "The river view is real, and so is the queue for the racks at seven. Come before work or after nine and you will have the place almost to yourself.",
    },
    {
      stars: 5,
      trainer: "seojun",
      text: "스쿼트만 하면 허리가 아팠는데 서준 선생님이 발 각도랑 시선부터 다시 잡아 주셨어요. 무게를 반으로 줄이고 한 달을 보냈는데, 지금은 예전 무게를 허리 통증 없이 들어요. 서두르지 않는 분이라 좋아요.",
    },
    {
      stars: 5,
      trainer: "seojun",
      text: "질문하면 왜 그런지까지 설명해 주는 선생님. 수업 끝나면 오늘 한 것과 다음에 볼 것을 세 줄로 적어 보내 주셔서 혼자 운동할 때 큰 도움이 됩니다.",
    },
    {
      stars: 4,
      trainer: "seojun",
      text: "Patient and precise. He films your set and shows it to you frame by frame, which is humbling but works. His English is basic, though we managed with gestures and a translator.",
    },
    {
      stars: 3,
      trainer: "seojun",
      text: "수업 내용은 좋은데 예약 잡기가 어려워요. 저녁 시간은 2주 뒤까지 꽉 차 있고, 한 번은 당일 오전에 시간이 바뀌었습니다. 인기 많은 건 알지만 조금 아쉬워요.",
    },
    {
      stars: 5,
      trainer: "taeo",
      text: "하프 마라톤 준비하면서 태오 쌤께 하체 수업 12회 받았어요. 무릎 안쪽 통증이 사라졌고 기록도 4분 줄었습니다. 러너라면 엉덩이 근육부터 깨우라는 말이 아직도 귀에 맴돌아요.",
    },
    {
      stars: 4,
      trainer: "taeo",
      text: "러닝 이야기가 통하는 선생님. 계단 오르기 숙제가 많은 건 각오하세요.",
    },
    {
      stars: 4,
      trainer: "harin",
      text: "식단을 굶기는 쪽으로 안 가고 지금 먹는 것에서 하나씩 바꾸게 해 줘요. 두 달에 3kg, 천천히 빠졌지만 아직 안 돌아왔어요.",
    },
    {
      stars: 5,
      trainer: "taeo",
      text: "Six sessions fixed what two years of stretching videos could not: my left hip. He checks how your running shoes are worn before he lets you lift anything, and the homework fits into ten minutes a day.",
    },
    {
      stars: 2,
      text: "등록할 때는 음악 소리 줄인다고 했는데 두 달째 그대로예요. 이어폰을 껴도 천장 스피커 소리가 더 크게 들립니다. 기구는 좋은데 한 시간 있으면 머리가 울려요.",
    },
    {
      stars: 5,
      text: "Towels and gym clothes are included and smell of nothing but laundry. I did not know how much I would care about this until I had it.",
    },
    {
      stars: 4,
      text: "주차는 건물 뒤에 여섯 자리뿐이라 차 가져오면 근처를 한 바퀴 돌게 돼요. 대신 자전거 거치대가 넓고 지붕이 있어서 비 오는 날에도 편해요.",
    },
    {
      stars: 5,
      text: "혼자 운동하는 60대입니다. 처음에는 젊은 사람들 사이에서 눈치가 보였는데 데스크 직원이 이름을 기억하고 먼저 인사해 줍니다. 덤벨이 무게 순서대로 늘 정리돼 있어서 눈이 어두워도 찾기 쉽습니다.",
    },
    {
      stars: 4,
      text: "Clean, fair price, honest contract. I cancelled for two months because of work and they simply moved the end date. One star off for the tiny showers: five stalls for what must be two hundred women.",
    },
    {
      stars: 3,
      text: "여름에 에어컨을 밤 9시에 끄더라고요. 11시까지 영업인데 마지막 두 시간은 사우나 같았어요. 말씀드리니 10시까지는 틀어 주시는데, 10시 이후가 제 시간이라...",
    },
    {
      stars: 4,
      text: "처음엔 탈의실 바닥 때문에 별 두 개를 줬는데, 건의함에 적은 뒤로 저녁 청소 시간이 생겼어요. 8시쯤 가도 바닥이 말라 있습니다. 고치는 곳이라는 걸 알아서 별점도 고쳐요.",
      before: {
        stars: 2,
        text: "탈의실 바닥에 물이 늘 고여 있고 머리카락이 그대로예요. 청소하시는 분이 저녁에는 안 계신 것 같아요.",
      },
    },
    {
      stars: 5,
      text: "The stretching area fits eight mats side by side, with foam rollers in every degree of cruelty.",
    },
    {
      stars: 4,
      text: "I tried four gyms in Mapo before this one. What decided it: the staff let me do a full free workout, did not follow me around, and never called afterwards to push a contract. The free-weight floor is a bit narrow, but people wipe benches and rerack their plates.",
    },
  ],
  "vertical-yard": [
    {
      stars: 5,
      text: "클라이밍이랑 웨이트를 한 회원권으로 할 수 있어서 등록했어요. 벽 문제는 2주마다 바뀌고 난이도 표시가 솔직해요. 초록 문제에서 막혔다고 부끄러울 필요가 없는 분위기!",
    },
    {
      stars: 5,
      text: "Best bouldering wall on this side of the river, and a proper set of weights under it. New problems every second Thursday. The setters read the feedback cards: I complained about a sharp green hold and it was gone the next week.",
    },
    {
      stars: 4,
      text: "Soft mats and a wide fall zone that people actually keep clear. Weekend afternoons are full of children's lessons, so the low wall gets chaotic.",
    },
    {
      stars: 4,
      text: "손 씻는 곳이 벽 바로 옆에 있어서 좋아요. 초크 가루 때문에 공기가 조금 텁텁한데 큰 공기청정기를 세 대 들여놓고 나서 나아졌어요.",
    },
    {
      stars: 5,
      trainer: "juwon",
      text: "고소공포증이 있는데 주원 쌤이 첫날은 2미터까지만, 내려오는 법만 알려 주셨어요. 5주 뒤에 꼭대기를 만졌습니다. 재촉하지 않는 강사님.",
    },
    {
      stars: 5,
      trainer: "juwon",
      text: "Four beginner lessons, and my forearms finally stopped giving out first. It was my feet all along. Short explanations, then straight onto the wall.",
    },
    {
      stars: 5,
      trainer: "juwon",
      text: "First lesson in my life on a wall, at forty-six. Juwon explains falling before he explains climbing, which tells you everything about him.",
    },
    {
      stars: 4,
      trainer: "ellie",
      text: "손가락 근력 프로그램을 8주 짜 주셨어요. 매달리기 초를 기록하게 하고 통증이 있으면 바로 줄이라고 하셔서 안심하고 따라갔습니다. 수업료가 조금 센 편.",
    },
    {
      stars: 4,
      trainer: "ellie",
      text: "Smart programming, a little strict about rest days (rightly so). I went from three to nine strict pull-ups over a winter.",
    },
    {
      stars: 3,
      text: "벽은 최고인데 웨이트 쪽이 작아요. 랙이 한 대, 벤치가 두 개라 저녁엔 순서 기다리다 몸이 식어요.",
    },
    {
      stars: 5,
      text: '혼자 가도 어색하지 않아요. 옆 사람이 "그거 왼발 먼저예요" 하고 알려 주는 곳. 다들 서로 응원하고 떨어지면 같이 아쉬워해요.',
    },
    {
      stars: 4,
      text: "지하철역에서 걸어서 6분, 신발 대여 3천 원. 대여 신발 냄새가 걱정이었는데 매번 소독해서 줘요. 락커가 작아서 큰 가방은 밖에 둬야 해요.",
    },
    {
      stars: 2,
      text: "공휴일 운영 시간을 자주 바꾸면서 공지는 당일 아침에 올라와요. 두 번 헛걸음했어요. 시설이 좋은 만큼 이 부분은 꼭 고쳐 주세요.",
    },
    {
      stars: 5,
      text: "Lovely evening crowd, good music at a volume where you can still talk, and the only place where strangers have cheered for me. The day pass is fair too.",
    },
  ],
  "cast-iron": [
    {
      stars: 5,
      text: "쇠 냄새 나는 진짜 헬스장. 원판 넉넉하고 바벨이 휘지 않았어요. 관장님이 새벽마다 볼트를 조이고 기름칠하는 걸 봤습니다.",
    },
    {
      stars: 4,
      text: "기계는 오래됐지만 움직임이 부드러워요. 새 기계 번쩍이는 데보다 여기 로우 머신이 등에 훨씬 잘 걸립니다. 대신 화면 달린 러닝머신 같은 건 기대하지 마세요.",
    },
    {
      stars: 5,
      trainer: "byungcheol",
      text: "병철 관장님께 데드리프트를 처음부터 다시 배웠습니다. 빈 봉으로 2주를 했는데 그 2주가 지금까지의 2년보다 값졌어요. 말수가 적은데 한마디가 정확합니다.",
    },
    {
      stars: 5,
      trainer: "byungcheol",
      text: "자세 봐 달라고 하면 PT 회원이 아니어도 와서 봐 주세요. 요즘 이런 분 없습니다.",
    },
    {
      stars: 4,
      trainer: "byungcheol",
      text: "엄하신 편이에요. 휴대폰 보다가 혼났습니다. 그래도 덕분에 운동 시간이 한 시간 반에서 50분으로 줄었고 무게는 늘었어요.",
    },
    {
      stars: 3,
      text: "솔직히 여자 혼자 가기엔 처음에 용기가 필요해요. 회원 대부분이 남자분들이고 여자 탈의실은 세 명 들어가면 꽉 차요. 막상 다니면 아무도 쳐다보지 않고 편하긴 합니다.",
    },
    {
      stars: 4,
      text: "Old-school iron in a converted workshop. No juice bar, no mirrors in the toilets, five power racks and all the plates you could want. Cash-friendly and quiet on Sunday mornings.",
    },
    {
      stars: 5,
      text: "Dumbbells up to sixty kilos in two-kilo steps. If you have ever been stuck between twenty-two and twenty-six, you know why I am writing this.",
    },
    {
      stars: 2,
      text: "환기가 안 돼요. 여름 저녁엔 들어서자마자 땀 냄새가 확 납니다. 선풍기만 다섯 대 돌리지 말고 환풍기를 고쳐 주셨으면 좋겠어요. 운동 환경 자체는 좋아하는데 7월부터는 다른 곳으로 갑니다.",
    },
    {
      stars: 5,
      trainer: "jinho",
      text: "첫 대회를 진호 쌤과 준비했습니다. 16주 동안 식단 사진을 하루도 안 빠지고 확인해 주셨고, 무리하게 수분을 빼지 말라고 먼저 말려 주셨어요. 순위보다 건강하게 끝난 게 더 기뻐요.",
    },
    {
      stars: 4,
      trainer: "jinho",
      text: "Knows bodybuilding inside out and is happy to explain why an exercise is in the plan. He is less patient with people who skip sessions, so be honest about your calendar.",
    },
    {
      stars: 4,
      text: "월 5만 원. 락커 포함. 이 가격에 이 구성은 반칙이죠. 샤워실은 낡았지만 물은 뜨겁게 잘 나와요.",
    },
    {
      stars: 3,
      text: "음악이 90년대 록 고정이에요. 저는 좋아하지만 같이 간 친구는 두 번 오고 포기했습니다 ㅋㅋ 주차는 골목이라 기대하지 마시고요.",
    },
    {
      stars: 5,
      text: "Whenever work brings me to Seoul I buy a day pass: ten thousand won, no time limit, and they lend you a belt and straps.",
    },
    {
      stars: 4,
      text: "Great for anyone who already knows what they are doing. A beginner would be lost: machines have no pictures and some labels have worn off. Ask, though, and three people will come to help at once.",
    },
    {
      stars: 5,
      text: "원판을 제자리에 안 두면 옆 아저씨가 눈빛으로 알려 주십니다. 덕분에 어디에 뭐가 있는지 눈 감고도 찾아요.",
    },
  ],
  "crane-sports": [
    {
      stars: 4,
      text: "수영장과 헬스를 같이 쓰는 회원권이 한 달 8만 8천 원. 오전 10시 이후가 한산하고 물 온도가 늘 28도쯤으로 일정해요.",
    },
    {
      stars: 3,
      text: "헬스장 기구가 너무 낡았어요. 레그프레스 등받이가 찢어져 테이프로 붙여 놨고 러닝머신 두 대는 몇 달째 '점검 중'입니다. 수영장은 만족합니다.",
    },
    {
      stars: 5,
      trainer: "jungsook",
      text: "어깨 수술하고 나서 정숙 선생님 시니어반에 들어왔습니다. 물속에서 걷기부터 시작해서 넉 달 만에 자유형을 다시 합니다. 스무 명을 가르치면서 누가 어디가 아픈지 다 외우고 계십니다.",
    },
    {
      stars: 5,
      trainer: "jungsook",
      text: '칠순에 운동을 시작했다. 선생님이 "안 되는 건 안 해도 됩니다" 하고 말해 줘서 다닌다.',
    },
    {
      stars: 4,
      trainer: "jungsook",
      text: "My mother goes to her morning class three times a week and talks about nothing else. She climbs our stairs without holding the rail now. The class fills up within minutes of opening, so be early on registration day.",
    },
    {
      stars: 4,
      trainer: "hanbyul",
      text: "물 공포증 있는 초등학생 아들을 맡겼어요. 첫 달은 얼굴도 못 담갔는데 억지로 밀지 않고 기다려 주셨어요. 지금은 25m를 갑니다.",
    },
    {
      stars: 3,
      trainer: "hanbyul",
      text: "한별 강사님은 친절하고 잘 가르치는데 한 반에 열여섯 명은 너무 많아요. 50분 동안 제 차례가 여섯 번이었어요.",
    },
    { stars: 4, text: "주차장이 넓어요! 지하 2층까지 있고 3시간 무료. 양천구에서 이 조건이면 감사하죠." },
    {
      stars: 2,
      text: "탈의실 드라이어 여섯 대 중 두 대만 돼요. 민원 넣은 지 한 달 넘었습니다. 샤워기 온도도 갑자기 뜨거워져서 조심해야 해요.",
    },
    {
      stars: 4,
      text: "Closed on Sundays, which is a pity, but open at half past five on weekdays, so I swim before work. People respect the slow, medium and fast lanes.",
    },
    {
      stars: 5,
      text: "The pool is the star: six lanes, lifeguards who look at the water and not at their phones, and hardly any chlorine smell. The gym upstairs is forgettable.",
    },
    {
      stars: 4,
      text: "데스크에서 어르신들께 키오스크 사용법을 하루에도 열 번씩 알려 드리는 걸 봤어요. 짜증 한 번 안 내시더라고요.",
    },
    { stars: 3, text: "구립 느낌 그대로예요. 싸고 넓고 조금 낡고. 기대를 거기에 맞추면 만족합니다." },
    {
      stars: 4,
      text: "The women's sauna is small and spotless. A note on the door says when the water was last changed, and it is always this week.",
    },
  ],
  "out-of-bed": [
    {
      stars: 5,
      text: "운동 한 번도 안 해 본 사람 여기로 오세요. 첫 주는 기구 이름 외우기만 시켜요. 진짜로요.",
    },
    {
      stars: 5,
      text: "이름부터 마음에 들어서 갔는데 분위기도 이름 같아요. 늦게 와도, 오늘은 스트레칭만 하고 가도 아무도 뭐라 안 해요. 우울할 때 나올 수 있는 유일한 곳이었어요. 고맙습니다.",
    },
    {
      stars: 5,
      trainer: "dajung",
      text: "다정 쌤은 이름 그대로. 팔굽혀펴기 0개에서 무릎 대고 열 개까지 왔는데 저보다 더 좋아하셨어요.",
    },
    {
      stars: 5,
      trainer: "dajung",
      text: '체성분 결과지를 보고 한숨 쉬었더니 "이 숫자는 오늘 날씨 같은 거예요"라고 하셨어요. 그 뒤로 체중계를 안 무서워합니다. 설명은 쉽고, 강도는 제 표정을 보면서 조절해 주세요.',
    },
    {
      stars: 4,
      trainer: "dajung",
      text: "Gentle without being vague. I had never touched a barbell; after ten weeks I can do a whole session alone and know why each thing is in it. I would only wish for later evening slots.",
    },
    {
      stars: 4,
      trainer: "woosung",
      text: "무게 욕심을 버리게 해 주는 선생님. 천천히 내리는 것만 8초씩 시키는데 다음 날 온몸이 알아요. 재미는 조금 없습니다.",
    },
    {
      stars: 4,
      text: "It is tiny, maybe eighty square metres. But you book your hour and no more than ten people get in, so it never feels tight.",
    },
    {
      stars: 3,
      text: "프리웨이트가 20kg까지밖에 없어서 1년쯤 다니니 한계가 왔어요. 초보 졸업하면 옮겨야 하는 구조. 첫 헬스장으로는 별 다섯.",
    },
    {
      stars: 5,
      text: "Booked slots, ten people at most, nobody grunting. For an anxious beginner this is heaven.",
    },
    {
      stars: 4,
      text: "샤워실은 두 칸인데 예약제라 기다린 적은 없어요. 화분이 많고 햇빛이 잘 들어서 헬스장 같지 않아요.",
    },
  ],
  "dusk-gym": [
    { stars: 4, text: "오후 2시에 열고 새벽 2시에 닫아요. 교대 근무자에게는 이런 곳이 없으면 안 돼요." },
    {
      stars: 3,
      text: "분위기는 좋은데 조명이 너무 어두워요. 덤벨 무게 표시를 휴대폰 불빛으로 확인한 적도 있습니다.",
    },
    {
      stars: 4,
      trainer: "moonsik",
      text: "밤 11시에 수업해 주는 선생님은 처음 봤어요. 일 끝나고 지친 걸 아셔서 강도를 그날그날 맞춰 주십니다. 어깨가 확실히 넓어졌어요.",
    },
    {
      stars: 5,
      trainer: "moonsik",
      text: "야간 근무 8년 차입니다. 언제 자고 언제 먹고 언제 운동할지부터 같이 표를 만들어 주셨습니다. 운동보다 그 표가 저를 살렸어요.",
    },
    {
      stars: 3,
      trainer: "moonsik",
      text: "Good coach, bad timekeeper: two of my eight sessions began fifteen minutes late. He added the time at the end without my asking, so three stars and not two.",
    },
    {
      stars: 2,
      text: "One member of staff for the whole evening, so plates lie about and the water fountain runs out of cups. Nice idea, thin execution.",
    },
    {
      stars: 4,
      text: "Open until two in the morning, dim lights, slow electronic music. Feels like training inside a film. Bring your own towel because the ones at the desk run out by ten.",
    },
    {
      stars: 3,
      text: "공단 쪽이라 밤에 역까지 걷는 길이 한적해요. 차가 있으면 주차는 무제한 무료라 편합니다.",
    },
  ],
  "pinwheel-gym": [
    { stars: 4, text: "문 연 지 얼마 안 돼서 기구가 다 새것이에요. 회원이 아직 적어서 전세 낸 기분." },
    {
      stars: 4,
      trainer: "siwoo",
      text: "일주일에 두 번, 30분만이라도 오게 만드는 게 목표라고 하셨어요. 넉 달째 안 빠졌으니 성공이죠?",
    },
    {
      stars: 5,
      trainer: "siwoo",
      text: "운동보다 출석이 먼저라는 철학. 달력에 스티커 붙여 주시는데 서른아홉 먹고 그게 좋아서 갑니다.",
    },
    {
      stars: 4,
      trainer: "siwoo",
      text: "Keeps it short and regular. He noticed that I always cancelled on Mondays and simply moved me to Tuesdays. I have not missed one since.",
    },
    {
      stars: 3,
      text: "2층인데 아래가 고깃집이라 저녁에 냄새가 올라와요. 운동하고 나면 꼭 삼겹살이 먹고 싶어지는 부작용...",
    },
    { stars: 5, text: "사장님 부부가 직접 청소하세요. 매트에서 세제 냄새 나는 헬스장 처음이에요." },
    {
      stars: 3,
      text: "유산소 기계가 다섯 대뿐. 러닝머신 세 대는 저녁 8시면 늘 차 있어요. 늘릴 계획이 있다고는 하시네요.",
    },
    {
      stars: 4,
      text: "Two months of pause with a six-month membership, and the refund formula hangs on the wall for everybody to read. That is how you earn trust.",
    },
    {
      stars: 4,
      text: "Friendly little place run by a couple. Two racks, one cable tower, everything new. I hope more people find it, but not too many.",
    },
    {
      stars: 2,
      text: "So cold in December that I could not feel the bar. The heating seems to come on only when the room is full. Spring may be kinder.",
    },
  ],
  "corner-gym": [
    {
      stars: 2,
      text: "싼 데는 이유가 있어요. 월 2만 9천 원에 러닝머신 열 대 중 네 대가 고장. '수리 예정' 종이가 누렇게 변했어요.",
    },
    { stars: 3, text: "I am a student, I come between lectures, I bench, I leave. For that it is fine." },
    {
      stars: 1,
      text: "샤워실 배수가 안 돼서 발목까지 물이 찬 적이 있어요. 곰팡이도 보이고요. 데스크에 말했더니 알아보겠다고만 하고 3주째 그대로입니다.",
    },
    {
      stars: 4,
      text: "가깝고 싸고 사람들 착해요. 케이블 하나 기다릴 때 같이 돌아가면서 쓰자고 먼저 말해 주는 문화가 있어요.",
    },
    {
      stars: 3,
      trainer: "inseong",
      text: "열정은 최고예요. 다만 한 번에 세 명을 봐 주시느라 제 자세를 못 볼 때가 있었어요. 1:1인 줄 알고 등록했는데 설명을 더 분명히 해 주시면 좋겠어요.",
    },
    {
      stars: 5,
      trainer: "inseong",
      text: "대학 첫 헬스장, 첫 선생님. 기구 하나하나 앉는 높이를 메모해 주셔서 혼자서도 헤매지 않았어요. 학생이라고 10회를 6개월에 나눠 쓰게 해 주신 것도 감사합니다.",
    },
    {
      stars: 3,
      trainer: "inseong",
      text: "Energetic and kind, but the sessions are shared with two or three others and nobody told me that before I paid. Once I knew, it was fine for the price.",
    },
    {
      stars: 2,
      trainer: "chaewon",
      text: "식단을 사진으로 보내면 이틀 뒤에 답이 와요. 운동 시간에는 친절하신데 관리가 된다는 느낌은 없었어요.",
    },
    {
      stars: 4,
      trainer: "chaewon",
      text: "Forty minutes on one step box and I was soaked. Never boring, which I cannot say about any cardio I have done before.",
    },
    {
      stars: 2,
      text: "Half of the machines have a paper sign on them. The staff shrug. It is cheap, it is next to my flat, and that is all I can say for it.",
    },
    {
      stars: 3,
      text: "새벽 6시에 연다고 써 있는데 6시 20분에 문 열린 날이 한 달에 세 번쯤. 기다리다 그냥 학교 간 적도 있어요.",
    },
    {
      stars: 4,
      text: "헌책방 골목 분위기가 좋고, 창문 열면 바람이 잘 통해요. 기구는 기대하지 말고 맨몸 운동하러 오세요.",
    },
    {
      stars: 2,
      text: "The locker I was given did not lock for a month. I carried my laptop from machine to machine. They did replace it in the end, with an apology.",
    },
    {
      stars: 3,
      text: "환불이 세 번 미뤄져서 별 하나를 줬었는데, 결국 규정대로 돌려받았습니다. 사장님이 직접 전화해서 직원이 바뀌는 바람에 늦었다고 사과하셨어요. 처음부터 그랬으면 더 좋았겠지만요.",
      before: { stars: 1, text: "환불해 달라고 했더니 사장님이 안 계신다며 세 번을 미뤘어요." },
    },
  ],
  "oreumak-gym": [
    {
      stars: 4,
      text: "오르막을 올라가는 것부터 준비운동. 도착하면 이미 땀나요. 대신 옥상에서 보는 관악산이 상이에요.",
    },
    { stars: 3, text: "자취생 살려 주는 가격(3개월 9만 원). 시설은 가격만큼." },
    {
      stars: 2,
      text: "8월에 에어컨이 2주 동안 고장이었어요. 선풍기 틀어 줬지만 37도에는 소용없더라고요. 기간 연장은 일주일만 해 줬습니다.",
    },
    {
      stars: 4,
      text: "벤치 네 개, 랙 두 개. 저녁 10시 이후에 가면 기다리지 않아요. 서로 보조해 주는 문화가 있어서 혼자 와도 무거운 걸 들 수 있어요.",
    },
    {
      stars: 4,
      trainer: "hyunwoo",
      text: "마른 체질이라 뭘 해도 안 쪘는데 현우 쌤이 먹는 양부터 엑셀로 보여 주셨어요. 1년 동안 58에서 66kg. 밥 먹는 게 운동보다 힘들었습니다.",
    },
    {
      stars: 5,
      trainer: "hyunwoo",
      text: "형처럼 잔소리해 주는 선생님. 시험 기간엔 운동 줄이고 자라고 하십니다.",
    },
    {
      stars: 4,
      trainer: "hyunwoo",
      text: "He took a skinny exchange student and taught him to eat. Slow mornings, big lunches, three lifts a week: plus six kilos in a semester. Some lessons were in a mix of Korean, English and drawings on a whiteboard.",
    },
    {
      stars: 3,
      trainer: "hyunwoo",
      text: "벌크업 목적이면 추천, 저는 체력이 목적이라 조금 안 맞았어요. 그래도 억지로 더 결제하라는 말은 없었습니다.",
    },
    {
      stars: 2,
      text: "여자 탈의실이 3층인데 운동은 1층이에요. 수건 하나 두고 오면 또 올라가야 해요. 샤워실 문고리도 흔들려서 불안합니다.",
    },
    { stars: 3, text: "정수기 물이 미지근해요. 사소하지만 매일 느끼는 거라 적습니다." },
    {
      stars: 4,
      text: "사장님이 공부하는 학생들한테 시험 전날 초콜릿을 나눠 줘요. 이런 정 때문에 시설이 낡아도 다니게 돼요.",
    },
    {
      stars: 3,
      text: "Cheap and cheerful, up a hill that counts as leg day. No air conditioning worth the name, so I stop coming from mid-July. In autumn it is perfect.",
    },
    {
      stars: 5,
      text: "재수할 때부터 3년째. 힘든 날마다 여기서 한 시간씩 버텼어요. 시설로는 별 셋인데 제 인생에서는 별 다섯입니다.",
    },
    {
      stars: 2,
      text: 'Some plates do not match what is written on them: we weighed two "twenties" and they were almost a kilo apart. Check before you lift heavy.',
    },
    {
      stars: 4,
      text: "New mats, clean mirrors, a brighter room. You can see it getting better month by month.",
    },
    {
      stars: 3,
      text: "저녁 음악이 발라드예요... 데드리프트하다 울 뻔했습니다. 신청곡 받아 주신다니 다들 좀 신청해요.",
    },
    {
      stars: 1,
      text: "등록 첫날 신발장에 둔 운동화가 없어졌어요. CCTV가 신발장 쪽은 안 비춘다고 하네요. 직원분은 미안해하셨지만 잠금 있는 신발장으로 바꿔 주셔야 할 것 같아요.",
    },
    {
      stars: 4,
      text: "The staff are students themselves and will happily spot you. The rooftop at sunset, with the mountain behind, is the best free stretching area in the district.",
    },
  ],
  "first-step": [
    {
      stars: 5,
      trainer: "yerin",
      text: "예린 쌤 덕분에 러닝머신 말고 다른 기구도 만질 수 있게 됐어요. 문 연 지 두 달밖에 안 된 곳이라 조용합니다.",
    },
    {
      stars: 4,
      text: "작고 밝고 깨끗해요. 기구마다 그림 설명이 붙어 있어서 처음인 저도 따라 할 수 있었어요.",
    },
  ],
};
