//! Readers' comments, apart from the story: which elements are one comment each, who wrote it and when, what it says.
//! What the article tells already (a thread's posts) is told there alone.

mod items;
mod text;

use serde::Serialize;

use crate::article::{Base, Block, Inline};
use crate::blocks::PageType;
use crate::claims::Said;
use crate::dom::{Document, NodeId, PerNode};
use crate::facts::Facts;
use crate::find::Extent;
use crate::metadata::post::Posts;
use items::Item;

/// So many comments are told at the most.
const MOST: usize = 1000;

/// A reader's comment.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Comment {
    /// Who wrote it, by whatever name.
    pub author: Option<String>,
    /// RFC 3339; a date alone where only the date is known.
    pub published: Option<String>,
    /// How deep it stands in the thread, from 0.
    pub depth: u32,
    /// What it says.
    pub content: Vec<Block>,
}

/// The comments of a page: where they are, not yet what they say.
#[derive(Debug, Default)]
pub struct Found {
    items: Vec<Item>,
    /// Those that only a record holds.
    said: Vec<Said>,
}

impl Found {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.said.is_empty()
    }
}

/// What a page's comments are looked for in.
pub struct Around<'a> {
    /// The page.
    pub doc: &'a Document,
    /// What was measured of it.
    pub facts: &'a Facts,
    /// Where the article is.
    pub extent: &'a Extent,
    /// What the article tells.
    pub kept: &'a PerNode<bool>,
    /// What kind of page it is.
    pub page_type: PageType,
    /// How names and dates are read.
    pub posts: &'a Posts<'a>,
}

/// Finds the comments of a page; on a forum's page there are none, since the thread is the article.
#[must_use]
pub fn find(around: &Around) -> Found {
    if around.page_type == PageType::Forum {
        return Found::default();
    }
    let mut items = items::of(around);
    items.truncate(MOST);
    let said = if items.is_empty() { crate::claims::comments(around.doc) } else { Vec::new() };
    Found { items, said }
}

/// What the comments say, in the page's order.
#[must_use]
pub fn read(around: &Around, found: &Found, base: &Base) -> Vec<Comment> {
    let mut kept = PerNode::new(around.doc.len());
    let of_item = |item: &Item| Comment {
        author: item.writer.as_ref().map(|(_, name)| name.clone()),
        published: item.written.and_then(|written| written.stamp).map(|stamp| stamp.to_string()),
        depth: item.depth,
        content: text::of(around, item, &mut kept, base),
    };
    let of_record = |said: &Said| Comment {
        author: said.author.clone(),
        published: said.date.as_deref().and_then(|date| around.posts.date(date)).map(|stamp| stamp.to_string()),
        depth: said.depth,
        content: said.paragraphs.iter().map(|text| Block::Paragraph(vec![Inline::Text(text.clone())])).collect(),
    };
    let shown = found.items.iter().map(of_item);
    shown.chain(found.said.iter().map(of_record)).filter(|comment| !comment.content.is_empty()).collect()
}

/// The nodes of a part without those of some parts within it.
fn own_nodes(doc: &Document, root: NodeId, is_other: impl Fn(NodeId) -> bool) -> Vec<NodeId> {
    let mut own = Vec::new();
    let mut at = root;
    while at < doc.end(root) {
        if at != root && is_other(at) {
            at = doc.end(at);
        } else {
            own.push(at);
            at = NodeId::at(at.index() + 1);
        }
    }
    own
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::*;
    use crate::Options;

    const TEXT: &str = "<p>The mill on the brook has three stones, two of which turn, and a third that the miller keeps \
                        for the look of it, as he says to anyone who asks.</p>";

    /// Who said what, when and how deep.
    fn told(page_type: PageType, comments: &str) -> Vec<String> {
        let page = format!(
            "<html lang=en><title>The mill</title><main><article><h1>The mill</h1>{}</article>{comments}",
            TEXT.repeat(5)
        );
        let doc = crate::dom::html::parse(&page, "https://mill.example/a");
        let options = Options { now: "2026-03-05T12:00:00Z".parse().ok(), ..Options::default() };
        let ruled = crate::judge_by_rules(&doc, &options);
        let posts = Posts::new(&doc, &ruled.facts, "en", &options);
        let (facts, extent, kept) = (&ruled.facts, &ruled.extent, &ruled.kept.nodes);
        let around = Around { doc: &doc, facts, extent, kept, page_type, posts: &posts };
        let found = find(&around);
        let line = |comment: &Comment| {
            let text = crate::render::text(&comment.content);
            let (author, time) = (comment.author.as_deref(), comment.published.as_deref());
            format!("{} {} {} {}", comment.depth, author.unwrap_or("-"), time.unwrap_or("-"), text.trim())
        };
        read(&around, &found, &Base::of(&doc)).iter().map(line).collect()
    }

    #[test]
    fn comments_are_told_with_their_writers() {
        let list = "<section class=comments><h2>Comments (2)</h2><ul>\
                    <li><b class=user>eel</b> <i>2 hours ago</i><p>It is four.</p><p><a href=#>Reply</a></p>\
                    <ul><li><p>Ann Lee, 5 March 2026</p><p>Three, I counted.</p><span class=likes>3 likes</span></li></ul></li></ul>\
                    <form><textarea></textarea></form></section>";
        let want = ["0 eel 2026-03-05 It is four.", "1 Ann Lee 2026-03-05 Three, I counted."];
        assert_eq!(told(PageType::Article, list), want);
        assert!(told(PageType::Forum, list).is_empty());
    }

    #[test]
    fn what_says_nothing_is_no_comment() {
        for none in [
            "<div class=comments><p class=comment>Be the first to comment.</p></div>",
            "<div class=comment><span class=author>Ann</span> <time datetime=2026-03-05>5 March</time></div>",
            "<div class=comments><ul><li><a href=/b>Another mill</a></li></ul></div>",
            "<ul class=recent-comments><li class=comment><b class=fn>Ann</b> <time datetime=2026-03-05>5 March</time> on a mill</li></ul>",
        ] {
            assert!(told(PageType::Article, none).is_empty(), "{none}");
        }
    }
}
