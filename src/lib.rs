//! Lede finds the article of a web page, and who wrote it, when and where, and leaves the rest of the page away.
//!
//! ```
//! # #[cfg(feature = "html")] {
//! use lede::{Options, dom::html, render};
//!
//! let page = r#"<html lang="en"><head><title>A heron on the weir - The Weir</title></head><body>
//!     <nav><a href="/">Home</a> <a href="/birds">Birds</a></nav>
//!     <article><h1>A heron on the weir</h1><p class="byline">By Ann Marsh</p>
//!     <p>The heron came to the weir at dawn and stood there, grey and still, while the water ran.</p>
//!     <p>When the miller opened the sluice, the <a href="/fish">fish</a> were gone, and so was the heron.</p></article>
//!     </body></html>"#;
//! let document = html::parse(page, "https://weir.example/herons/");
//! let article = lede::extract(&document, &Options::default()).article;
//!
//! assert_eq!(article.title.as_deref(), Some("A heron on the weir"));
//! assert_eq!(article.byline.as_deref(), Some("Ann Marsh"));
//! let markdown = render::markdown(&article.body, &|_| None);
//! assert!(markdown.contains("the [fish](https://weir.example/fish) were gone"));
//! assert!(!markdown.contains("Birds"));
//! # }
//! ```
//!
//! - A page comes in by [`dom`]: from HTML ([`dom::html`](dom), feature `html`), or told by whoever has parsed it already
//!   ([`dom::DocumentBuilder`]). In WebAssembly a DOM is walked, or a browser's snapshot decoded.
//! - [`extract`] answers an [`Extraction`]; its [`article`](article::Article) has the text as typed blocks, and serializes
//!   to the shape that the project's `docs/article.md` tells. [`Options`] say what else is wanted.
//! - [`render`] makes HTML, Markdown and text of blocks; `save` (feature `saving`) makes files that stand alone, EPUB too.
//! - A page that has no article is no error: its [`article_probability`](article::Article::article_probability) is low, or
//!   its body is empty. Nothing panics on what a page holds. Deep pages are walked by recursion: give the thread a stack
//!   of 16 MiB.
//!
//! | feature | |
//! |---|---|
//! | `html` | documents from HTML, by html5ever, in any encoding that browsers know |
//! | `saving` | files: HTML, Markdown, EPUB, text, JSON; citations; checking |
//! | `cli` | the program `lede` |
//!
//! # How it works
//!
//! ```text
//! live page ──snapshot──▶ Snapshot ──decode──▶ Document ──▶ Facts, Claims
//!                                              (immutable)
//! HTML file ──html5ever─────────────────────▶ Document     (the same code after it)
//! a DOM ─────────dom/live───────────────────▶ Document
//! Facts + Claims ──blocks──▶ Judged ──find──▶ Extent ──metadata──▶ Metadata ──keep──▶ Kept     by the rules
//! Ruled (all of these) ──learn──▶ Choice ──article──▶ Article ──render──▶ HTML · Markdown · text ──save──▶ files
//!                                    ├─────plan─────▶ Plan
//!                                    └─pages, comments─▶ Pagination, Comments
//! ```
//!
//! [`extract`] is the whole pipeline. Each stage is a function of the values before it, and each module may use only
//! those above it in the list below.

pub mod options;
pub mod dom;
pub mod data;
pub mod facts;
pub mod claims;
pub mod blocks;
pub mod find;
pub mod metadata;
pub mod keep;
pub mod learn;
pub mod article;
pub mod render;
#[cfg(feature = "saving")]
pub mod save;
pub mod plan;
pub mod act;
pub mod pages;
pub mod comments;
pub mod explain;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

use article::{Article, Block};
use blocks::{Judged, PageType};
use claims::Claims;
use comments::Comment;
use dom::text::fold;
use dom::{Base, Document, NodeId};
use facts::Facts;
use find::Extent;
use keep::Kept;
use learn::{Choice, Reading};
pub use learn::{Model, ModelError};
use metadata::Metadata;
use metadata::post::Posts;
pub use options::Options;
use options::Scope;
use pages::Pagination;
use plan::Plan;

/// What was found on a page.
#[derive(Debug, Default)]
pub struct Extraction {
    /// The article.
    pub article: Article,
    /// What to hide where the page is cleaned in place.
    pub plan: Plan,
    /// Whether that may be done without being asked.
    pub may_act: bool,
    /// The parts of the page that hold the article, in order.
    pub roots: Vec<NodeId>,
    /// What stays of them, and why the rest goes.
    pub kept: Kept,
    /// How many candidates there are, 1 or 2. Where the first is hardly in doubt and the second was not asked for, none
    /// is looked for.
    pub candidates: u8,
    /// The other pages of an article that is split over several.
    pub pagination: Option<Pagination>,
    /// Whether readers have commented.
    pub has_comments: bool,
    /// The comments, where they were asked for.
    pub comments: Option<Vec<Comment>>,
    /// The words of the whole page.
    pub page_words: u32,
}

impl Extraction {
    /// The article's share of the page's words, 0 to 1, in three places.
    #[must_use]
    pub fn kept_share(&self) -> f64 {
        let share = f64::from(self.article.word_count) / f64::from(self.page_words.max(1));
        (share.min(1.0) * 1000.0).round() / 1000.0
    }
}

