import type { PageKind } from "./page-kind.ts";

type ReplyTexts = { T: readonly string[]; F: readonly string[] };

export type Phrases = {
  quoting: ReplyTexts;
  kinds: Record<PageKind, ReplyTexts>;
};

/** {이라고/라고}: the particle after a consonant / after a vowel. */
export const korean: Phrases = {
  quoting: {
    T: [
      "오늘 글에서는 “**{quote}**”{이라는/라는} 대목을 먼저 보게 돼요.",
      "적어 준 내용을 따라가 보면 “**{quote}**”{이라고/라고} 쓴 데가 눈에 들어와요.",
      "무슨 일이 있었는지 또렷하게 적어 줬네요. 저는 “**{quote}**”{이라는/라는} 부분을 오래 봤어요.",
    ],
    F: [
      "“**{quote}**”{이라고/라고} 적은 줄을 천천히 읽었어요.",
      "오늘 이야기를 나눠 줘서 고마워요. “**{quote}**”{이라는/라는} 말에 오래 머물렀어요.",
      "글을 따라 읽다가 “**{quote}**”{이라는/라는} 데서 잠시 멈췄어요.",
    ],
  },
  kinds: {
    // One for each tone, always the same. It repeats nothing of the page.
    danger: {
      T: [
        "여기 적어 줘서 고마워요. 쓰기 쉽지 않았을 텐데, 한 글자도 가볍게 읽지 않았어요.\n\n지금은 도움을 받아야 하는 때예요. 그리고 당신은 지금 바로 도움을 받아 마땅한 사람이에요. 자살예방 상담전화 **109**, 정신건강 위기상담전화 **1577-0199**, 청소년 상담전화 **1388** 모두 24시간 열려 있고, 어떤 말부터 꺼내도 괜찮아요.\n\n지금 이 순간 위험하다고 느껴지면 **119**에 바로 전화해 주세요. 저는 사람을 대신할 수 없어서, 오늘 밤은 꼭 누군가의 목소리와 이어졌으면 해요.",
      ],
      F: [
        "이 마음을 여기에 적어 줘서 고마워요. 혼자 품고 있기에 얼마나 무거웠을지, 조심스럽게 읽었어요. 이렇게 느끼는 당신을 탓하지 않아요.\n\n지금 이 마음을 들어 줄 사람이 있어요. 자살예방 상담전화 **109**, 정신건강 위기상담전화 **1577-0199**, 청소년 상담전화 **1388**은 밤에도 새벽에도 열려 있어요. 말이 잘 나오지 않아도, 울기만 해도 괜찮아요.\n\n지금 당장 위험하다면 **119**에 전화해 주세요. 당신은 지금 도움을 받아 마땅한 사람이고, 이 밤을 혼자 견디지 않아도 돼요.",
      ],
    },
    joy: {
      T: [
        "좋은 일이 있었던 날이네요. 이런 날은 잘된 까닭을 남겨 두면 다음에 다시 꺼내 쓸 수 있어요.\n\n1. 오늘이 좋았던 까닭을 한 줄로 적어 봐요. 운이었는지, 준비한 덕분인지, 함께한 사람 때문인지요.\n2. 그 가운데 **다시 할 수 있는 것** 하나에 표시해 둬요.\n3. 함께 기뻐할 사람이 있다면 짧게라도 소식을 전해요.\n\n내일은 두 번째만 떠올려도 충분해요. 오늘은 마음껏 좋아해도 되는 날이에요.",
        "잘된 날의 기록은 나중에 힘이 돼요. 기분이 또렷할 때 조금만 더 남겨 두면 좋겠어요.\n\n- **언제** 가장 기분이 좋았는지 시간을 적어 둬요. 하루의 어느 때가 나와 맞는지 알 수 있어요.\n- **누구와** 함께였는지 이름을 적어 둬요.\n- 비슷한 하루를 언제 또 만들지 날짜를 하나 골라 둬요.\n\n내일은 날짜만 골라도 좋아요. 좋은 날은 우연히도 오지만, 불러낼 수도 있으니까요.",
      ],
      F: [
        "읽는 동안 저도 함께 환해졌어요. 글에서 기쁨이 그대로 느껴져요.\n\n좋은 일이 있는 날에는 마음 놓고 좋아해도 돼요. 이런 기쁨은 그냥 온 것처럼 보여도, 그동안 보낸 시간이 어딘가에서 받쳐 준 것일 때가 많거든요. 오늘의 당신을 **가만히 축하**하고 싶어요.\n\n오늘 밤은 이 기분을 이불처럼 덮고 푹 자요.",
        "이렇게 밝은 하루를 나눠 줘서 고마워요. 글 사이사이에 웃음이 묻어 있는 것 같아요.\n\n기쁜 순간은 금방 지나가지만, 적어 둔 기쁨은 오래 남아요. 언젠가 흐린 날에 이 페이지를 펼치면 오늘의 공기가 다시 떠오를 거예요. 그만큼 **소중한 하루**를 보냈네요.\n\n오늘은 아무것도 더하지 않아도 충분한 밤이에요.",
      ],
    },
    thanks: {
      T: [
        "고마운 마음이 드는 날이었네요. 그런 마음은 전할 때 한 번 더 커져요.\n\n1. 고마운 사람이 있다면 무엇이 고마웠는지 **한 문장**으로 보내 봐요. 짧을수록 부담 없이 닿아요.\n2. 바로 전하기 어렵다면 날짜와 함께 이 페이지에 남겨 둬요.\n3. 오늘 내가 누군가에게 고마운 사람이었던 순간도 하나 찾아봐요.\n\n내일은 첫 번째 한 문장이면 넉넉해요.",
      ],
      F: [
        "고마움이 담긴 글은 읽는 사람 마음까지 데워 주네요. 오늘 누군가의 다정함이 당신에게 잘 닿은 것 같아요.\n\n고마움을 알아차리는 것도 마음에 자리가 있어야 할 수 있는 일이에요. 그 자리를 비워 둔 당신도 **참 다정한 사람**이라는 생각이 들어요.\n\n오늘 받은 온기가 내일 아침까지 남아 있기를 바라요.",
      ],
    },
    tired: {
      T: [
        "많이 지친 날이었네요. 지친 날에는 더 애쓰는 것보다 **덜어 내는 것**이 먼저예요.\n\n1. 오늘 밤 꼭 하지 않아도 되는 일을 하나 내려놓아요. 쉬는 것도 내일을 위한 일이니까요.\n2. 평소보다 30분 일찍 누워 봐요. 잠이 오지 않아도 눈을 감고 있으면 몸이 쉬어요.\n3. 내일 할 일 가운데 미룰 수 있는 것을 하나만 골라 둬요.\n\n내일은 그 하나를 미루는 것부터 해 봐요. 피로가 오래 이어지면 병원이나 가까운 사람에게 이야기하는 것도 좋아요.",
      ],
      F: [
        "오늘 정말 고단했겠어요. 글에서 지친 어깨가 보이는 것 같았어요.\n\n힘이 빠지는 건 약해서가 아니라, 그만큼 오래 버텨 왔기 때문이에요. 누가 알아주지 않았더라도 오늘 하루를 여기까지 데려온 건 **당신**이에요.\n\n이제 내려놓아도 되는 시간이에요. 아무것도 하지 않아도 되는 밤이 되기를 바라요.",
      ],
    },
    anger: {
      T: [
        "화가 날 만한 일이 있었던 것 같아요. 화가 났을 때는 **무엇이 선을 넘었는지**부터 분명히 해 두면 다음 행동을 고르기 쉬워요.\n\n1. 있었던 일과 그때 든 생각을 따로 한 줄씩 적어 봐요. 둘을 나누면 꼭 짚어야 할 것이 보여요.\n2. 상대에게 바라는 것이 있다면 한 문장으로 만들어 봐요.\n3. 그 말을 할지 말지는 하룻밤 자고 정해요. 몸이 가라앉은 뒤의 판단이 더 내 편이거든요.\n\n내일은 두 번째 문장을 다시 읽어 보는 것으로 시작해요.",
      ],
      F: [
        "읽으면서 저도 마음이 답답해졌어요. 그런 일을 겪고 아무렇지 않기는 어려웠을 거예요.\n\n화는 내게 중요한 것이 다쳤다고 알려 주는 마음이에요. 그래서 화가 났다는 건 속이 좁다는 뜻이 아니라, **지키고 싶은 것이 있다**는 뜻이기도 해요.\n\n오늘은 그 마음을 억지로 가라앉히지 않아도 괜찮아요. 여기에는 있는 그대로 두어도 돼요.",
      ],
    },
    sadness: {
      T: [
        "마음이 많이 아픈 날이었네요. 슬픔은 풀어야 할 문제라기보다 지나가는 데 시간이 드는 일에 가까워요.\n\n1. 오늘 해야 하는 일은 **꼭 필요한 것만** 남겨요. 슬플 때는 평소의 절반만 해도 많이 한 거예요.\n2. 이 이야기를 들어 줄 사람이 있다면 이름을 하나 떠올려 봐요. 짧게 안부만 물어도 괜찮아요.\n3. 밥과 잠은 거르지 않도록 해요. 마음은 몸에 기대어 회복되니까요.\n\n내일은 떠올린 사람에게 한 줄만 보내 봐요. 힘든 날이 길어지면 상담을 받는 것도 좋은 방법이에요.",
      ],
      F: [
        "마음이 많이 시렸겠어요. 이런 이야기를 꺼내는 것만으로도 힘이 들었을 텐데, 나눠 줘서 고마워요.\n\n슬픔이 큰 건 그만큼 마음을 주었기 때문일 거예요. 얼른 괜찮아져야 할 까닭도, 울음을 참아야 할 까닭도 없어요. 지금의 그 마음에는 **그럴 만한 이유**가 있어요.\n\n오늘 밤은 제가 이 페이지 곁에 조용히 있을게요.",
      ],
    },
    regret: {
      T: [
        "마음에 걸리는 일이 있었네요. 지난 일을 바꿀 수는 없지만, **다음에 할 말**은 고를 수 있어요.\n\n1. 있었던 일과 내가 바랐던 모습을 한 줄씩 적어 봐요. 둘 사이가 멀지 않을 때가 많아요.\n2. 사과하고 싶은 사람이 있다면 변명 없이 한 문장으로 만들어 봐요.\n3. 전할 때를 정해요. 서로 지치지 않은 시간이 좋아요.\n\n내일은 그 한 문장만 준비해도 충분해요.",
      ],
      F: [
        "마음이 편치 않은 하루였겠어요. 자꾸 그 순간으로 돌아가 보게 되는 날이 있지요.\n\n미안하고 아쉬운 마음은 그 사람이나 그 일을 **소중히 여긴다**는 뜻이기도 해요. 한 번의 일이 당신이라는 사람 전부를 말해 주지는 않아요.\n\n오늘은 스스로에게도 조금 너그러워도 괜찮은 밤이에요.",
      ],
    },
    worry: {
      T: [
        "앞일이 마음에 걸리는 날이네요. 걱정은 뭉쳐 있을 때 가장 크게 느껴져서, 나눠 놓으면 조금 다룰 만해져요.\n\n1. 걱정되는 것을 한 줄씩 적고, **내가 할 수 있는 것**에만 표시해 봐요.\n2. 표시한 것 가운데 15분이면 끝나는 준비를 하나 골라요. 작은 준비가 불안을 가장 빨리 줄여 줘요.\n3. 나머지는 다시 생각할 시간을 정해 두고 덮어 둬요.\n\n내일은 그 15분만 해 봐요. 해 보고 나면 무엇이 남는지 다시 이야기해요.",
      ],
      F: [
        "마음이 자꾸 앞으로 달려가는 하루였던 것 같아요. 그런 날은 쉬고 있어도 쉬는 것 같지 않지요.\n\n걱정이 된다는 건 그 일이 당신에게 중요하다는 뜻이기도 해요. 잘하고 싶은 마음과 두려운 마음은 늘 함께 다니니까, 떨리는 게 **이상한 일이 아니에요**.\n\n오늘 밤만큼은 그 마음을 이 페이지에 맡겨 두고 쉬어요. 제가 가지고 있을게요.",
      ],
    },
    plain: {
      T: [
        "하루를 이렇게 적어 두면 나중에 돌아볼 **기준**이 생겨요. 내일로 이어 볼 만한 것을 세 가지 골라 봤어요.\n\n1. 오늘 한 일 가운데 내일도 하고 싶은 것을 하나 골라요. 좋은 것은 되풀이할수록 쉬워져요.\n2. 마음에 걸리는 것이 있다면 한 줄로 적어 둬요. 적어 두면 머릿속에서 덜 맴돌아요.\n3. 내일 가장 먼저 할 일을 하나만 정해요.\n\n내일은 첫 번째만 해도 충분해요. 어땠는지 또 적어 주면 이어서 같이 볼게요.",
        "있었던 일을 순서대로 적어 두니 하루가 한눈에 보이네요. 여기에 조금만 더하면 **다음 하루**를 고르기가 쉬워져요.\n\n- **남기고 싶은 것**: 오늘 가장 잘 쓴 시간을 하나 골라 봐요.\n- **줄이고 싶은 것**: 없어도 괜찮았을 일을 하나 떠올려 봐요.\n- **내일의 자리**: 하고 싶은 일에 쓸 시간을 30분만 먼저 비워 둬요.\n\n내일은 그 30분만 지켜도 좋은 하루예요.",
      ],
      F: [
        "크게 내세우지 않은 하루에도 마음이 머문 자리가 있네요. 적는 동안 무엇을 느꼈을지 가만히 헤아려 보았어요.\n\n특별한 일이 있어야만 적을 만한 날인 건 아니에요. 이렇게 하루를 돌아보고 몇 줄로 남기는 데에는 스스로를 **아끼는 마음**이 들어 있다고 생각해요.\n\n오늘도 여기까지 잘 왔어요. 내일 또 이야기하고 싶어지면 이 페이지에서 기다릴게요.",
        "하루의 결이 고스란히 느껴져요. 그 자리에 잠깐 함께 있었던 것 같아요.\n\n지나고 나면 흐려질 순간을 이렇게 붙잡아 두었네요. 잘한 날인지 아닌지 따지지 않아도, 오늘은 당신이 살아 낸 **하나뿐인 하루**예요.\n\n지금 느끼는 그대로 편히 쉬어요. 저는 이 페이지에 조용히 있을게요.",
      ],
    },
    short: {
      T: [
        "짧게 적어 준 한마디를 잘 읽었어요. 짧은 글만으로는 무슨 일이 있었는지 알 수 없어서 **짐작하지 않을게요**.\n\n조금 더 적고 싶어지면 이런 것부터 써 봐도 좋아요.\n\n- 오늘 있었던 일 하나\n- 그때 든 생각이나 기분\n- 내일 바라는 것 하나\n\n한 줄만 더해도 괜찮아요. 그만큼만 같이 이야기해 볼게요.",
      ],
      F: [
        "짧은 한마디를 남겨 줬네요. 길게 쓰지 않아도, 이 페이지를 열어 준 것만으로 반가워요.\n\n그 말 뒤에 어떤 마음이 있는지는 제가 함부로 짐작하지 않을게요. 말이 많지 않은 날도 있고, 그런 날은 **그런 날대로** 괜찮으니까요.\n\n더 이야기하고 싶어지면 언제든 이어서 적어 주세요. 천천히 들을게요.",
      ],
    },
    laughing: {
      T: [
        "웃음으로 가득한 페이지네요. 무엇이 그렇게 웃겼는지 적혀 있지 않아서 **조언할 것이 없는** 하루예요.\n\n나중에 다시 읽을 때를 위해 이런 것만 남겨 두면 어때요?\n\n- 누가 무슨 말을 했는지\n- 어디에서 웃음이 터졌는지\n\n한 줄만 있어도 그날의 웃음이 다시 떠올라요. 오늘은 그걸로 충분해요.",
      ],
      F: [
        "웃음소리가 여기까지 들리는 것 같아요. 무슨 일인지는 몰라도 덩달아 입꼬리가 올라가네요.\n\n이렇게 웃을 수 있는 순간이 하루에 한 번이라도 있다는 건 **참 좋은 일**이에요. 왜 웃었는지 설명하지 않아도 괜찮아요.\n\n오늘의 웃음이 잠들 때까지 이어지기를 바라요.",
      ],
    },
    crying: {
      T: [
        "눈물만 적힌 페이지를 잘 받았어요. 무슨 일이 있었는지 모르니 **서둘러 조언하지 않을게요**.\n\n지금 할 수 있는 작은 것만 적어 볼게요.\n\n- 물을 한 잔 천천히 마셔요.\n- 옆에 있어 줄 사람이 있다면 짧게 연락해 봐요.\n\n무슨 일이었는지 적고 싶어지면 그때 한 줄만 더해 주세요. 거기서부터 같이 볼게요.",
      ],
      F: [
        "말보다 눈물이 먼저 나오는 날이 있지요. 무슨 일인지 묻지 않고 곁에 있을게요.\n\n이유를 설명하지 못해도, 지금 느끼는 것은 **그대로 진짜**예요. 다 울고 나서 적어도 되고, 끝내 적지 않아도 괜찮아요.\n\n오늘 밤 당신에게 조금이라도 포근한 것이 닿기를 바라요.",
      ],
    },
    symbols: {
      T: [
        "오늘은 글자 없이 기호나 그림으로만 남겼네요. 뜻은 쓴 사람이 가장 잘 알 테니 **해석하지 않을게요**.\n\n나중에 알아볼 수 있게 이런 것을 덧붙여도 좋아요.\n\n- 무엇을 나타낸 것인지 한 낱말\n- 오늘 기분에 붙일 이름 하나\n\n그대로 두어도 물론 괜찮아요.",
      ],
      F: [
        "말 대신 그림과 기호로 남긴 하루네요. 꼭 글로 옮겨야만 마음인 건 아니라고 생각해요.\n\n어떤 뜻인지 다 알지는 못해도, 오늘을 **그냥 지나치지 않은** 마음은 보여요.\n\n말로 하고 싶어지는 때가 오면 이 페이지에서 천천히 들을게요.",
      ],
    },
    numbers: {
      T: [
        "숫자로 남긴 기록이네요. 무엇을 잰 것인지 적혀 있지 않으면 뜻을 **짐작하지 않을게요**. 숫자는 이렇게 적어 둘 때 쓸모가 커져요.\n\n1. 무엇을 센 것인지 단위와 함께 한 낱말을 붙여요.\n2. 한 번의 값보다 한 주의 흐름을 봐요. 하루치는 쉽게 흔들리거든요.\n3. 기준으로 삼을 값이 있다면 옆에 적어 둬요.\n\n내일도 같은 자리에 하나만 더 적어 보세요.",
      ],
      F: [
        "숫자로 하루를 남겨 두었네요. 담담해 보이는 숫자 뒤에도 그 수를 적던 마음이 있었을 거예요.\n\n제가 그 뜻을 함부로 읽지는 않을게요. 다만 숫자는 당신을 **재는 자**가 아니라, 지나온 길에 놓아 둔 작은 표시라고 생각해요.\n\n오늘 적은 수가 무엇이든 편안한 밤이 되기를 바라요.",
      ],
    },
    list: {
      T: [
        "목록으로 정리해 두었네요. 머릿속에 있던 것을 밖에 꺼내 놓은 것만으로 **절반은 가벼워져요**.\n\n1. 목록에서 오늘이나 내일 꼭 필요한 것 하나에만 별표를 해요.\n2. 남이 해도 되는 것, 없어도 되는 것은 줄을 그어요.\n3. 나머지는 순서를 매기지 말고 그대로 둬요.\n\n내일은 별표 하나만 챙기면 돼요.",
      ],
      F: [
        "하나하나 적어 내려간 목록을 읽었어요. 짧은 말들 사이로 당신의 하루가 조금 보이는 것 같아요.\n\n적어 두었다고 해서 다 해내야 하는 것은 아니에요. 잊지 않으려고, 챙기려고 꺼내 놓은 그 마음에는 **정성**이 들어 있어요.\n\n오늘 밤은 목록을 여기 맡겨 두고 쉬어도 괜찮아요.",
      ],
    },
    quotation: {
      T: [
        "오늘은 누군가의 말을 옮겨 적었네요. 마음에 남은 문장은 **내 이야기와 이어 둘 때** 더 오래가요.\n\n1. 어디에서 만난 말인지 출처를 적어 둬요.\n2. 이 말이 지금 와닿은 까닭을 한 줄로 써 봐요.\n3. 내 말로 바꾼다면 어떻게 쓸지 한 번 적어 봐요.\n\n내일은 두 번째 한 줄만 더해도 좋아요.",
      ],
      F: [
        "다른 사람의 말을 골라 이 페이지에 두었네요. 많은 문장 가운데 이 문장이 남은 데에는 까닭이 있겠지요.\n\n때로는 내 마음을 내 말보다 다른 이의 말이 더 잘 알아주기도 해요. 그 문장이 오늘 당신에게 **기댈 자리**가 되었다면 좋겠어요.\n\n그 말 곁에 당신의 말을 덧붙이고 싶어지면, 언제든 들을게요.",
      ],
    },
    unreadable: {
      T: [
        "오늘 글은 제가 잘 읽을 수 없는 말로 적혀 있어요. 아는 척하며 **지어내지 않을게요**.\n\n한국어나 영어로 한두 줄을 덧붙이면 거기서부터 함께 살펴볼 수 있어요.\n\n- 오늘 있었던 일 하나\n- 그때 든 생각 하나\n\n그대로 남겨 두어도 일기로는 충분해요.",
      ],
      F: [
        "오늘은 제가 다 알아듣지 못하는 말로 적어 주었네요. 뜻을 꾸며 내지 않고, 그대로 곁에 둘게요.\n\n읽는 이가 알아듣지 못해도 쓰는 동안 마음이 조금 **가벼워졌다면** 그걸로 좋은 일이에요.\n\n한국어나 영어로도 이야기하고 싶어지면 천천히 들을게요.",
      ],
    },
  },
};

