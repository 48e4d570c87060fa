//! The contents of a book: its chapters, and their headings below them.

use super::Chapter;
use super::package::Book;
use crate::render::escape;
use crate::save::html::title;
use crate::save::standing::Section;

/// The document.
pub fn file(book: &Book) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n");
    out.push_str("<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\"");
    let dir = if book.is_rtl() { "rtl" } else { "ltr" };
    let lang = book.language();
    out.extend([" xml:lang=\"", lang, "\" lang=\"", lang, "\" dir=\"", dir, "\">\n<head>\n<title>"]);
    escape::html(book.title, &mut out);
    out.push_str("</title>\n<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n</head>\n<body>\n");
    out.push_str("<nav epub:type=\"toc\">\n<h1>");
    escape::html(book.title, &mut out);
    out.push_str("</h1>\n<ol>\n");
    book.chapters.iter().for_each(|chapter| entry(chapter, &mut out));
    out.push_str("</ol>\n</nav>\n</body>\n</html>\n");
    out
}

fn entry(chapter: &Chapter, out: &mut String) {
    out.extend(["<li><a href=\"", &chapter.name, "\">"]);
    escape::html(title(chapter.article), out);
    out.push_str("</a>");
    let told: Vec<&Section> = chapter.sections.iter().filter(|section| !section.text.is_empty()).collect();
    below(&told, &chapter.name, out);
    out.push_str("</li>\n");
}

/// Headings as a list; those of a lower rank stand in a list below the one before.
fn below(sections: &[&Section], file: &str, out: &mut String) {
    let Some(rank) = sections.first().map(|section| section.level) else { return };
    out.push_str("\n<ol>\n");
    let mut rest = sections;
    while let Some((section, after)) = rest.split_first() {
        let inside = after.iter().take_while(|other| other.level > section.level.max(rank)).count();
        let (inside, others) = after.split_at_checked(inside).unwrap_or((&[], &[]));
        out.extend(["<li><a href=\"", file, "#", &section.id, "\">"]);
        escape::html(&section.text, out);
        out.push_str("</a>");
        below(inside, file, out);
        out.push_str("</li>\n");
        rest = others;
    }
    out.push_str("</ol>\n");
}
