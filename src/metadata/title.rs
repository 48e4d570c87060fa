//! The headline: the wording that most sources agree on, without the site's name.

use super::Sources;
use crate::claims::{Field, Source};
use crate::dom::text::{collapse, fold};

/// What parts a headline from a site's name.
const SEPARATORS: &[&str] =
    &[" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " / ", " ~ ", "｜", " ‹ ", " › ", "_", " ― "];

/// How much each source's word counts.
const TRUST: &[(Source, f32)] = &[
    (Source::OpenGraph, 1.0),
    (Source::JsonLd, 1.0),
    (Source::Microdata, 0.6),
    (Source::Meta, 0.4),
    (Source::JsonLdPage, 0.3),
    (Source::TitleTag, 0.9),
];
/// How much the heading in the page's text counts.
const HEADING: f32 = 1.1;

/// The title.
pub fn of(sources: &Sources, site: Option<&str>) -> Option<String> {
    let heading = sources.extent.headline.map(|node| collapse(sources.doc.text(node))).filter(|text| !text.is_empty());
    let mut wordings: Vec<(String, f32)> = Vec::new();
    if let Some(heading) = &heading {
        vote(&mut wordings, heading.clone(), HEADING);
    }
    for (source, trust) in TRUST {
        for claim in sources.claims.from(Field::Title, *source).take(1) {
            vote(&mut wordings, without_site(&claim.text, site, heading.as_deref()), *trust);
        }
    }
    let best = wordings.iter().fold(
        None,
        |best: Option<&(String, f32)>, next| if best.is_none_or(|best| next.1 > best.1) { Some(next) } else { best },
    );
    best.map(|(title, _)| title.clone())
}

/// Adds a wording's weight to that of its like.
fn vote(wordings: &mut Vec<(String, f32)>, title: String, weight: f32) {
    let folded = fold(&title);
    if folded.is_empty() {
        return;
    }
    match wordings.iter_mut().find(|row| fold(&row.0) == folded) {
        Some(row) => row.1 += weight,
        None => wordings.push((title, weight)),
    }
}

/// A title without the site's name at either end: a part is the site's name where it says so, or where the rest is
/// the heading.
pub fn without_site(title: &str, site: Option<&str>, heading: Option<&str>) -> String {
    let mut title = title.trim().to_owned();
    for _ in 0..3 {
        let Some(shorter) = cut(&title, site, heading) else { break };
        title = shorter;
    }
    title
}

fn cut(title: &str, site: Option<&str>, heading: Option<&str>) -> Option<String> {
    let heading = heading.map(fold).unwrap_or_default();
    if !heading.is_empty() && fold(title) == heading {
        return None;
    }
    let site = site.map(fold).unwrap_or_default();
    let is_site = |part: &str| {
        let part = fold(part);
        !part.is_empty() && !site.is_empty() && (part == site || part.replace(' ', "") == site.replace(' ', ""))
    };
    let splits = SEPARATORS.iter().flat_map(|mark| title.match_indices(mark).map(|(at, mark)| (at, at + mark.len())));
    let pieces = |(at, end): (usize, usize)| Some((title.get(..at)?.trim(), title.get(end..)?.trim()));
    let rest_is_heading = |part: &str| !heading.is_empty() && fold(part) == heading;
    let found = splits.filter_map(pieces).find_map(|(left, right)| {
        if left.is_empty() || right.is_empty() {
            None
        } else if is_site(right) || rest_is_heading(left) {
            Some(left)
        } else if is_site(left) || rest_is_heading(right) {
            Some(right)
        } else {
            None
        }
    });
    found.map(str::to_owned)
}
