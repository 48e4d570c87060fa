//! What whoever asks for an article may say.

/// Options; the defaults give what most want.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The time that "two hours ago" counts from. Without it such dates are left out.
    pub now: Option<jiff::Timestamp>,
    /// What of the page is wanted.
    pub scope: Scope,
    /// Whether readers' comments are wanted too.
    pub comments: bool,
}

/// What of a page is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Its article.
    #[default]
    Article,
    /// All that is in the document: someone has chosen it already, as with a selection.
    Everything,
}
