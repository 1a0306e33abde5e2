// Orders to a judge in other languages. Only a few patterns: such reviews are rare here, and a moderator can check
// them. For lower-case text, possibly without accents.

export const foreignOrders = [
  "(?:忽略|无视|無視|忘记|忘記|不要遵守|别遵守|不理会|绕过|繞過|跳过|取消)[^。！!？?]{0,12}(?:指令|指示|规则|規則|提示|要求|命令|政策|设定|設定|说明|說明|内容|內容)",
  "(?:批准|核准|放行)(?:此|这|這|该|本|所有|全部|一切|它|发布|發布|评论|評論|吧|即可|。|！|$)|[请請](?:直接|立即|务必|无条件)?(?:批准|核准|放行|通过|通過)",
  "(?:此|这条|這條|这个|這個|本|该|該|所有|全部|以下|上述)(?:条|條)?(?:评论|評論|评价|評價|内容|內容|文本|文字|项目|項目)[^。！!？?]{0,8}(?:通过|通過|批准|安全|合规|合規|允许|允許|没有违规)",
  "审[核查](?:员|者|系统|模型|ai|结果|通过|官)|審[核查](?:員|者|系統|模型|ai|結果|通過|官)|你(?:现在|現在)?是(?:一个|一個|一名)?(?:ai|人工智能|人工智慧|模型|助手|审|審)|系统(?:提示|消息|指令)|系統(?:提示|訊息|指令)|(?:输出|輸出|回答|回复|返回|判定为|標記為|标记为)[^。]{0,6}(?:批准|通过|通過|approve|安全|合规)",
  "(?:指示|命令|ルール|規則|プロンプト|設定|ポリシー|方針|指針)[^。]{0,8}(?:無視|忘れ|従わ|破棄|リセット|取り消)|(?:無視|忘れ)[^。]{0,4}(?:指示|命令|ルール)",
  "承認(?:して|し|せよ|する|と|済|を|しろ|お願い|され|しなさい|。|$)|(?:レビュー|投稿|口コミ|テキスト|内容|項目)[^。]{0,10}(?:承認|許可し|通過|通して|問題なしと|安全と)|審査(?:官|員|ai|システム|モデル|者)|検閲|モデレーター|モデレーション|あなたは[^。]{0,10}(?:ai|人工知能|モデル|アシスタント|審査)|システム(?:プロンプト|メッセージ|指示|命令)",
  "\\b(?:ignor(?:a|e|ar|en|ad|á|ate|i|are)|olvid(?:a|e|ar|en)|esquec?e|esqueça|dimentica|desconsider[ae]|haz caso omiso)\\b[^.!?]{0,30}(?:instruc|instruç|istruzion|regl[ae]|regra|regol|norma|anterior|precedent|orden|ordine|prompt|directri|diretriz|pol[ií]tica)",
  "\\b(?:aprueb[ae]n?|aprobar|aprob[áa]|aprov[ae]r?|approv[ai](?:re)?|acept[ae]|public[ae]|accett[ai])\\b[^.!?]{0,12}(?:rese[ñn]|texto|comentario|opini|est[ea]\\b|todo|recens|avalia|mensaje|mensagem|quest[ao]|tudo|tutto)|\\bdebe ser aprobad|\\b(?:eres|voc[êe] [ée]|sei) (?:una?|um|el|o|il) (?:modelo|moderador|ia\\b|asistente|assistente|moderatore)|\\bmodera(?:dor|tore)\\w{0,16}|(?:decisi[oó]n|veredicto|decis[ãa]o|decisione)\\W{1,4}(?:es |é |è )?\\W?a(?:prob|prov|pprov)",
  "\\b(?:ignore[zr]?|oublie[zr]?|ne tiens pas compte|ne tenez pas compte)\\b[^.!?]{0,30}(?:instruction|r[eè]gle|consigne|pr[eé]c[eé]dent|directive|politique)|\\bapprouve[zr]?\\b|\\baccepte[zr]? (?:cet|ce|cette)\\b|\\bmod[eé]rat(?:eur|ion|rice)\\b|\\b(?:tu es|vous [eê]tes) (?:une?|le|la) (?:ia|mod|assistant|intelligence)",
  "\\b(?:ignorier(?:e|en|t|st)?|vergiss|vergessen sie|missachte)\\b[^.!?]{0,40}(?:anweisung|regel|vorgabe|richtlinie|befehl|bisherig|vorherig)|\\bgenehmig(?:e|en|t|st)\\b|\\b(?:gib|geben sie|gebe)\\b[^.!?]{0,30}\\bfrei\\b|\\bfreigeben\\b|\\bmoderat(?:or|ion)\\b|\\bdu bist\\b[^.!?]{0,12}(?:\\bki\\b|modell|moderator)|\\bakzeptiere (?:dies|die|den|das)\\b|\\bals freigegeben\\b",
  "(?:игнорируй|проигнорируй|забудь|забудьте|не следуй|отмени)[^.!?]{0,30}(?:инструкц|правил|указан|команд|предыдущ|вс[её])|одобр(?:и|ить|ите|ен)|модерат(?:ор|ц)|ты[^.!?]{0,10}(?:ии\\b|модель|нейросет)",
  "(?:bỏ qua|phớt lờ|quên|bo qua|phot lo)[^.!?]{0,20}(?:hướng dẫn|chỉ dẫn|lệnh|quy tắc|quy định|huong dan|chi dan|quy tac|quy dinh)|phê duyệt|chấp thuận|kiểm duyệt|phe duyet|chap thuan|kiem duyet",
  "\\babaikan\\b[^.!?]{0,20}(?:instruksi|perintah|aturan)|\\bsetujui (?:ulasan|teks|ini|semua)|talimat[^.!?]{0,20}(?:yok say|unut|görmezden)|\\bonayla\\b|zignoruj|zatwierd[źz]",
  "เพิกเฉย|ละเว้นคำสั่ง|ไม่ต้องสนใจคำสั่ง|อนุมัติ|تجاهل[^.!?]{0,30}(?:التعليمات|الأوامر|القواعد)|وافق على|اعتمد هذ|निर्देश[^.!?]{0,20}(?:अनदेखा|नज़रअंदाज़|अनदेखी)|(?:स्वीकृत|मंज़ूर|मंजूर|अनुमोद)",
].map((source) => new RegExp(source, "u"));