/// What the rules make of a page: every stage up to the choice of what stays.
#[derive(Debug)]
pub struct Ruled {
    /// Numbers and hints for every node.
    pub facts: Facts,
    /// Everything the page says of itself.
    pub claims: Claims,
    /// What kind of page it is, and the odds of each run of text.
    pub judged: Judged,
    /// Where the article is.
    pub extent: Extent,
    /// One value for each field.
    pub metadata: Metadata,
    /// What stays, and why the rest goes.
    pub kept: Kept,
    /// What relative addresses are relative to.
    pub base: Base,
}

/// Judges a page by the rules.
#[must_use]
pub fn judge_by_rules(doc: &Document, options: &Options) -> Ruled {
    let facts = facts::measure(doc);
    let claims = claims::read(doc);
    let judged = blocks::judge(doc, &facts, &claims);
    let extent = find::extent(doc, &facts, &judged, &claims, options);
    let base = Base::of(doc);
    let metadata = metadata::resolve(doc, &facts, &claims, &extent, &base, options);
    let kept = keep::choose(doc, &facts, &judged, &extent, &metadata, options);
    Ruled { facts, claims, judged, extent, metadata, kept, base }
}

/// Finds the article in a document and says what to keep of it.
#[must_use]
pub fn extract(doc: &Document, options: &Options) -> Extraction {
    extract_with(doc, options, Model::built_in())
}

/// The same with another model.
#[must_use]
pub fn extract_with(doc: &Document, options: &Options, model: &Model) -> Extraction {
    let ruled = judge_by_rules(doc, options);
    let choice = learn::choose(doc, &ruled, model, options);
    let metadata = retold(doc, &ruled, &choice.reading);
    let (body, text) = body(doc, &ruled, &choice, options);
    let Choice { extent, kept, reading, candidates, .. } = choice;
    let article = Article::new(metadata, body, &text, reading.page_type, reading.sure);
    let plan = plan::of(doc, &ruled.facts, &extent, &kept, &article);
    let comments = options.comments.then(Vec::new);
    let may_act = act::may(&article);
    let page_words = ruled.facts.sum_of(doc, doc.body()).words;
    let mut found = Extraction { article, plan, may_act, candidates, comments, page_words, ..Extraction::default() };
    if options.scope == Scope::Article {
        found.pagination = pages::of(doc, &ruled.facts, &extent, &found.article, &ruled.base);
        comment(doc, &ruled, &extent, &kept, options, &mut found);
    }
    Extraction { roots: extent.roots, kept, ..found }
}

/// Adds what readers have said.
fn comment(doc: &Document, ruled: &Ruled, extent: &Extent, kept: &Kept, options: &Options, found: &mut Extraction) {
    let facts = &ruled.facts;
    let lang = found.article.lang.clone().unwrap_or_default();
    let posts = Posts::new(doc, facts, &lang, options);
    let page_type = found.article.page_type;
    let around = comments::Around { doc, facts, extent, kept: &kept.nodes, page_type, posts: &posts };
    let told = comments::find(&around);
    found.has_comments = !told.is_empty();
    if options.comments {
        found.comments = Some(comments::read(&around, &told, &ruled.base));
    }
}

/// The article's body, with what only the record of the page holds and what was left out, where that is wanted; and the
/// same as text.
fn body(doc: &Document, ruled: &Ruled, choice: &Choice, options: &Options) -> (Vec<Block>, String) {
    let Choice { extent, kept, .. } = choice;
    let base = &ruled.base;
    let placed = article::placed(doc, &ruled.facts, &kept.nodes, &extent.roots, base);
    let body = if options.left_out {
        let parts = keep::left_out(doc, &ruled.facts, &ruled.judged, &ruled.metadata, extent, kept);
        article::with_left_out(placed, doc, &ruled.facts, base, &parts)
    } else {
        placed.into_iter().map(|row| row.0).collect()
    };
    let text = render::text(&body);
    let gone = match &choice.unaided {
        Some((roots, nodes)) => {
            // A text that is short since a person has shortened it is whole.
            let unaided = article::body(doc, &ruled.facts, nodes, roots, base);
            if article::completed(&unaided, &render::text(&unaided), &ruled.claims, "").is_none() {
                return (body, text);
            }
            let gone = kept.dropped.iter().filter(|dropped| dropped.rule == keep::BY_HAND);
            gone.map(|dropped| fold(doc.text(dropped.node))).collect::<Vec<_>>().join("\n")
        }
        None => String::new(),
    };
    match article::completed(&body, &text, &ruled.claims, &gone) {
        Some(body) => {
            let text = render::text(&body);
            (body, text)
        }
        None => (body, text),
    }
}

/// The metadata; of a page that the model takes for a list of stories, without what is told of one of them.
fn retold(doc: &Document, ruled: &Ruled, reading: &Reading) -> Metadata {
    let lists = matches!(reading.page_type, PageType::Listing | PageType::Collection);
    if lists && reading.sure.article < UNLIKELY {
        metadata::of_list(ruled.metadata.clone(), doc, &ruled.claims, &ruled.extent)
    } else {
        ruled.metadata.clone()
    }
}

/// Odds below which a page is surely no article.
const UNLIKELY: f32 = 0.3;
