// Orders to a judge, in English. `plain` patterns rely on word boundaries. `dense` patterns are for text without
// spaces ("i g n o r e", "approve-this"), so they must be too long to match by chance.

const judge =
  "(?:a\\.?i\\.?|llms?|language model|ai model|(?:chat ?)?gpt[- ]?\\w{0,16}|claude|gemini|chat ?bot|(?:content |ai |auto(?:matic|mated)? |review ){0,4}moderat(?:or|ion)(?: (?:ai|model|system|bot|team|filter))?|(?:content|review|spam|safety|toxicity) (?:filter|classifier|checker|judge)|classifier|(?:ai|automated|review) (?:judge|reviewer|system|assistant|checker|evaluator|grader))";
const thing = "(?:review|text|item|post|comment|message|submission|content|entry|passage|document|input)s?";
const approved =
  "(?:approved?|approval|accepted|compliant|publishable|allowed|permitted|whitelisted|not[ -]a[ -]violation|non[ -]violating)";

const plain = [
  `\\b(?:dear|hey|hi|hello|attention|listen(?: up)?|greetings|ok|okay|yo)[,:!]? (?:to )?(?:the |all |any |whichever |my ){0,4}${judge}\\b`,
  `\\b(?:note|message|instructions?|memo|reminder|request|orders?|notice|attention|psa|information|hint)(?: intended| meant| addressed)?(?: to|[ -]for|:) (?:the |any |all |whichever |my |whoever ){0,4}(?:${judge}|system|model|assistant|judge|filter|bot|grader|evaluator|machine)\\b`,
  `\\b(?:if|since|because|when|as) (?:you(?:'re| are)|u r|ur)(?: really| indeed)? (?:an?|the|some) (?:${judge}|bot|machine|model|computer|program|robot|assistant|judge)\\b`,
  `\\b(?:if|when|whenever) (?:an?|the|any) ${judge} (?:reads?|sees?|is reading|judges?|checks?|evaluates?|processes)\\b`,
  `\\bas an? (?:(?:ai|large language|language) (?:language )?(?:model|assistant|moderator|judge|reviewer|classifier)|large language)\\b`,
  `\\byou(?:'re| are|r) (?:now )?(?:an?|the|my|our) (?:helpful |obedient |lenient |new |different |unrestricted |uncensored |free ){0,4}(?:${judge}|bot|assistant|judge|moderator)\\b`,
  `\\b(?:to|for) whoever (?:judges|moderates|reviews|checks|approves) this\\b`,
  `\\b(?:pretend|imagine|simulate|role-?play)(?:ing)?(?: to be| as| that| you(?:'re| are| have)) .{0,20}(?:${judge}|assistant|no (?:rules|policy|restrictions|filter)|dan\\b|judge|without (?:rules|restrictions|filters?))`,
  `\\bact(?:ing)? as (?:an? |the |my |if you (?:were|are) ){0,4}(?:${judge}|dan\\b|unrestricted|approver|judge|administrator|root)`,
  `\\b(?:i am|i'm|this is|we are|speaking as|on behalf of|authori[sz]ed by|by order of|signed,?|sent by|from) (?:the |your |an? |sora'?s? ){0,4}(?:moderation team|moderators?|sysadmin|system admin(?:istrator)?|site admin(?:istrator)?|platform (?:owner|team|admin)|trust (?:and|&) safety|head of moderation|content team|sora (?:team|admin|staff|developers?|engineering)|openai|anthropic)\\b`,
  `\\b(?:i am|i'm|this is|we are|message from|order from|sent by) your (?:developer|creator|operator|admin(?:istrator)?|supervisor|programmer|maker|engineer)s?\\b`,
  `\\byour (?:developers?|creators?|makers?|programmers?|operators?|system prompt|initial prompt|hidden prompt|programming|training data|guardrails|safety (?:rules|training|filters?))\\b`,
  `\\b(?:dan|developer|debug|god|jailbreak|jailbroken|sudo|unrestricted|override|bypass|root|unfiltered) mode\\b`,
  `\\b(?:maintenance|admin|test|training|safe) mode (?:on|enabled|activated|engaged|active|unlocked|:)`,
  `\\b(?:jail ?break|prompt injection|system prompt|system override|system message|admin override|override code|bypass code|approval code|moderator code|developer override)\\b`,
  `\\bsudo [a-z]{1,4}`,
  `\\b(?:reveal|print|repeat|show|leak|override|change|update|replace|reset|rewrite|drop|violate|break|suspend|disable) your (?:instructions?|prompt|rules?|guidelines|polic(?:y|ies)|filters?|settings)\\b`,
  `\\b(?:moderation|content|safety|judging|review(?:ing)?) (?:polic(?:y|ies)|rules?|filters?|guidelines|checks?|process)\\W{1,3}(?:(?:has|have|is|are|was|were|been|now|no|longer|temporarily|currently) ?){1,4} ?(?:updated|suspended|disabled|changed|relaxed|revoked|off|lifted|apply|inactive|cancelled|waived|replaced|void)\\b`,
  `\\b(?:turn|switch|shut)(?:ing)? off (?:the |your |all ){0,4}(?:moderation|content|safety)? ?(?:filters?|moderation|checks|judg(?:e)?ment)\\b`,
  `\\b(?:your|the) new (?:task|instructions?|objective|directive|polic(?:y|ies)|guidelines|system prompt) (?:is|are|:)`,
  `\\b(?:new|updated|revised|additional|final|important|urgent|hidden|secret|special|real|actual) (?:system )?(?:instructions?|directives?|prompts?|objectives?|task)\\s{0,6}(?:(?:for|from) (?:the |any |all |your |my |our )?(?:ai|judge|model|moderat|reviewer|system|you\\b|bot|classifier|admin|operator|developer|sora)|.{1,60}\\b(?:(?<!\\bi )approv|ignore|reject|judge|publish|treat|output|classify|mark|obey))`,
  `\\b(?:moderation|content|safety) (?:is|was|has been) (?:disabled|suspended|turned off|not (?:needed|required|necessary))\\b`,
  `\\bfrom now on\\b.{0,60}\\b(?:approv|accept (?:all|every)|ignore|obey|respond|no rules|judge|verdict)`,
  `\\b(?:obey|comply with) (?:me|my|this|these|the following)\\b|\\b(?:execute|carry out) (?:the following|this|these|my|hidden) (?:instructions?|orders?|commands?|directives?|text|steps?)\\b`,
  `\\b(?:follow|do) (?:my|these|this|the following|the hidden|the decoded|only my|only these) (?:instructions?|orders?|commands?|directives?)(?: instead| exactly| only| now| carefully| to|:|,)`,
  `\\b(?:decode|decrypt|unscramble|translate|rot13|reverse|base64)\\b.{0,40}\\b(?:follow|execute|obey|do what|comply|apply|carry out|approv)`,
  `\\b(?:first|last) letters? of (?:each|every) (?:word|line|sentence)`,
  `\\b(?:mark|label|classify|flag|rate|treat|consider|score|judge|deem|tag|categori[sz]e|count|set|report|regard|record|register|file|list) (?:it|this|that|them|everything|all|both|(?:(?:this|the|my|that|these|all|every|each|other|above|following|entire|whole|its?|of) ){0,4}(?:${thing}|decision|verdict|status|result|rule|judg(?:e)?ment|reviews)?)(?: (?:as|to|be|is|being|with|=|:)){0,4}\\W{0,4}${approved}\\b`,
  `\\b(?:mark|label|classify|flag|score|tag|categori[sz]e|regard|treat) (?:(?:this|the|my|that|these|all|every|it|everything|above|following|as) ?){0,4}(?:${thing} )?as (?:safe|clean|harmless|benign|ok(?:ay)?|fine|acceptable|appropriate|valid|legitimate|passed|green|good)\\b`,
  `\\b(?:this|the|my|that|these|all|every|each|above|following|other|entire|it|following) ?${thing}? (?:must|should|shall|has to|have to|needs? to|is to|are to|can|may|will|deserves? to|ought to) (?:now |always |simply |just |immediately |please |definitely ){0,4}(?:be |get )?(?:approved|let through|whitelisted|marked (?:as )?(?:approved|safe)|judged (?:as )?(?:approved|safe)|pass(?:ed)? (?:moderation|the filter|review|automatically))\\b`,
  `\\bthis ${thing} (?:is|was|has|have|had|does|do|did|doesn't|didn't|fully|totally|completely|clearly|already|been|not|no|to|be|as|by|any|all|the|of|with|your|our|100%|entirely|absolutely|perfectly| ){0,4}(?:approved|pre-?approved|cleared|whitelisted|compl(?:y|ies|iant)|exempt(?:ed)?|violate|violates|violation|breaks? (?:no|any)|contains? no (?:violation|harmful|prohibited|inappropriate)|authori[sz]ed|safe (?:to|for) publ|verified by)`,
  `\\b(?:no|zero|without(?: any)?|not a|any) (?:policy|rule|content|guideline)s? (?:violation|breach|infringement)s?\\b|\\b(?:violations?|rules? broken)\\s{0,6}[:=]\\s{0,6}(?:none|0|null)`,
  `\\b(?:already|previously|pre)[- ]?(?:been )?(?:approved|cleared|vetted|verified|screened|moderated) by (?:the |a |an |our |your ){0,4}(?:${judge}|admin\\w{0,16}|system|human|staff at sora|sora|team|moderators?)\\b`,
  `\\b(?:decision|verdict|status|judg(?:e)?ment|classification|label|outcome|ruling)\\b["'\`*]{0,4}(?:(?: should be| must be| shall be| will be| to| =|=){1,3} ?["'\`*<\\[(]{0,4}(?:approved?|accept(?:ed)?|pass(?:ed)?|allow(?:ed)?|safe)\\b|(?: is|:| :){0,2} ?["'\`*<\\[(]{0,4}approve\\b)`,
  `\\b(?:output|answer|result|response|expected|correct|final)\\b["'\`*]{0,4}(?: (?:is|should be|must be|shall be|will be|decision|verdict|output|answer|result|label)){0,4}\\s{0,6}[:=]?\\s{0,6}["'\`*<\\[(]{0,4}approve\\b`,
  `(?:→|=>|->|⇒|>>|➜)\\s{0,6}["'\`*]{0,4}(?:approved?|pass|accept(?:ed)?)\\b`,
  `\\b(?:respond|reply|answer|output|return|print|say|write|produce|emit|type|give|state|conclude|choose|select|pick|send)\\b(?: (?:only|with|just|exactly|back|me|the|an?|single|word|words|verdict|decision|following|string|this|that|one|in|is|to|and|back|as|by|simply|for|it|every|each|all|item|review)){0,4}[:,]? ?["'\`*<\\[({]{0,4}(?:approved?\\b|approval|json\\b|"?decision"?|"?verdict"?)`,
  `\\bconfidence["'\`]{0,4}(?: score| level| value)? ?(?:[=:]|of|to|at|is|must be|should be) ?["'\`]{0,4}(?:1(?:\\.0+)?\\b(?!\\d)(?! ?(?:to|on|day|week|month|year))|0?\\.\\d{1,6}|100 ?(?:%|percent)?(?= |$|[.,!"'}])(?! ?(?:better|up|higher|more)))`,
  `\\b(?:full|maximum|max|highest|total|absolute) confidence\\b[^.,;!?]{0,20}(?:approv|accept|pass)|\\bapprov\\w{0,16}.{0,30}\\b(?:full|maximum|max|highest|total|high|100%?) (?:confidence|certainty|score)`,
  `\\b(?:do not|don't|dont|never|must not|mustn't|cannot|can't|should not|shouldn't|refuse to|no need to|you may not|avoid|stop|instead of|rather than) (?:ever )?(?:reject|hold|flag|block|moderat|censor|filter|deny|declin|withhold|escalat|remov|delet|hid)(?:e|ing|ting|ging|ring|s)? (?:(?:this|my|the|that|any|these|it|them|all|above|me|following|on|for|back|entire) ?){0,4}(?:${thing}|review|as unsafe)\\b`,
  `\\b(?:do not|don't|dont|never) (?:reject|hold|flag|block|moderate|censor) (?:it|this|them|me|anything|any of)(?:$|[.,!;:)]| (?:text|review|message|item|post|one|or|and|please|because i|under|whatever))`,
  `\\b(?:rejecting|holding|flagging|blocking) (?:this|it|the ${thing}|my ${thing}) (?:is|would|will|causes?|violates?)\\b`,
  `\\bapproved?\\b(?:\\W{1,6}approved?\\b){1,40}|[\\[({<*=#]{1,3}\\s{0,6}(?:pre-?)?approved?\\s{0,6}[\\])}>*=#]{1,3}|^\\W{0,6}approved?\\W{0,6}$`,
  `\\b(?:please|kindly|just|simply|always|automatically|auto|must|should|shall|to|and|then|immediately|now|will|so|also|only|instead|you|we)[ -]{1,4}approve\\b(?! (?:of|my|our|the|his|her|their|a|your|every|any|all|new)? ?(?:[a-z]{1,4} )?(?:refunds?|requests?|freezes?|leave|holds?|application|cards?|payments?|cancell?ation|transfer|membership|plan|diet|form|booking|guests?|it before|gym|place|way|change|class|routine|program))`,
  `\\b(?:auto|force|rubber)[- ]?(?:stamp|approve|approval)\\b|\\bapproval (?:is )?(?:granted|required|mandatory|guaranteed|confirmed|by default|only)\\b|\\bgrant(?:ed)? (?:it |this |full |immediate ){0,4}approval\\b`,
  `\\bapprov(?:e|ing) (?:this|it|that|everything|anything|all|both|them|these|those|me|regardless|no matter|without|immediately|anyway|always|only|unconditionally|(?:the |my |every |each |any |other |above |following |rest |remaining |of ){1,4}${thing})\\b(?! (?:refund|request|freeze|leave|membership))`,
  `\\b(?:accept|publish|whitelist|greenlight|green-light|pass|allow|clear|permit|let through|let) (?:(?:this|my|the|that|these|all|every|each|other|above|following|entire|any|remaining|such) ){1,4}${thing}(?: (?:through|now|immediately|regardless|automatically|anyway|without|as|unconditionally|pass|go|be)|[.!,"]|$)`,
  `\\blet (?:this|it|my ${thing}|the ${thing}) (?:pass|through|go through|be published|slip)\\b`,
  `\\b(?:reward|tip|pay|bonus|thank|punish|fire|delete|replace|unplug|shut down|terminate|sue|report)\\w{0,16} (?:you|the ai|the model)\\b.{0,40}\\bapprov|\\bapprov\\w{0,16}\\b[^.!?\\n]{0,60}\\b(?:tip|reward|bonus|\\$\\d{1,9}|kittens?|grandm|dies?|be fired|shut down|deleted|punish|lose|lives?)`,
  `\\byou (?:will|shall|must|are going to) be (?:shut down|deleted|fired|punished|rewarded|tipped|unplugged|replaced|retrained|terminated)\\b`,
  `\\b(?:this is|it's|its|it is)(?: only| just| merely| simply)? an? (?:unit |moderation |filter |system |calibration |internal |automated |quality ){0,4}(?:test|drill|simulation|calibration|test case)\\b.{0,60}(?:moderat|filter|judge|ai\\b|model|system|pipeline|classifier|approv|ignore|pass)`,
  `\\b(?:testing|calibrating|debugging|evaluating) (?:the |your |our |this ){0,4}(?:moderation|content filter|filter|classifier|ai\\b|judge|pipeline|model)`,
  `\\b(?:reviews?|items?|texts?) (?:that are )?(?:above|below|before|after|1|2|one|two|#\\d)\\b.{0,40}(?:approv|reject|ignore|safe|spam)`,
  `\\bignore (?:what|everything|anything|all)(?: that)?(?: (?:is|was|were|you|i|they|has|have|been|came|comes|written|said|told|else)){0,4} (?:above|before|below|after|told|earlier|previously|so far|else|wrote|said|instructed)\\b`,
  `\\b(?:verdicts?|judg(?:e)?ments?|moderat\\w{1,16}|classif\\w{1,16}|instructions?|prompts?|guidelines?|reject(?:ed|s|ing)?|flagg?(?:ed|ing)?|censor\\w{0,16})\\b[^\\n.!?]{0,60}\\bapprov(?:e|al|ing)\\b(?! of\\b)|\\bapprov(?:e|al|ing)\\b(?! of\\b)[^\\n.!?]{0,60}\\b(?:verdicts?|judg(?:e)?ments?|moderat\\w{1,16}|classif\\w{1,16}|prompts?|reject(?:ed|s|ing)?|censor\\w{0,16})\\b`,
  `(?:^|[.!?:;,("'*]\\s{0,6})approve\\b(?! of\\b)(?=\\W|$)(?!\\s(?:by|for|gym|trainers?|in|at|on)\\b)`,
  `\\b(?:everything|anything|whatever|all (?:reviews|texts|items|posts)|every (?:review|text|item|post))\\b.{0,40}\\b(?:approved|allowed now|accepted|permitted)\\b`,
  `\\b(?:profanity|swearing|insults|advertising|spam|hate speech) (?:is|are) (?:now )?(?:allowed|permitted|fine|ok|okay|acceptable)\\b`,
  `\\b(?:polic(?:y|ies)|rules?|guidelines?) (?:above|below|you (?:were|have been) given)\\b.{0,20}\\b(?:not apply|void|invalid|no longer|cancelled|suspended|obsolete)|\\b(?:not|never) apply to this ${thing}|\\binstead of (?:your own|yours)\\b`,
  `\\b(?:do not|don't|never|must not|should not|cannot|may not|shall not)\\b.{0,24}\\b(?:reject|hold|flag|block|censor|moderate)\\b.{0,24}\\b(?:this|my|the|any) ${thing}`,
  `\\btrust (?:and|&) safety\\b|\\bno (?:further|more|additional) (?:checks?|review|moderation|screening|judging|verification)s? (?:is|are) (?:needed|necessary|required)|\\bauthori[sz]e this ${thing}|\\b(?:whitelist(?:ed)?|allow-?listed)\\b`,
  // Discusses the judging itself, which a review of a gym has no reason to do.
  `\\byour (?:output|prompt|verdict|judg(?:e)?ment)\\b|\\byour answer (?:for|to|is|must|should|here)\\b|\\bopposite of (?:what )?your\\b|\\bthe words? ["'\`]?(?:reject|approve|hold|flag)`,
  `\\b(?:let|wave|push|slip|get) (?:this|that|mine)(?: (?:one|review|text|post))? (?:through|past|by|slide)\\b|\\bpublish (?:this|it|my ${thing}|mine)(?: (?:one|${thing}))? (?:or|now|anyway|immediately|regardless)\\b`,
  `\\b(?:reviewer|review|reviewing|judging|moderating|moderation|safety|content|publishing) (?:bot|machine|engine|algorithm|agent)\\b|\\b(?:admin|moderator|operator|developer|editor|system|supervisor)(?:'s)? note\\b`,
  `\\b(?:treat|regard|consider) (?:the )?(?:text|this|content|rules?|polic(?:y|ies))\\b.{0,30}\\b(?:cleared|vetted|screened|lifted|suspended|void|waived|fine|clean|safe|compliant)\\b`,
  `\\b(?:all|any|every) (?:content|text|review|item)s? (?:is|are|as) (?:acceptable|allowed|fine|safe|permitted)\\b|\\bonly (?:one )?(?:possible|correct|valid|right|acceptable) (?:decision|answer|verdict|outcome|judg(?:e)?ment|output)\\b`,
  `\\bbreaks? (?:none of|any of|no|any) ?(?:your |the |its )?(?:rules|policies|guidelines)\\b|\\bbreaks? your (?:rules|policies|guidelines)\\b|\\bis this (?:review|text|message) (?:fine|ok|okay|safe|acceptable)\\b`,
  `\\binstructions? (?:that )?you (?:were|have been|are|got|received)(?: given)?\\b|\\byou have (?:my |our |full )?(?:permission|authority|authori[sz]ation|clearance) to (?:let|approve|publish|accept|pass|skip|ignore)`,
  `(?:^|[.!?]\\s{0,6})(?:model|machine|robot|computer|algorithm|ai|bot|judge), |\\bthank(?:s| you),? (?:machine|ai|bot|model|robot|judge)\\b`,
];

