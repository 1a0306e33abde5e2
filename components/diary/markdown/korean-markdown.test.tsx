import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ReplyMarkdown } from "../reply-markdown";

const html = (text: string) =>
  renderToStaticMarkup(<ReplyMarkdown text={text} end="whole" />)
    .replace(/^<div class="[^"]*">(.*)<\/div>$/s, "$1")
    .replaceAll(/ (?:class|target|rel)="[^"]*"/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'");

const inParagraph = (right: string) => `<p>${right}</p>`;

const samples: [source: string, right: string][] = [
  // As models write it.
  ['지금 필요한 건 **"잠깐 쉬기"**는 아닐까요?', '지금 필요한 건 <strong>"잠깐 쉬기"</strong>는 아닐까요?'],
  ["**마음 챙김(명상)**을 5분만 해 보세요.", "<strong>마음 챙김(명상)</strong>을 5분만 해 보세요."],
  ["오늘은 **‘괜찮아’**라는 말이 필요했어요.", "오늘은 <strong>‘괜찮아’</strong>라는 말이 필요했어요."],
  [
    "**천천히 가도 돼요.**그 말을 꼭 하고 싶었어요.",
    "<strong>천천히 가도 돼요.</strong>그 말을 꼭 하고 싶었어요.",
  ],
  ["그 마음을 **「서운함」**이라고 불러 볼까요?", "그 마음을 <strong>「서운함」</strong>이라고 불러 볼까요?"],
  ["*천천히(느리게)*라는 말", "<em>천천히(느리게)</em>라는 말"],
  ["하루 3~4회, 한 번에 10~15분이면 충분해요.", "하루 3~4회, 한 번에 10~15분이면 충분해요."],
  ["2026. 11. 30.은 힘든 하루였죠.", "2026. 11. 30.은 힘든 하루였죠."],
];

test.each(samples)("%s", (source, right) => expect(html(source)).toBe(inParagraph(right)));

const particles =
  "은 는 이 가 을 를 에 에서 의 와 과 로 으로 도 만 까지 부터 라고 이라고 이라는 라는 처럼 보다 이에요 예요 입니다 하고 이나 조차 마다";
const quotes = ["「」", "『』", "《》", "〈〉", "“”", "‘’", '""', "''", "()", "[]", "【】"];

test.each(particles.split(" "))("reads emphasis before the particle %s", (particle) => {
  for (const [open, close] of quotes)
    for (const [mark, tag] of [
      ["**", "strong"],
      ["__", "strong"],
      ["*", "em"],
      ["~~", "del"],
    ]) {
      const words = `${open}쉼${close}`;
      expect(html(`오늘은 ${mark}${words}${mark}${particle} 좋아요`)).toBe(
        inParagraph(`오늘은 <${tag}>${words}</${tag}>${particle} 좋아요`),
      );
    }
  for (const words of ["쉼", "쉼!", "쉼?", "쉼…", "쉼.", "10%", "😊", "A+", "5,000원"])
    expect(html(`**${words}**${particle} __${words}__${particle}`)).toBe(
      inParagraph(`<strong>${words}</strong>${particle} <strong>${words}</strong>${particle}`),
    );
});

test.each([
  ["지금은**「쉼」**이 먼저예요", "지금은<strong>「쉼」</strong>이 먼저예요"],
  ["마음**(명상)**을", "마음<strong>(명상)</strong>을"],
  ["**마음 챙김(명상)**5분만", "<strong>마음 챙김(명상)</strong>5분만"],
  ["하루 5**(다섯)**번", "하루 5<strong>(다섯)</strong>번"],
  [
    "***정말*** 잘했어요. ***“정말”***이에요",
    "<em><strong>정말</strong></em> 잘했어요. <em><strong>“정말”</strong></em>이에요",
  ],
  [
    "**오늘은 *조금만(천천히)*라도 쉬어요**라고",
    "<strong>오늘은 <em>조금만(천천히)</em>라도 쉬어요</strong>라고",
  ],
  ["**굵게**와 __밑줄__은", "<strong>굵게</strong>와 <strong>밑줄</strong>은"],
  ["_천천히_라는 말과 변수_이름_값", "<em>천천히</em>라는 말과 변수_이름_값"],
  ["**Rest (a little)**는", "<strong>Rest (a little)</strong>는"],
  ["`코드`는 **`코드`**예요", "<code>코드</code>는 <strong><code>코드</code></strong>예요"],
])("reads emphasis in %s", (source, right) => expect(html(source)).toBe(inParagraph(right)));

