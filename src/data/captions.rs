//! Words about pictures: credits under them, names of files that show no story.

use super::Words;

/// What announces a credit, in lower case; with the mark that must follow.
pub static CREDIT_WORDS: Words = Words::new(
    "\
photo:|photo by|photograph:|photographs:|photography:|photo credit:|picture:|image:|image credit:|images:|credit:|\
credits:|courtesy of|©|illustration:|illustrations:|illustration by|graphic:|foto:|fotos:|foto |grafik:|zeichnung:|ilustración:|ilustração:|illustrazione:|ilustracja:|иллюстрация:|bild:|bilder:|bildquelle:|quelle:|photo |crédit photo|crédit :|crédits :|\
fotografía:|imagen:|imagem:|divulgação|fot.|zdroj:|autor:|kuva:|kuvat:|fotoğraf:|фото:|фото |صورة:|تصوير:|تصویر:|\
عکس:|צילום:|फोटो:|படம்:|ภาพ:|ảnh:|写真:|写真＝|撮影:|사진=|图:|图片来源|摄影:|dok.|sumber:",
);

/// Those of them that announce where anything was found, a picture or not: below a text they are the text's.
pub static SOURCE_WORDS: Words = Words::new("quelle:|autor:|sumber:|zdroj:|credits:");

/// Agencies whose name alone, in brackets, is a credit.
pub static AGENCIES: Words = Words::new(
    "\
afp|ap|reuters|epa|dpa|getty|ansa|efe|antara|pap|ctk|tass|xinhua|yonhap|kyodo|shutterstock|istock|unsplash|pexels|\
lusa|tt|ntb|ritzau",
);

/// Words in the names of files that show no story.
pub static NO_STORY: Words = Words::new(
    "\
logo|logos|icon|icons|favicon|avatar|sprite|placeholder|default|blank|spacer|pixel|gravatar",
);
