//! Citations for programs.

use super::{Date, Work};

/// An entry for BibTeX.
pub fn bibtex(work: &Work) -> String {
    let names: Vec<String> = work
        .names
        .iter()
        .map(|name| {
            let (family, given) = (tex(&name.family), tex(&name.given));
            // In braces a name is not taken apart.
            if given.is_empty() { format!("{{{family}}}") } else { format!("{family}, {given}") }
        })
        .collect();
    let fields = [
        ("author", names.join(" and ")),
        ("title", format!("{{{}}}", tex(&work.title))),
        ("howpublished", tex(&work.site)),
        ("year", work.published.map(|day| day.year.to_string()).unwrap_or_default()),
        ("month", work.published.map(|day| day.month.to_string()).unwrap_or_default()),
        ("day", work.published.map(|day| day.day.to_string()).unwrap_or_default()),
        ("url", work.url.replace(['{', '}', '\\'], "")),
        ("urldate", work.seen.map(iso).unwrap_or_default()),
        ("language", tex(&work.lang)),
    ];
    let mut out = format!("@misc{{{},\n", key(work));
    for (name, value) in fields.iter().filter(|row| !row.1.is_empty() && row.1 != "{}") {
        out.extend(["  ", name, " = {", value, "},\n"]);
    }
    out.push_str("}\n");
    out
}

/// A record of RIS.
pub fn ris(work: &Work) -> String {
    let day = |Date { year, month, day }| format!("{year:04}/{month:02}/{day:02}");
    let mut rows = vec![("TY", "ELEC".to_owned())];
    rows.extend(work.names.iter().map(|name| ("AU", name.inverted())));
    rows.extend([
        ("TI", work.title.clone()),
        ("T2", work.site.clone()),
        ("PY", work.published.map(|day| format!("{:04}", day.year)).unwrap_or_default()),
        ("DA", work.published.map(day).unwrap_or_default()),
        ("UR", work.url.clone()),
        ("Y2", work.seen.map(day).unwrap_or_default()),
        ("LA", work.lang.clone()),
    ]);
    let filled = rows.into_iter().filter(|row| !row.1.is_empty());
    let mut out = String::new();
    filled.for_each(|(tag, value)| out.extend([tag, "  - ", &value, "\r\n"]));
    out.push_str("ER  - \r\n");
    out
}

fn iso(Date { year, month, day }: Date) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

/// A name for the entry: the first author's, the year, the title's first word.
fn key(work: &Work) -> String {
    let first = |text: &str| {
        let word: String =
            text.chars().skip_while(|c| !c.is_ascii_alphabetic()).take_while(char::is_ascii_alphanumeric).collect();
        word.to_ascii_lowercase()
    };
    let author = work.names.first().map_or_else(|| first(&work.site), |name| first(&name.family));
    let year = work.published.map(|day| day.year.to_string()).unwrap_or_default();
    let title = work.title.split(' ').map(first).find(|word| word.len() > 3).unwrap_or_default();
    let key = format!("{author}{year}{title}");
    if key.is_empty() { "article".to_owned() } else { key }
}

/// Text in which nothing is a command of TeX's.
fn tex(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            // BibTeX counts braces, whatever stands before them.
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            _ => out.push(c),
        }
    }
    out
}