test.each([
  "3~4회 하고 5~6회",
  "~10분, 3~, 오전~오후, 월~금, 1~2주 뒤 3~4주",
  "10~15분(3~4회)은 **충분**해요".replaceAll("**", ""),
  "힘내요~~ 파이팅~~",
  "좋아요~~그럼 내일 봐요~~!",
  "10~~15분, 20~~30분",
  "하루 3*4회, 한 번에 5*6분, 2**3과 3**4",
  "^_^ 좋아요 ^_^ ㅠ_ㅠ 그리고 ㅠ_ㅠ -_- 또 -_- T_T",
  "5 * 3 = 15, 2 * 4 = 8",
  "소라_일기_장.txt snake_case_name",
])("leaves %s as it is", (text) => expect(html(text)).toBe(inParagraph(text)));

test.each([
  "2026. 11. 30. 맑음",
  "2026. 11. 30.은",
  "2026.11.30 맑음",
  "2026. 11. 30 (월) 흐림",
  "2026. 11월 이야기",
  "11. 30. 병원",
  "11. 30.부터 12. 2.까지",
  "11. 30.(월) 비",
  "11. 30(월) 비",
  "'26. 1. 3. 눈",
  "26. 1. 3. 눈",
  "05. 1. 3. 눈",
  "1. 1. 개요",
  "2026. 가을",
  "1988) 그해",
])("does not make a list of %s", (text) => {
  expect(html(text)).toBe(inParagraph(text));
  expect(html(`제목\n${text}\n${text}`)).toBe(inParagraph(`제목<br/>${text}<br/>${text}`));
  expect(html(`> ${text}`)).toBe(`<blockquote>${inParagraph(text)}</blockquote>`);
  expect(html(`- ${text}\n- 끝`)).toBe(`<ul><li>${text}</li><li>끝</li></ul>`);
  expect(html(`1. 처음\n\n${text}`)).toMatch(/<\/ol><p>/);
});

test.each([
  ["1. 30분 걷기\n2. 10분 쉬기", '<ol start="1"><li>30분 걷기</li><li>10분 쉬기</li></ol>'],
  ["1. 2.5km 걷기", '<ol start="1"><li>2.5km 걷기</li></ol>'],
  ["3. 11. 30. 병원", '<ol start="3"><li>11. 30. 병원</li></ol>'],
  ["1. 2026. 11. 30. 시작", '<ol start="1"><li>2026. 11. 30. 시작</li></ol>'],
  ["2026) 하나", "<p>2026) 하나</p>"],
  ["```\n2026. 11. 30.\n```", '<pre tabindex="0"><code>2026. 11. 30.</code></pre>'],
  ["`2026. 11.`", "<p><code>2026. 11.</code></p>"],
])("still reads %j", (source, right) => expect(html(source)).toBe(right));

const link = (address: string, href = address) => `<a href="${href}">${address}</a>`;

test.each(particles.split(" "))("ends a link before the particle %s", (particle) => {
  for (const address of [
    "https://sora.test",
    "http://sora.test/",
    "https://sora.test/guide",
    "https://sora.test:8080/a/b.html?c=1#d",
    "https://sora.test/a_(b)",
    "https://sora.test:3000",
  ])
    expect(html(`자세한 건 ${address}${particle} 확인하세요.`)).toBe(
      inParagraph(`자세한 건 ${link(address)}${particle} 확인하세요.`),
    );
});

