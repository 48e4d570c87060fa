//! What the story is called: its headline, unless what the page says of itself is better.

use super::Sources;
use super::heading::{shown, tidy, without_kicker};
use super::site::{Site, bare};
use crate::claims::{Field, Source};
use crate::data::headlines::{GENERIC, SEPARATORS};
use crate::dom::text::{fold, likeness};
use crate::dom::{NodeId, Tag};

/// How much each source's word counts.
const TRUST: &[(Source, f32)] = &[
    (Source::OpenGraph, 1.0),
    (Source::JsonLd, 1.0),
    (Source::TitleTag, 0.9),
    (Source::Microdata, 0.6),
    (Source::Meta, 0.4),
    (Source::JsonLdPage, 0.3),
];

/// How alike a headline and the title of a page without a story are that mean the same.
const ALIKE: f32 = 0.35;

/// The title.
pub fn of(sources: &Sources, site: &Site, heading: Option<NodeId>) -> Option<String> {
    let title = chosen(sources, site, heading);
    // The front page is the site itself.
    let generic = title.as_deref().is_some_and(|title| GENERIC.contains(&fold(title).as_str()));
    if generic { site.name.clone().or(title) } else { title }
}

fn chosen(sources: &Sources, site: &Site, heading: Option<NodeId>) -> Option<String> {
    let headline = heading.map(|node| without_site(&shown(sources, node), site, "")).filter(|text| !text.is_empty());
    let claimed = claimed(sources, site, headline.as_deref().unwrap_or(""));
    let main =
        claimed.iter().fold(
            None,
            |best: Option<&Wording>, next| {
                if best.is_none_or(|best| next.weight > best.weight) { Some(next) } else { best }
            },
        );
    let (Some(headline), Some(Wording { title: main, after_site, .. })) = (&headline, main) else {
        return headline.or_else(|| main.map(|row| first_part(&row.title).to_owned()));
    };
    let is_title = |text: &str| claimed.iter().any(|row| fold(&row.title) == text);
    if let Some(rest) = heading.and_then(|node| without_kicker(sources, node, is_title)) {
        return Some(rest);
    }
    let seen = fold(headline);
    let supported = is_title(&seen);
    let first = heading.is_some_and(|node| sources.doc.tag(node) == Tag::H1);
    let better = if bare(main) == bare(headline) {
        // Capitals are the style sheet's.
        !headline.chars().any(char::is_lowercase) && main.chars().any(char::is_lowercase)
    } else {
        !supported
            && (!first
                || says_more_shortly(headline, main)
                || goes_on(headline, main)
                || !after_site && is_slogan(sources, &seen, main))
    };
    Some(if better { first_part(main).to_owned() } else { headline.clone() })
}

/// A title up to a bar, where that is some words: what follows is there for search engines.
fn first_part(title: &str) -> &str {
    title.split_once(" | ").map(|parts| parts.0).filter(|first| first.trim().contains(' ')).unwrap_or(title)
}

/// Whether a headline is a title with a kicker before it, or a remark in brackets or after a mark behind it.
fn says_more_shortly(headline: &str, title: &str) -> bool {
    let clipped = title.ends_with('…') || title.ends_with("...");
    let (seen, folded) = (fold(headline), fold(title));
    let kicker = seen.strip_suffix(folded.as_str()).is_some_and(|rest| rest.ends_with(' ') && rest.len() > 4);
    let rest = headline.strip_prefix(title).map_or("", str::trim_start);
    let remark = rest.starts_with(|c: char| !c.is_alphanumeric() && !matches!(c, ',' | '’' | '\''));
    !clipped && folded.contains(' ') && (kicker || remark)
}

/// Whether a title goes on with the sentence that a headline begins.
fn goes_on(headline: &str, title: &str) -> bool {
    let rest = title.strip_prefix(headline).and_then(|rest| rest.strip_prefix(", "));
    rest.is_some_and(|rest| rest.starts_with(char::is_lowercase))
}

/// Whether a headline is the slogan of a page that tells no story: its title says what it is about.
fn is_slogan(sources: &Sources, headline: &str, title: &str) -> bool {
    let own = [Source::JsonLd, Source::Microdata];
    let tells = sources.claims.all().any(|claim| match claim.field {
        Field::Published | Field::Author => own.contains(&claim.source),
        Field::Type => {
            let kind = claim.text.to_ascii_lowercase();
            own.contains(&claim.source) && (kind.ends_with("article") || kind.ends_with("posting"))
        }
        _ => false,
    });
    let title = fold(title);
    !tells
        && headline.split(' ').count() > 3
        && !GENERIC.contains(&title.as_str())
        && likeness(headline, &title) < ALIKE
}

/// A wording of the title.
struct Wording {
    title: String,
    weight: f32,
    /// What is left of it after the site's name: often no title but the site's motto.
    after_site: bool,
}

/// What the page says it is called, each wording once.
fn claimed(sources: &Sources, site: &Site, headline: &str) -> Vec<Wording> {
    let seen = fold(headline);
    let mut wordings: Vec<Wording> = Vec::new();
    for (source, trust) in TRUST {
        for claim in sources.claims.from(Field::Title, *source).take(1) {
            let whole = tidy(&claim.text);
            let title = without_site(&whole, site, &seen);
            let folded = fold(&title);
            match wordings.iter_mut().find(|row| fold(&row.title) == folded) {
                _ if folded.is_empty() => {}
                Some(row) => row.weight += trust,
                None => {
                    let after_site = folded != seen && !whole.starts_with(&title);
                    wordings.push(Wording { title, weight: *trust, after_site });
                }
            }
        }
    }
    wordings
}

/// What stands before a mark that may part a title, the mark, and what stands after it.
pub fn splits<'a>(title: &'a str) -> impl Iterator<Item = (&'a str, &'a str, &'a str)> {
    let marks = SEPARATORS.iter().flat_map(|mark| title.match_indices(mark));
    let pieces =
        move |(at, mark): (usize, &'a str)| Some((title.get(..at)?.trim(), mark, title.get(at + mark.len()..)?.trim()));
    marks.filter_map(pieces).filter(|split| !split.0.is_empty() && !split.2.is_empty())
}

/// A title without the site's name at either end: a part is the site's name where it says so, or where the rest is
/// the (folded) headline.
pub fn without_site(title: &str, site: &Site, headline: &str) -> String {
    let mut title = title.trim();
    for _ in 0..3 {
        let Some(shorter) = cut(title, site, headline) else { break };
        title = shorter;
    }
    title.to_owned()
}

fn cut<'a>(title: &'a str, site: &Site, headline: &str) -> Option<&'a str> {
    let is_headline = |part: &str| !headline.is_empty() && fold(part) == headline;
    if is_headline(title) {
        return None;
    }
    splits(title).find_map(|(left, mark, right)| {
        if mark != ": " && site.is(right) || is_headline(left) {
            Some(left)
        } else if mark != ": " && site.is_exactly(left) || is_headline(right) {
            Some(right)
        } else {
            None
        }
    })
}
