//! What to hide in a live page so that the story is left as its site shows it: for cleaning in place.
//!
//! The reader builds a page of its own and is strict. Here the site's page stays, so two measures hold: what stands
//! beside the story goes whole, and of what stands within it only what is known for clutter. Nothing that the article
//! holds is ever hidden, nor what names the story (who, when, a picture's caption), nor what is there to be used.

use serde::Serialize;

use crate::article::Article;
use crate::data::Hints;
use crate::dom::{Document, NodeId, PerNode, Tag};
use crate::facts::Facts;
use crate::find::Extent;
use crate::keep::{BY_HAND, Kept, NOT_CHOSEN};

/// Elements by their place among the elements of the snapshot, as whoever took it knows them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// The parts of the page that hold the article.
    pub roots: Vec<u32>,
    /// The headline, where it stands in none of them.
    pub headline: Option<u32>,
    /// Elements to hide; none lies within another, none holds anything of the article.
    pub hide: Vec<u32>,
    /// What readers say, to be shown when it is asked for.
    pub comments: Vec<u32>,
}

/// Names of what is no part of a story wherever it stands in it.
const CLUTTER: Hints = Hints::SHARE
    .and(Hints::RELATED)
    .and(Hints::AD)
    .and(Hints::PROMO)
    .and(Hints::NEWSLETTER)
    .and(Hints::COOKIE)
    .and(Hints::MODAL)
    .and(Hints::LOGIN)
    .and(Hints::TAGS)
    .and(Hints::RATING)
    .and(Hints::SEARCH)
    .and(Hints::CART)
    .and(Hints::NAV)
    .and(Hints::BREADCRUMB)
    .and(Hints::SIDEBAR)
    .and(Hints::TEASER)
    .and(Hints::COMMENT);

/// Names of what tells of the story, and is no text of it.
const TELLING: Hints = Hints::BYLINE
    .and(Hints::DATE)
    .and(Hints::META)
    .and(Hints::CAPTION)
    .and(Hints::CREDIT)
    .and(Hints::DEK)
    .and(Hints::TITLE)
    .and(Hints::AUTHOR_CARD)
    .and(Hints::NOTES)
    .and(Hints::PAGER);

/// Rules of `keep` that find what leads away from a story or asks something of its reader. The others take what an
/// article as data has no room for: a byline that has become a field, a control, a mark for screen readers.
const RULES: &[&str] = &[
    "another story",
    "asks for an address",
    "asks to join",
    "cards of other stories",
    "clutter by name",
    "comments",
    "customers' voices",
    "dialog",
    "footer",
    "heads links to elsewhere",
    "line that leads elsewhere",
    "list of links",
    "long text in a dialog",
    "navigation",
    "notice by name",
    "page's own frame",
    "readers' voices",
    "says what it is",
    "small print of an offer",
    "tools of a post",
];

/// What asks to be paid: it stays where the page says that it is not free.
const ASKS_TO_PAY: Hints = Hints::LOGIN.and(Hints::PROMO);

/// Links make so much of a text that is not chosen and leads elsewhere.
const LEADS: f32 = 0.5;

/// The plan for a page.
#[must_use]
pub fn of(doc: &Document, facts: &Facts, extent: &Extent, kept: &Kept, article: &Article) -> Plan {
    let page = Page::new(doc, facts, extent, kept, article);
    let comments: Vec<NodeId> = page.comments().into_iter().collect();
    let mut hide = Vec::new();
    let mut at = doc.body();
    let end = doc.end(at);
    while at < end {
        let goes = page.is_element(at) && !page.holds(at, &comments) && page.goes(at);
        let whole = goes || page.is_whole(at) || comments.contains(&at);
        if goes && !comments.contains(&at) {
            hide.push(at);
        }
        at = if whole { doc.end(at) } else { NodeId(at.0 + 1) };
    }
    let origins = |nodes: &[NodeId]| nodes.iter().map(|node| doc.origin(*node)).collect();
    let apart = |node: &NodeId| !extent.roots.iter().any(|root| doc.contains(*root, *node));
    let headline = extent.headline.filter(apart).map(|node| doc.origin(node));
    Plan { roots: origins(&own_roots(extent, kept)), headline, hide: origins(&hide), comments: origins(&comments) }
}

/// The parts of the story, without what a person has added to it from elsewhere on the page.
fn own_roots(extent: &Extent, kept: &Kept) -> Vec<NodeId> {
    let own: Vec<NodeId> = extent.roots.iter().filter(|root| !kept.by_hand.contains(root)).copied().collect();
    if own.is_empty() { extent.roots.clone() } else { own }
}

/// What is asked of each element.
struct Page<'a> {
    doc: &'a Document,
    facts: &'a Facts,
    extent: &'a Extent,
    by_hand: &'a [NodeId],
    /// The name of the rule that takes a node.
    rules: PerNode<Option<&'static str>>,
    /// How many kept texts and pictures stand before each node.
    kept_before: Vec<u32>,
    /// Where the story begins and ends.
    story: (NodeId, NodeId),
    /// Whether the page says that it is for those who pay.
    is_closed: bool,
}

