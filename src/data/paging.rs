//! How addresses and texts number the pages of one article.

use super::Words;

/// What a query calls a page's number, in small letters.
pub static ASKED: Words = Words::new(
    "page|paged|pageno|page_no|pagenum|page_num|pagenumber|pagenr|page-no|pg|pgno|seite|pagina|página|strona|sida|side|\
     sivu|sayfa|halaman|trang|oldal|stranka|strana|stranica|pagine|hoja|blad|puslapis|lapa|currpage",
);

/// What a query may call something else as well: a story's number.
pub const ASKED_PERHAPS: &str = "p";

/// What stands before a page's number in a path: `page/2`, `story-p2`.
pub static BEFORE: Words = Words::new(
    "page|pages|pag|pg|p|seite|pagina|página|strona|sida|side|sivu|sayfa|halaman|trang|oldal|stranka|strana|stranica|\
     hoja|pageno",
);

/// What stands before the number of a story in a row of stories: each is an article of its own.
pub static SERIES: Words = Words::new(
    "part|parts|pt|teil|folge|partie|parte|partes|deel|del|czesc|cast|dil|bolum|chapter|chap|ch|kapitel|chapitre|\
     capitulo|capitolo|hoofdstuk|episode|ep|episodio|season|staffel|day|tag|jour|dia|giorno|week|woche|semaine|month|\
     vol|volume|band|tome|no|nr|num|number|issue|lesson|lektion|round|version|v|comment|comments|comment-page|cpage",
);

/// Parts of a path under which lists of stories stand, which have pages too.
pub static LISTS: Words = Words::new(
    "category|categories|categorie|kategorie|kategori|categoria|rubrik|rubrique|tag|tags|label|labels|author|authors|\
     autor|auteur|archive|archives|archiv|arsip|search|suche|recherche|buscar|cari",
);

/// Beginnings of keys in a query that say where a reader comes from, not what is read.
pub const TRACKING: &[&str] = &["utm_", "fbclid", "gclid", "mc_cid", "mc_eid"];
