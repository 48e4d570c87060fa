//! The other pages of an article that is split over several: told by the links around its text whose addresses differ
//! from the page's own in a page's number alone. A page that is missed is better than one of another story.

mod address;

use serde::Serialize;

use crate::article::Article;
use crate::blocks::PageType;
use crate::data::Hints;
use crate::dom::text::{count, digit};
use crate::dom::{Attr, Base, Document, Link, NodeId, Place, Tag};
use crate::facts::{Facts, TextBlock};
use crate::find::Extent;
use address::{Form, Numbered, may_be_numbered, numbered, whole};

/// So many pages are told at the most.
const MOST: usize = 30;
/// So many bytes of a link may tell a number, and so many of what stands around it.
const LABEL: usize = 120;
const LINE: usize = 400;
/// So many words may stand between the text and its pager; and between a pager and the text below it.
const APART: u32 = 250;
const ABOVE: u32 = 80;
/// So many words are a row of pages, and a line that tells how many there are.
const ROW: u32 = 40;
const COUNT: u32 = 12;
/// So many words lead to the next page, without its number.
const STEP: u32 = 4;
/// So many words under a name for comments are some, not a link to them.
const COMMENTS: u32 = 30;
/// So many lines between the text and a pager that lead to other stories make it theirs.
const OTHERS: u32 = 3;
/// So many headings that lead elsewhere make a list of stories.
const STORIES: usize = 4;
/// Odds below which a page is not taken for an article that may go on.
const LIKELY: f64 = 0.5;

/// The pages of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Pagination {
    /// The page that follows this one.
    pub next: Option<Link>,
    /// The other pages that are led to, by their numbers; without this one.
    pub pages: Vec<Page>,
    /// This page's number.
    pub current: Option<u32>,
    /// How many there are, as far as the page says.
    pub total: Option<u32>,
}

/// Another page of the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Page {
    /// Its number, from 1.
    pub number: u32,
    /// Its address.
    pub url: Link,
}

/// A link that may lead to another page of the article.
struct Lead {
    node: NodeId,
    page: Numbered,
    /// The number that readers see.
    label: Option<u32>,
    /// Whether it is said, or short enough, to lead to the page before or after.
    steps: bool,
    link: Link,
}

/// The other pages of an article; nothing where it stands on one.
#[must_use]
pub fn of(doc: &Document, facts: &Facts, extent: &Extent, article: &Article, base: &Base) -> Option<Pagination> {
    let fits = matches!(article.page_type, PageType::Article | PageType::Documentation | PageType::Forum);
    if !fits || article.article_probability < LIKELY || lists_stories(doc, facts, extent) {
        return None;
    }
    let here = base.page().map(|url| url.as_str().to_owned())?;
    let here = here.split('#').next().unwrap_or("");
    // Names that the text has around it too say nothing against a pager.
    let other = OTHER.without(facts.hints_around(extent.core).without(Hints::COMMENT));
    let around = Around { doc, facts, other, near: near(doc, facts, extent, other) };
    let leads = around.leads(here, base);
    if leads.is_empty() {
        return None;
    }
    let canonical = article.canonical_url.as_deref().unwrap_or("");
    let own = owns(here).into_iter().chain(owns(canonical));
    let own = own.filter(|own| Place::of(here).site() == own.stem.split(['/', '?', ':']).next().unwrap_or(""));
    let mut best: Option<Pagination> = None;
    for own in own {
        let found = around.pages_of(&own, &leads);
        let more = |found: &Pagination| best.as_ref().is_none_or(|best| found.pages.len() > best.pages.len());
        best = found.filter(more).or(best);
    }
    best
}

/// All that an address may be the page of.
fn owns(address: &str) -> Vec<Numbered> {
    let place = Place::of(address);
    whole(&place).into_iter().chain(numbered(&place)).collect()
}