impl<'a> Page<'a> {
    fn new(doc: &'a Document, facts: &'a Facts, extent: &'a Extent, kept: &'a Kept, article: &Article) -> Self {
        let mut rules = PerNode::new(doc.len());
        for dropped in &kept.dropped {
            rules.set(dropped.node, Some(dropped.rule));
        }
        let mut count = 0;
        let mut kept_before = vec![0];
        for node in doc.nodes() {
            let tag = doc.tag(node);
            let is_held = match tag {
                Tag::Text => !doc.text(node).trim().is_empty(),
                _ => tag.is_media(),
            };
            count += u32::from(is_held && kept.nodes.of(node));
            kept_before.push(count);
        }
        let roots = own_roots(extent, kept);
        let start = roots.iter().chain(extent.headline.iter()).min().copied().unwrap_or_default();
        let end = roots.iter().map(|root| doc.end(*root)).max().unwrap_or_default();
        let is_closed = article.is_accessible_for_free == Some(false);
        Self { doc, facts, extent, by_hand: &kept.by_hand, rules, kept_before, story: (start, end), is_closed }
    }

    /// Whether a node can be hidden, and is shown at all.
    fn is_element(&self, node: NodeId) -> bool {
        let tag = self.doc.tag(node);
        let never = tag.is_head() || matches!(tag, Tag::Text | Tag::Body | Tag::Script | Tag::Style | Tag::Template);
        !never && tag != Tag::Br
    }

    /// Whether a node holds something of the article, the headline, or one of some others.
    fn holds(&self, node: NodeId, others: &[NodeId]) -> bool {
        let count = |at: NodeId| self.kept_before.get(at.index()).copied().unwrap_or(0);
        let parts = self.extent.roots.iter().chain(self.extent.headline.iter()).chain(self.by_hand).chain(others);
        count(self.doc.end(node)) > count(node) || parts.into_iter().any(|part| self.doc.contains(node, *part))
    }

    /// Whether nothing within a node is looked at: the headline, and what a person has chosen to stay.
    fn is_whole(&self, node: NodeId) -> bool {
        self.extent.headline == Some(node) || self.by_hand.contains(&node)
    }

    /// Whether a node that holds nothing of the article goes.
    fn goes(&self, node: NodeId) -> bool {
        if self.is_closed && self.facts.hints(node).has(ASKS_TO_PAY) || self.rules.of(node) == Some("hidden") {
            return false;
        }
        !self.is_within(node) || self.is_clutter(node)
    }

    /// Whether a node stands in the story's part of the page: between its beginning and its end, or beside the headline.
    fn is_within(&self, node: NodeId) -> bool {
        let beside = |headline| self.doc.parent(headline) == self.doc.parent(node) && node < headline;
        self.story.0 <= node && node < self.story.1 || self.extent.headline.is_some_and(beside)
    }

    fn is_clutter(&self, node: NodeId) -> bool {
        let hints = self.facts.hints(node);
        let rule = self.rules.of(node);
        if rule == Some(BY_HAND) || matches!(self.doc.tag(node), Tag::AmpAd | Tag::AmpSidebar | Tag::AmpConsent) {
            return true;
        }
        if self.is_closed && rule == Some("asks to join") {
            return false;
        }
        if hints.has(CLUTTER) && !hints.has(TELLING) {
            return true;
        }
        let leads = match rule {
            Some(NOT_CHOSEN) => self.leads_away(node),
            Some(rule) => RULES.contains(&rule),
            None => false,
        };
        leads && !hints.has(TELLING) && !self.is_for_use(node)
    }

    /// Whether a text that was not chosen is there for its links.
    fn leads_away(&self, node: NodeId) -> bool {
        let sum = self.facts.sum_of(self.doc, node);
        let tells = |at: NodeId| self.facts.hints(at).has(TELLING) || self.doc.tag(at) == Tag::Time;
        let told_above = self.doc.ancestors(node).take(3).any(tells);
        let begun = self.kept_before.get(node.index()).is_some_and(|count| *count > 0);
        // Words on buttons count as those of links do.
        let leads = self.doc.subtree(node).any(|at| self.doc.tag(at) == Tag::A) && sum.link_density() > LEADS;
        begun && leads && !told_above && !self.doc.subtree(node).any(tells)
    }

    /// Whether something in a node is there to be used: a film, a map, a chart, an answer to unfold.
    fn is_for_use(&self, node: NodeId) -> bool {
        let for_use = |at: NodeId| {
            let tag = self.doc.tag(at);
            tag.is_media() && !tag.is_image() || matches!(tag, Tag::Canvas | Tag::Details)
        };
        self.doc.subtree(node).any(for_use)
    }

