//! What comes out: an article's body as HTML, Markdown or text. These files know [`Article`] and nothing of a page.

mod escape;
mod html;
mod markdown;
mod text;

pub use html::{file as html_file, fragment as html};
pub use markdown::{body as markdown_body, file as markdown};
pub use text::{text, title_and_text};

use crate::article::Article;

/// What an article can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A whole HTML file that stands alone.
    Html,
    /// Markdown (CommonMark with GFM's tables), front matter first.
    Markdown,
    /// Text: the title, then the blocks, parted by blank lines.
    Text,
}

impl Format {
    /// The format of a name: `html`, `markdown` (or `md`), `text` (or `txt`).
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "html" => Some(Self::Html),
            "markdown" | "md" => Some(Self::Markdown),
            "text" | "txt" => Some(Self::Text),
            _ => None,
        }
    }
}

/// An article as a file's text.
#[must_use]
pub fn render(article: &Article, format: Format) -> String {
    match format {
        Format::Html => html_file(article),
        Format::Markdown => markdown(article),
        Format::Text => title_and_text(article),
    }
}

/// The article with its body as HTML and as text in it.
#[must_use]
pub fn rendered(mut article: Article) -> Article {
    article.content = Some(html(&article.body));
    article.text_content = Some(text(&article.body));
    article
}
