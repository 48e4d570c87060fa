//! Phrases by which pages lead away from the text, by what they do and by language. Each is folded as
//! [`crate::dom::text::fold`] folds.
//!
//! Sources: the press of these languages, as its pages say it; the issue threads of readers and extractors; the lists
//! that keep annoyances out of pages.

/// What a phrase does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Leads to other stories.
    ReadAlso = 1,
    /// Labels advertising.
    Advert = 2,
    /// Shares, prints, saves.
    Share = 3,
    /// Asks to subscribe, to follow, to install.
    Subscribe = 4,
    /// Claims the rights.
    Copyright = 5,
    /// Heads readers' comments.
    Comments = 6,
    /// Tells how long it takes to read.
    ReadingTime = 7,
    /// Heads keywords.
    Tags = 8,
    /// Heads a summary that a machine made.
    Summary = 9,
    /// Asks for corrections.
    Correction = 10,
    /// Names a source.
    Source = 11,
    /// Waits, or asks to load more.
    Loading = 12,
    /// Ends the text.
    End = 13,
    /// Names an editor.
    Credit = 14,
    /// Heads a note about the writer.
    Writer = 15,
}

impl Kind {
    /// Whether such a phrase may stand over a box of links.
    #[must_use]
    pub fn heads(self) -> bool {
        matches!(self, Self::ReadAlso | Self::Comments | Self::Tags | Self::Summary | Self::Writer)
    }
}

/// Where in a text a phrase speaks against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The text is the phrase and nothing else.
    Whole,
    /// The text begins with it and is short.
    Start,
    /// As `Start`, where the text holds a link or is one.
    StartOfLink,
    /// The text holds it and is short.
    Within,
}

/// Phrases of one kind, place and language.
pub struct Phrases {
    /// What they do.
    pub kind: Kind,
    /// Where they count.
    pub place: Place,
    /// The phrases, parted by bars.
    pub all: &'static str,
}

/// A row; the language is for those who read it.
const fn row(kind: Kind, place: Place, _language: &str, all: &'static str) -> Phrases {
    Phrases { kind, place, all }
}

use Kind::{
    Advert, Comments, Copyright, Correction, Credit, End, Loading, ReadAlso, ReadingTime, Share, Source, Subscribe,
    Summary, Tags, Writer,
};
use Place::{Start, StartOfLink, Whole, Within};

