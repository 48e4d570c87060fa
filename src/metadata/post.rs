//! Who wrote a post or a comment, and when: in the lines of it that are told apart from its text. Readers go by any
//! name, so what is marked as one is taken as it stands.

use std::cell::OnceCell;

use super::byline::names::without_by;
use super::date::{self, Stamp};
use super::when;
use crate::data::Hints;
use crate::data::replies::WRITER;
use crate::dom::text::{collapse, count};
use crate::dom::{Attr, Document, NodeId, Tag};
use crate::facts::{Facts, TextBlock};
use crate::options::Options;

/// The longest name, in characters.
const NAME: usize = 60;
/// The most words of a line that is there for a date, and of a name that nothing marks.
const LINE: u32 = 14;
const WORDS: u32 = 4;
/// The longest text of an element whose attribute is a date, in bytes.
const DATED: usize = 60;

/// What a reader of posts looks at.
pub struct Posts<'a> {
    doc: &'a Document,
    facts: &'a Facts,
    lang: &'a str,
    /// The language by which dates are read. Most pages have no post to ask it for.
    dates: OnceCell<String>,
    options: &'a Options,
}

/// The moment of a post: the node that tells it, and what can be read there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// Where it stands.
    pub node: NodeId,
    /// When, where that is more than "an hour ago".
    pub stamp: Option<Stamp>,
}

impl<'a> Posts<'a> {
    /// For a page in a language.
    #[must_use]
    pub fn new(doc: &'a Document, facts: &'a Facts, lang: &'a str, options: &'a Options) -> Self {
        Self { doc, facts, lang, dates: OnceCell::new(), options }
    }

    fn lang(&self) -> &str {
        self.dates.get_or_init(|| when::language(self.doc, self.lang))
    }

    /// A date as a record gives it.
    #[must_use]
    pub fn date(&self, text: &str) -> Option<Stamp> {
        date::read(text, self.lang())
    }

    /// When a post was written, by the nodes that are its own, in order.
    #[must_use]
    pub fn written(&self, own: &[NodeId]) -> Option<Written> {
        let marked = own.iter().find_map(|node| self.marked_date(*node));
        marked.or_else(|| {
            let blocks = self.blocks(own).filter(|block| block.counts.words <= LINE && block.counts.digits > 0);
            blocks.into_iter().find_map(|block| {
                let text = self.doc.text_between(block.first, block.end);
                let found = date::all(text, self.lang()).first().map(|found| found.stamp);
                let stamp = found.or_else(|| self.back(text));
                let named = self.facts.hints_around(block.node).has(Hints::DATE);
                (stamp.is_some() || named).then_some(Written { node: block.first, stamp })
            })
        })
    }

    /// The date that an element is there for.
    fn marked_date(&self, node: NodeId) -> Option<Written> {
        let doc = self.doc;
        let is_time = doc.tag(node) == Tag::Time;
        let given = match doc.tag(node) {
            Tag::Meta => doc.attr(node, Attr::Content).filter(|_| doc.has_attr(node, Attr::Itemprop)),
            _ if doc.text(node).len() > DATED => None,
            _ => doc.attr(node, Attr::Datetime).or_else(|| doc.attr(node, Attr::Title)),
        };
        let digits = |text: &&str| text.contains(|c| crate::dom::text::digit(c).is_some());
        let stamp = given.filter(digits).and_then(|text| self.date(text));
        let text = || Some(doc.text(node)).filter(|text| is_time && text.len() <= DATED);
        let stamp = stamp.or_else(|| text().and_then(|text| self.date(text).or_else(|| self.back(text))));
        (stamp.is_some() || is_time).then_some(Written { node, stamp })
    }

    fn back(&self, text: &str) -> Option<Stamp> {
        self.options.now.and_then(|now| date::read_relative(text, now))
    }

    /// Who wrote a post: the innermost element that is named as its writer's, or a few words beside the date.
    #[must_use]
    pub fn writer(&self, own: &[NodeId], written: Option<Written>) -> Option<(NodeId, String)> {
        let mut named: Option<(NodeId, String)> = None;
        for node in own.iter().copied().filter(|node| self.doc.tag(*node) != Tag::Text) {
            // What lies in it says it more exactly.
            if named.as_ref().is_some_and(|named| !self.doc.contains(named.0, node)) {
                break;
            }
            if self.is_writer(node)
                && let Some(name) = self.name(self.doc.text(node))
            {
                named = Some((node, name));
            }
        }
        named.or_else(|| self.beside(own, written?.node))
    }

    fn is_writer(&self, node: NodeId) -> bool {
        let doc = self.doc;
        let words = |attr: Attr| doc.attr(node, attr).unwrap_or("").split_ascii_whitespace();
        self.facts.hints(node).has(Hints::BYLINE)
            || words(Attr::Rel).any(|word| word.eq_ignore_ascii_case("author"))
            || words(Attr::Itemprop).any(|word| matches!(word, "author" | "creator" | "name"))
            || words(Attr::Class).any(|word| WRITER.holds(&crate::facts::tokens(word)))
    }

    /// A name in a line, without what announces it, a date, and the mark that leads on to what was said.
    fn name(&self, text: &str) -> Option<String> {
        if text.len() > 4 * NAME {
            return None;
        }
        let line = collapse(text);
        let line = without_by(&line);
        let end = date::all(line, self.lang()).first().map_or(line.len(), |found| found.start);
        let name = line.get(..end)?.split(['|', '·', '•', '\n']).next()?;
        let name = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | ',' | '-' | '–' | '—' | '：'));
        let fits = name.chars().count() <= NAME && name.contains(char::is_alphanumeric);
        Some(name.to_owned()).filter(|_| fits)
    }

    /// A few words in the line of the date, before it, or in the line above.
    fn beside(&self, own: &[NodeId], date: NodeId) -> Option<(NodeId, String)> {
        let blocks: Vec<&TextBlock> = self.blocks(own).collect();
        let at = blocks.iter().position(|block| block.end > date)?;
        let line = |block: &TextBlock, end: NodeId| {
            let name = self.name(self.doc.text_between(block.first, end))?;
            (count(&name).words <= WORDS && block.counts.words <= LINE).then_some((block.first, name))
        };
        let own = blocks.get(at).and_then(|block| {
            let whole = self.doc.tag(date) != Tag::Text && date <= block.first && self.doc.end(date) >= block.end;
            line(block, if date > block.first { date } else { block.end }).filter(|_| !whole)
        });
        own.or_else(|| at.checked_sub(1).and_then(|at| blocks.get(at)).and_then(|block| line(block, block.end)))
    }

    /// The text blocks that begin in some nodes.
    fn blocks(&self, own: &[NodeId]) -> impl Iterator<Item = &'a TextBlock> {
        let facts = self.facts;
        let texts = own.iter().filter(|node| self.doc.tag(**node) == Tag::Text);
        texts.filter_map(move |node| facts.block_around(*node).filter(|block| block.first == *node))
    }
}
