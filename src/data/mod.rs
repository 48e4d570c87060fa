//! What Lede knows: tables, and nothing else. Each row has its reason; code elsewhere reads them.

pub mod bylines;
pub mod captions;
#[cfg(feature = "saving")]
pub mod citations;
pub mod dates;
pub mod entities;
pub mod field;
#[cfg(feature = "saving")]
pub mod files;
pub mod headlines;
pub mod hints;
pub mod kinds;
pub mod languages;
pub mod media;
pub mod meta_keys;
pub mod months;
pub mod names;
pub mod offers;
pub mod page_type;
pub mod paging;
pub mod phrases;
pub mod replies;
pub mod widths;
mod words;

pub use field::Field;
pub use hints::Hints;
pub use page_type::PageType;
pub use words::Words;
