//! A line of text as it grows: white space collapses across elements, marks open and close, paragraphs end.

use super::{Anchor, Inline, Link, MAX_DEPTH};
use crate::dom::text::is_space;

/// What can hold for a stretch of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the inline of that name")]
pub enum Mark {
    Link(Link),
    Strong,
    Emphasis,
    Code,
    Sub,
    Sup,
    Highlight,
    Deleted,
    Underline,
    Quote,
}

impl Mark {
    fn around(self, content: Vec<Inline>) -> Inline {
        match self {
            Self::Link(href) => Inline::Link(Anchor { href, content }),
            Self::Strong => Inline::Strong(content),
            Self::Emphasis => Inline::Emphasis(content),
            Self::Code => Inline::Code(content),
            Self::Sub => Inline::Sub(content),
            Self::Sup => Inline::Sup(content),
            Self::Highlight => Inline::Mark(content),
            Self::Deleted => Inline::Deleted(content),
            Self::Underline => Inline::Underline(content),
            Self::Quote => Inline::Quote(content),
        }
    }
}

/// A line of text in the making.
#[derive(Debug, Default)]
pub struct Line {
    /// The marks that hold, outermost first, each with what was put in since it opened; before them the line itself.
    frames: Vec<(Mark, Vec<Inline>)>,
    content: Vec<Inline>,
    /// A blank was read and is written once something follows it.
    blank: bool,
    /// The last that was written is a blank.
    spaced: bool,
    /// Line breaks read since the last text.
    breaks: u8,
    /// Marks opened beyond the depth that an article may have.
    unmarked: usize,
}

impl Line {
    /// Opens a mark. A mark within its like (bold in bold) is not written twice.
    pub fn open(&mut self, mark: Mark) {
        let doubled = self.frames.iter().any(|(open, _)| std::mem::discriminant(open) == std::mem::discriminant(&mark));
        if self.unmarked > 0 || doubled || self.frames.len() >= MAX_DEPTH {
            self.unmarked += 1;
            return;
        }
        self.settle();
        self.frames.push((mark, Vec::new()));
    }

    /// Closes the mark opened last.
    pub fn close(&mut self) {
        if self.unmarked > 0 {
            self.unmarked -= 1;
        } else if let Some((mark, content)) = self.frames.pop()
            && !content.is_empty()
        {
            self.put(mark.around(content));
        }
    }

    /// Adds text, its white space collapsed.
    pub fn text(&mut self, text: &str) {
        let mut rest = text;
        loop {
            let word = rest.trim_start_matches(is_space);
            self.blank |= word.len() < rest.len();
            if word.is_empty() {
                return;
            }
            let (head, tail) = word.split_at_checked(collapsed(word)).unwrap_or((word, ""));
            self.settle();
            self.append(head);
            self.spaced = false;
            rest = tail;
        }
    }

    /// Adds something that is no text.
    pub fn piece(&mut self, piece: Inline) {
        self.settle();
        self.put(piece);
        self.spaced = false;
    }

    /// Adds a place to link to. It waits for text: alone it makes no paragraph.
    pub fn target(&mut self, name: &str) {
        self.put(Inline::Target(name.to_owned()));
    }

    /// Ends a line within the paragraph. Two in a row end the paragraph: see [`Line::is_over`].
    pub fn line_break(&mut self) {
        self.breaks = self.breaks.saturating_add(1);
        self.blank = false;
    }

