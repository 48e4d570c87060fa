//! What whoever asks for an article may say.

/// Options; the defaults give what most want.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The time that "two hours ago" counts from. Without it such dates are left out.
    pub now: Option<jiff::Timestamp>,
}