export const english: Phrases = {
  quoting: {
    T: [
      "In today's page I look first at **“{quote}”**.",
      "Following what you wrote, I notice where you say **“{quote}”**.",
      "You set down clearly what happened. I stayed longest with **“{quote}”**.",
    ],
    F: [
      "I read the line **“{quote}”** slowly.",
      "Thank you for sharing this day. I stayed for a while with **“{quote}”**.",
      "Reading along, I paused where you wrote **“{quote}”**.",
    ],
  },
  kinds: {
    danger: {
      T: [
        "Thank you for writing this down. It cannot have been easy, and I did not read a word of it lightly.\n\nThis is a moment to be helped, and you deserve that help right now. In Korea you can call **109** (suicide prevention), **1577-0199** (mental health crisis) or **1388** (for young people). All of them answer 24 hours a day, and you can begin with whatever words come.\n\nIf you are in danger at this moment, please call **119**. I cannot stand in for a person, and I hope that you will hear someone's voice tonight.",
      ],
      F: [
        "Thank you for trusting this page with something so heavy. I read it with care, and nothing in it makes me think less of you. It sounds as if you have been carrying this alone for a long time.\n\nThere are people who will listen tonight. In Korea, **109** (suicide prevention), **1577-0199** (mental health crisis) and **1388** (for young people) are open 24 hours a day. You may call without knowing what to say, and you may simply cry.\n\nIf you are in danger at this moment, please call **119**. You deserve help right now, and you do not have to get through this night alone.",
      ],
    },
    joy: {
      T: [
        "This was a good day, and good days are worth understanding, so that you can have more of them.\n\n1. Write one line about what made it good: luck, preparation, or the people you were with.\n2. Mark the part of it that you **could do again**.\n3. If someone would be glad to hear about it, tell them in a sentence.\n\nTomorrow it is enough to think of the second point. Tonight you may simply enjoy this.",
        "A note about a day that went well is useful later. While the feeling is fresh, add a little more to it.\n\n- **When** did it feel best? It tells you which hours suit you.\n- **Who** was there? Put the name down.\n- Pick a date on which you could have a day like this again.\n\nTomorrow, the date alone is enough. Good days come by chance, and they can also be invited.",
      ],
      F: [
        "I brightened up while I was reading. The joy in this page comes straight through.\n\nOn a day like this you may be glad without holding back. Such joy often looks as if it simply arrived, and yet some of the days before it carried you here. I would like to **celebrate quietly** with you.\n\nWrap yourself in this feeling tonight, and sleep well.",
        "Thank you for sharing such a bright day. There seems to be a smile between the lines.\n\nHappy moments pass quickly, but one that is written down stays. On some grey day you may open this page and find the air of today again. It was **a precious one**.\n\nNothing needs to be added tonight.",
      ],
    },
    thanks: {
      T: [
        "It sounds like a day with something to be thankful for. Thanks grow when they are passed on.\n\n1. If there is someone to thank, tell them in **one sentence** what it was. A short one is easy to send and easy to receive.\n2. If you cannot tell them now, leave it here with the date.\n3. Look for one moment today when somebody may have been thankful for you.\n\nTomorrow, that one sentence is plenty.",
      ],
      F: [
        "A page full of thanks warms the one who reads it, too. It seems that somebody's kindness reached you today.\n\nNoticing kindness takes some room in the heart. You kept that room free, and I think it says that **you are kind** yourself.\n\nMay the warmth of today still be there in the morning.",
      ],
    },
    tired: {
      T: [
        "This was a tiring day. On such days the first step is to **take something away**, rather than to try harder.\n\n1. Drop one thing that does not have to be done tonight. Rest is work for tomorrow.\n2. Lie down half an hour earlier. Even without sleep, closed eyes let the body rest.\n3. Pick one thing from tomorrow that can wait.\n\nBegin tomorrow by letting that one thing wait. If the tiredness stays for weeks, a doctor or someone close to you is worth talking to.",
      ],
      F: [
        "What a wearing day this must have been. I could almost see the weight on your shoulders.\n\nRunning out of strength does not mean that you are weak. It means that you have been holding on for a long time. Even if nobody noticed, it was **you** who brought this day to its end.\n\nYou may put it down now. I wish you a night in which nothing is asked of you.",
      ],
    },
    anger: {
      T: [
        "Something happened that would make many people angry. It helps to be clear about **which line was crossed** before you choose what to do.\n\n1. Write one line about what happened and another about what you thought. Kept apart, they show what really needs an answer.\n2. If you want something from the other person, put it into one sentence.\n3. Sleep before you decide whether to say it. A rested judgement is more on your side.\n\nBegin tomorrow by reading that sentence once more.",
      ],
      F: [
        "I felt something tighten while I was reading. It would be hard to go through that and feel nothing.\n\nAnger tells us that something we care about was hurt. Feeling it does not make you small; it also means that **there is something you want to protect**.\n\nYou do not have to calm it down tonight. It may stay here exactly as it is.",
      ],
    },
    sadness: {
      T: [
        "This was a painful day. Sadness is less a problem to solve than something that needs time to pass.\n\n1. Keep only **what is really needed** on your list. Half of the usual is a lot on a sad day.\n2. Think of one person who could hear about this. A short hello is enough to begin with.\n3. Try not to skip meals and sleep. The heart leans on the body to recover.\n\nTomorrow, send that person one line. If the hard days go on, talking to a counsellor is a good thing to do.",
      ],
      F: [
        "This must have hurt. It takes strength even to write it down, and I am grateful that you did.\n\nSadness is often as large as the care that came before it. There is no need to be well soon, and no need to hold back tears. What you feel has **its reasons**.\n\nI will keep you quiet company beside this page tonight.",
      ],
    },
    regret: {
      T: [
        "Something is weighing on you. What happened cannot be changed, but **what you say next** is yours to choose.\n\n1. Write one line about what happened, and one about how you would have liked it. They are often not far apart.\n2. If there is someone you would like to apologise to, put it into one sentence, without excuses.\n3. Choose when to say it. A time at which neither of you is tired is best.\n\nTomorrow, having that one sentence ready is enough.",
      ],
      F: [
        "This must have been an uneasy day. There are moments to which the mind keeps going back.\n\nFeeling sorry also means that the person, or the thing, is **dear to you**. One moment does not tell everything about who you are.\n\nTonight you may be a little gentle with yourself as well.",
      ],
    },
    worry: {
      T: [
        "Something ahead is on your mind. A worry feels largest as one lump, and easier to hold once it is divided.\n\n1. Write your worries down one by one, and mark only **what you can do something about**.\n2. Among those, pick a preparation that takes fifteen minutes. Small preparations calm the fastest.\n3. Set a time to think about the rest, and leave it until then.\n\nTomorrow, do only those fifteen minutes. Then we can look at what remains.",
      ],
      F: [
        "It sounds as if your thoughts kept running ahead today. On such days even rest does not feel like rest.\n\nWorry also means that this matters to you. Wanting it to go well and being afraid tend to walk side by side, so there is **nothing strange** about trembling a little.\n\nFor tonight, leave it here on this page. I will hold on to it for you.",
      ],
    },
    plain: {
      T: [
        "A day that is written down gives you **something to compare with** later. Here are three things that could carry over into tomorrow.\n\n1. Choose one thing from today that you would like to do again. What is good gets easier with repetition.\n2. If something still bothers you, put it into one line. Written down, it goes round less in your head.\n3. Decide on the first thing to do tomorrow, and only on that.\n\nDoing the first of these already counts. Write down how it went and we can take it from there.",
        "Put in order like this, the day can be seen at a glance. A little more, and **the next one** is easier to choose.\n\n- **To keep**: which hour of today was spent best?\n- **To lessen**: what could you have done without?\n- **To make room for**: keep half an hour free tomorrow for something you want to do.\n\nIf you keep that half hour, it is a good day.",
      ],
      F: [
        "Even a day that makes no fuss has places where the heart stayed for a while. I tried to imagine what you felt while you were writing.\n\nA day does not need an event to be worth a page. Looking back and leaving a few lines is a way of **caring for yourself**, I think.\n\nYou have come this far today. Whenever you want to talk again, this page will be waiting.",
        "The feel of this day comes through. For a moment I seemed to be there with you.\n\nYou kept hold of something that would otherwise have faded. Whether it was a good day or not, it is **the only one of its kind**, and it is yours.\n\nRest as you are. I will be here, quietly.",
      ],
    },
    short: {
      T: [
        "I read the few words you left. They are not enough to know what happened, so **I will not guess**.\n\nIf you would like to write a little more, you could begin with one of these.\n\n- One thing that happened today\n- What you thought or felt at that moment\n- One thing you would like tomorrow\n\nA single line is fine. We can talk about just that much.",
      ],
      F: [
        "You left a few words here, and I am glad that you opened this page at all. It does not need to be long.\n\nI will not guess at what lies behind them. Some days have few words, and they are all right **just as they are**.\n\nIf you feel like saying more, write on whenever you want. I will listen slowly.",
      ],
    },
    laughing: {
      T: [
        "A page full of laughter. It does not say what was so funny, so there is **nothing to advise** today.\n\nFor the day when you read this again, you could leave a trace or two.\n\n- Who said what\n- Where you were when the laughter broke out\n\nOne line is enough to bring it back. That is all for today.",
      ],
      F: [
        "I can almost hear the laughter from here. I do not know what it was about, and I am smiling all the same.\n\nTo laugh like this even once in a day is **a good thing**. There is no need to explain why.\n\nMay it last until you fall asleep.",
      ],
    },
    crying: {
      T: [
        "I received a page of tears. I do not know what happened, so **I will not hurry to advise**.\n\nOnly two small things for now.\n\n- Drink a glass of water, slowly.\n- If there is someone who would stay with you, send them a short message.\n\nWhen you feel like writing what it was, add a line. We can look at it from there.",
      ],
      F: [
        "On some days the tears come before the words. I will not ask, and I will stay beside you.\n\nEven if you cannot explain it, what you feel is **real as it is**. You may write when the tears are done, or not at all.\n\nMay something soft reach you tonight.",
      ],
    },
    symbols: {
      T: [
        "Today you left signs and pictures in place of words. You know best what they mean, so **I will not interpret them**.\n\nTo recognise them later, you could add a little.\n\n- One word for what they show\n- A name for the mood of today\n\nLeaving them as they are is fine, too.",
      ],
      F: [
        "A day kept in signs and pictures. A feeling does not have to become words to be one.\n\nI may not know all that it means, but I can see that you **did not let the day pass by**.\n\nIf there comes a time for words, I will listen to them slowly here.",
      ],
    },
    numbers: {
      T: [
        "You kept this day in numbers. Without knowing what they count, **I will not guess** what they mean. They become more useful like this.\n\n1. Add one word and a unit that say what was counted.\n2. Look at a week rather than at one value. A single day wavers easily.\n3. If there is a value to compare with, put it beside them.\n\nTomorrow, add just one more in the same place.",
      ],
      F: [
        "You left this day in numbers. Behind plain figures, too, there was someone who wrote them down.\n\nI will not read a meaning into them. Only this: a number does not **measure you**. It is a small mark beside the road you have come.\n\nWhatever you wrote down today, I wish you a gentle night.",
      ],
    },
    list: {
      T: [
        "You put things into a list. Having them outside of your head already **takes off half the weight**.\n\n1. Put a star beside the one thing that is really needed today or tomorrow.\n2. Cross out what somebody else can do, and what can be left out.\n3. Leave the rest without an order.\n\nTomorrow, look after the star. That is enough.",
      ],
      F: [
        "I read your list line by line. Between the short words I can see a little of your day.\n\nWriting something down does not mean that all of it must be done. You brought it out so as not to forget and not to neglect, and there is **care** in that.\n\nYou may leave the list here for the night, and rest.",
      ],
    },
    quotation: {
      T: [
        "Today you copied out somebody's words. A sentence that stays with you lasts longer once it is **tied to your own story**.\n\n1. Note where you met it.\n2. Write one line about why it speaks to you now.\n3. Try saying it once in words of your own.\n\nTomorrow, the second line alone would be a good addition.",
      ],
      F: [
        "You chose somebody else's words and gave them a place here. Among so many sentences, there must be a reason why this one stayed.\n\nAt times the words of others know us better than our own. I hope that this one gave you **something to lean on** today.\n\nIf you would like to set words of yours beside it, I am listening.",
      ],
    },
    unreadable: {
      T: [
        "I cannot read today's page well. I will not pretend to, and **I will not make anything up**.\n\nWith a line or two in English or Korean we could look at it together from there.\n\n- One thing that happened today\n- One thought you had about it\n\nAs a diary, it is complete without that.",
      ],
      F: [
        "Today you wrote in a way that I do not fully understand. I will not invent a meaning for it, and I will keep it beside me as it is.\n\nEven if no reader understands it, it was worth writing if it made things **a little lighter** for you.\n\nIf you feel like talking in English or Korean as well, I will listen slowly.",
      ],
    },
  },
};
