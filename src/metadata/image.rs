//! The lead image, with its caption and credit where the page shows it.

use serde::Serialize;

use super::Sources;
use crate::claims::{Field, Source};
use crate::data::Hints;
use crate::data::captions::{AGENCIES, CREDIT_WORDS, NO_STORY};
use crate::dom::text::{collapse, fold};
use crate::dom::{Attr, Flags, Link, NodeId, Tag};
use crate::facts::picture::best_of;

/// The picture that stands for an article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LeadImage {
    /// Its address.
    pub url: String,
    /// What it shows, for those who don't see it.
    pub alt: Option<String>,
    /// Its caption, without the credit.
    pub caption: Option<String>,
    /// Whose picture it is.
    pub credit: Option<String>,
}

/// The lead image: the one that the page names, unless it is a logo; else the first large one of the article.
pub fn of(sources: &Sources) -> Option<LeadImage> {
    let order = [Source::OpenGraph, Source::JsonLd, Source::Rel, Source::Microdata, Source::Meta];
    let claimed = order
        .iter()
        .flat_map(|source| sources.claims.from(Field::Image, *source))
        .filter_map(|claim| sources.base.address(&claim.text));
    let claimed = claimed.into_iter().find(|link| is_of_story(link.as_str()));
    let mut shown = shown(sources);
    match claimed {
        Some(url) => {
            let twin = shown.find(|row| same_file(row.1.as_str(), url.as_str()));
            Some(twin.map_or_else(
                || LeadImage { url: url.as_str().to_owned(), ..claimed_words(sources) },
                |row| with_caption(sources, row.0, &url),
            ))
        }
        None => shown.find(|row| is_large(sources, row.0)).map(|row| with_caption(sources, row.0, &row.1)),
    }
}

/// The pictures of the article, and those between its headline and its text.
fn shown<'a>(sources: &'a Sources) -> impl Iterator<Item = (NodeId, Link)> + 'a {
    let doc = sources.doc;
    let nodes = sources.extent.roots.iter().flat_map(|root| doc.subtree(*root));
    let images = nodes.filter(move |node| doc.tag(*node).is_image() && !is_elsewhere(sources, *node));
    let found = images.filter_map(move |node| Some((node, best_of(doc, sources.base, node)?.src)));
    found.filter(|row| is_of_story(row.1.as_str()))
}

fn is_elsewhere(sources: &Sources, node: NodeId) -> bool {
    sources
        .facts
        .hints_around(node)
        .has(Hints::RELATED.and(Hints::AD).and(Hints::AUTHOR_CARD).and(Hints::LOGO).and(Hints::NAV))
}

/// Whether an address may be that of a picture of the story.
fn is_of_story(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or(url).to_ascii_lowercase();
    let file = path.rsplit('/').next().unwrap_or(&path);
    let words: Vec<&str> = file.split(|c: char| !c.is_ascii_alphabetic()).collect();
    file.rsplit('.').next() != Some("svg") && !words.iter().any(|word| NO_STORY.holds(word))
}

/// Whether a picture is no icon: by its layout, by its size, or for want of either.
fn is_large(sources: &Sources, node: NodeId) -> bool {
    let doc = sources.doc;
    let flags = doc.flags(node);
    let size = |attr| doc.attr(node, attr).and_then(|text| text.trim().trim_end_matches("px").parse::<u32>().ok());
    let small = [Attr::Width, Attr::Height].into_iter().filter_map(size).any(|pixels| pixels < 120);
    !flags.has(Flags::SMALL) && !small
}

/// Whether two addresses are of one picture at two sizes.
fn same_file(a: &str, b: &str) -> bool {
    let file = |url: &str| {
        let path = url.split(['?', '#']).next().unwrap_or(url).to_ascii_lowercase();
        let name = path.rsplit('/').next().unwrap_or("").to_owned();
        let stem = name.rsplit_once('.').map_or(name.clone(), |(stem, _)| stem.to_owned());
        stem.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, 'x' | '-' | '_')).to_owned()
    };
    let (a, b) = (file(a), file(b));
    a.len() >= 4 && a == b
}

fn claimed_words(sources: &Sources) -> LeadImage {
    let first = |field| sources.claims.of(field).next().map(|claim| claim.text.clone());
    LeadImage { url: String::new(), alt: None, caption: first(Field::ImageCaption), credit: first(Field::ImageCredit) }
}

/// A picture with what is written under it.
fn with_caption(sources: &Sources, node: NodeId, url: &Link) -> LeadImage {
    let doc = sources.doc;
    let alt = doc.attr(node, Attr::Alt).map(collapse).filter(|alt| !alt.is_empty());
    let caption = caption_of(sources, node);
    let (text, credit) = match caption {
        Some(caption) => parted(sources, caption),
        None => (None, None),
    };
    let claimed = claimed_words(sources);
    LeadImage {
        url: url.as_str().to_owned(),
        alt,
        caption: text.or(claimed.caption),
        credit: credit.or(claimed.credit),
    }
}

