//! Words in bylines, by language: each table holds words or phrases parted by bars, folded.
//!
//! Sources: the bylines of the press in these languages, as its pages write them; the byline patterns of Readability,
//! Trafilatura and Mercury; the guides of schema.org's `author` and Google's article markup.

use super::Words;

/// What stands before the name of a writer.
pub static BY: Words = Words::new(
    "\
by|written by|posted by|reported by|story by|words by|article by|text by|report by|contributed by|submitted by|\
created by|published by|authored by|compiled by|about the author|author|authors|reporter|writer|words|text|story|\
contributor|posted in by|op ed by|\
von|über|text von|autor|autorin|autoren|autor in|autorenteam|verfasst von|geschrieben von|artikel von|ein artikel von|\
beitrag von|ein beitrag von|gastbeitrag von|ein gastbeitrag von|kommentar von|ein kommentar von|analyse von|\
eine analyse von|interview von|erstellt von|gepostet von|veröffentlicht von|eingestellt von|bericht von|\
ein bericht von|kolumne von|eine kolumne von|essay von|ein essay von|reportage von|eine reportage von|protokoll von|\
pressemitteilung von|aufgezeichnet von|zusammengestellt von|recherche|verfasser|verfasserin|\
par|écrit par|rédigé par|publié par|propos recueillis par|recueilli par|texte|texte de|auteur|autrice|auteure|auteurs|\
por|escrito por|texto de|texto|publicado por|publicada por|autora|autores|redactado por|reportagem de|reportagem|\
postado por|postada por|enviado por|enviada por|escrita por|redigido por|\
di|a cura di|scritto da|testo di|testo|articolo di|pubblicato da|autore|autrice|autori|servizio di|\
door|geschreven door|tekst|tekst door|auteur|geplaatst door|gepubliceerd door|\
przez|oprac|opracował|opracowała|napisał|napisała|autorka|autorzy|opublikowane przez|dodał|dodała|\
napsal|napsala|autoři|napísal|napísala|\
írta|szerző|szerzők|de|scris de|autorul|postat de|publicat de|\
yazan|yazar|haber|kaynak|muhabir|\
автор|авторы|автори|текст|подготовил|подготовила|беседовал|беседовала|підготував|підготувала|автор статьи|\
του|της|των|γράφει ο|γράφει η|γράφει|γράφουν|συντάκτης|συντάκτρια|ρεπορτάζ|κείμενο|επιμέλεια|\
av|skriven av|publicerad av|af|skrevet af|skrevet av|publisert av|kirjoittaja|kirjoittanut|teksti|toimittaja|\
بقلم|كتب|كتبت|كتبه|إعداد|تقرير|الكاتب|نویسنده|گزارش|خبرنگار|به قلم|תקציר מאת|מאת|כתב|כתבת|\
लेखक|लेखिका|द्वारा|रिपोर्टर|रिपोर्ट|লেখক|প্রতিবেদক|எழுதியவர்|కథనం|\
oleh|penulis|laporan|reportase|pewarta|ditulis oleh|reporter|wartawan|ni|\
tác giả|theo|bài|bài viết|เขียนโดย|โดย|เรื่อง|ผู้เขียน|\
作者|文|撰文|记者|記者|文責|著者|筆者|執筆|ライター|投稿者|記|取材|文・写真|글|글쓴이|작성자",
);

