//! What Lede knows: tables, and nothing else. Each row has its reason; code elsewhere reads them.

pub mod bylines;
pub mod captions;
pub mod dates;
pub mod entities;
pub mod field;
pub mod headlines;
pub mod hints;
pub mod kinds;
pub mod languages;
pub mod media;
pub mod meta_keys;
pub mod months;
pub mod names;
pub mod page_type;
pub mod phrases;

pub use field::Field;
pub use hints::Hints;
pub use page_type::PageType;

/// Whether a table of words or phrases, parted by bars, holds one.
#[must_use]
pub fn holds(table: &str, word: &str) -> bool {
    table.split('|').any(|row| row == word)
}
