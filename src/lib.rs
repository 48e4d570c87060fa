//! Lede finds a page's article and its metadata.
//!
//! ```text
//! live page ──snapshot──▶ Snapshot ──decode──▶ Document ──▶ Facts, Claims
//!                                              (immutable)
//! HTML file ──html5ever─────────────────────▶ Document     (the same code after it)
//! Facts + Claims ──blocks──▶ Judged ──find──▶ Extent ──metadata──▶ Metadata ──keep──▶ Kept ──article──▶ Article
//!                                                                             └──plan──▶ Plan    Article ──render──▶ HTML · Markdown · text
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
mod verdict;
pub mod article;
pub mod render;
pub mod plan;
pub mod explain;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

use article::Article;
use dom::{Base, Document, NodeId};
use keep::Kept;
pub use options::Options;
use plan::Plan;

/// What was found on a page.
#[derive(Debug, Default)]
pub struct Extraction {
    /// The article.
    pub article: Article,
    /// What to hide where the page is cleaned in place.
    pub plan: Plan,
    /// The parts of the page that hold the article, in order.
    pub roots: Vec<NodeId>,
    /// What stays of them, and why the rest goes.
    pub kept: Kept,
}

/// Finds the article in a document and says what to keep of it.
#[must_use]
pub fn extract(doc: &Document, options: &Options) -> Extraction {
    let base = Base::of(doc); //                                          what addresses are relative to
    let facts = facts::measure(doc); //                                   numbers and hints for every node
    let claims = claims::read(doc); //                                    everything the page says of itself
    let judged = blocks::judge(doc, &facts, &claims); //                  what kind of page; each run of text and its odds
    let extent = find::extent(doc, &facts, &judged, &claims, options); // where the article is
    let metadata = metadata::resolve(doc, &facts, &claims, &extent, &base, options); // one value for each field
    let kept = keep::choose(doc, &facts, &judged, &extent, &metadata, options); // what stays; why the rest goes
    let body = article::body(doc, &facts, &kept.nodes, &extent.roots, &base); //  a typed, safe tree; no HTML any more
    let plan = plan::of(doc, &extent, &kept); //                          what to hide in the live page
    let odds = verdict::of(&facts, &judged, &extent, &kept); //           how sure we are of all that
    let text = render::text(&body); //                                    what is counted
    Extraction {
        article: Article::new(metadata, body, &text, judged.kind.page_type, odds),
        plan,
        roots: extent.roots,
        kept,
    }
}