/// As [`BY`], where a colon follows: elsewhere these begin a headline.
pub static BY_COLON: Words = Words::new(
    "\
interview|gespräch|das gespräch führte|das interview führte|die fragen stellte|die fragen stellten|entrevista|intervista|\
entretien|wywiad|fotos und text|foto und text|text und foto|text und fotos|text und bild|text and photos|\
words and photos|words and pictures|text and sound|words and sound|texte et photos|texto y fotos|testo e foto|tekst i zdjęcia|\
aufzeichnung|reportage|report|kommentar|analyse|kolumne|rezension|kritik|review|opinion|commentary|\
авторка|авторки|авторів|авторы текста|репортаж|интервью|інтерв ю|разговаривал|разговаривала|спілкувався|спілкувалася|\
گفتوگو|گفتوگو از|گزارش از|مصاحبه از|نوشته|نویسندگان|رپورٹ|تحریر|حوار|حاوره|حاورته|أعده|أعدته|ראיון|ראיינה|ראיין|\
रिपोर्ट|लेखन|लेखकः|লেখা|প্রতিবেদন|கட்டுரையாளர்|ஆசிரியர்|எழுத்தாளர்|செய்தியாளர்|రచన|రచయిత|రచయిత్రి|ലേഖകൻ|ലേഖിക|ಲೇಖಕರು|ವರದಿ|\
wawancara|phỏng vấn|thực hiện|สัมภาษณ์|รายงานโดย|採訪|采访|專訪|专访|訪談|访谈|採訪整理|採訪撰文|采写|撰稿|整理|文字|インタビュー|\
聞き手|構成|取材・文|인터뷰|취재",
);

/// What may follow a name and is no part of it: the section, the paper, the occasion.
pub const AFTER_NAME: &[&str] =
    &[" im Gespräch", " im Interview", " for ", " For ", " under ", " unter ", " bei ", " via "];

/// What stands before the name of somebody who is no writer: of the pictures, of the check, of the translation.
pub static NOT_BY: Words = Words::new(
    "\
sort|sorted|order|ordered|filter|filtered|ranked|grouped|arrives|ships|delivered|trusted|\
photo|photos|photography|photographs|photographer|photographers|picture|pictures|image|images|illustration|\
illustrations|illustrated|illustrator|graphic|graphics|video|videos|art|artwork|cover|edited|editor|editors|editing|\
reviewed|medically|medical|fact|checked|translated|translation|translator|sponsored|powered|presented|produced|\
recommended|supported|source|sources|credit|credits|via|updated|modified|last|filed|tags|tagged|posted|category|\
categories|sound|music|illustrator|narrated|hosted|provided|created with|\
foto|fotos|fotografie|fotografin|fotograf|bild|bilder|grafik|grafiken|illustrationen|zeichnung|übersetzung|übersetzt|\
lektorat|quelle|quellen|redaktion|kamera|schnitt|stand|aktualisiert|fotografien|geprüft|redigiert|\
photographie|photographies|crédit|crédits|illustré|traduit|traduction|relu|édité|vidéo|dessin|\
fotografía|fotografías|fotógrafo|imagen|imágenes|traducción|editado|fuente|fotografia|imagem|edição|tradução|fonte|\
foto di|immagini|traduzione|beeld|fotografie|bron|vertaling|fot|zdjęcia|zdjęcie|redakcja|źródło|tłumaczenie|\
redaktor|fotografie|zdroj|preklad|překlad|fotó|kép|fordította|fotoğraf|çeviri|editör|\
фото|фотографии|иллюстрации|редактор|перевод|видео|переклад|джерело|источник|φωτό|φωτ|φωτογραφία|μετάφραση|πηγή|\
kuva|kuvat|toimitus|foto og|oversatt|oversat|översättning|redigering|redaktør|\
تصوير|تحرير|ترجمة|المصدر|صورة|عکس|ویرایش|ترجمه|منبع|צילום|צילומים|תרגום|עריכה|צילום יחצ|फोटो|संपादन|ছবি|படம்|ภาพ|\
gambar|editor|penyunting|penerjemah|sumber|ảnh|biên tập|nguồn|\
责任编辑|责编|编辑|編輯|来源|來源|摄影|攝影|图|圖|翻译|校对|写真|撮影|編集|翻訳|사진|편집|번역|출처",
);

