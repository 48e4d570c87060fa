//! Who wrote it: people, one by one; a desk or an agency where no person is named.

pub(super) mod names;
mod visible;

use super::Sources;
use super::site::Site;
use crate::claims::{Claim, Field, Source, Who};
use crate::data::Hints;
use crate::data::Words;
use crate::data::bylines::{CREDENTIALS, NOBODY, TRADES};
use crate::data::captions::AGENCIES;
use crate::dom::text::{fold, is_cjk};
use names::{is_full_name, names};

/// The order in which sources are believed.
const ORDER: &[Source] = &[Source::JsonLd, Source::Microdata, Source::Meta, Source::OpenGraph, Source::JsonLdPage];
/// Names that say nothing at all, folded.
static GENERIC: Words = Words::new(
    "admin|administrator|author|user|webmaster|unknown|anonymous|guest|editor|contributor|root|default|none|null|undefined|test",
);
/// The longest name of a desk, in characters.
const LONGEST_DESK: usize = 60;

/// Who wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Byline {
    /// The names in a line.
    pub line: Option<String>,
    /// People.
    pub people: Vec<String>,
}

/// A byline: what is claimed, else what stands beside the headline.
pub fn of(sources: &Sources, site: &Site) -> Byline {
    let mut desk = None;
    let mut people_of = |line: Vec<(String, Who)>| {
        let mut people: Vec<String> = Vec::new();
        for (name, who) in line {
            if is_desk(&name, who, site) {
                let fit = name.chars().count() <= LONGEST_DESK && !GENERIC.holds(&fold(&name));
                desk = desk.take().or_else(|| Some(name).filter(|_| fit));
            } else if !holds_name(&people, &name) {
                people.push(name);
            }
        }
        people
    };
    let unknown = |names: Vec<String>| names.into_iter().map(|name| (name, Who::Unknown)).collect();
    let claimed = ORDER.iter().map(|source| people_of(claimed(sources, *source))).find(|people| !people.is_empty());
    let seen = people_of(unknown(visible::names_beside(sources)));
    let people = match claimed {
        Some(claimed) if names_more(&seen, &claimed) || names_fully(&seen, &claimed) => seen,
        Some(claimed) => claimed,
        None if seen.is_empty() => people_of(unknown(visible::names_elsewhere(sources))),
        None => seen,
    };
    if people.is_empty() { Byline { line: desk, people } } else { Byline { line: Some(people.join(", ")), people } }
}

/// Whether more people are seen than claimed: records often name the first of several.
fn names_more(seen: &[String], claimed: &[String]) -> bool {
    let known = |name: &String| holds_name(claimed, name);
    claimed.iter().all(|name| holds_name(seen, name)) && seen.iter().all(|name| known(name) || is_full_name(name))
}

/// Whether readers are told full names where the records have the name of an account alone.
fn names_fully(seen: &[String], claimed: &[String]) -> bool {
    let account = claimed.iter().all(|name| !name.contains(' ') && !name.contains(is_cjk));
    let alike = |name: &String| {
        let folded = fold(name);
        claimed.iter().any(|claimed| fold(claimed).split(' ').any(|part| folded.split(' ').any(|word| word == part)))
    };
    let lower = |name: &String| !name.contains(char::is_uppercase) && name.contains(['_', '.']);
    let known = claimed.iter().all(lower) || seen.iter().any(alike);
    account && known && !seen.is_empty() && seen.iter().all(|name| is_full_name(name))
}

fn holds_name(names: &[String], name: &str) -> bool {
    names.iter().any(|known| fold(known) == fold(name))
}

/// Whether a name is that of no person.
fn is_desk(name: &str, who: Who, site: &Site) -> bool {
    let folded = fold(name);
    who == Who::Organization
        || is_domain(name)
        || who != Who::Person
            && (site.is_exactly(name) || site.name.as_deref().is_some_and(|site| fold(site) == folded))
        || AGENCIES.holds(&folded)
        || folded.split(' ').any(|word| NOBODY.holds(word))
}

/// Whether a name is that of a site.
fn is_domain(name: &str) -> bool {
    !name.contains(' ') && name.rsplit_once('.').is_some_and(|(_, last)| (2..=4).contains(&last.len()))
}

/// The names that one source claims.
fn claimed(sources: &Sources, source: Source) -> Vec<(String, Who)> {
    let claims: Vec<&Claim> = sources
        .claims
        .from(Field::Author, source)
        .filter(|claim| !is_address(&claim.text) && is_of_story(sources, claim))
        .collect();
    let told = |claim: &&Claim| match described(&claim.text).filter(|_| claim.who == Who::Organization) {
        Some(name) => vec![(name.to_owned(), Who::Person)],
        None => of_claim(claim).into_iter().map(|name| (name, claim.who)).collect(),
    };
    claims.iter().flat_map(told).collect()
}

/// The name before what its bearer does: "Ann Lee, Founder" is a person, whatever the records call her.
fn described(text: &str) -> Option<&str> {
    let (name, trade) = text.split_once(", ")?;
    let does = fold(trade).split(' ').any(|word| TRADES.holds(word));
    Some(name).filter(|name| does && is_full_name(name))
}

/// The names in a claim. A person's name and an organisation's are one, but for what is written around it. What begins
/// as a desk or a site does is that alone; who is said to be a person is one, whatever the name begins with.
fn of_claim(claim: &Claim) -> Vec<String> {
    let first = claim.text.split(' ').next().unwrap_or("");
    if claim.who == Who::Organization {
        return vec![claim.text.clone()];
    }
    if let Some((site, _)) = claim.text.split_once(", ").filter(|(first, _)| is_domain(first)) {
        return vec![site.to_owned()];
    }
    let found = surname_first(&claim.text).map_or_else(|| names(&claim.text), |name| vec![name]);
    let whole = found.is_empty() && (claim.who == Who::Person || NOBODY.holds(&fold(first)));
    if whole && claim.text.chars().count() <= LONGEST_DESK { vec![claim.text.clone()] } else { found }
}

/// "Okafor, Lindiwe", as libraries write it, the usual way round.
fn surname_first(text: &str) -> Option<String> {
    let (surname, first) = text.split_once(", ")?;
    let one = |word: &str| !word.contains([' ', ',', '/']) && word.chars().next().is_some_and(char::is_uppercase);
    let given = first.split(' ').count() <= 2 && first.split(' ').all(one);
    let known = |word: &str| CREDENTIALS.holds(&fold(word)) || AGENCIES.holds(&fold(word));
    (one(surname) && given && !known(surname) && !known(first)).then(|| format!("{first} {surname}"))
}

/// Whether a claim in the page's text is about the story rather than about another one, or about a reader.
fn is_of_story(sources: &Sources, claim: &Claim) -> bool {
    const OTHER: Hints = Hints::RELATED.and(Hints::COMMENT).and(Hints::SIDEBAR).and(Hints::REVIEW);
    claim.node.is_none_or(|node| !sources.facts.hints_around(node).has(OTHER) && !sources.is_quoted(node))
}

fn is_address(text: &str) -> bool {
    text.contains("://")
        || text.contains('@') && !text.contains(' ')
        || text.starts_with("www.")
        || text.starts_with('/')
}