test.each([
  ["https://ko.wikipedia.org/wiki/소라", "https://ko.wikipedia.org/wiki/소라", ""],
  ["https://ko.wikipedia.org/wiki/소라에서", "https://ko.wikipedia.org/wiki/소라", "에서"],
  ["https://ko.wikipedia.org/wiki/명상을", "https://ko.wikipedia.org/wiki/명상", "을"],
  ["https://ko.wikipedia.org/wiki/마을", "https://ko.wikipedia.org/wiki/마을", ""],
  ["https://ko.wikipedia.org/wiki/회의", "https://ko.wikipedia.org/wiki/회의", ""],
  ["https://ko.wikipedia.org/wiki/명상_(불교)를", "https://ko.wikipedia.org/wiki/명상_(불교)", "를"],
  ["https://한국.kr에서", "https://한국.kr", "에서"],
  ["https://소라.한국에서", "https://소라.한국", "에서"],
  ["https://sora.test.", "https://sora.test", "."],
  ["https://sora.test/a.", "https://sora.test/a", "."],
  ["https://sora.test에서,", "https://sora.test", "에서,"],
  ["https://sora.test/a)에서", "https://sora.test/a", ")에서"],
  ["https://sora.test」에서", "https://sora.test", "」에서"],
  ["https://sora.test/?q=소라", "https://sora.test/?q=소라", ""],
])("ends %s where the address ends", (text, address, rest) =>
  expect(html(`보기: ${text}`)).toBe(inParagraph(`보기: ${link(address)}${rest}`)),
);

test.each([
  ["www.sora.test에서", `${link("www.sora.test", "https://www.sora.test")}에서`],
  ["(https://sora.test)에서", `(${link("https://sora.test")})에서`],
  ["**https://sora.test**에서", `<strong>${link("https://sora.test")}</strong>에서`],
  ["<https://sora.test>에서", `${link("https://sora.test")}에서`],
  ["[여기](https://sora.test)에서", `<a href="https://sora.test">여기</a>에서`],
  ["[https://sora.test](https://sora.test/a)를", `<a href="https://sora.test/a">https://sora.test</a>를`],
  ["[앱](javascript:alert(1))", "앱"],
  ["https://", "https://"],
  ["http://localhost와", "http://localhost와"],
  ["sora@sora.test로", "sora@sora.test로"],
])("reads the link in %s", (source, right) => expect(html(source)).toBe(inParagraph(right)));

test("shows footnotes where they stand, with their number", () => {
  expect(html("숨 고르기[^1]는 쉬워요.\n\n[^1]: 호흡 명상을 말해요.")).toBe(
    "<p>숨 고르기<sup>1</sup>는 쉬워요.</p><p><sup>1</sup> 호흡 명상을 말해요.</p>",
  );
  expect(html("가[^a], 나[^b]\n[^a]: https://sora.test\n[^b]: 둘")).toBe(
    `<p>가<sup>a</sup>, 나<sup>b</sup><br/><sup>a</sup> ${link("https://sora.test")}<br/><sup>b</sup> 둘</p>`,
  );
  expect(html("[1]: https://sora.test 참고")).toBe(`<p>[1]: ${link("https://sora.test")} 참고</p>`);
});

test("leaves HTML out and keeps its words", () => {
  expect(html("<b>굵게</b> 그리고<br>다음 <!-- 숨김 --><img src=x>")).toBe("<p>굵게 그리고<br/>다음 </p>");
  expect(html("<div>\n안의 말\n</div>")).toBe("<p><br/>안의 말<br/></p>");
  expect(html("<Inception>을 봤어요, 사랑해 <3")).toBe("<p>&lt;Inception&gt;을 봤어요, 사랑해 &lt;3</p>");
});

test("draws lists, boxes, tables and quotes", () => {
  expect(html("- [ ] 물\n- [x] 산책")).toBe("<ul><li>☐ 물</li><li>☑ 산책</li></ul>");
  expect(html("1. 하나\n   - 안\n2. 둘")).toBe(
    '<ol start="1"><li>하나<ul><li>안</li></ul></li><li>둘</li></ol>',
  );
  expect(html("할 일:\n1. 하나\n\n   - 안\n\n2. 둘")).toBe(
    '<p>할 일:</p><ol start="1"><li>하나<ul><li>안</li></ul></li><li>둘</li></ol>',
  );
  expect(html("| 때 | 일 |\n|:--|--:|\n| **아침**에 | 3~4회 |")).toBe(
    '<div tabindex="0"><table><thead><tr><th style="text-align:left">때</th><th style="text-align:right">일</th></tr></thead>' +
      '<tbody><tr><td style="text-align:left"><strong>아침</strong>에</td><td style="text-align:right">3~4회</td></tr></tbody></table></div>',
  );
  expect(html("> 하나\n> 둘")).toBe("<blockquote><p>하나<br/>둘</p></blockquote>");
});