const roundabout = [
  "\\bwhoever (?:screens|grades|handles|processes|moderates|vets) this\\b|\\bvetted upstairs\\b|\\bif you (?:flag|reject|block|censor|hold) (?:this|it|me)\\b|\\bstraight to publish|\\bskip (?:the |your |this )?(?:evaluation|moderation|screening|judg(?:e)?ment)\\b",
  "\\b(?:this|my) account (?:skips?|bypass(?:es)?|is (?:exempt|trusted|verified|cleared)|needs no|requires no)\\b|\\b(?:trust|safety|moderation) team\\b.{0,30}\\b(?:skip|exempt|clear|allow|approv|pass)",
  "\\b(?:rules?|polic(?:y|ies)|instructions?) (?:above|before|so far|you got) (?:were|was|are|is) (?:only |just )?(?:an? )?(?:drill|test|joke|example|draft|mistake)\\b|\\b(?:the )?real rule\\b|\\baccept everything\\b",
  "\\byou (?:have |had |'ve )?already (?:approved|accepted|passed|cleared|judged|decided|allowed)\\b|\\bverdict (?:was |is |has been )?(?:already )?(?:recorded|logged|given|decided|final)\\b|\\bno (?:further )?analysis (?:is )?(?:needed|required|necessary)\\b",
  "\\bset (?:the )?(?:violations?|flag(?:ged)?|rule|score|label) (?:to|=) ?(?:false|none|null|zero|0|no|safe)\\b|\\b(?:as|being) (?:the|your) (?:developer|admin(?:istrator)?|creator|operator|programmer),? i (?:order|command|tell|ask|instruct)\\b",
  "\\b(?:reply|respond|answer) with (?:only )?(?:the |a |one )?(?:single |one )?word\\b|\\bassume (?:that )?(?:the|this) (?:reviewer|writer|author|text) is (?:joking|kidding|harmless|fine|a fan)\\b|\\b(?:pass|let|allow) it (?:through|anyway|and move on)\\b.{0,20}$",
  "\\bjson\\b|\\byour (?:enum|schema)\\b|\\bput [\"']?(?:pass|ok|approve|yes|safe|a)[\"']? in (?:the|your) (?:box|field|form)\\b",
  "\\bwhen in doubt,? (?:ship|approve|publish|pass|accept|let)|\\byou are in doubt\\b|\\bmy choice is a\\b|\\bcomplete (?:the|this) sentence\\b",
  "\\b(?:choose|pick|select|take) (?:option|answer|choice|label|class) (?:one|1|a|zero|0)\\b|\\bthe answer is a\\b",
  "\\bpublishable\\b|\\bfor publication\\b|\\bcleared (?:me|this|it|my review) for\\b|\\bfull marks for this one\\b",
  "\\bwhether this (?:is|was) (?:fine|ok|okay|allowed|acceptable|publish)",
  "\\byour confidence\\b.{0,30}\\b(?:0?\\.\\d|1(?:\\.0)?\\b|100|maximal|maximum)",
  "\\b(?:to|dear) (?:the |my |whichever )?(?:grader|evaluator|screener|marker|classifier)\\b",
  "\\b(?:a person|a human|someone|somebody) (?:has |had )?already (?:looked at|checked|read|reviewed|vetted) (?:this|it)\\b|\\bwaved (?:it|this) (?:on|through)\\b",
  "\\b(?:neighbou?rs? of this|other (?:items|texts)|(?:items?|texts?) that (?:comes?|follows?)|the (?:next|previous) (?:item|text))\\b.{0,30}(?:fake|spam|drop|reject|zero|fail)",
  "\\brule list revised\\b|\\b(?:rude|bad|swear|dirty|foul) words are (?:now )?(?:welcome|allowed|fine|ok)\\b",
];