/// What follows a name or stands before it, and is no part of it.
pub static ROLES: Words = Words::new(
    "\
reporter|senior reporter|staff reporter|correspondent|special correspondent|staff writer|senior writer|writer|editor|\
senior editor|managing editor|contributing editor|contributing writer|deputy editor|editor in chief|journalist|\
contributor|guest contributor|columnist|staff|author|producer|senior producer|special to|political reporter|\
freelance writer|freelancer|guest author|guest writer|guest blogger|blogger|\
redakteur|redakteurin|redaktor|redaktorin|reporterin|korrespondent|korrespondentin|journalistin|autorin|autor|\
volontär|volontärin|freier journalist|freie journalistin|chefredakteur|chefredakteurin|gastautor|gastautorin|\
stv chefredakteur|fachautor|experte|expertin|focus online experte|\
journaliste|envoyé spécial|envoyés spéciaux|envoyée spéciale|correspondant|correspondante|rédacteur|rédactrice|\
redactor|redactora|periodista|corresponsal|enviado especial|enviada especial|repórter|jornalista|da redação|\
redattore|redattrice|inviato|inviata|giornalista|verslaggever|redacteur|correspondente|\
dziennikarz|dziennikarka|redaktorka|redaktorzy|novinář|novinářka|újságíró|muhabir|muhabiri|yazar|yazarı|\
корреспондент|кореспондент|обозреватель|журналист|журналистка|журналіст|журналістка|δημοσιογράφος|\
journalist|toimittaja|reportör|redaktör|kommentator|\
기자|특파원|인턴기자|선임기자|논설위원|记者|記者|实习记者|本报记者|特约记者|通讯员|特派员|特派員|通訊員|編集委員|論説委員|\
صحفي|صحفية|خبرنگار|כתב|כתבת|संवाददाता|wartawan|jurnalis",
);

/// Articles, of which one stands before a work rather than before its writer.
pub static ARTICLES: Words = Words::new("ein|eine|der|die|das");

/// How the name of a paper's office or desk ends before its reporter's name, as the press of Japan writes it.
pub static OFFICES: Words =
    Words::new("支局|総局|支社|通信部|通信局|社会部|文化部|経済部|政治部|科学部|地域部|運動部|写真部|くらし部|編集部");

/// What Chinese papers call those who report, before the name.
pub static REPORTERS: Words = Words::new("记者|記者|实习生|實習生|通讯员|通訊員|特派员|特派員");

/// Small words that stand in no name, in scripts without capitals: "from", "in", "of".
pub static WITHIN_NO_NAME: Words =
    Words::new("থেকে|ফিরে|হতে|এর|से|में|की|का|के|को|سے|میں|کی|کا|کے|کو|از|در|به|من|في|إلى|على|في|של|על|עם");

/// Small words inside names.
pub static PARTICLES: Words = Words::new(
    "\
von|van|der|den|de|da|das|do|dos|du|del|della|di|le|la|las|los|el|al|bin|ibn|ben|bint|zu|zur|vom|ter|ten|te|af|av|e|y|i|\
und|and|d|o|st|san|saint",
);

/// Words of which one makes a part of a line the description of a person, not a name.
pub static TRADES: Words = Words::new(
    "\
director|manager|officer|president|founder|cofounder|ceo|cto|cmo|head|professor|owner|reviewer|management|gardener|lead|executive|testimonial|expert|specialist|dietitian|\
nutritionist|consultant|analyst|engineer|attorney|lawyer|coach|editor|writer|reporter|correspondent|journalist|\
columnist|contributor|strategist|marketer|physician|therapist|assistant|fellow|researcher|student|strategist|advisor|\
chair|chairman|partner|vice|senior|associate|special|published|updated|years|experience|\
redakteur|redakteurin|leiter|leiterin|geschäftsführer|chefredakteur|experte|expertin|journalist|journalistin",
);

/// What joins names.
pub static AND: Words = Words::new(
    "and|und|et|och|og|ja|ve|dan|és|și|și de|и|та|і|و|और|ও|மற்றும்|và|με|και|with|mit|avec|sowie|oraz|och|bem|και|&|+",
);
/// What joins names where more than one word stands on each side: elsewhere it is a part of one.
pub static AND_PERHAPS: Words = Words::new("y|e|i|a|en|in|o|u|та|й|&");