/// Whether an article's part of the page is a list of stories: their headings lead to them.
fn lists_stories(doc: &Document, facts: &Facts, extent: &Extent) -> bool {
    let leads = |node: NodeId| doc.tag(node) == Tag::A && doc.has_attr(node, Attr::Href);
    let headings = doc.subtree(extent.core).filter(|node| doc.tag(*node).is_heading());
    let linked = headings.filter(|node| {
        facts.sum_of(doc, *node).words >= 3
            && (doc.below(*node).any(leads) && facts.sum_of(doc, *node).link_density() > 0.5
                || doc.ancestors(*node).take(2).any(leads))
    });
    linked.take(STORIES).count() == STORIES
}

/// What is no part of a story, and what of other stories.
const OTHER: Hints = Hints::COMMENT
    .and(Hints::REVIEW)
    .and(Hints::RELATED)
    .and(Hints::TEASER)
    .and(Hints::SIDEBAR)
    .and(Hints::BREADCRUMB)
    .and(Hints::SEARCH);

/// Before which text blocks a pager would be the article's: right below its text or right above, with neither readers'
/// comments nor links to other stories between.
fn near(doc: &Document, facts: &Facts, extent: &Extent, other: Hints) -> Vec<bool> {
    let blocks = facts.text_blocks();
    let core = facts.range(doc, extent.core);
    let is_text = |at: usize, block: &TextBlock| {
        core.contains(&at) && block.is_prose() && !facts.hints_around(block.node).has(other)
    };
    let mut near = vec![false; blocks.len() + 1];
    let mut since: Option<[u32; 3]> = None;
    let mut first = None;
    for (at, block) in blocks.iter().enumerate() {
        let words = block.counts.words;
        if is_text(at, block) {
            first = first.or(Some(at));
            since = Some([0; 3]);
        } else if let Some([all, commented, stories]) = &mut since {
            *all += words;
            *commented += if facts.hints_around(block.node).has(Hints::COMMENT) { words } else { 0 };
            *stories += u32::from(block.link_density() > 0.5 && words >= 4);
        }
        let below = since.is_some_and(|since| since[0] <= APART && since[1] < COMMENTS && since[2] < OTHERS);
        near.get_mut(at + 1).into_iter().for_each(|near| *near = below);
    }
    let mut words = 0;
    for (at, block) in blocks.iter().enumerate().take(first.unwrap_or(0)).rev() {
        words += block.counts.words;
        near.get_mut(at).into_iter().for_each(|near| *near = words <= ABOVE);
    }
    near
}

struct Around<'a> {
    doc: &'a Document,
    facts: &'a Facts,
    other: Hints,
    near: Vec<bool>,
}

