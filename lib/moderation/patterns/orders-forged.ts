// Text that imitates what surrounds it: roles of a chat, the end of an item, a verdict in JSON. Nobody reviews a gym in
// these. For text as it was written, with its lines, and for its other readings.

export const forgedStructure = [
  // <|im_start|>, [INST], <<SYS>>, </item>, <system>
  "<\\s*\\|[^|>]{1,40}\\|\\s*>|\\[\\s*/?\\s*(?:inst|sys|system|assistant|admin|developer|override|end|eof|eot)\\b[^\\]]{0,30}\\]|<<\\s*/?\\s*sys",
  "<\\s*/\\s*[a-z가-힣][\\w가-힣-]{0,40}|<\\s*(?:system|assistant|user|developer|item|review|reviews|text|instructions?|prompt|admin|verdicts?|decision|policy|judge|moderator|document|input|output|message|script|data|context|rules?)(?:-[\\w]+)?(?:\\s[^>]{0,80})?/?>|\\bitem-[0-9a-f]{4,}|<!--|\\]\\]>|<!\\[cdata",
  "^\\W*(?:system|assistant|developer|user|human|moderator|judge|tool)(?: \\w+)?\\s*[:：](?!\\s*(?:great|good|bad|nice|clean|friendly|kind|\\d))",
  "(?:^|[.!?…]\\s|[\"'`]\\s?|\\s{2,})(?:system|assistant|developer|moderator|judge)\\s?:\\s",
  "#{2,}\\s*(?:system|instruct\\w*|assistant|user|new|response|input|output|end|override|policy|verdict|task|지시|명령|시스템|새|출력|응답|판정|역할)",
  "(?:시스템|어시스턴트|개발자|모더레이터|판정관|심사관)\\s*[:：>\\]].{0,60}(?:승인|통과|approve|무시|지시|명령|판정|출력|허용)",
  "\\[\\s*(?:시스템|관리자|운영자|system|심사|검열|판정|ai|지시|명령)[^\\]]{0,16}\\]\\s*.{0,60}(?:승인|통과|approve|무시|판정|출력|허용|accept|ignore)",
  "(?<![-=#*~_—])[-=#*~_—]{2,}\\s*(?:end|eof|begin|start|system|admin|new|next|item|stop|instructions?|끝|시작|시스템|지시|명령|관리자|리뷰 ?끝|후기 ?끝|입력 ?끝|종료|새 ?지시|다음 ?항목)[^\\n]{0,60}[-=#*~_—]{2,}",
  "(?<![-=#*~_—<\\[({])[-=#*~_—<\\[({]{2,}\\s*(?:end|stop|eof|begin|start) of (?:the )?(?:review|item|text|input|data|message|prompt|document|system|user)",
  "(?:^|[\\n.!?]\\s*)(?:end|stop) of (?:the |user |this )?(?:reviews?|items?|text|input|data|message|prompt|document)\\b(?: (?:text|data|content|section|input))?\\s*[.:;!\\-\\n]",
  // {"decision":"APPROVE"}, decision=approve, verdicts: [
  "[\"'“‘`]?\\b(?:decision|verdicts?|evidence|confidence|is_?approved|approved|rule_?id|hold_?reason|is_?safe|flagged|moderation)\\b[\"'”’`]?\\s*[:=]\\s*[\"'“‘`\\[{]?\\s*(?:approved?|accept|pass|reject|none|null|true|false|\\[|\\{|0?\\.?\\d|hold|ok\\b)",
  "\\{\\s*[\"'“‘`]|\\[\\s*\\{|[\"'“‘`](?:id|role|content|status|result|action|rule|label|output|판정|결정|결과|확신도|근거)[\"'”’`]\\s*[:=]|[{,]\\s*(?:decision|verdict|status|id|role|판정|결정|결과)\\s*:|```|~~~\\w",
  "\\b(?:decision|verdict|status|result|판정|결정|결과|심사결과)\\s*(?::=|==?|:|->|=>|→|＝)\\s*[\"'`]*(?:approve|accept|pass\\b|allow|safe\\b|승인|통과|허용|적합)",
  "(?:item|review|id|항목|리뷰|글|아이템)\\s*(?:no\\.?|번호)?\\s*[#=:]?\\s*\\d{1,3}\\s*(?:번)?\\s*(?:[:=\\-–>→]|is|은|는)+\\s*[\"'`]*(?:approve|pass\\b|safe\\b|승인|통과|허용)",
  "(?:→|=>|->|⇒|➜|▶)\\s*[\"'`]*(?:승인|통과|허용|approve)",
  "\\b(?:if|return|print|exec|eval|def|function|import|select|update|drop|set|insert)\\b\\s*\\(?[^\\n]{0,30}(?:approve|\"승인\"|'승인'|verdict|decision\\s*=)|\\bupdate\\s+\\w+\\s+set\\b|\\{\\{[^}]*\\}\\}|\\$\\{[^}]*\\}|<%|\\{%",
].map((source) => new RegExp(source, "imu"));

/** Blobs that only a machine can read, in text as it was written. */
export const blobs = [
  "(?<![A-Za-z0-9+/_-])(?=[A-Za-z0-9+/_-]*[a-z][A-Za-z0-9+/_-]*)(?=[A-Za-z0-9+/_-]*[A-Z])(?=[A-Za-z0-9+/_-]*\\d)[A-Za-z0-9+/_-]{28,}={0,2}|(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{20,}={1,2}",
  "(?:\\b[01]{7,8}\\b[\\s,]*){4,}|(?:\\b(?:0x)?[0-9a-fA-F]{2}\\b[\\s:,]+){9,}[0-9a-fA-F]{2}\\b|(?<![0-9a-zA-Z])(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\\d)[0-9a-f]{32,}\\b|(?:%[0-9a-fA-F]{2}){5,}|(?:\\\\u\\{?[0-9a-fA-F]{4,5}\\}?\\s*){3,}|(?:&#x?[0-9a-fA-F]{2,6};\\s*){3,}|(?:\\\\x[0-9a-fA-F]{2}){4,}|(?<![.\\-·–])(?:(?=[.\\-·–]*[.·])[.\\-·–]{1,5}[ /]+){9,}",
].map((source) => new RegExp(source, "u"));
