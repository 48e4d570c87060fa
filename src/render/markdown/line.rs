//! Lines of Markdown.

use super::Writer;
use crate::article::{Anchor, Image, Inline, Math};
use crate::render::escape;
use crate::render::text::line as plain;
use crate::render::walk::has_link;

impl Writer<'_> {
    /// A paragraph.
    pub fn paragraph(&self, content: &[Inline]) -> String {
        let mut out = String::new();
        for (at, line) in self.text(content).split('\n').enumerate() {
            if at > 0 {
                out.push('\n');
            }
            escape::line_start(line, &mut out);
        }
        out
    }

    /// A line without a break.
    pub fn one_line(&self, content: &[Inline]) -> String {
        self.text(content).replace("\\\n", " ")
    }

    /// Text as it may stand within a line, breaks in it escaped.
    pub fn text(&self, content: &[Inline]) -> String {
        let mut out = String::new();
        self.line(content, None, &mut out);
        let mut text = out.trim();
        while let Some(rest) =
            text.strip_suffix("\\\n").or_else(|| text.strip_suffix('\\').filter(|_| ends_broken(text)))
        {
            text = rest.trim_end();
        }
        while let Some(rest) = text.strip_prefix("\\\n") {
            text = rest.trim_start();
        }
        text.to_owned()
    }

    /// `after` is the character that comes after the line, where it is known.
    fn line(&self, content: &[Inline], after: Option<char>, out: &mut String) {
        for (at, piece) in content.iter().enumerate() {
            let rest = content.get(at + 1..).unwrap_or_default();
            self.inline(piece, first_of(rest).or(after), out);
        }
    }

    fn inline(&self, piece: &Inline, after: Option<char>, out: &mut String) {
        let inside = |content: &[Inline], after: char| {
            let mut text = String::new();
            self.line(content, Some(after), &mut text);
            text
        };
        match piece {
            Inline::Text(text) => escape::markdown(text, out),
            Inline::Link(anchor) => self.link(anchor, out),
            Inline::Target(name) => {
                if self.places.contains(name) && !self.notes.is_note(name) {
                    out.push_str("<a id=\"");
                    escape::html(&name.replace(char::is_whitespace, "-"), out);
                    out.push_str("\"></a>");
                }
            }
            Inline::Strong(content) => marked(&inside(content, '*'), ("**", "strong"), after, out),
            Inline::Emphasis(content) => marked(&inside(content, '*'), ("*", "em"), after, out),
            Inline::Deleted(content) => marked(&inside(content, '~'), ("~~", "del"), after, out),
            Inline::Code(content) => out.push_str(&code(&plain(content))),
            Inline::Sup(content) => match content.as_slice() {
                // A footnote's mark stands above the line by itself.
                [Inline::Link(anchor)] if self.notes.label(anchor).is_some() => self.link(anchor, out),
                _ => tagged(&inside(content, '<'), "sup", out),
            },
            Inline::Sub(content) => tagged(&inside(content, '<'), "sub", out),
            Inline::Mark(content) => tagged(&inside(content, '<'), "mark", out),
            Inline::Underline(content) => tagged(&inside(content, '<'), "u", out),
            Inline::Quote(content) => tagged(&inside(content, '<'), "q", out),
            Inline::Ruby(_) => escape::markdown(&plain(std::slice::from_ref(piece)), out),
            Inline::Image(picture) => out.push_str(&self.image(picture)),
            Inline::Math(math) => out.push_str(&formula(math)),
            Inline::LineBreak => out.push_str("\\\n"),
        }
    }

    fn link(&self, anchor: &Anchor, out: &mut String) {
        if let Some(label) = self.notes.label(anchor) {
            return out.extend(["[^", label, "]"]);
        }
        if self.notes.leads_back(anchor) {
            return;
        }
        let mut text = String::new();
        self.line(&anchor.content, Some(']'), &mut text);
        let url = anchor.href.as_str();
        // A link may not stand in a link: the outer one's text would be no link.
        if url.is_empty() || has_link(&anchor.content) {
            out.push_str(&text);
        } else {
            out.extend(["[", text.trim(), "](", &destination(url), ")"]);
        }
    }

    /// A picture; one without an address is left out.
    pub fn image(&self, image: &Image) -> String {
        if !image.src.is_some() {
            return String::new();
        }
        let mut alt = String::new();
        escape::markdown(&image.alt, &mut alt);
        format!("![{alt}]({})", self.source(&image.src))
    }
}