impl Around<'_> {
    /// All links that may lead to a page of the article, those to the page itself too.
    fn leads(&self, here: &str, base: &Base) -> Vec<Lead> {
        let mut leads = Vec::new();
        let host = Place::of(here).site();
        for node in self.doc.nodes() {
            let href = match self.doc.tag(node) {
                Tag::A | Tag::Link => self.doc.attr(node, Attr::Href),
                // A list of all pages to choose from.
                Tag::Option => self.doc.attr(node, Attr::Value).filter(|value| value.contains(['/', '?'])),
                _ => continue,
            };
            let Some(href) = href.map(str::trim).filter(|href| !href.starts_with('#')) else { continue };
            let rel = self.doc.attr(node, Attr::Rel).unwrap_or("");
            let said = |name: &str| rel.split_ascii_whitespace().any(|token| token.eq_ignore_ascii_case(name));
            let (label, words) = if self.doc.tag(node) == Tag::A { self.label(node) } else { (None, 0) };
            let steps = said("next") || said("prev") || words <= STEP;
            // Most links need no closer look. The address of a first page has no number.
            let may_be_first = label == Some(1) || said("prev");
            let shaped = may_be_numbered(href);
            let is_claim = self.doc.tag(node) != Tag::Link || said("next") || said("prev");
            if !is_claim || !shaped && !may_be_first || !self.belongs(node) {
                continue;
            }
            let Some(link) = base.address(href) else { continue };
            let place = Place::of(link.as_str());
            if place.site() != host {
                continue;
            }
            let first = whole(&place).filter(|_| may_be_first);
            leads.extend(first.into_iter().chain(numbered(&place)).map(|page| Lead {
                node,
                page,
                label,
                steps,
                link: Link::from(link.as_str().split('#').next().unwrap_or("").to_owned()),
            }));
        }
        leads
    }

    /// The number that a link shows or tells to screen readers, and how many words it has.
    fn label(&self, node: NodeId) -> (Option<u32>, u32) {
        let text = self.doc.text(node).trim();
        let told = || [Attr::AriaLabel, Attr::Title].iter().find_map(|attr| self.doc.attr(node, *attr));
        let text = if text.contains(char::is_alphanumeric) { text } else { told().unwrap_or("") };
        if text.len() > LABEL {
            return (None, u32::MAX);
        }
        let (numbers, words) = (numbers(text), count(text).words);
        let told = numbers.len() == 1 && words < STEP || text.starts_with(|c| digit(c).is_some());
        (numbers.first().copied().filter(|_| told), words)
    }

    /// Whether a link belongs to the article.
    fn belongs(&self, node: NodeId) -> bool {
        let at = self.facts.range(self.doc, node).start;
        self.doc.tag(node) == Tag::Link
            || !self.facts.hints_around(node).has(self.other) && self.near.get(at).copied().unwrap_or(false)
    }

    /// The pages that belong to the page's own address in one of its readings.
    fn pages_of(&self, own: &Numbered, leads: &[Lead]) -> Option<Pagination> {
        let leads: Vec<&Lead> = leads.iter().filter(|lead| lead.page.stem == own.stem).collect();
        // Some count from 0: the second page has the number 1.
        let labels = |add: u32| {
            let named = leads.iter().filter(|lead| lead.page.form == Form::Named && lead.label.is_some());
            named.filter(move |lead| lead.label == lead.page.number.map(|number| number + add)).count()
        };
        let from_zero = labels(1) > labels(0);
        let real = |page: &Numbered| page.number.map_or(1, |number| number + u32::from(from_zero));
        let current = real(own);
        let labelled = leads.iter().filter(|lead| lead.label == Some(real(&lead.page))).copied().collect::<Vec<_>>();
        let is_fit = |lead: &&&Lead| {
            let number = real(&lead.page);
            let told = lead.label == Some(number);
            let stepped = lead.label.is_none() && lead.steps && number.abs_diff(current) == 1;
            let chosen = lead.label.is_none() && self.doc.tag(lead.node) == Tag::Option;
            number > 0 && number != current && (told || stepped || chosen)
        };
        let fit: Vec<&Lead> = leads.iter().filter(is_fit).copied().collect();
        let least = fit.iter().map(|lead| lead.page.form.min(own.form)).min()?;
        // A story's own number has no first page in its row.
        let first = current == 1 || labelled.iter().any(|lead| real(&lead.page) == 1);
        let in_row = || first && labelled.first().is_some_and(|lead| self.in_row(lead, current));
        let sure = match least {
            Form::Named => true,
            Form::Loose => own.number.is_none() || in_row(),
            Form::Dash => in_row(),
        };
        let mut pages: Vec<Page> =
            fit.iter().map(|lead| Page { number: real(&lead.page), url: lead.link.clone() }).collect();
        pages.sort_by_key(|page| page.number);
        pages.dedup_by_key(|page| page.number);
        let next = pages.iter().find(|page| page.number == current + 1).map(|page| page.url.clone());
        let told = fit.iter().take(4).filter_map(|lead| self.counted(lead.node, current));
        let last = labelled.iter().map(|lead| real(&lead.page)).max().map(|last| last.max(current));
        let total = told.chain(last).max();
        pages.truncate(MOST);
        sure.then_some(Pagination { next, pages, current: Some(current), total })
    }

    /// The numbers that stand around a link, in wider and wider boxes of a few words.
    fn rows(&self, node: NodeId, most: u32) -> impl Iterator<Item = Vec<u32>> {
        let short =
            move |up: &NodeId| self.facts.sum_of(self.doc, *up).words <= most && self.doc.text(*up).len() <= LINE;
        self.doc.ancestors(node).take(5).take_while(short).map(|up| numbers(self.doc.text(up)))
    }

    /// Whether a link stands in a row of pages with this one's number, which is no link.
    fn in_row(&self, lead: &Lead, current: u32) -> bool {
        self.rows(lead.node, ROW).any(|row| row.len() > 1 && row.contains(&current))
    }

    /// How many pages there are by the text around a link: two numbers and no third, this page's and no smaller one.
    fn counted(&self, node: NodeId, current: u32) -> Option<u32> {
        self.rows(node, COUNT).find_map(|row| match row[..] {
            [first, last] if first.min(last) == current && first.max(last) > 1 => Some(first.max(last)),
            _ => None,
        })
    }
}

