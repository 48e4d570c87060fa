//! What kind of page it is, and whether it is an article at all.

use crate::claims::{Claims, Field};
use crate::data::kinds::{ADDRESSED, FRAMES, GENERATORS, SAID, TITLED};
use crate::data::{Hints, PageType};
use crate::dom::text::fold;
use crate::dom::{Attr, Document, Place, Tag};
use crate::facts::Facts;

/// A page's kind, and the odds that it is an article.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Kind {
    /// What kind of page it is.
    pub page_type: PageType,
    /// The odds that it is an article, 0 to 1.
    pub article: f32,
}

/// Weighs what speaks for each kind.
pub fn of(doc: &Document, facts: &Facts, claims: &Claims) -> Kind {
    let told = framed(doc).into_iter().zip(titled(claims));
    let weigh = |(page_type, (framed, titled))| {
        let own = said(claims, page_type) + framed + titled;
        (page_type, own + addressed(doc, page_type) + looks(doc, facts, page_type))
    };
    let weights: Vec<(PageType, f32)> = PageType::ALL.into_iter().zip(told).map(weigh).collect();
    let best = weights.iter().max_by(|a, b| a.1.total_cmp(&b.1)).map_or(PageType::Article, |row| row.0);
    let of = |wanted: PageType| weights.iter().find(|row| row.0 == wanted).map_or(0.0, |row| row.1);
    let rival = weights.iter().filter(|row| row.0 != PageType::Article).map(|row| row.1).fold(0.0, f32::max);
    let lead = of(PageType::Article) - rival;
    Kind { page_type: best, article: 0.5 + 0.5 * lead / (1.0 + lead.abs()) }
}

/// How much the page's own words on its type speak for a kind, 0 for nothing.
#[must_use]
pub fn said(claims: &Claims, page_type: PageType) -> f32 {
    let types = claims.of(Field::Type).map(|claim| claim.text.to_ascii_lowercase());
    let weights =
        types.flat_map(|said| SAID.iter().filter(move |row| row.0 == said && row.1 == page_type).map(|row| row.2));
    weights.fold(0.0, f32::max)
}

/// How much the software that made the page says that it is of each kind, in the order of [`PageType::ALL`]; 0 for
/// nothing.
#[must_use]
pub fn framed(doc: &Document) -> [f32; PageType::ALL.len()] {
    let frames = [Tag::Html, Tag::Body].into_iter().filter_map(|tag| doc.first(tag));
    let names =
        frames.flat_map(|node| [Attr::Class, Attr::Id].into_iter().filter_map(move |name| doc.attr(node, name)));
    let framed = names
        .flat_map(str::split_ascii_whitespace)
        .flat_map(|name| FRAMES.iter().filter(move |row| row.0.eq_ignore_ascii_case(name)));
    let heads = doc.nodes().take_while(|node| doc.tag(*node) != Tag::Body).filter(|node| doc.tag(*node) == Tag::Meta);
    let generators =
        heads.filter(|node| doc.attr(*node, Attr::Name).is_some_and(|name| name.eq_ignore_ascii_case("generator")));
    let made = generators.filter_map(|node| doc.attr(node, Attr::Content)).flat_map(|by| {
        let begins = |name: &str| by.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
        GENERATORS.iter().filter(move |row| begins(row.0))
    });
    most_by_kind(framed.chain(made))
}

/// How much the words of the title and of the site's name speak for each kind, in the order of [`PageType::ALL`]; 0 for
/// nothing.
#[must_use]
pub fn titled(claims: &Claims) -> [f32; PageType::ALL.len()] {
    let texts: Vec<String> =
        claims.of(Field::Title).chain(claims.of(Field::Site)).map(|claim| fold(&claim.text)).collect();
    let holds = |word: &str| texts.iter().any(|text| text.split(' ').any(|other| other == word));
    most_by_kind(TITLED.iter().filter(|row| holds(row.0)))
}

/// The greatest weight of some rows for each kind.
fn most_by_kind<'a>(rows: impl Iterator<Item = &'a (&'a str, PageType, f32)>) -> [f32; PageType::ALL.len()] {
    rows.fold([0.0; PageType::ALL.len()], |mut most, (_, page_type, weight)| {
        if let Some(weightiest) = most.get_mut(*page_type as usize) {
            *weightiest = weight.max(*weightiest);
        }
        most
    })
}

/// How much the page's address speaks for a kind, 0 for nothing.
#[must_use]
pub fn addressed(doc: &Document, page_type: PageType) -> f32 {
    let address = doc.url().to_ascii_lowercase();
    let place = Place::of(&address);
    let written = [place.host, place.path, place.query].into_iter();
    let words =
        written.flat_map(|part| part.split(|c: char| !c.is_ascii_alphanumeric())).filter(|word| !word.is_empty());
    let weights =
        words.flat_map(|word| ADDRESSED.iter().filter(move |row| row.0 == word && row.1 == page_type).map(|row| row.2));
    let front = place.is_front() || address.is_empty();
    let start = match page_type {
        PageType::Service if front => 2.0,
        PageType::Article if front => -1.5,
        _ => 0.0,
    };
    weights.fold(0.0, f32::max) + start
}

/// What the page's parts look like.
fn looks(doc: &Document, facts: &Facts, page_type: PageType) -> f32 {
    let sum = facts.sum_of(doc, doc.body());
    let named = |hint: Hints| doc.nodes().filter(|node| facts.hints(*node).has(hint)).count() as f32;
    let prose_share = sum.prose_chars as f32 / sum.chars.max(1) as f32;
    match page_type {
        PageType::Article => prose_share * 2.0 + (sum.prose as f32 / 20.0).min(0.8),
        PageType::Forum => (named(Hints::FORUM) / 10.0).min(1.5),
        PageType::Product => (named(Hints::CART) / 3.0).min(1.2) + (named(Hints::PRICE) / 10.0).min(0.5),
        PageType::Collection => (named(Hints::PRICE) / 20.0).min(1.5) + (named(Hints::PRODUCT) / 40.0).min(1.0),
        PageType::Listing => (1.0 - prose_share) * 1.2,
        PageType::Documentation => (named(Hints::CODE) / 6.0).min(1.2),
        PageType::Service => (1.0 - prose_share) * 1.0,
    }
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::*;

    #[test]
    fn software_says_what_it_shows() {
        let framed = |page: &str| {
            let doc = crate::dom::html::parse(page, "https://mill.example/1");
            let weights = framed(&doc);
            let best = PageType::ALL.into_iter().max_by(|a, b| weights[*a as usize].total_cmp(&weights[*b as usize]));
            best.filter(|kind| weights[*kind as usize] > 0.0)
        };
        assert_eq!(framed("<body class='home Single-Post'>a"), Some(PageType::Article));
        assert_eq!(framed("<html id=XF><body data-template=x>a"), Some(PageType::Forum));
        assert_eq!(framed("<meta name=Generator content='MkDocs 1.6'><body>a"), Some(PageType::Documentation));
        assert_eq!(framed("<body class='single'><div class='single-post'>a</div>"), None);
    }
}
