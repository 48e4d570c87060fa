//! An article's body as HTML, Markdown or text. These files know [`Article`] and nothing of a page, nor of what else a
//! file holds.

pub mod escape;
mod html;
mod markdown;
mod text;
mod walk;

pub use html::{Manner, Writer as HtmlWriter, fragment as html};
pub use markdown::body as markdown;
pub use text::{line, text, title_and_text};
pub use walk::{each_inline, each_picture};

use crate::article::Article;

/// The article with its body as HTML and as text in it.
#[must_use]
pub fn rendered(mut article: Article) -> Article {
    article.content = Some(html(&article.body));
    article.text_content = Some(text(&article.body));
    article
}
