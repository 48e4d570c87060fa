//! The part of the site that the story stands in, and its keywords.

use super::Sources;
use crate::claims::{Field, Source};
use crate::data::Hints;
use crate::dom::text::{collapse, fold};
use crate::dom::{Attr, NodeId, Place, Tag};

/// So many blocks around the text may tell the category.
const FILED: usize = 6;

/// The section: claimed, or the last step of the way to the page, or a link beside the headline that the site's
/// navigation has too.
pub fn of(sources: &Sources, title: Option<&str>, site: Option<&str>) -> Option<String> {
    // One looks only where those before have found nothing.
    let looks = [claimed, way, beside_headline, kicker, filed_under, up_the_path];
    let said = looks.into_iter().flat_map(|look: fn(&Sources) -> Vec<String>| look(sources));
    let other = |text: &str| [title, site].into_iter().flatten().any(|name| fold(name) == fold(text));
    said.map(|text| collapse(&text))
        .find(|text| !text.is_empty() && text.chars().count() <= 60 && !other(text) && !text.contains("://"))
}

fn claimed(sources: &Sources) -> Vec<String> {
    let order = [Source::JsonLd, Source::OpenGraph, Source::Microdata, Source::JsonLdPage, Source::Meta];
    let claims = order.iter().flat_map(|source| sources.claims.from(Field::Section, *source));
    claims.map(|claim| claim.text.clone()).collect()
}

/// The links of the breadcrumb, the last first, without the first: that one leads to the front.
fn way(sources: &Sources) -> Vec<String> {
    let doc = sources.doc;
    let crumbs = doc
        .subtree(doc.body())
        .find(|node| sources.facts.hints(*node).has(Hints::BREADCRUMB) && links(sources, *node).count() > 0);
    let mut names: Vec<String> = crumbs
        .into_iter()
        .flat_map(|node| {
            links(sources, node).filter(|link| !leads_home(sources, *link)).map(|link| collapse(doc.text(link)))
        })
        .collect();
    names.reverse();
    names
}

fn links<'a>(sources: &'a Sources, node: NodeId) -> impl Iterator<Item = NodeId> + 'a {
    sources.doc.below(node).filter(|at| sources.doc.tag(*at) == Tag::A)
}

fn leads_home(sources: &Sources, link: NodeId) -> bool {
    let href = sources.doc.attr(link, Attr::Href).unwrap_or("");
    href == "/" || Place::of(href).is_front()
}

/// A short link near the headline that leads where a link of the site's navigation leads, or up the page's own path.
fn beside_headline(sources: &Sources) -> Vec<String> {
    let doc = sources.doc;
    let zone = &sources.zone;
    let near = zone.above.iter().chain(zone.head.iter().take(8)).filter_map(|at| sources.facts.text_blocks().get(*at));
    let candidates = near.flat_map(|block| {
        let inside = (block.first.0..block.end.0)
            .map(NodeId)
            .filter_map(|node| doc.ancestors(node).find(|up| doc.tag(*up) == Tag::A));
        inside.collect::<Vec<_>>()
    });
    let fits = |link: &NodeId| {
        let href = doc.attr(*link, Attr::Href).unwrap_or("");
        let short = collapse(doc.text(*link)).chars().count() <= 30;
        short && !leads_home(sources, *link) && !href.starts_with('#') && is_section(sources, *link, href)
    };
    candidates.filter(fits).map(|link| doc.text(link).to_owned()).collect()
}

/// A line named as a kicker beside the headline that says what a link of the site says.
fn kicker(sources: &Sources) -> Vec<String> {
    let doc = sources.doc;
    let near = sources.zone.above.iter().chain(sources.zone.head.iter().take(3));
    let blocks = near.filter_map(|at| sources.facts.text_blocks().get(*at));
    let named = blocks.filter(|block| sources.facts.hints_around(block.node).has(Hints::SECTION));
    let said = named.map(|block| collapse(doc.text_between(block.first, block.end))).find(|text| {
        let folded = fold(text);
        let says = |link: &NodeId| !leads_home(sources, *link) && fold(doc.text(*link)) == folded;
        !folded.is_empty() && links(sources, doc.body()).any(|link| says(&link))
    });
    said.into_iter().collect()
}

