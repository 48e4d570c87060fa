//! Words about dates, by language: calendars, time zones, labels. The months' names are in [`super::months`].

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
    "محرم", "صفر", "ربيع", "جمادى", "رجب", "شعبان", "رمضان", "شوال", "القعدة", "الحجة", "muharram", "safar", "rajab", "ramadan", "ramazan", "syawal", "zulhijah",
];

/// Japanese eras: the name, the year before its first.
pub const ERAS: &[(&str, i16)] = &[("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911), ("民國", 1911), ("民国", 1911)];

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
    ("北京时间", "", 480),
    ("تهران", "fa", 210),
    ("київ", "", EUROPE_EAST),
    ("києвом", "", EUROPE_EAST),
    ("москве", "", 180),
    ("московское", "", 180),
];

/// Two hours east, three in summer, by the rule of the European Union.
pub const EUROPE_EAST: i16 = i16::MAX;

/// Words before a date that say what it is the date of, folded; the longer before the shorter.
pub const PUBLISHED: &[&str] = &[
    "published", "publish date", "posted", "first published", "date", "created", "veröffentlicht", "erschienen", "publié", "publicado", "publicada", "publicação", "pubblicato",
    "gepubliceerd", "geplaatst", "opublikowano", "dodano", "data publikacji", "publikováno", "publikované", "megjelent", "publicat", "giriş", "yayınlanma", "опубликовано", "опубліковано",
    "публикация", "publicerad", "publiceret", "publisert", "offentliggjort", "julkaistu", "نشر", "نُشر", "تاريخ النشر", "انتشار", "תאריך", "פורסם", "प्रकाशित", "發佈", "发布", "發表", "公開",
    "投稿", "掲載", "입력", "등록", "đăng", "diterbitkan", "dipublikasikan", "diterbitkan pada", "tayang", "δημοσίευση",
];

/// As [`PUBLISHED`], of the last change.
pub const UPDATED: &[&str] = &[
    "updated", "last updated", "last modified", "modified", "edited", "aktualisiert", "stand", "zuletzt aktualisiert", "geändert", "mis à jour", "modifié", "mise à jour", "actualizado",
    "modificado", "atualizado", "atualizada", "aggiornato", "modifica", "ultima modifica", "bijgewerkt", "laatste update", "aktualizacja", "zaktualizowano", "aktualizováno", "frissítve",
    "actualizat", "güncelleme", "güncellenme", "обновлено", "изменено", "оновлено", "uppdaterad", "opdateret", "oppdatert", "päivitetty", "آخر تحديث", "تحديث", "تم التحديث", "به روز",
    "עודכן", "अपडेटेड", "अपडेट", "更新", "最終更新", "수정", "cập nhật", "diperbarui", "kemas kini", "ενημέρωση", "τελευταία ενημέρωση",
];