    /// Whether two line breaks in a row say that the paragraph is over.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.breaks >= 2
    }

    /// Ends the paragraph: what it holds, the marks closed; they are open again in the next.
    pub fn finish(&mut self) -> Vec<Inline> {
        let marks: Vec<Mark> = self.frames.iter().map(|(mark, _)| mark.clone()).collect();
        while let Some((mark, content)) = self.frames.pop() {
            if !content.is_empty() {
                self.put(mark.around(content));
            }
        }
        self.frames = marks.into_iter().map(|mark| (mark, Vec::new())).collect();
        self.blank = false;
        self.spaced = false;
        self.breaks = 0;
        std::mem::take(&mut self.content)
    }

    /// Writes the blank or the line break that was read before what comes now.
    fn settle(&mut self) {
        if self.is_empty() {
            self.blank = false;
            self.breaks = 0;
        } else if self.breaks > 0 {
            self.put(Inline::LineBreak);
            self.spaced = true;
            self.blank = false;
            self.breaks = 0;
        } else if std::mem::take(&mut self.blank) && !self.spaced {
            self.append(" ");
            self.spaced = true;
        }
    }

    /// Whether nothing that is seen is in the line.
    fn is_empty(&self) -> bool {
        self.content
            .iter()
            .chain(self.frames.iter().flat_map(|(_, content)| content))
            .all(|piece| matches!(piece, Inline::Target(_)))
    }

    fn top(&mut self) -> &mut Vec<Inline> {
        match self.frames.last_mut() {
            Some((_, content)) => content,
            None => &mut self.content,
        }
    }

    fn put(&mut self, piece: Inline) {
        self.top().push(piece);
    }

    fn append(&mut self, text: &str) {
        let top = self.top();
        if let Some(Inline::Text(last)) = top.last_mut() {
            last.push_str(text);
        } else {
            top.push(Inline::Text(text.to_owned()));
        }
    }
}

/// How much of a text, which begins with a word, is on one line already: words with single spaces between them.
fn collapsed(text: &str) -> usize {
    let mut spaced = false;
    for (at, c) in text.char_indices() {
        if c != ' ' && is_space(c) {
            return at - usize::from(spaced);
        }
        if c == ' ' && spaced {
            return at - 1;
        }
        spaced = c == ' ';
    }
    text.len() - usize::from(spaced)
}

/// Whether an inline shows anything.
#[must_use]
pub fn shows(piece: &Inline) -> bool {
    match piece {
        Inline::Target(_) | Inline::LineBreak => false,
        Inline::Text(text) => !text.is_empty(),
        Inline::Image(_) | Inline::Math(_) | Inline::Ruby(_) => true,
        other => content_of(other).iter().any(shows),
    }
}

/// What an inline holds.
#[must_use]
pub fn content_of(piece: &Inline) -> &[Inline] {
    match piece {
        Inline::Link(anchor) => &anchor.content,
        Inline::Strong(content)
        | Inline::Emphasis(content)
        | Inline::Code(content)
        | Inline::Sub(content)
        | Inline::Sup(content)
        | Inline::Mark(content)
        | Inline::Deleted(content)
        | Inline::Underline(content)
        | Inline::Quote(content) => content,
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_collapses_across_marks() {
        let mut line = Line::default();
        line.text("  One ");
        line.open(Mark::Strong);
        line.text(" two ");
        line.close();
        line.text(" , three \n");
        let text = |t: &str| Inline::Text(t.to_owned());
        assert_eq!(line.finish(), [text("One "), Inline::Strong(vec![text("two")]), text(" , three")]);
    }

    #[test]
    fn what_is_collapsed_already_is_taken_whole() {
        for (text, end) in [
            ("one two", 7),
            ("one two ", 7),
            ("one two  three", 7),
            ("one two \n", 7),
            ("one\ttwo", 3),
            ("a é\u{a0}b", 4),
        ] {
            assert_eq!(collapsed(text), end, "{text:?}");
        }
    }

    #[test]
    fn a_break_stands_between_words_only_and_two_end_the_paragraph() {
        let mut line = Line::default();
        line.line_break();
        line.text("a");
        line.line_break();
        line.text("\u{a0}");
        assert!(!line.is_over());
        line.text("b");
        line.line_break();
        line.text(" ");
        line.line_break();
        assert!(line.is_over());
        assert_eq!(line.finish(), [Inline::Text("a".into()), Inline::LineBreak, Inline::Text("b".into())]);
    }

    #[test]
    fn marks_go_on_in_the_next_paragraph() {
        let mut line = Line::default();
        line.open(Mark::Emphasis);
        line.text("a");
        line.finish();
        line.text("b");
        line.close();
        assert_eq!(line.finish(), [Inline::Emphasis(vec![Inline::Text("b".into())])]);
    }
}
