//! Words about headlines.

/// What parts a headline from a site's name.
pub const SEPARATORS: &[&str] = &[
    " | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " / ", " ~ ", "｜", " ‹ ", " › ", "_", " ― ", "--",
    "│", "|", ": ",
];

/// Titles that say nothing of a page, folded.
pub const GENERIC: &[&str] =
    &["home", "homepage", "home page", "start", "startseite", "accueil", "inicio", "index", "welcome", "menu", "blog"];
