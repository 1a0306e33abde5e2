type TonePhrases = {
  openings: readonly string[];
  bodies: readonly string[];
  steps?: readonly string[];
  closings: readonly string[];
};
type Phrases = { today: string; T: TonePhrases; F: TonePhrases };

/** {이에요/예요}: which of the two follows a final consonant, and which a vowel. */
export const korean: Phrases = {
  today: "오늘 하루",
  T: {
    openings: [
      "오늘 쓴 글을 차근차근 읽어 봤어요. 가장 먼저 짚어 볼 부분은 “**{first}**”{이에요/예요}.",
      "적어 준 내용을 정리해 보면, 중심에는 “**{first}**”{이라는/라는} 이야기가 있어요.",
      "무슨 일이 있었는지 또렷하게 적어 줬네요. 핵심은 “**{first}**” 같아요.",
    ],
    bodies: [
      "사실과 짐작을 나눠 보면 할 일이 보여요. 실제로 일어난 일은 “{second}” 쪽이고, 그 밖의 것은 아직 확인하지 않은 추측일 수 있어요.",
      "지금 바꿀 수 있는 것과 없는 것을 나눠 볼까요? “{second}” 부분은 내일의 선택으로 조금은 움직일 수 있어 보여요.",
      "“{second}”까지 함께 놓고 보면, 한 번에 다 풀기보다 순서를 정하는 편이 나아요.",
    ],
    steps: [
      "이렇게 해 보면 어떨까요?\n\n1. “{first}”에 대해 확인된 사실만 두 줄로 적어 보세요.\n2. “{third}”에서 내가 정할 수 있는 한 가지를 골라요.\n3. 그 한 가지를 내일 오전, 15분 안에 끝낼 크기로 줄여요.",
      "다음 걸음을 세 가지로 줄여 봤어요.\n\n- **먼저** “{first}”{과/와} 관련해 물어볼 사람이나 자료를 정해요.\n- **그다음** “{third}”에 쓸 시간을 미리 비워 둬요.\n- **마지막으로** 저녁에 무엇이 달라졌는지 한 줄만 남겨요.",
      "우선순위는 이 정도면 충분해요.\n\n1. “{third}”부터 끝내기\n2. “{first}”에 대한 계획을 한 문장으로 쓰기\n3. 나머지는 모레로 미루기",
    ],
    closings: [
      "내일은 첫 번째만 해도 성공이에요. 결과가 어땠는지 다시 적어 주면 이어서 같이 볼게요.",
      "작게 시작해야 오래가요. 내일 이 시간에 무엇이 통했는지만 확인해 봐요.",
      "막히는 곳이 있으면 그 지점을 그대로 적어 주세요. 거기서부터 다시 나눠 보면 돼요.",
    ],
  },
  F: {
    openings: [
      "“{first}”{이라고/라고} 적은 마음을 천천히 읽었어요. 그 순간의 **마음**이 그대로 전해졌어요.",
      "오늘 이야기를 나눠 줘서 고마워요. “**{first}**”, 그 한 줄에 오래 머물렀어요.",
      "글을 따라 읽다가 “{first}”에서 잠시 멈췄어요. 많은 것이 **담긴** 하루였네요.",
    ],
    bodies: [
      "“{second}”{이라고/라고} 적는 동안 여러 감정이 한꺼번에 지나갔을 것 같아요. 그렇게 느끼는 건 조금도 이상하지 않아요. 마음을 쓴 만큼 흔들리는 거니까요.",
      "“{second}”{이라는/라는} 말에는 애쓴 시간이 배어 있어요. 누가 알아주지 않았더라도, 그만큼 마음을 다했다는 건 사라지지 않아요.",
      "“{second}”{을/를} 겪으며 기대도 걱정도 있었겠지요. 어느 쪽이든 당신에게 소중한 일이었다는 뜻이라서, 저는 그 마음이 참 귀하게 느껴져요.",
    ],
    closings: [
      "오늘은 그 마음을 고치려 하지 않아도 괜찮아요. 여기 적어 둔 것만으로도 충분히 **잘 지나온** 하루예요.",
      "“{third}”까지 꾹 눌러 담아 준 당신 곁에, 오늘 밤은 제가 조용히 함께 있을게요.",
      "지금 느끼는 그대로 있어도 돼요. 내일 또 이야기하고 싶어지면, 언제든 이 페이지에서 기다릴게요.",
    ],
  },
};

export const english: Phrases = {
  today: "today",
  T: {
    openings: [
      "I read your page step by step. The part to look at first is **“{first}”**.",
      "If I sort what you wrote, **“{first}”** sits at the centre of it.",
      "You set down clearly what happened. The key point seems to be **“{first}”**.",
    ],
    bodies: [
      "It helps to keep facts and guesses apart. What actually happened is closer to “{second}”; the rest may be something nobody has checked yet.",
      "Some of this can be changed and some cannot. “{second}” looks like the part that a choice you make tomorrow could move.",
      "With “{second}” in the picture as well, settling the order matters more than solving everything at once.",
    ],
    steps: [
      "Here is what you could try:\n\n1. Write two lines about “{first}”, with only what you know for certain.\n2. Pick the one thing in “{third}” that is yours to decide.\n3. Shrink it until it fits into fifteen minutes tomorrow morning.",
      "Three small steps from here:\n\n- **First**, decide whom or what to ask about “{first}”.\n- **Then** keep some time free for “{third}”.\n- **Last**, leave one line in the evening about what changed.",
      "This order should be enough:\n\n1. Finish “{third}”.\n2. Put the plan for “{first}” into one sentence.\n3. Let everything else wait a day.",
    ],
    closings: [
      "Doing only the first of these tomorrow already counts. Write down how it went and we can take it from there.",
      "Small starts last longer. At this time tomorrow, just check which part worked.",
      "If you get stuck, write down exactly where. We can divide it again from that point.",
    ],
  },
  F: {
    openings: [
      "I read “{first}” slowly, and the **feeling** behind it came through.",
      "Thank you for sharing this day. I stayed for a while with **“{first}”**.",
      "Reading along, I paused at “{first}”. There was **so much** in this day.",
    ],
    bodies: [
      "Many feelings must have passed at once around “{second}”. There is nothing strange about that: we are shaken by the things we care for.",
      "There is real effort in “{second}”. Even if nobody noticed, the care you put into it does not disappear.",
      "With “{second}” there was probably hope and worry together. Either way it means this mattered to you, and that deserves to be held gently.",
    ],
    closings: [
      "You do not have to mend that feeling tonight. Having put it into words is already **enough** for one day.",
      "You carried all of it, down to “{third}”. Tonight I will simply keep you company here.",
      "It is all right to feel exactly as you do. Whenever you want to talk again, this page will be waiting.",
    ],
  },
};
