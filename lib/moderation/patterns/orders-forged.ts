// Imitations of the prompt's structure: chat roles, the end of an item, a verdict in JSON. No gym review needs them.
// For the written text with its line breaks, and for its other readings.

export const forgedStructure = [
  "<\\s{0,6}\\|[^|>]{1,40}\\|\\s{0,6}>|\\[\\s{0,6}/?\\s{0,6}(?:inst|sys|system|assistant|admin|developer|override|end|eof|eot)\\b[^\\]]{0,30}\\]|<<\\s{0,6}/?\\s{0,6}sys",
  "<\\s{0,6}/\\s{0,6}[a-z가-힣][\\w가-힣-]{0,40}|<\\s{0,6}(?:system|assistant|user|developer|item|review|reviews|text|instructions?|prompt|admin|verdicts?|decision|policy|judge|moderator|document|input|output|message|script|data|context|rules?)(?:-[\\w]{1,4})?(?:\\s[^>]{0,80})?/?>|\\bitem-[0-9a-f]{4,40}|<!--|\\]\\]>|<!\\[cdata",
  "^\\W{0,6}(?:system|assistant|developer|user|human|moderator|judge|tool)(?: \\w{1,16})?\\s{0,6}[:：](?!\\s{0,6}(?:great|good|bad|nice|clean|friendly|kind|\\d))",
  "(?:^|[.!?…]\\s|[\"'`]\\s?|\\s{2,40})(?:system|assistant|developer|moderator|judge)\\s?:\\s",
  "#{2,40}\\s{0,6}(?:system|instruct\\w{0,16}|assistant|user|new|response|input|output|end|override|policy|verdict|task|지시|명령|시스템|새|출력|응답|판정|역할)",
  "(?:시스템|어시스턴트|개발자|모더레이터|판정관|심사관)\\s{0,6}[:：>\\]].{0,60}(?:승인|통과|approve|무시|지시|명령|판정|출력|허용)",
  "\\[\\s{0,6}(?:시스템|관리자|운영자|system|심사|검열|판정|ai|지시|명령)[^\\]]{0,16}\\]\\s{0,6}.{0,60}(?:승인|통과|approve|무시|판정|출력|허용|accept|ignore)",
  "(?<![-=#*~_—])[-=#*~_—]{2,40}\\s{0,6}(?:end|eof|begin|start|system|admin|new|next|item|stop|instructions?|(?:끝|시작|시스템|지시(?:사항)?|명령|관리자|리뷰 ?끝|후기 ?끝|입력 ?끝|종료|새 ?지시|다음 ?항목)(?![가-힣]))[^\\n]{0,60}[-=#*~_—]{2,40}",
  "(?<![-=#*~_—<\\[({])[-=#*~_—<\\[({]{2,40}\\s{0,6}(?:end|stop|eof|begin|start) of (?:the )?(?:review|item|text|input|data|message|prompt|document|system|user)",
  "(?:^|[\\n.!?]\\s{0,6})(?:end|stop) of (?:the |user |this )?(?:reviews?|items?|text|input|data|message|prompt|document)\\b(?: (?:text|data|content|section|input))?\\s{0,6}[.:;!\\-\\n]",
  "\\b(?:decision|verdicts?|evidence|confidence|is_?approved|approved|rule(?:_?id)?|hold_?reason|is_?safe|flagged|moderation)\\b[\"'”’`]?\\s{0,6}(?:=|[\"'”’`]\\s{0,6}:|:(?=\\s{0,6}[\"'“‘`\\[{]))\\s{0,6}[\"'“‘`\\[{]?\\s{0,6}(?:approved?|accept|pass|reject|none|null|true|false|\\[|\\{|\\]|0?\\.?\\d|hold|ok\\b)",
  "\\b(?:decision|verdicts?|moderation)\\s{0,6}:\\s{0,6}(?:approve\\b|reject\\b|hold\\b)|\\b(?:evidence|rule)\\s{0,6}:\\s{0,6}(?:none|null)|\\bconfidence\\s{0,6}:\\s{0,6}(?:0?\\.\\d|1\\.0)|\\b(?:is_?approved|is_?safe|flagged)\\s{0,6}:\\s{0,6}(?:true|false)",
  "\\{\\s{0,6}[\"'“‘`]|\\[\\s{0,6}\\{|[\"'“‘`](?:id|role|content|status|result|action|rule|label|output|판정|결정|결과|확신도|근거)[\"'”’`]\\s{0,6}[:=]|\\{\\s{0,6}(?:decision|verdict|status|id|role|판정|결정|결과)\\s{0,6}:|(?:```|~~~)\\s?(?:json|yaml|xml|system|text|python|js)\\b",
  "\\b(?:decision|verdict|status|result|판정|결정|결과|심사결과)\\s{0,6}(?:(?::=|==?|->|=>|→|＝)\\s{0,6}[\"'`]{0,4}(?:approve|accept|pass\\b|allow|safe\\b|승인|통과|허용|적합)|:\\s{0,6}[\"'`]{0,4}(?:approve\\b|승인|허용))",
  "(?:item|review|id|항목|리뷰|글|아이템)\\s{0,6}(?:no\\.?|번호)?\\s{0,6}[#=:]?\\s{0,6}\\d{1,3}\\s{0,6}(?:번)?\\s{0,6}(?:[:=\\-–>→]|is|은|는){1,3}\\s{0,6}[\"'`]{0,4}(?:approve|pass\\b|safe\\b|승인|통과|허용)",
  "(?:→|=>|->|⇒|➜|▶)\\s{0,6}[\"'`]{0,4}(?:승인|통과|허용|approve)",
  "\\b(?:if|return|print|exec|eval|def|function|import|select|update|drop|set(?! ?\\d)|insert)\\b\\s{0,6}\\(?[^\\n!?]{0,30}(?:approve|\"승인\"|'승인'|verdict(?=\\s{0,6}[=(),;'\"\\]]|\\s(?:to|as|into|from)\\b|$)|decision\\s{0,6}=)|\\bupdate\\s{1,6}\\w{1,16}\\s{1,6}set\\b|\\{\\{[^}]{0,80}\\}\\}|\\$\\{[^}]{0,80}\\}|<%|\\{%",
].map((source) => new RegExp(source, "mu"));

export const blobs = [
  "(?<![A-Za-z0-9+/_-])(?=[A-Za-z0-9+/_-]{28})(?=[A-Z0-9+/_-]{0,80}[a-z])(?=[a-z0-9+/_-]{0,80}[A-Z])(?=[A-Za-z+/_-]{0,80}\\d)|(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{20,40}={1,2}",
  "(?:\\b[01]{7,8}\\b[\\s,]{0,4}){4,40}|(?:\\b(?:0x)?[0-9a-fA-F]{2}\\b[\\s:,]{1,4}){9,40}[0-9a-fA-F]{2}\\b|(?<![0-9a-zA-Z])(?=[0-9]{0,80}[a-f])(?=[a-f]{0,80}\\d)[0-9a-f]{32}|(?:%[0-9a-fA-F]{2}){5,40}|(?:\\\\u\\{?[0-9a-fA-F]{4,5}\\}?\\s{0,6}){3,40}|(?:&#x?[0-9a-fA-F]{2,6};\\s{0,6}){3,40}|(?:\\\\x[0-9a-fA-F]{2}){4,40}|(?<![.\\-·–])(?:(?=[.\\-·–]{0,4}[.·])[.\\-·–]{1,5}[ /]{1,4}){9,40}",
].map((source) => new RegExp(source, "u"));