/// The first link of the article that says by its `rel` that it leads to the category.
fn filed_under(sources: &Sources) -> Vec<String> {
    const OTHER: Hints = Hints::RELATED.and(Hints::TEASER).and(Hints::CARD).and(Hints::SIDEBAR);
    let doc = sources.doc;
    let core = sources.facts.range(doc, sources.extent.core);
    let near = |at: usize| sources.facts.text_blocks().get(at);
    let (Some(first), Some(last)) =
        (near(core.start.saturating_sub(FILED)), near(core.end + FILED).or_else(|| sources.facts.text_blocks().last()))
    else {
        return Vec::new();
    };
    let is_category = |link: &NodeId| {
        let rel = doc.attr(*link, Attr::Rel).unwrap_or("");
        rel.split_ascii_whitespace().any(|token| token == "category")
            && (first.first..last.end).contains(link)
            && !sources.facts.hints_around(*link).has(OTHER)
    };
    links(sources, doc.body()).find(is_category).map(|link| doc.text(link).to_owned()).into_iter().collect()
}

/// A link of the site's navigation that leads up the page's own path, the nearest to the front.
fn up_the_path(sources: &Sources) -> Vec<String> {
    let doc = sources.doc;
    let links = doc.subtree(doc.body()).filter(|node| {
        doc.tag(*node) == Tag::A && !leads_home(sources, *node) && !doc.contains(sources.extent.core, *node)
    });
    let own = Place::of(doc.url()).site();
    // Most links are short work: to resolve an address takes longer than all else here.
    let may_lead = |href: &str| {
        let site = Place::of(href).site();
        site.is_empty() || site.eq_ignore_ascii_case(own)
    };
    let hrefs = links.filter_map(|node| Some((node, doc.attr(node, Attr::Href).filter(|href| may_lead(href))?)));
    let leads = hrefs.filter_map(|(node, href)| Some((node, sources.base.address(href)?)));
    let up = leads.filter(|row| {
        leads_up(sources, row.1.as_str()) && (1..=30).contains(&collapse(doc.text(row.0)).chars().count())
    });
    up.min_by_key(|row| row.1.as_str().len()).map(|row| collapse(doc.text(row.0))).into_iter().collect()
}

/// Whether an address is that of a folder that the page lies in, other than the front.
fn leads_up(sources: &Sources, address: &str) -> bool {
    let folder = address.trim_end_matches('/');
    !Place::of(folder).path.is_empty()
        && sources.doc.url().strip_prefix(folder).is_some_and(|rest| rest.len() > 1 && rest.starts_with('/'))
}

fn is_section(sources: &Sources, link: NodeId, href: &str) -> bool {
    let doc = sources.doc;
    let Some(address) = sources.base.address(href) else { return false };
    let up_the_path = leads_up(sources, address.as_str());
    let twin = |node: NodeId| {
        node != link
            && doc.tag(node) == Tag::A
            && doc.attr(node, Attr::Href) == Some(href)
            && fold(doc.text(node)) == fold(doc.text(link))
    };
    up_the_path || doc.subtree(doc.body()).any(twin)
}

/// The keywords, each once.
pub fn tags(sources: &Sources) -> Vec<String> {
    let order = [Source::OpenGraph, Source::JsonLd, Source::Microdata, Source::Meta];
    let best = order.iter().find(|source| sources.claims.first(Field::Tag, **source).is_some());
    let mut tags: Vec<String> = Vec::new();
    for claim in best.into_iter().flat_map(|source| sources.claims.from(Field::Tag, *source)) {
        let known = tags.iter().any(|tag| fold(tag) == fold(&claim.text));
        if !known && claim.text.chars().count() <= 60 {
            tags.push(claim.text.clone());
        }
    }
    tags.truncate(30);
    tags
}
