//! What whoever asks for an article may say.

/// Options; the defaults give what most want.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The time that "two hours ago" counts from. Without it such dates are left out.
    pub now: Option<jiff::Timestamp>,
    /// What of the page is wanted.
    pub scope: Scope,
    /// Elements that a person has chosen by hand to be part of the article, whole; by their numbers, as a
    /// [`Plan`](crate::plan::Plan) has them. The innermost choice holds; what is in both lists goes.
    pub keep: Vec<u32>,
    /// Elements that a person has chosen by hand to go.
    pub drop: Vec<u32>,
    /// Which candidate is wanted: 0 is the best; 1 the second, where there is one.
    pub candidate: u8,
    /// Whether the body also holds what was left out within the article's part of the page, said to be that.
    pub left_out: bool,
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