/// All phrases.
pub const PHRASES: &[Phrases] = &[
    row(
        ReadAlso,
        StartOfLink,
        "en",
        "read more|read also|also read|read next|related|related story|related stories|related articles|\
         related article|see also|more on this|recommended|you might also like|you may also like|\
         further reading on|dont miss|more from|keep reading|continue reading|up next|editors picks|\
         more stories|most read|most popular|trending|trending now|popular now|also on|\
         in case you missed it|recommended for you",
    ),
    row(
        ReadAlso,
        StartOfLink,
        "id",
        "baca juga|baca selengkapnya|simak juga|lihat juga|artikel terkait|berita terkait|topik terkait|\
         terpopuler|artikel lainnya|pilihan redaksi|baca artikel",
    ),
    row(ReadAlso, StartOfLink, "ms", "artikel berkaitan|berita berkaitan|paling popular"),
    row(
        ReadAlso,
        StartOfLink,
        "de",
        "lesen sie auch|lesen sie mehr|lesen sie hier|mehr zum thema|auch interessant|\
         das könnte sie auch interessieren|das könnte dich auch interessieren|weiterlesen|mehr dazu|\
         siehe auch|passend dazu|verwandte artikel|ähnliche artikel|meistgelesen|weitere artikel|\
         mehr lesen|hier weiterlesen",
    ),
    row(
        ReadAlso,
        StartOfLink,
        "fr",
        "lire aussi|à lire aussi|a lire aussi|lire également|à lire également|voir aussi|\
         sur le même sujet|sur le même thème|à découvrir|notre sélection|les plus lus|articles liés|\
         en savoir plus|plus dinformations",
    ),
    row(
        ReadAlso,
        StartOfLink,
        "es",
        "lea también|leer también|lee también|te puede interesar|le puede interesar|\
         también te puede interesar|más información|ver también|noticias relacionadas|\
         artículos relacionados|lo más leído|más leídas|sigue leyendo",
    ),
    row(
        ReadAlso,
        StartOfLink,
        "pt",
        "leia também|leia mais|veja também|saiba mais|notícias relacionadas|artigos relacionados|\
         mais lidas|ler também|relacionadas|confira também",
    ),
    row(
        ReadAlso,
        StartOfLink,
        "it",
        "leggi anche|leggi tutto|vedi anche|approfondimenti|ti potrebbe interessare|\
         potrebbe interessarti anche|i più letti|articoli correlati|per approfondire",
    ),
    row(
        ReadAlso,
        StartOfLink,
        "nl",
        "lees ook|lees meer|lees verder|bekijk ook|gerelateerd|gerelateerde artikelen|meest gelezen|\
         zie ook|meer over",
    ),
    row(
        ReadAlso,
        StartOfLink,
        "pl",
        "czytaj także|czytaj też|czytaj również|czytaj więcej|zobacz także|zobacz też|zobacz również|\
         przeczytaj także|przeczytaj też|polecamy|powiązane artykuły|najczęściej czytane|warto przeczytać",
    ),
    row(
        ReadAlso,
        StartOfLink,
        "cs",
        "čtěte také|čtěte též|čtěte dál|přečtěte si také|přečtěte si|související články|\
         mohlo by vás zajímat|nejčtenější|více k tématu",
    ),
    row(
        ReadAlso,
        StartOfLink,
        "sk",
        "čítajte aj|čítajte tiež|prečítajte si aj|súvisiace články|mohlo by vás zaujímať|najčítanejšie",
    ),
    row(ReadAlso, StartOfLink, "hu", "olvassa el ezt is|kapcsolódó cikkek|kapcsolódó|ez is érdekelheti|legolvasottabb"),
    row(ReadAlso, StartOfLink, "ro", "citește și|citeste si|citiți și|vezi și|articole similare|cele mai citite"),
    row(
        ReadAlso,
        StartOfLink,
        "tr",
        "ilgili haber|ilgili haberler|bunlar da ilginizi çekebilir|ayrıca okuyun|devamını oku|\
         çok okunanlar|haberin devamı|i̇lgili haber|i̇lgili haberler",
    ),
    row(
        ReadAlso,
        StartOfLink,
        "ru",
        "читайте также|читать также|смотрите также|по теме|материалы по теме|читать далее|подробнее|\
         популярное|самое читаемое|еще по теме|ещё по теме",
    ),
    row(
        ReadAlso,
        StartOfLink,
        "uk",
        "читайте також|дивіться також|за темою|читати далі|більше за темою|популярне|матеріали за темою",
    ),
    row(ReadAlso, StartOfLink, "bg", "прочетете още|вижте още|още по темата|четете още"),
    row(ReadAlso, StartOfLink, "sr", "pročitajte još|pročitajte i|čitajte još|прочитајте још|povezane vesti"),
    row(ReadAlso, StartOfLink, "hr", "vezane vijesti"),
    row(ReadAlso, StartOfLink, "el", "διαβάστε επίσης|δείτε επίσης|διαβάστε ακόμα|διαβάστε ακόμη|σχετικά άρθρα"),
    row(ReadAlso, StartOfLink, "sv", "läs mer|läs också|läs även|relaterat|mest läst|senaste nytt|se även"),
    row(ReadAlso, StartOfLink, "da", "læs også|læs mere|relaterede artikler|mest læste|se også"),
    row(ReadAlso, StartOfLink, "no", "les også|les mer|les mest|relaterte saker|mest lest"),
    row(ReadAlso, StartOfLink, "fi", "lue myös|lue lisää|lue seuraavaksi|luetuimmat|aiheesta lisää"),
    row(ReadAlso, StartOfLink, "et", "loe ka|loe lisaks"),
    row(ReadAlso, StartOfLink, "lv", "lasi arī|lasiet arī"),
    row(ReadAlso, StartOfLink, "lt", "taip pat skaitykite|skaitykite taip pat"),
    row(
        ReadAlso,
        StartOfLink,
        "ar",
        "اقرأ أيضا|اقرأ أيضاً|إقرأ أيضاً|شاهد أيضاً|اقرأ أيضًا|إقرأ أيضا|اقرأوا أيضا|اقرأ المزيد|شاهد أيضا|مواضيع ذات صلة|أخبار ذات صلة|\
         الأكثر قراءة|قد يعجبك أيضا|طالع أيضا",
    ),
    row(ReadAlso, StartOfLink, "fa", "بیشتر بخوانید|همچنین بخوانید|اخبار مرتبط|مطالب مرتبط|پربازدیدها|پربازدیدترین"),
    row(ReadAlso, StartOfLink, "ur", "مزید پڑھیں|یہ بھی پڑھیں"),
    row(ReadAlso, StartOfLink, "he", "קראו גם|קרא גם|קראו עוד|כתבות נוספות|עוד בנושא|אולי יעניין אותך"),
    row(ReadAlso, StartOfLink, "hi", "यह भी पढ़ें|ये भी पढ़ें|और पढ़ें|संबंधित खबरें|सबसे ज़्यादा पढ़ी गई|इसे भी पढ़ें"),
    row(ReadAlso, StartOfLink, "bn", "আরও পড়ুন|আরো পড়ুন"),
    row(ReadAlso, StartOfLink, "ta", "இதையும் படிக்க|இதையும் படியுங்கள்|மேலும் படிக்க|தொடர்புடைய செய்திகள்"),
    row(ReadAlso, StartOfLink, "te", "ఇది కూడా చదవండి|ఇవి కూడా చదవండి"),
    row(ReadAlso, StartOfLink, "mr", "हेही वाचा|हे पण वाचा"),
    row(ReadAlso, StartOfLink, "gu", "આ પણ વાંચો"),
    row(ReadAlso, StartOfLink, "ml", "ഇതും വായിക്കുക"),
    row(ReadAlso, StartOfLink, "kn", "ಇದನ್ನೂ ಓದಿ"),
    row(ReadAlso, StartOfLink, "th", "อ่านเพิ่มเติม|อ่านข่าวเพิ่มเติม|อ่านข่าวที่เกี่ยวข้อง|ข่าวที่เกี่ยวข้อง"),
    row(ReadAlso, StartOfLink, "vi", "xem thêm|đọc thêm|tin liên quan|bài liên quan|đọc nhiều"),
    row(
        ReadAlso,
        StartOfLink,
        "zh",
        "相关阅读|相关新闻|相关报道|延伸阅读|延伸閱讀|推荐阅读|猜你喜欢|热点排行|相關新聞|相關報導|更多新闻|看更多|閱讀更多|热门推荐|更多相关",
    ),
    row(
        ReadAlso,
        StartOfLink,
        "ja",
        "あわせて読みたい|関連記事|関連ニュース|おすすめ記事|続きを読む|こちらもおすすめ|人気記事|アクセスランキング",
    ),
    row(ReadAlso, StartOfLink, "ko", "관련기사|관련 기사|많이 본 뉴스|함께 보면 좋은|더보기|이 시각 주요뉴스"),
    row(
        Advert,
        Whole,
        "en",
        "advertisement|advertisements|ad|sponsored|sponsored content|skip advertisement|\
         advertiser content|paid content",
    ),
    row(
        Advert,
        Start,
        "en",
        "story continues below this advertisement|article continues below|continue reading below|\
         advertisement continue reading below|scroll to continue with content|\
         story continues after advertisement|article continues after|story continues after|article continues after ad|scroll to continue",
    ),
    row(Advert, Whole, "id", "iklan|lanjutkan membaca"),
    row(Advert, Start, "id", "scroll untuk lanjut membaca|artikel ini dibuat|gulir untuk lanjut membaca"),
    row(Advert, Whole, "de", "anzeige|werbung|anzeigen"),
    row(Advert, Whole, "fr", "publicité"),
    row(Advert, Start, "fr", "la suite après la publicité|la suite après cette publicité"),
    row(Advert, Whole, "es", "publicidad|anuncio"),
    row(Advert, Whole, "pt", "publicidade"),
    row(Advert, Start, "pt", "continua depois da publicidade|continua após a publicidade"),
    row(Advert, Whole, "it", "pubblicità"),
    row(Advert, Start, "it", "continua dopo la pubblicità"),
    row(Advert, Whole, "nl", "advertentie|reclame"),
    row(Advert, Whole, "pl", "reklama"),
    row(Advert, Start, "pl", "dalsza część artykułu pod reklamą"),
    row(Advert, Whole, "cs", "inzerce"),
    row(Advert, Whole, "sv", "annons"),
    row(Advert, Whole, "da", "annonce"),
    row(Advert, Whole, "no", "annonse"),
    row(Advert, Whole, "fi", "mainos"),
    row(Advert, Whole, "tr", "reklam"),
    row(Advert, Whole, "ru", "реклама"),
    row(Advert, Whole, "ar", "إعلان|اعلان"),
    row(Advert, Whole, "fa", "تبلیغات|تبلیغ"),
    row(Advert, Whole, "he", "פרסומת"),
    row(Advert, Whole, "hi", "विज्ञापन"),
    row(Advert, Whole, "bn", "বিজ্ঞাপন"),
    row(Advert, Whole, "ta", "விளம்பரம்"),
    row(Advert, Whole, "zh", "广告|廣告"),
    row(Advert, Whole, "ja", "広告|スポンサーリンク"),
    row(Advert, Whole, "ko", "광고"),
    row(Advert, Whole, "th", "โฆษณา"),
    row(Advert, Whole, "vi", "quảng cáo"),
    row(Advert, Whole, "el", "διαφήμιση"),
    row(Advert, Whole, "ro", "publicitate"),
    row(Advert, Whole, "hu", "hirdetés"),
    // What the writer earns by the links in the text.
    row(
        Advert,
        Within,
        "en",
        "contains affiliate links|contain affiliate links|contains some affiliate links|contain some affiliate links|\
         includes affiliate links|include affiliate links|uses affiliate links|contains amazon affiliate links|\
         links are affiliate links|the affiliate links|we may earn|i may earn|may earn a commission|\
         may earn a small commission|may earn commission|may earn an affiliate commission|we earn a commission|\
         we earn a small commission|we earn commissions|earn us a commission|earn us a small commission|\
         earn from qualifying purchases|we may receive compensation|we may receive a commission|\
         may receive a commission|may receive a small commission|we may get a commission|i may get a commission|\
         at no extra cost to you|at no additional cost to you",
    ),
    row(
        Advert,
        Within,
        "de",
        "enthält affiliate links|enthalten affiliate links|sogenannte affiliate links|links sind affiliate links|\
         um affiliate links|um sogenannte affiliate links|erhalten wir eine provision|erhalten wir eine kleine provision|\
         bekommen wir eine provision|erhalte ich eine provision|bekomme ich eine provision|\
         erhalte ich eine kleine provision|bekomme ich eine kleine provision|eine provision vom händler",
    ),
    row(
        Advert,
        Within,
        "fr",
        "contient des liens affiliés|contient des liens daffiliation|liens sont affiliés|percevoir une commission|\
         toucher une commission",
    ),
    row(
        Advert,
        Within,
        "es",
        "contiene enlaces de afiliado|contiene enlaces de afiliados|contiene enlaces afiliados|\
         podemos recibir una comisión|puede recibir una comisión",
    ),
    row(Advert, Within, "pt", "contém links de afiliados|podemos receber uma comissão"),
    row(Advert, Within, "it", "contiene link di affiliazione|contiene link affiliati|ricevere una commissione"),
    row(Advert, Within, "nl", "bevat affiliate links|bevat affiliatelinks|ontvangen wij een commissie"),
    row(Advert, Within, "pl", "zawiera linki afiliacyjne"),
    row(Advert, Within, "sv", "innehåller annonslänkar|innehåller affiliatelänkar"),
    row(Advert, Within, "da", "indeholder reklamelinks|indeholder affiliate links"),
    row(Advert, Within, "ja", "アフィリエイト広告を|アフィリエイトリンクを|プロモーションが含まれ"),
    row(
        Share,
        Whole,
        "en",
        "share|share this|tweet|copy link|print|email|save|listen|follow us|link copied|print recipe|copy",
    ),
    row(
        Share,
        Start,
        "en",
        "share this article|share this story|share on facebook|share on twitter|listen to this article|\
         follow us on|share this post|click to share|add to bookmarks|jump to recipe|rate this recipe|\
         tried this recipe|did you make this recipe|\
         copy to clipboard|edit this page|was this page helpful|was this article helpful|back to top|\
         skip to content|skip to main content|join the conversation|\
         add us as a preferred source on google",
    ),
    row(Share, Whole, "id", "bagikan|salin tautan|bagikan artikel"),
    row(Share, Start, "id", "url telah tercopy|bagikan"),
    row(
        Share,
        Whole,
        "de",
        "teilen|artikel teilen|rezept drucken|drucken|merken|zur startseite|nach oben|artikel anhören",
    ),
    row(Share, Start, "de", "merk dir das rezept|rezept auf pinterest|auf pinterest merken"),
    row(Share, Whole, "fr", "partager|imprimer|offrir larticle|écouter larticle"),
    row(Share, Start, "fr", "partager cet article|réutiliser ce contenu"),
    row(Share, Whole, "es", "compartir|imprimir|compartir en|comparte"),
    row(Share, Whole, "pt", "compartilhe|compartilhar|partilhar"),
    row(Share, Whole, "it", "condividi|stampa|ascolta larticolo"),
    row(Share, Whole, "nl", "delen"),
    row(Share, Start, "nl", "deel dit artikel"),
    row(Share, Whole, "pl", "udostępnij|podziel się"),
    row(Share, Whole, "cs", "sdílet|vytisknout"),
    row(Share, Whole, "sv", "dela|spara artikeln"),
    row(Share, Start, "sv", "lyssna på artikeln"),
    row(Share, Whole, "tr", "paylaş|yazdır|yazı boyutu|a a"),
    row(Share, Start, "tr", "yazı boyutu a"),
    row(Share, Whole, "ru", "поделиться|распечатать"),
    row(Share, Whole, "uk", "поділитися"),
    row(Share, Whole, "ar", "شارك|مشاركة|طباعة|حفظ|نسخ الرابط"),
    row(Share, Start, "ar", "استمع إلى المقال"),
    row(Share, Whole, "fa", "نسخه چاپی|لینک کوتاه"),
    row(Share, Whole, "hi", "शेयर करें"),
    row(Share, Whole, "zh", "分享|分享到|字号|打印|字号 大 中 小|字號 大 中 小"),
    row(Share, Whole, "ja", "シェア|ツイート|ブックマーク|ブックマークする|印刷|印刷する"),
    row(Share, Whole, "he", "שיתוף|שתפו|שיתוף בוואטסאפ|שיתוף בפייסבוק|שמירת כתבה|הדפסה"),
    row(Share, Whole, "fi", "kopioi linkki|jaa artikkeli|jaa juttu|tulosta"),
    row(Share, Start, "fi", "jaa facebook"),
    row(Share, Whole, "ko", "공유|구독|기사 스크랩"),
    row(Share, Start, "ko", "글자 크기 조절"),
    row(
        Subscribe,
        Start,
        "en",
        "sign up for our|sign up for the|sign up to our|subscribe to our|subscribe to the|get the latest|\
         get our newsletter|do you have a story for us|got a story|want more stories like this|like what you read|enjoying this article|join our newsletter|\
         get the morning briefing|thank you for subscribing|download our app|try our app",
    ),
    row(
        Subscribe,
        Start,
        "id",
        "simak breaking news|dapatkan update berita|ikuti saluran|gabung di|unduh aplikasi|\
         langganan buletin|cek berita dan artikel yang lain di google news",
    ),
    row(
        Subscribe,
        Whole,
        "many",
        "for subscribers|subscribers only|for abonnenter|nur für abonnenten|réservé aux abonnés|article réservé aux abonnés|\
         solo para suscriptores|voor abonnees|för prenumeranter|для подписчиков|有料記事|会員限定",
    ),
    row(Subscribe, Start, "he", "הצטרפו לערוץ|הצטרפו לקבוצת|הירשמו לניוזלטר"),
    row(Subscribe, Start, "vi", "nhận bản tin|đăng ký nhận bản tin|theo dõi chúng tôi"),
    row(Subscribe, Start, "th", "ติดตามเราทางไลน์|เพิ่มเพื่อนทางไลน์"),
    row(Subscribe, Start, "ms", "langgan surat berita"),
    row(Subscribe, Start, "de", "abonnieren sie|jetzt abonnieren|newsletter abonnieren|hier newsletter"),
    row(Subscribe, Start, "fr", "inscrivez vous à|abonnez vous|recevez chaque|sabonner"),
    row(Subscribe, Start, "es", "suscríbete a|suscríbase a|síguenos en|únete a nuestro|sigue toda la información"),
    row(Subscribe, Start, "pt", "assine a|inscreva se|siga nos|receba as|siga o canal"),
    row(Subscribe, Start, "it", "iscriviti al|iscriviti alla|seguici su|iscriviti a"),
    row(Subscribe, Start, "nl", "schrijf je in voor|abonneer je|meld je aan voor|tip of nieuws"),
    row(Subscribe, Start, "pl", "zapisz się na|subskrybuj|dołącz do nas|obserwuj nas"),
    row(Subscribe, Start, "cs", "přihlaste se k odběru"),
    row(Subscribe, Start, "tr", "whatsapp kanalımıza abone olun|google news ile takip et|abone olun"),
    row(Subscribe, Start, "ru", "подписывайтесь на|подпишитесь на"),
    row(
        Subscribe,
        Start,
        "uk",
        "підписуйтесь на|стежте за нами|підпишіться на|станьте членом спільноти|підтримайте нас",
    ),
    row(Subscribe, Start, "ar", "تابع آخر الأخبار|تابعوا قناتنا|اشترك في|تابعونا على|انضم إلى"),
    row(Subscribe, Start, "fa", "ما را در تلگرام دنبال کنید|ما را دنبال کنید"),
    row(Subscribe, Start, "hi", "हमारे व्हाट्सऐप चैनल|लेटेस्ट खबरों के लिए|ऐप पर पढ़ें"),
    row(Subscribe, Start, "zh", "扫一扫|扫码关注|关注我们|关注公众号|关注本报公众号"),
    row(Subscribe, Start, "ko", "카카오톡 채널 추가"),
    row(Subscribe, Start, "ja", "メールマガジン|この記事は有料記事です|この記事は有料会員記事です"),
    row(Copyright, Within, "en", "all rights reserved"),
    row(Copyright, Within, "id", "hak cipta"),
    row(Copyright, Within, "fr", "tous droits réservés"),
    row(Copyright, Within, "es", "todos los derechos reservados"),
    row(Copyright, Within, "pt", "todos os direitos reservados"),
    row(Copyright, Within, "it", "riproduzione riservata|tutti i diritti riservati"),
    row(Copyright, Within, "de", "alle rechte vorbehalten"),
    row(Copyright, Within, "ru", "все права защищены"),
    row(Copyright, Within, "uk", "усі права захищено"),
    row(Copyright, Within, "ar", "جميع الحقوق محفوظة"),
    row(Copyright, Within, "fa", "تمام حقوق مادی و معنوی"),
    row(Copyright, Within, "zh", "版权声明|版权所有"),
    row(Copyright, Start, "zh", "免责声明"),
    row(Copyright, Within, "ja", "無断転載"),
    row(Copyright, Within, "ko", "저작권자"),
    row(Copyright, Within, "pl", "wszelkie prawa zastrzeżone"),
    row(
        Comments,
        Start,
        "en",
        "leave a comment|leave a reply|post a comment|write a comment|add a comment|join the discussion",
    ),
    row(Comments, Whole, "en", "comments|view comments|show comments|load comments"),
    row(Comments, Whole, "id", "komentar"),
    row(Comments, Start, "id", "jadilah yang pertama memberikan komentar"),
    row(Comments, Start, "ms", "komen anda adalah tanggungjawab"),
    row(Comments, Whole, "de", "kommentare|kommentar schreiben"),
    row(Comments, Start, "de", "diskutieren sie mit"),
    row(Comments, Whole, "fr", "commentaires|réagir"),
    row(Comments, Whole, "es", "comentarios"),
    row(Comments, Whole, "pt", "comentários"),
    row(Comments, Whole, "it", "commenti"),
    row(Comments, Start, "it", "partecipa alla discussione"),
    row(Comments, Start, "cs", "vstoupit do diskuse"),
    row(Comments, Whole, "sv", "kommentera artikeln"),
    row(Comments, Whole, "tr", "yorumlar|yorum yap"),
    row(Comments, Start, "tr", "bu haber için tepkiniz nedir"),
    row(Comments, Whole, "ru", "комментарии"),
    row(Comments, Whole, "uk", "коментарі"),
    row(Comments, Whole, "fa", "نظر شما"),
    row(Comments, Whole, "ar", "التعليقات|أضف تعليق"),
    row(Comments, Whole, "zh", "网友评论"),
    row(Comments, Whole, "ko", "댓글"),
    row(ReadingTime, Start, "en", "min read|reading time|estimated reading time|views"),
    row(ReadingTime, Start, "sv", "lästid"),
    row(ReadingTime, Start, "de", "lesezeit|lesedauer"),
    row(ReadingTime, Start, "es", "tiempo de lectura"),
    row(ReadingTime, Start, "pt", "tempo de leitura"),
    row(ReadingTime, Start, "it", "tempo di lettura"),
    row(ReadingTime, Start, "nl", "leestijd"),
    row(ReadingTime, Start, "pl", "czas czytania"),
    row(ReadingTime, Start, "cs", "doba čtení"),
    row(ReadingTime, Start, "tr", "okuma süresi"),
    row(ReadingTime, Start, "ru", "время чтения"),
    row(ReadingTime, Start, "he", "זמן קריאה"),
    row(ReadingTime, Start, "ar", "وقت القراءة|مدة القراءة"),
    row(ReadingTime, Start, "fa", "زمان مطالعه"),
    row(ReadingTime, Start, "zh", "阅读时间|閱讀時間|預計閱讀"),
    row(ReadingTime, Start, "id", "waktu baca"),
    row(ReadingTime, Start, "fr", "temps de lecture|lecture 1|lecture 2|lecture 3|lecture 4|lecture 5"),
    row(ReadingTime, Start, "ta", "படிக்கும் நேரம்"),
    row(ReadingTime, Start, "ms", "tontonan"),
    row(ReadingTime, Start, "uk", "час читання"),
    row(ReadingTime, Within, "en", "min read|minute read|minutes read"),
    row(Tags, StartOfLink, "en", "tags|filed under|topics|tagged|tagged with|more topics"),
    row(Tags, StartOfLink, "id", "tag"),
    row(Tags, StartOfLink, "ms", "topik"),
    row(Tags, StartOfLink, "de", "themen|schlagworte"),
    row(Tags, StartOfLink, "fr", "thèmes|mots clés"),
    row(Tags, StartOfLink, "es", "etiquetas|temas"),
    row(Tags, StartOfLink, "cs", "témata|štítky"),
    row(Tags, StartOfLink, "tr", "etiketler"),
    row(Tags, StartOfLink, "ru", "теги|метки"),
    row(Tags, StartOfLink, "ar", "الكلمات المفتاحية|وسوم"),
    row(Tags, StartOfLink, "fa", "برچسبها|برچسب ها"),
    row(Tags, StartOfLink, "hi", "टैग्स"),
    row(Tags, StartOfLink, "ta", "குறிச்சொற்கள்"),
    row(Tags, StartOfLink, "zh", "关键词|标签"),
    row(Summary, Whole, "en", "ai summary|summary by ai|key points generated by ai|ai generated summary"),
    row(Summary, Whole, "id", "ringkasan ai"),
    row(Summary, Whole, "ar", "ملخص بالذكاء الاصطناعي|ملخّص بالذكاء الاصطناعي"),
    row(Summary, Whole, "ko", "ai 요약|3줄 요약|세줄 요약"),
    row(Summary, Start, "ko", "ai가 요약한"),
    row(Summary, Whole, "th", "สรุปข่าวโดย ai"),
    row(Summary, Whole, "de", "ki zusammenfassung"),
    row(Summary, Whole, "fr", "résumé par ia"),
    row(Summary, Whole, "es", "resumen de ia"),
    row(Summary, Whole, "zh", "ai摘要|ai总结"),
    row(Summary, Whole, "ja", "aiによる要約"),
    row(
        Summary,
        Within,
        "en",
        "generated by ai|summarised by ai|summarized by ai|with the help of artificial intelligence",
    ),
    row(
        Summary,
        Within,
        "de",
        "mit hilfe künstlicher intelligenz|mit hilfe von ki|mithilfe von ki|mithilfe künstlicher intelligenz",
    ),
    row(Summary, Within, "fr", "généré par une intelligence artificielle|par intelligence artificielle"),
    row(Summary, Within, "es", "con inteligencia artificial|mediante inteligencia artificial"),
    row(Summary, Within, "tr", "yapay zekâ tarafından|yapay zeka tarafından"),
    row(Summary, Within, "ko", "ai가 요약"),
    row(Summary, Within, "th", "สรุปข่าวโดย ai"),
    row(Correction, Start, "en", "if you find an error|see a mistake|report a typo"),
    row(Correction, Start, "de", "fehler gefunden"),
    row(Correction, Start, "ru", "если вы нашли ошибку|нашли ошибку|нашли опечатку|заметили опечатку"),
    row(Correction, Start, "uk", "якщо ви знайшли помилку|знайшли помилку"),
    row(Correction, Start, "pl", "zauważyłeś błąd|widzisz błąd"),
    row(Source, Start, "ar", "المصدر"),
    row(
        Loading,
        Whole,
        "en",
        "loading|loading comments|please wait|load more|show more|see more|view more|click here|\
         learn more|posted in|opens in new window|opens in a new tab|external link",
    ),
    row(Loading, Start, "hi", "और अपडेट लोड करें|इस अपडेट को शेयर करें"),
    row(End, Whole, "fa", "انتهای پیام"),
    row(End, Start, "fa", "پایان پیام"),
    row(Credit, Start, "zh", "责任编辑|责编"),
    row(End, Start, "it", "ascolta"),
    row(
        Writer,
        Whole,
        "en",
        "about the author|about the authors|about the writer|about the reporter|about the journalist|about our author|author bio|meet the author",
    ),
    row(Writer, Whole, "de", "über den autor|über die autorin|über die autoren|zum autor|zur autorin|autoreninfo"),
    row(Writer, Whole, "fr", "à propos de lauteur|à propos de lauteure|à propos de lautrice|à propos du journaliste"),
    row(Writer, Whole, "es", "sobre el autor|sobre la autora|acerca del autor|acerca de la autora|sobre los autores"),
    row(Writer, Whole, "it", "sullautore|sullautrice|informazioni sullautore|chi è lautore"),
    row(Writer, Whole, "pt", "sobre o autor|sobre a autora|sobre os autores"),
    row(Writer, Whole, "nl", "over de auteur|over de schrijver"),
    row(Writer, Whole, "sv", "om författaren|om skribenten"),
    row(Writer, Whole, "da", "om forfatteren"),
    row(Writer, Whole, "no", "om forfatteren|om skribenten"),
    row(Writer, Whole, "fi", "tietoa kirjoittajasta"),
    row(Writer, Whole, "pl", "o autorze|o autorce|o autorach"),
    row(Writer, Whole, "cs", "o autorovi|o autorce"),
    row(Writer, Whole, "hu", "a szerzőről"),
    row(Writer, Whole, "ro", "despre autor|despre autoare"),
    row(Writer, Whole, "ru", "об авторе|об авторах"),
    row(Writer, Whole, "uk", "про автора|про авторку"),
    row(Writer, Whole, "bg", "за автора"),
    row(Writer, Whole, "hr", "o autoru|o autorici"),
    row(Writer, Whole, "sr", "о аутору"),
    row(Writer, Whole, "el", "σχετικά με τον συντάκτη|σχετικά με τον συγγραφέα"),
    row(Writer, Whole, "tr", "yazar hakkında"),
    row(Writer, Whole, "id", "tentang penulis"),
    row(Writer, Whole, "ms", "mengenai penulis"),
    row(Writer, Whole, "vi", "về tác giả"),
    row(Writer, Whole, "th", "เกี่ยวกับผู้เขียน"),
    row(Writer, Whole, "ja", "著者について|この記事の著者|著者プロフィール|筆者プロフィール|執筆者プロフィール"),
    row(Writer, Whole, "zh", "关于作者|作者简介|關於作者|作者簡介"),
    row(Writer, Whole, "ko", "저자 소개|필자 소개|글쓴이 소개"),
    row(Writer, Whole, "ar", "عن الكاتب|نبذة عن الكاتب|عن المؤلف"),
    row(Writer, Whole, "fa", "درباره نویسنده"),
    row(Writer, Whole, "he", "על הכותב|על המחבר|אודות הכותב"),
    row(Writer, Whole, "hi", "लेखक के बारे में"),
    row(Writer, Whole, "bn", "লেখক সম্পর্কে"),
    row(Writer, Whole, "ur", "مصنف کے بارے میں"),
];