/// The element under a picture that holds its caption.
fn caption_of(sources: &Sources, image: NodeId) -> Option<NodeId> {
    let doc = sources.doc;
    let holder = doc
        .ancestors(image)
        .take(6)
        .find(|up| sources.facts.is_block(*up) && sources.facts.sum_of(doc, *up).blocks > 0)?;
    let named = |node: &NodeId| doc.tag(*node) == Tag::Figcaption || sources.facts.hints(*node).has(Hints::CAPTION);
    let short =
        |node: &NodeId| (1..700).contains(&sources.facts.sum_of(doc, *node).chars) && !doc.contains(*node, image);
    let inside = doc.below(holder).filter(named).find(short);
    let small = sources.facts.sum_of(doc, holder).blocks <= 2
        && sources.facts.sum_of(doc, holder).chars < 500
        && doc.tag(holder) != Tag::Body;
    let any_text = || doc.children(holder).filter(|node| doc.tag(*node) != Tag::Text && *node > image).find(short);
    let beside = || {
        doc.next_sibling(lift(sources, image, holder))
            .and_then(|next| skip_blank(sources, next))
            .filter(|node| named(node) && short(node))
    };
    inside.or_else(|| if small { any_text() } else { None }).or_else(beside)
}

/// The child of `holder` that holds a node.
fn lift(sources: &Sources, node: NodeId, holder: NodeId) -> NodeId {
    sources.doc.lineage(node).take_while(|up| *up != holder).last().unwrap_or(node)
}

fn skip_blank(sources: &Sources, node: NodeId) -> Option<NodeId> {
    let doc = sources.doc;
    std::iter::successors(Some(node), |at| doc.next_sibling(*at))
        .find(|at| doc.tag(*at) != Tag::Text || !crate::dom::text::is_blank(doc.text(*at)))
}

/// A caption's text and its credit: the part that is marked as one, or stands in brackets at the end, or follows a word
/// that announces one.
fn parted(sources: &Sources, caption: NodeId) -> (Option<String>, Option<String>) {
    let doc = sources.doc;
    let whole = collapse(doc.text(caption));
    let marked = doc.below(caption).find(|node| {
        let last = doc.end(*node).0 + 2 >= doc.end(caption).0;
        sources.facts.hints(*node).has(Hints::CREDIT)
            || matches!(doc.tag(*node), Tag::Cite | Tag::Small | Tag::Span)
                && last
                && has_credit_form(&collapse(doc.text(*node)))
    });
    let tail = marked.map(|node| collapse(doc.text(node))).filter(|text| !text.is_empty() && *text != whole);
    // The word for a picture may head the whole caption, with the credit in brackets at its end.
    let said = announced(&whole).filter(|said| *said != whole || in_brackets(&whole).is_none());
    let tail = tail.or(said).or_else(|| in_brackets(&whole));
    let Some(tail) = tail else { return (Some(whole).filter(|text| !text.is_empty()), None) };
    let text = whole
        .rfind(&tail)
        .and_then(|at| whole.get(..at))
        .unwrap_or("")
        .trim()
        .trim_end_matches(['|', '/', '–', '-', '(', '（', ','])
        .trim()
        .to_owned();
    (Some(text).filter(|text| !text.is_empty()), Some(bare_credit(&tail)).filter(|credit| !credit.is_empty()))
}

/// Whether a text is a credit by its form: in brackets, or after a word for one.
fn has_credit_form(text: &str) -> bool {
    text.starts_with('(') && text.ends_with(')')
        || announced(text).is_some()
        || text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
}

/// A credit in brackets at a caption's end.
fn in_brackets(caption: &str) -> Option<String> {
    let body = caption.trim_end_matches('.').strip_suffix([')', '）'])?;
    let at = body.rfind(['(', '（'])?;
    let inside = body.get(at..)?.trim_start_matches(['(', '（']).trim();
    let short = inside.chars().count() <= 60 && !inside.chars().next().is_some_and(|c| c.is_ascii_digit());
    let known = inside.contains('/')
        || announced(inside).is_some()
        || fold(inside).split(' ').any(|word| AGENCIES.holds(word))
        || inside.chars().filter(|c| c.is_uppercase()).count() >= 2
        || !inside.is_ascii();
    caption.get(at..).filter(|_| short && known && at > 0).map(str::to_owned)
}

/// The part of a caption that begins with a word that announces a credit ("Photo:", "Foto:", "©").
fn announced(caption: &str) -> Option<String> {
    let lower = crate::dom::text::lower(caption);
    let found = CREDIT_WORDS.rows().filter_map(|word| {
        let at = lower.rfind(word)?;
        let starts = at == 0 || lower.get(..at)?.ends_with(|c: char| !c.is_alphanumeric());
        starts.then_some(at)
    });
    let at = found.min()?;
    let tail = caption.get(at..)?.trim();
    (tail.chars().count() <= 90).then(|| tail.to_owned())
}

/// A credit without brackets and without the word that announces it.
fn bare_credit(text: &str) -> String {
    let text = text.trim().trim_start_matches(['(', '（', '[']).trim_end_matches([')', '）', ']', '.']).trim();
    let lower = crate::dom::text::lower(text);
    let word = CREDIT_WORDS.rows().filter(|word| lower.starts_with(*word)).max_by_key(|word| word.len());
    word.and_then(|word| text.get(word.len()..)).unwrap_or(text).trim_start_matches([':', ' ', '：']).trim().to_owned()
}
