//! How names are made up, for citations.

/// Words that belong to the family's name behind them, folded (as BibTeX and CSL have it: in "Ludwig van Beethoven" they go
/// along with the family's name).
pub const PARTICLES: &[&str] = &[
    "af", "al", "av", "ben", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el",
    "la", "le", "ter", "ten", "van", "vom", "von", "zu", "zum", "zur",
];

/// What stands behind a family's name and is no part of it.
pub const SUFFIXES: &[&str] = &["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"];

/// Languages whose names begin with the family's.
pub const FAMILY_FIRST: &[&str] = &["hu", "ja", "ko", "vi", "zh"];

/// Months as English citations have them, and as MLA shortens them.
pub const MONTHS: &[(&str, &str)] = &[
    ("January", "Jan."),
    ("February", "Feb."),
    ("March", "Mar."),
    ("April", "Apr."),
    ("May", "May"),
    ("June", "June"),
    ("July", "July"),
    ("August", "Aug."),
    ("September", "Sept."),
    ("October", "Oct."),
    ("November", "Nov."),
    ("December", "Dec."),
];
