//! Words about dates, by language: calendars, time zones, labels. The months' names are in [`super::months`].

use super::Words;

/// Months of the Persian solar calendar, the first to the twelfth, as Persian, Dari and Pashto name them.
pub const PERSIAN_MONTHS: [&[&str]; 12] = [
    &["فروردین", "حمل"],
    &["اردیبهشت", "ثور"],
    &["خرداد", "جوزا"],
    &["تیر", "سرطان"],
    &["مرداد", "اسد"],
    &["شهریور", "سنبله"],
    &["مهر", "میزان"],
    &["آبان", "عقرب"],
    &["آذر", "قوس"],
    &["دی", "جدی"],
    &["بهمن", "دلو"],
    &["اسفند", "حوت"],
];

/// Months of the Islamic lunar calendar: a date with one of them is passed over where a Gregorian one stands beside it,
/// as it always does in the press; the days differ by country.
pub const LUNAR_MONTHS: &[&str] = &[
    "محرم",
    "صفر",
    "ربيع",
    "جمادى",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "القعدة",
    "الحجة",
    "muharram",
    "safar",
    "rajab",
    "ramadan",
    "ramazan",
    "syawal",
    "zulhijah",
];

/// Japanese eras: the name, the year before its first.
pub const ERAS: &[(&str, i16)] =
    &[("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911), ("民國", 1911), ("民国", 1911)];

/// Names of time zones and their minutes east of Greenwich. Those with several meanings have the one that the press of
/// the language given uses; the empty language is the rest.
pub const ZONES: &[(&str, &str, i16)] = &[
    ("z", "", 0),
    ("utc", "", 0),
    ("gmt", "", 0),
    ("wib", "", 420),
    ("wita", "", 480),
    ("wit", "", 540),
    ("kst", "", 540),
    ("jst", "", 540),
    ("ist", "he", 120),
    ("ist", "", 330),
    ("mez", "", 60),
    ("mesz", "", 120),
    ("cet", "", 60),
    ("cest", "", 120),
    ("eet", "", 120),
    ("eest", "", 180),
    ("wet", "", 0),
    ("west", "", 60),
    ("bst", "bn", 360),
    ("bst", "", 60),
    ("msk", "", 180),
    ("мск", "", 180),
    ("trt", "", 180),
    ("tsi", "", 180),
    ("tsi\u{307}", "", 180),
    ("est", "", -300),
    ("edt", "", -240),
    ("et", "en", -300),
    ("cst", "zh", 480),
    ("cst", "", -360),
    ("cdt", "", -300),
    ("mst", "", -420),
    ("mdt", "", -360),
    ("pst", "", -480),
    ("pdt", "", -420),
    ("brt", "", -180),
    ("art", "", -180),
    ("clt", "", -240),
    ("sgt", "", 480),
    ("hkt", "", 480),
    ("myt", "", 480),
    ("pht", "", 480),
    ("pkt", "", 300),
    ("npt", "", 345),
    ("wat", "", 60),
    ("cat", "", 120),
    ("eat", "", 180),
    ("sast", "", 120),
    ("aest", "", 600),
    ("aedt", "", 660),
    ("nzst", "", 720),
    ("nzdt", "", 780),
    ("جرينتش", "", 0),
    ("غرينتش", "", 0),
    ("北京时间", "", 480),
    ("تهران", "fa", 210),
    ("київ", "", EUROPE_EAST),
    ("києвом", "", EUROPE_EAST),
    ("москве", "", 180),
    ("московское", "", 180),
];

/// Words for the halves of the day, as they follow the hour or, in the east of Asia, stand before it.
pub static BEFORE_NOON: Words = Words::new("am|ص|صباحا|오전|上午|午前|πμ|sa|ق");
/// As [`BEFORE_NOON`], of the second half.
pub static AFTER_NOON: Words = Words::new("pm|م|مساء|오후|下午|午後|μμ|ch|晚上");

/// Two hours east, three in summer, by the rule of the European Union.
pub const EUROPE_EAST: i16 = i16::MAX;

/// Languages of which most pages are written by the time of Central Europe.
pub static CENTRAL_EUROPE: Words = Words::new("de|fr|it|nl|pl|cs|sk|hu|sl|hr|da|sv|no|nb|nn");

/// Words before a date that say what it is the date of, folded; the longer before the shorter.
pub static PUBLISHED: Words = Words::new(
    "\
published|publish date|posted|publication date|erscheinungsdatum|gepostet|publiziert|first published|date|created|veröffentlicht|erschienen|publié|publicado|publicada|\
publicação|pubblicato|gepubliceerd|geplaatst|opublikowano|dodano|data publikacji|publikováno|publikované|megjelent|\
publicat|giriş|yayınlanma|опубликовано|опубліковано|публикация|publicerad|publiceret|publisert|offentliggjort|\
julkaistu|avaldatud|publicēts|paskelbta|objavljeno|objavljen|публикувано|publikované|birt|imechapishwa|প্রকাশ|প্রকাশিত|வெளியிடப்பட்டது|ప్రచురణ|เผยแพร่|شائع|δημοσιεύτηκε|δημοσιεύθηκε|nai publish|نشر|نُشر|تاريخ النشر|انتشار|תאריך|פורסם|प्रकाशित|發佈|发布|發表|公開|投稿|掲載|입력|등록|đăng|diterbitkan|dipublikasikan|\
diterbitkan pada|tayang|δημοσίευση|פורסם",
);

/// As [`PUBLISHED`], after the date: "was posted", "wurde am … veröffentlicht".
pub static PUBLISHED_AFTER: Words = Words::new(
    "\
posted|published|veröffentlicht|gepostet|publiziert|geschrieben|erstellt|eingestellt|verfasst|publié|publiée|publicado|\
publicada|pubblicato|pubblicata|geplaatst|gepubliceerd|opublikowany|opublikowano|publicerades|publicerat",
);

/// As [`PUBLISHED`], of the day when a story that has been changed since was new; of the change, [`UPDATED`].
pub static AT_FIRST: Words = Words::new(
    "\
originally published|first published|originally posted|ursprünglich veröffentlicht|zuerst veröffentlicht|\
erstmals veröffentlicht|zuerst erschienen|publié initialement|publié pour la première fois|publicado originalmente|\
publicado por primera vez|pubblicato originariamente|oorspronkelijk gepubliceerd|pierwotnie opublikowano",
);

/// As [`PUBLISHED`], of the last change.
pub static UPDATED: Words = Words::new(
    "\
revised|last edited|last reviewed|letzte änderung|überarbeitet|gewijzigd|uuendatud|atjaunots|atnaujinta|posodobljeno|ažurirano|\
актуализирана|обновена|aktualizované|actualitzat|uppfært|imesasishwa|dikemas kini|আপডেট|হালনাগাদ|புதுப்பிக்கப்பட்டது|\
అప్డేట్|อัปเดต|ปรับปรุง|بروزرسانی|اپ ڈیٹ|ενημερώθηκε|\
updated|last updated|last modified|modified|edited|aktualisiert|stand|zuletzt aktualisiert|geändert|mis à jour|\
modifié|mise à jour|actualizado|modificado|atualizado|atualizada|aggiornato|modifica|ultima modifica|bijgewerkt|\
laatste update|aktualizacja|zaktualizowano|aktualizováno|frissítve|actualizat|güncelleme|güncellenme|обновлено|\
изменено|оновлено|uppdaterad|opdateret|oppdatert|päivitetty|آخر تحديث|تحديث|تم التحديث|به روز|עודכן|अपडेटेड|अपडेट|\
更新|最終更新|수정|cập nhật|diperbarui|kemas kini|ενημέρωση|τελευταία ενημέρωση",
);

/// As [`PUBLISHED`], of something else: of a reader's account, of an offer, of an event.
pub static OF_OTHERS: Words = Words::new(
    "\
joined|join date|member since|registered|mitglied seit|registriert|anmeldedatum|dabei seit|beigetreten|inscrit|\
membre depuis|registrado|miembro desde|iscritto|lid sinds|zarejestrowany|dołączył|регистрация|зарегистрирован|\
注册时间|登録日|가입일|last post|last reply|letzter beitrag|letzte antwort|dernier message|último mensaje|ultimo messaggio|laatste bericht|ostatni post|\
termin|beginn|einlass|event date|starts|doors open|expires|valid until|deadline|gültig bis|gültig seit|last visit|letzter besuch|last seen|born|geboren",
);

/// Words for stretches of time, folded, and their length in seconds.
pub const UNITS: &[(&[&str], i64)] = &[
    (
        &[
            "second",
            "seconds",
            "sec",
            "secs",
            "sekunde",
            "sekunden",
            "seconde",
            "secondes",
            "segundo",
            "segundos",
            "secondi",
            "detik",
            "saniye",
            "секунд",
            "секунду",
            "секунди",
            "秒",
            "초",
            "giây",
        ],
        1,
    ),
    (
        &[
            "minute",
            "minutes",
            "min",
            "mins",
            "minuten",
            "minuto",
            "minutos",
            "minuti",
            "minut",
            "minuty",
            "minuter",
            "minutter",
            "menit",
            "minit",
            "dakika",
            "минут",
            "минуты",
            "минуту",
            "хвилин",
            "хвилини",
            "دقيقة",
            "دقائق",
            "دقیقه",
            "मिनट",
            "分",
            "分钟",
            "分鐘",
            "분",
            "phút",
            "นาที",
            "λεπτά",
        ],
        60,
    ),
    (
        &[
            "hour",
            "hours",
            "hr",
            "hrs",
            "h",
            "stunde",
            "stunden",
            "heure",
            "heures",
            "hora",
            "horas",
            "ora",
            "ore",
            "uur",
            "godzin",
            "godziny",
            "godzinę",
            "hodin",
            "hodinami",
            "timme",
            "timmar",
            "time",
            "timer",
            "tuntia",
            "jam",
            "saat",
            "час",
            "часа",
            "часов",
            "годину",
            "години",
            "годин",
            "ساعة",
            "ساعات",
            "ساعت",
            "घंटे",
            "घंटा",
            "時間",
            "小时",
            "小時",
            "시간",
            "giờ",
            "ชั่วโมง",
            "ώρες",
        ],
        3600,
    ),
    (
        &[
            "day",
            "days",
            "tag",
            "tage",
            "tagen",
            "jour",
            "jours",
            "día",
            "días",
            "dia",
            "dias",
            "giorno",
            "giorni",
            "dag",
            "dagen",
            "dagar",
            "dage",
            "dager",
            "dzień",
            "dni",
            "den",
            "dny",
            "päivää",
            "hari",
            "gün",
            "день",
            "дня",
            "дней",
            "дні",
            "днів",
            "يوم",
            "أيام",
            "روز",
            "दिन",
            "日",
            "天",
            "일",
            "ngày",
            "วัน",
            "μέρες",
        ],
        86_400,
    ),
    (
        &[
            "week",
            "weeks",
            "woche",
            "wochen",
            "semaine",
            "semaines",
            "semana",
            "semanas",
            "settimana",
            "settimane",
            "weken",
            "tydzień",
            "tygodnie",
            "vecka",
            "veckor",
            "uge",
            "uger",
            "uke",
            "uker",
            "viikkoa",
            "minggu",
            "pekan",
            "hafta",
            "неделю",
            "недели",
            "недель",
            "тиждень",
            "тижні",
            "أسبوع",
            "أسابيع",
            "हफ़्ते",
            "週間",
            "周",
            "주",
            "tuần",
        ],
        604_800,
    ),
];

/// Words that make a stretch of time one that ends now, folded: before it or after it.
pub const AGO: &[&str] = &[
    "ago",
    "vor",
    "hace",
    "há",
    "il y a",
    "fa",
    "geleden",
    "temu",
    "před",
    "sedan",
    "siden",
    "sitten",
    "lalu",
    "önce",
    "назад",
    "тому",
    "منذ",
    "قبل",
    "پیش",
    "पहले",
    "前",
    "전",
    "trước",
    "ที่แล้ว",
    "πριν",
];

/// Words for a day by its distance from today, folded.
pub const DAYS_BACK: &[(&str, i64)] = &[
    ("today", 0),
    ("yesterday", 1),
    ("heute", 0),
    ("gestern", 1),
    ("aujourdhui", 0),
    ("hier", 1),
    ("hoy", 0),
    ("ayer", 1),
    ("hoje", 0),
    ("ontem", 1),
    ("oggi", 0),
    ("ieri", 1),
    ("vandaag", 0),
    ("gisteren", 1),
    ("dzisiaj", 0),
    ("wczoraj", 1),
    ("dnes", 0),
    ("včera", 1),
    ("idag", 0),
    ("igår", 1),
    ("сегодня", 0),
    ("вчера", 1),
    ("сьогодні", 0),
    ("вчора", 1),
    ("bugün", 0),
    ("dün", 1),
    ("hari ini", 0),
    ("kemarin", 1),
    ("今天", 0),
    ("昨天", 1),
    ("今日", 0),
    ("昨日", 1),
    ("오늘", 0),
    ("어제", 1),
    ("اليوم", 0),
    ("أمس", 1),
    ("आज", 0),
    ("कल", 1),
];