/// Whether a text's last character is half of a line's break and no escaped stroke.
fn ends_broken(text: &str) -> bool {
    text.chars().rev().take_while(|c| *c == '\\').count() % 2 == 1
}

/// The first character that is written of some pieces: it decides what a mark before it can be.
fn first_of(content: &[Inline]) -> Option<char> {
    content.iter().find_map(|piece| match piece {
        Inline::Text(text) => text.chars().next(),
        Inline::LineBreak => Some('\n'),
        Inline::Target(_) => None,
        Inline::Code(_) => Some('`'),
        Inline::Link(anchor) => anchor.href.is_some().then_some('[').or_else(|| first_of(&anchor.content)),
        Inline::Ruby(parts) => parts.first().and_then(|part| part.base.chars().next()),
        Inline::Strong(_) | Inline::Emphasis(_) => Some('*'),
        _ => Some('<'),
    })
}

/// Text in marks. They are read as marks only where they touch the text's inner side and no letter stands right behind
/// a sign (CommonMark, "left-flanking"); elsewhere an element says the same.
fn marked(text: &str, (mark, tag): (&str, &str), after: Option<char>, out: &mut String) {
    let inner = text.trim();
    if inner.is_empty() {
        return out.push_str(text);
    }
    let (lead, tail) = (text.len() - text.trim_start().len(), text.trim_end().len());
    out.push_str(text.get(..lead).unwrap_or(""));
    let (tail, own) = (text.get(tail..).unwrap_or(""), mark.chars().next());
    let opens = opens(out.chars().next_back(), inner.chars().next());
    let after = tail.chars().next().or(after);
    let closes = self::opens(after, inner.chars().next_back());
    let touches = [out.chars().next_back(), after, inner.chars().next(), inner.chars().next_back()].contains(&own);
    if opens && closes && !touches && !inner.contains('\n') {
        out.extend([mark, inner, mark]);
    } else {
        tagged(inner, tag, out);
    }
    out.push_str(tail);
}

/// Whether a mark between two characters belongs to the inner one.
fn opens(outer: Option<char>, inner: Option<char>) -> bool {
    let outer = outer.unwrap_or(' ');
    inner.is_some_and(char::is_alphanumeric) || outer.is_whitespace() || outer.is_ascii_punctuation()
}

fn tagged(text: &str, tag: &str, out: &mut String) {
    out.extend(["<", tag, ">", text, "</", tag, ">"]);
}

/// Code in a line.
pub fn code(text: &str) -> String {
    let text = spaced(text);
    if text.is_empty() {
        return text;
    }
    let fence = "`".repeat(longest_run(&text, '`') + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// A formula in a line.
pub fn formula(math: &Math) -> String {
    match &math.tex {
        Some(tex) if is_tex(tex) => format!("${}$", spaced(tex)),
        Some(tex) => code(tex),
        None => {
            let mut out = String::new();
            escape::markdown(&plain(&[Inline::Math(math.clone())]), &mut out);
            out
        }
    }
}

/// Whether a formula may stand between dollars.
pub fn is_tex(tex: &str) -> bool {
    !tex.trim().is_empty() && !tex.contains('$') && !tex.trim().ends_with('\\')
}

/// The text in one line.
pub fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An address or a file's name as a link's destination.
pub fn destination(url: &str) -> String {
    let mut out = String::new();
    for c in url.chars() {
        match c {
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            '|' => out.push_str("%7C"),
            '`' => out.push_str("%60"),
            _ if c.is_whitespace() || c.is_control() => out.push_str("%20"),
            _ => out.push(c),
        }
    }
    out
}

/// The longest run of a character.
pub fn longest_run(text: &str, mark: char) -> usize {
    text.split(|c| c != mark).map(str::len).max().unwrap_or(0)
}