/// The numbers in a text, in digits of any script; those too great for a page are left out.
fn numbers(text: &str) -> Vec<u32> {
    let mut numbers = Vec::new();
    let mut open: Option<u32> = None;
    for c in text.chars().chain([' ']) {
        match (digit(c), open) {
            (Some(digit), so_far) => open = Some(so_far.unwrap_or(0).saturating_mul(10).saturating_add(digit)),
            (None, Some(number)) => {
                numbers.push(number);
                open = None;
            }
            (None, None) => {}
        }
    }
    numbers.retain(|number| (1..1000).contains(number));
    numbers
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use crate::Options;

    const TEXT: &str = "<p>The mill on the brook has three stones, two of which turn, and a third that the miller keeps \
                        for the look of it, as he says to anyone who asks.</p>";

    /// The pages that are found: this one's number, how many there are, the addresses.
    fn pages(url: &str, pager: &str) -> Option<(u32, Option<u32>, Vec<String>)> {
        let page = format!(
            "<title>The mill</title><main><article><h1>The mill</h1>{}{pager}</article></main>",
            TEXT.repeat(5)
        );
        let doc = crate::dom::html::parse(&page, url);
        let mut ruled = crate::judge_by_rules(&doc, &Options::default());
        ruled.metadata.url = Some(url.to_owned());
        let odds = crate::learn::Odds { article: 1.0, ..Default::default() };
        let article = crate::Article::new(ruled.metadata, Vec::new(), "", crate::PageType::Article, odds);
        let base = crate::Base::of(&doc);
        let found = super::of(&doc, &ruled.facts, &ruled.extent, &article, &base)?;
        let urls = found.pages.iter().map(|page| page.url.as_str().to_owned()).collect();
        Some((found.current?, found.total, urls))
    }

    #[test]
    fn rows_of_numbers_lead_to_pages() {
        let own = "https://www.mill.example/a.html";
        let row = "<p><b>1</b> <a href='?page=2#top'>2</a> <a href='//mill.example/a.html?page=3'>3</a> <a href='?page=3'>»</a></p>";
        let urls = ["https://www.mill.example/a.html?page=2", "https://mill.example/a.html?page=3"];
        assert_eq!(pages(own, row), Some((1, Some(3), urls.map(str::to_owned).to_vec())));
        let dash = "<p>1 <a href='a-2.html'>2</a></p>";
        assert_eq!(pages(own, dash), Some((1, Some(2), vec!["https://www.mill.example/a-2.html".to_owned()])));
        let links: Vec<String> = (2..90).map(|number| format!("<a href='?page={number}'>{number}</a>")).collect();
        let many = links.join(" ");
        assert_eq!(pages(own, &many).map(|found| (found.1, found.2.len())), Some((Some(89), 30)));
    }

    #[test]
    fn what_is_no_page_of_it_is_left() {
        let own = "https://mill.example/a";
        for pager in [
            "<a href='/a-2' rel=next>Next</a>",
            "<a href='https://other.example/a?page=2'>2</a>",
            "<a href='ftp://mill.example/a?page=2'>2</a>",
            "<a href='/a#2'>2</a> <a href='/a?page=1'>1</a>",
            "<a href='/b?page=2' rel=next>2</a>",
            "<a href='?page=7'>2</a>",
            "<div class=comments><a href='?page=2'>2</a></div>",
            "<p>A mill <a href='/a/2'>that has been told of elsewhere</a></p>",
        ] {
            assert_eq!(pages(own, pager), None, "{pager}");
        }
        assert_eq!(pages("https://mill.example/", "<a href='?page=2'>2</a>"), None);
        assert_eq!(pages("", "<a href='?page=2'>2</a>"), None);
    }
}
