//! When the story was published and last changed.
//!
//! Pages say it twice: to machines, and beside the headline to readers. Where the two differ, what readers see is what
//! the editors have looked at: it counts where it is plainly the story's date.

mod visible;

use super::Sources;
use super::date::{self, Stamp};
use crate::claims::{Claim, Field, Source};
use crate::data::Hints;
use crate::data::dates::CENTRAL_EUROPE;
use crate::dom::{Document, Place};
use visible::{Sight, Visible};

/// The order in which sources are believed.
const ORDER: &[Source] = &[Source::JsonLd, Source::OpenGraph, Source::Microdata, Source::JsonLdPage, Source::Meta];

/// The language by which a page's dates are read. In English the order of day and month is left open: where the page
/// writes one day that can be read in one way alone, that is its way.
pub fn language(doc: &Document, lang: &str) -> String {
    let open = lang.is_empty() || lang.get(..2).is_some_and(|two| two.eq_ignore_ascii_case("en"));
    let first = if open { date::day_comes_first(doc.text(doc.body())) } else { None };
    match first {
        Some(true) => "en-GB".to_owned(),
        Some(false) => "en-US".to_owned(),
        None => lang.to_owned(),
    }
}

/// The times of publication and of the last change.
pub fn of(sources: &Sources) -> (Option<Stamp>, Option<Stamp>) {
    let seen = visible::dates(sources);
    let changed = claimed(sources, Field::Modified);
    let published = published(sources, claimed(sources, Field::Published), &seen).map(|stamp| local(sources, stamp));
    let modified = finer(changed, seen.modified);
    // A page that tells its readers only of its last change is dated by that; but not one that is changed all the time,
    // as that whose records give the moment of the last change, and keep silent on when it was new.
    let kept_new = changed.is_some_and(|stamp| stamp.precision() > 2);
    let last = seen.modified.and(modified).filter(|_| !kept_new);
    let published = published.or_else(|| of_address(sources)).or(last);
    // A page does not change before it is there.
    let modified = modified.filter(|stamp| published.is_none_or(|first| first.date <= stamp.date));
    (published, modified)
}

/// What is claimed, unless readers are shown another day.
fn published(sources: &Sources, claimed: Option<Stamp>, seen: &Visible) -> Option<Stamp> {
    let address = of_address(sources);
    let Some(claimed) = claimed else {
        let stamp = seen.published?.stamp;
        return Some(address.filter(|day| stamp.turned() == Some(day.date)).unwrap_or(stamp));
    };
    let off_by_one = |day: Stamp| claimed.offset == Some(0) && claimed.days_to(day).abs() == 1;
    let in_address = address.is_some_and(|day| day.date == claimed.date);
    match seen.published {
        Some(Sight { stamp, .. }) if stamp.date == claimed.date => finer(Some(claimed), Some(stamp)),
        Some(Sight { stamp, near: true, .. }) if !in_address && off_by_one(stamp) => Some(claimed.at_place(stamp)),
        Some(Sight { stamp, plain: true, .. }) if !in_address => Some(stamp),
        // The records have the month in the place of the day, or are those of a later edition.
        Some(Sight { stamp, .. }) if claimed.turned() == Some(stamp.date) => Some(stamp),
        Some(sight) if !in_address && is_older(sources, sight, claimed) => Some(sight.stamp),
        _ => address.filter(|day| off_by_one(*day)).or(Some(claimed)),
    }
}

/// Whether a day that readers see is one before all that the records know of: they begin with a later edition.
fn is_older(sources: &Sources, sight: Sight, claimed: Stamp) -> bool {
    let changed = self::claimed(sources, Field::Modified);
    sight.stamp.date < claimed.date && changed.map_or(sight.near, |stamp| stamp.date == claimed.date)
}

/// Midnight of Central Europe where that is given in universal time: a day without a time, as editors see it.
fn local(sources: &Sources, stamp: Stamp) -> Stamp {
    let lang = sources.lang.split('-').next().unwrap_or("");
    if CENTRAL_EUROPE.holds(lang) { stamp.from_midnight() } else { stamp }
}

/// The day in the page's address.
fn of_address(sources: &Sources) -> Option<Stamp> {
    let path = Place::of(sources.doc.url()).path.strip_prefix('/')?;
    let known = |stamp: &Stamp| (1995..2040).contains(&stamp.date.year());
    date::read(path, &sources.dates).filter(known)
}

/// The first claim that can be read, made more precise by a later one of the same day.
fn claimed(sources: &Sources, field: Field) -> Option<Stamp> {
    let claims = ORDER.iter().flat_map(|source| sources.claims.from(field, *source));
    let stamps = claims.filter(|claim| is_of_story(sources, claim));
    stamps.filter_map(|claim| date::read(&claim.text, &sources.dates)).fold(None, |best, next| finer(best, Some(next)))
}

/// Whether a claim in the page's text is about the story rather than about another one.
fn is_of_story(sources: &Sources, claim: &Claim) -> bool {
    const OTHER: Hints = Hints::RELATED.and(Hints::COMMENT).and(Hints::TEASER).and(Hints::CARD).and(Hints::REVIEW);
    claim.node.is_none_or(|node| !sources.facts.hints_around(node).has(OTHER) && !sources.is_quoted(node))
}

/// The first of two stamps, or the other where that knows more of the same day.
fn finer(known: Option<Stamp>, other: Option<Stamp>) -> Option<Stamp> {
    let (Some(first), Some(second)) = (known, other) else { return known.or(other) };
    let more = second.date == first.date && second.precision() > first.precision();
    Some(if more { second } else { first })
}
