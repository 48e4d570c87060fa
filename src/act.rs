//! Whether a page may be cleaned without being asked. A reader who presses a button has looked at the page; here nobody
//! has, so doubt speaks against it: a story that is left as it is costs nothing, a front that is hidden costs trust.

use crate::article::{Article, PageType};

/// Odds of being an article at all.
const ARTICLE: f64 = 0.9;
/// The same where the page names who wrote it: shops, manuals and offers hardly ever do.
const SIGNED: f64 = 0.8;
/// Odds that its text is right.
const CONFIDENCE: f64 = 0.4;
/// Fewer words are a picture's caption, or a page that has not come wholly.
const WORDS: u32 = 80;

/// Whether a page may be cleaned.
#[must_use]
pub fn may(article: &Article) -> bool {
    let least = if article.byline.is_some() { SIGNED } else { ARTICLE };
    article.page_type == PageType::Article
        && article.article_probability >= least
        && article.confidence >= CONFIDENCE
        && article.word_count >= WORDS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(odds: f64) -> Article {
        Article {
            page_type: PageType::Article,
            article_probability: odds,
            confidence: 0.9,
            word_count: 400,
            ..Article::default()
        }
    }

    #[test]
    fn doubt_speaks_against_it() {
        assert!(may(&article(0.95)));
        assert!(!may(&article(0.85)));
        assert!(!may(&Article { page_type: PageType::Listing, ..article(0.95) }));
        assert!(!may(&Article { confidence: 0.2, ..article(0.95) }));
        assert!(!may(&Article { word_count: 20, ..article(0.95) }));
    }

    #[test]
    fn a_page_that_is_signed_needs_less() {
        let signed = |odds| Article { byline: Some("Ann Lee".into()), ..article(odds) };
        assert!(may(&signed(0.85)));
        assert!(!may(&signed(0.75)));
    }
}
