//! Words in bylines, by language.

/// What stands before a name, folded; the longer before the shorter.
pub const BY: &[&str] = &[
    "written by", "posted by", "reported by", "story by", "words by", "article by", "text by", "by", "author", "authors", "reporter", "writer", "von", "text von", "autor", "autorin", "autoren", "par",
    "propos recueillis par", "publié par", "écrit par", "por", "escrito por", "texto de", "di", "a cura di", "scritto da", "door", "geschreven door", "tekst", "przez", "oprac", "napsal", "napsala",
    "írta", "szerző", "de", "autori", "yazan", "haber", "kaynak", "автор", "авторы", "автори", "текст", "av", "af", "skrevet av", "skrevet af", "kirjoittaja", "teksti", "toimittaja", "بقلم", "كتب", "كتبت",
    "إعداد", "نویسنده", "گزارش", "מאת", "कवि", "लेखक", "द्वारा", "எழுதியவர்", "oleh", "penulis", "laporan", "reportase", "tác giả", "theo", "作者", "文", "记者", "記者", "文責", "執筆", "ライター", "기자", "글",
];

/// What follows a name or stands between names and is no part of them, folded as single words or pairs.
pub const ROLES: &[&str] = &[
    "reporter", "correspondent", "staff writer", "senior writer", "editor", "journalist", "contributor", "columnist", "staff", "redakteur", "redakteurin", "journaliste", "envoyé spécial", "envoyés spéciaux",
    "envoyée spéciale", "redactor", "redactora", "periodista", "repórter", "redattore", "inviato", "inviata", "dziennikarz", "redaktor", "redaktorka", "muhabir", "muhabiri", "корреспондент", "кореспондент",
    "journalist", "toimittaja", "기자", "특파원", "인턴기자", "선임기자", "记者", "記者", "实习记者", "本报记者", "特约记者", "通讯员", "特派员",
];

/// What joins names, folded.
pub const AND: &[&str] = &["and", "und", "et", "y", "e", "en", "i", "a", "och", "og", "ja", "ve", "dan", "és", "și", "и", "та", "і", "و", "और", "ও", "மற்றும்", "và", "με", "και", "with", "&", "+"];

/// Words that make a name that of a desk, an agency or nobody, folded.
pub const NOBODY: &[&str] = &[
    "admin", "administrator", "editor", "editors", "editorial", "staff", "team", "desk", "newsroom", "news", "redaktion", "redazione", "redacción", "redacao", "redação", "redaction", "rédaction", "redactie",
    "redakcja", "redakce", "redakcia", "redaksi", "redaktionen", "nyhetsredaktionen", "toimitus", "redacția", "merkezi", "редакция", "редакція", "guest", "contributor", "user", "author", "webmaster", "unknown", "anonymous",
    "agency", "agencies", "agentur", "agence", "agencia", "agenzia", "afp", "ap", "reuters", "dpa", "ansa", "efe", "apa", "sda", "pap", "ctk", "čtk", "ptk", "tass", "тасс", "xinhua", "yonhap", "antara", "magazine", "press",
    "media", "group", "inc", "llc", "ltd", "gmbh", "company", "corporation", "foundation", "institute", "university", "blog", "website", "com", "org", "www", "http", "https",
];

/// What stands after a name and a comma and is no name, folded.
pub const CREDENTIALS: &[&str] = &[
    "md", "m d", "do", "phd", "ph d", "mph", "ms", "msc", "ma", "ba", "mba", "rd", "rdn", "rn", "cpa", "cfa", "cfp", "jd", "esq", "dds", "dvm", "pharmd", "psyd", "edd", "jr", "sr", "ii", "iii", "facs", "np", "lcsw",
];
