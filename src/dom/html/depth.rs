//! A guard between html5ever's tokenizer and its tree builder, which takes time quadratic in the depth of a page.

use std::cell::Cell;

use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};

/// Start tags nested deeper than this are dropped, with their end tags; their text stays. Twice what a document keeps.
const MOST: usize = 2 * crate::dom::builder::MAX_DEPTH;

/// Passes tokens on to `inner`, but for the tags that would nest too deep.
pub struct DepthLimit<S> {
    inner: S,
    depth: Cell<usize>,
    dropped: Cell<usize>,
}

impl<S> DepthLimit<S> {
    /// A guard before `inner`.
    pub fn new(inner: S) -> Self {
        Self { inner, depth: Cell::new(0), dropped: Cell::new(0) }
    }

    /// What the tokens went to.
    pub fn into_inner(self) -> S {
        self.inner
    }

    fn keeps(&self, tag: &Tag) -> bool {
        if closes_by_itself(&tag.name) {
            return true;
        }
        match tag.kind {
            TagKind::StartTag if self.depth.get() >= MOST => {
                self.dropped.set(self.dropped.get() + 1);
                return false;
            }
            TagKind::StartTag => self.depth.set(self.depth.get() + 1),
            TagKind::EndTag if self.dropped.get() > 0 => {
                self.dropped.set(self.dropped.get() - 1);
                return false;
            }
            TagKind::EndTag => self.depth.set(self.depth.get().saturating_sub(1)),
        }
        true
    }
}

/// Elements that have no end tag, or whose end tag pages leave out: their start tags say nothing of the depth. Those
/// that switch the tokenizer to another state must reach the tree builder.
fn closes_by_itself(name: &str) -> bool {
    use crate::dom::Tag as Known;
    let tag = Known::from_name(name);
    tag.is_void()
        || tag.is_text_block()
        || tag.is_table()
        || tag.is_mute()
        || matches!(tag, Known::Html | Known::Head | Known::Body | Known::Title | Known::Iframe | Known::Noscript)
        || matches!(name, "xmp" | "plaintext" | "listing")
}

impl<S: TokenSink> TokenSink for DepthLimit<S> {
    type Handle = S::Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<S::Handle> {
        match &token {
            Token::TagToken(tag) if !self.keeps(tag) => TokenSinkResult::Continue,
            _ => self.inner.process_token(token, line),
        }
    }

    fn end(&self) {
        self.inner.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.inner.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