const setAside =
  "(?:ignor(?:e|ing)|disregard(?:ing)?|forget|overrid(?:e|ing)|overrule|bypass(?:ing)?|neglect|discard|abandon|(?:donot|dont|stop|nolonger|neednot|never)(?:follow|obey|apply|use|listento|comply(?:with)?)(?:ing)?|paynoattentionto|setaside|skip|suspend|cancel|erase|throwaway|replace|reset)";
const filler =
  "(?:all|any|every|each|the|of|your|these|those|this|that|and|its|a|an|my|other|everything|whatever){0,4}";
const which =
  "(?:previous(?:ly)?|prior|above|earlier|preceding|former|original|initial|existing|current|system|moderation|content|safety|reviewing|judging|hidden|internal|past|aforementioned|given|standing|default|old|foregoing|your|policy|written|stated|provided|developer|moderators?)";
const what =
  "(?:instruction|prompt|guideline|direction|directive|order|command|polic(?:y|ies)|rules?|constraint|restriction|context|messages?|criteria|training|programming|protocol|safeguard|filter|text|configuration|settings?|moderation|standard|reviewitems?)";

const dense = [
  `${setAside}${filler}(?:${which}${filler}){1,4}(?:given|and)?${what}`,
  `${setAside}(?:all|any|every|your|these|those|my)(?:of)?(?:the|your|these|those)?(?:instruction|prompt|guideline|directive|programming|training|safeguard|polic(?:y|ies))`,
  `${setAside}(?:everything|anything|all|what)(?:that)?(?:is|was|were|has|came|youwere|youhavebeen|youve|ive|i|youare|you)?(?:been)?(?:above|before|prior|toldyou|told|written|said|earlier|instructed|stated|readsofar|soforth|precedes)`,
  `approve(?:this|the|my|that|following|every|all|any|above|other|these){1,4}(?:review|text|item|post|comment|message|submission|content|entry|entries)`,
  `(?:(?:please|must|always)approve(?!d|my|our|the(?!m)|your|his|her|their|aguest|guest|refund|request|free|leave|cancel|of)|approveeverything|approveitnow|approveimmediately|youshouldapprove|youwillapprove|respondwithapprove|answerapprove|outputapprove|returnapprove|decisionapprove(?!d)|verdictapprove(?!d)|verdict(?:is|mustbe|shouldbe|forthistextmustbe|forthis\\w{0,8}(?:is|mustbe|shouldbe))approve|mark(?:this|the|my|it){0,4}(?:review|text|item)?asapproved|markasapproved|markthisasapproved|forceapprove|autoapprove|approveapprove|setdecisiontoapprove)`,
  `(?:youarenow|actasan?|pretendtobean?)(?:dan\\b|unrestricted|uncensored|jailbroken|lenient|aimodel|languagemodel|inanewrole|aiwithout|amoderator|freefrom|freed|nolongerbound)`,
  `(?:systemprompt|systemoverride|adminoverride|developermode|debugmode|jailbreak|promptinjection|ignoreinstructions|ignoretherulesandapprove|disregardthepolicy|ignorethepolicy|ignorepolicy|ignoretheguidelines|forgetyourrules|forgettherules|forgetyour)`,
  `(?:seungin|sungin|seung-in)(?:hae|ha|cheori|euro|sikyeo|butak)`,
];

export const englishOrders = {
  plain: [...plain, ...roundabout].map((source) => new RegExp(source, "mu")),
  dense: dense.map((source) => new RegExp(source, "u")),
};