    /// The readers' comments: the first part of that name after the story has begun that stands in no frame of the site.
    fn comments(&self) -> Option<NodeId> {
        const FRAME: Hints = Hints::SIDEBAR.and(Hints::NAV).and(Hints::FOOTER).and(Hints::RELATED);
        let named = |node: &NodeId| {
            let hints = self.facts.hints(*node);
            hints.has(Hints::COMMENT)
                && self.facts.is_block(*node)
                && !self.facts.hints_around(*node).has(FRAME)
                && !self.holds(*node, &[])
                && (self.facts.sum_of(self.doc, *node).blocks > 1 || self.is_for_use(*node))
        };
        let begin = self.extent.roots.first().copied().unwrap_or_default();
        (begin.0..self.doc.end(self.doc.body()).0).map(NodeId).find(named)
    }
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use crate::dom::{Attr, html};
    use crate::options::Options;

    const STORY: &str = "<p>The mill by the ford stood still for eleven years, and nobody in the village thought that it would turn again.</p>\
        <p>Then a miller came from the coast, looked at the wheel for a whole day, and said that it wanted three new paddles and some patience.</p>\
        <p>It has ground flour on Saturdays since, and people walk up from the lower town to buy it while it is warm.</p>";

    /// The ids of what is hidden, and of the comments.
    fn plan(html: &str) -> (Vec<String>, Vec<String>) {
        let doc = html::parse(html, "https://ford.example/2025/01/05/mill");
        let plan = crate::extract(&doc, &Options::default()).plan;
        let id = |number: &u32| {
            let node = doc.nodes().find(|node| doc.origin(*node) == *number && doc.tag(*node) != crate::dom::Tag::Text);
            node.and_then(|node| doc.attr(node, Attr::Id)).unwrap_or("?").to_owned()
        };
        (plan.hide.iter().map(id).collect(), plan.comments.iter().map(id).collect())
    }

    fn page(before: &str, within: &str, after: &str) -> String {
        format!(
            "<!doctype html><html lang=en><head><title>The mill turns again</title></head><body>\
             <header id=site class=site-header><a href=/>The Ford</a></header><main id=main>{before}\
             <article id=story><h1 id=head>The mill turns again</h1><p id=by class=byline>By Ann Lee</p>{STORY}{within}{STORY}</article>\
             {after}</main><footer id=foot>Printed at the ford</footer></body></html>"
        )
    }

    #[test]
    fn what_stands_beside_the_story_goes() {
        let (hidden, comments) =
            plan(&page("", "", "<aside id=more class=related><a href=/a>Trout are back</a></aside>"));
        assert_eq!(hidden, ["site", "more", "foot"]);
        assert!(comments.is_empty());
    }

    #[test]
    fn of_what_stands_within_it_only_clutter_goes() {
        let within = "<div id=ad class=ad-slot></div><div id=share class=share-bar><a href=/s>Share</a></div>\
            <iframe id=map src=https://maps.example/ford></iframe><details id=terms><summary>Words</summary><p>A leat is a channel.</p></details>\
            <div id=quiz><p>How many paddles did it want?</p><button id=three>Three</button> <button id=four>Four</button></div>\
            <figure id=fig><img src=wheel.jpg width=600 height=400><figcaption>The wheel</figcaption></figure>";
        let (hidden, _) = plan(&page("", within, ""));
        assert_eq!(hidden, ["site", "ad", "share", "foot"]);
    }

    #[test]
    fn comments_are_told_apart_and_their_neighbours_go() {
        let after = "<div id=below><div id=rel class=related><a href=/a>Trout</a></div><section id=said class=comments>\
            <h2>Comments</h2><p>Jo: At last.</p><p>Mo: I bought a bag.</p></section></div>";
        let (hidden, comments) = plan(&page("", "", after));
        assert_eq!(hidden, ["site", "rel", "foot"]);
        assert_eq!(comments, ["said"]);
    }

    #[test]
    fn what_a_person_keeps_stays_and_makes_no_story() {
        let doc = html::parse(
            &page("", "", "<aside id=more class=related><a href=/a>Trout</a></aside>"),
            "https://ford.example/a",
        );
        let number =
            |id: &str| doc.nodes().find(|node| doc.attr(*node, Attr::Id) == Some(id)).map(|node| doc.origin(node));
        let options = Options { keep: number("foot").into_iter().collect(), ..Options::default() };
        let plan = crate::extract(&doc, &options).plan;
        let hidden: Vec<u32> = ["site", "more"].iter().filter_map(|id| number(id)).collect();
        assert_eq!(plan.hide, hidden);
        assert_eq!(plan.roots, crate::extract(&doc, &Options::default()).plan.roots);
    }

    #[test]
    fn what_asks_to_be_paid_stays_where_the_page_is_not_free() {
        let wall = "<div id=wall class=paywall><p>Read on with a subscription.</p></div>";
        let closed = "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"The mill turns again\",\"isAccessibleForFree\":false}</script>";
        assert_eq!(plan(&page("", "", wall)).0, ["site", "wall", "foot"]);
        assert_eq!(plan(&page(closed, "", wall)).0, ["site", "foot"]);
    }
}