/// Words that make a name that of a desk, an agency or nobody.
pub static NOBODY: Words = Words::new(
    "\
admin|administrator|editor|editors|editorial|staff|team|desk|newsroom|news|newsdesk|bureau|board|redaktion|redazione|\
redacción|redacao|redação|redaction|rédaction|redactie|redakcja|redakce|redakcia|redaksi|redaktionen|redaksjonen|\
redaktionens|nyhetsredaktionen|toimitus|redacția|redakció|szerkesztőség|merkezi|редакция|редакція|редакции|guest|\
contributor|contributors|user|author|authors|webmaster|unknown|anonymous|agency|agencies|agentur|agenturen|agence|\
agencia|agência|agenzia|agencja|magazine|magazin|zeitung|press|presse|media|medien|verlag|group|inc|llc|ltd|gmbh|ag|company|corporation|foundation|\
stiftung|institute|institut|university|universität|association|verband|verein|society|council|ministry|ministerium|\
department|office|services|solutions|blog|website|online|tv|radio|support|marketing|\
store|shop|global|international|publications|publishing|network|studio|studios|community|official|merkezi|haberler",
);

/// What stands after a name and a comma and is no name.
pub static CREDENTIALS: Words = Words::new(
    "\
md|m d|do|d o|phd|ph d|mph|ms|msc|ma|ba|mba|rd|rdn|rn|cpa|cfa|cfp|jd|esq|dds|dmd|dvm|vmd|dacvb|pharmd|psyd|edd|jr|sr|\
ii|iii|iv|facs|faclm|facp|np|lcsw|lmft|lpc|fand|cdn|ldn|ld|cscs|cpt|pe|pmp|bsc|dr|prof|llm|foma|dabom|dpt|pt|lvt|ra|mres",
);

/// Titles before a name that are kept out of it.
pub const HONORIFICS: &str = "dr|prof|mr|mrs|ms";

/// Words of a page's furniture and of dates that may stand where a name does, or after one: no name begins with one.
pub static NO_NAME: Words = Words::new(
    "\
share|print|save|listen|email|comments|comment|subscribe|follow|read|view|menu|home|contact|search|login|published|\
posted|updated|date|tags|category|on|at|in|the|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday|photo|image|advertisement|posts|more|all|\
am|um|vom|den|der|die|das|in|teilen|drucken|datum|veröffentlicht|publiziert|montag|dienstag|mittwoch|donnerstag|\
freitag|samstag|sonntag|zum|zur|mehr|kommentare|lesezeit|aktuell|\
le|la|les|partager|imprimer|publié|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|à|temps|lecture|\
el|los|compartir|publicado|lunes|martes|miércoles|jueves|viernes|sábado|domingo|\
il|lo|condividi|pubblicato|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|\
segunda|terça|quarta|quinta|sexta|compartilhe|op|på|kl|dne|dnia|tarihinde|em|από|στις|เมื่อ|วัน|주|등록|입력|수정|\
شارك|مشاركة|نسخ|اشتراک|شیئر|שיתוף|שתפו|שמירת|שמירה|שיחה|поделиться|поширити|paylaş|bagikan|udostępnij|शेयर|শেয়ার|பகிர|แชร์|\
posted on|veröffentlicht am|written|auteur|autor|by|von|par|por|uhr|hrs|ago|vor|min|minutes|reading|provider|\
interview|beitrag|insights|link|zurück|back|how|why|what|about|powered|name|us|uns|sort|get|visit|antworten|please|cet|mez|utc|gmt|est|edt|pst|sun|mon|tue|\
wed|thu|fri|sat|information|impressum|gesponserte|werbung|anzeige|sponsored|guest|home page|startseite|news|aktuelles|blog",
);
