//! Words in class names, ids, `itemprop`s and roles, by what they mean. A word is a whole token (`sidebar`) or two
//! tokens in a row (`most-read`); names are parted into tokens at marks and capitals.
//!
//! Sources: the conventions of WordPress themes, Drupal, Blogger, Bootstrap, Tailwind's utilities and AMP; the class
//! names that the issues of Readability and Trafilatura name; the habits of filter lists for advertising; the words of
//! the press in some twenty languages, as its pages spell them without accents.

use super::Hints as H;

/// Meanings and the words that have them, parted by spaces, sorted.
pub const NAMES: &[(H, &str)] = &[
    (
        H::BODY,
        "art-text article-body article-content article-text articlebody bbtext blog-content body-content \
         body-copy body-text bodycontent bodytext content-body content-text detail-text entry-body \
         entry-content entry-text entrytext fulltext haber-metni main-text post-body post-content post-text \
         postbody prose story-body story-content story-text storybody",
    ),
    (
        H::CONTENT,
        "article blogpost content content-area contents entry main main-content page-content post posts story",
    ),
    (H::TITLE, "entry-title headline post-title title"),
    (H::DEK, "dek einleitung ingress intro opener spot standfirst subheader subtitle"),
    (H::BYLINE, "aut author authorline authors autor autore autores by byline bylines postauthor vcard writer"),
    (H::DATE, "date dateline datepublished datetime datum fecha post-date pubdate published time timestamp"),
    (H::META, "entry-meta meta metadata post-info post-meta postmetadata submeta"),
    (H::SECTION, "kicker"),
    (
        H::CAPTION,
        "caption captions cutline figcaption img-caption photo-caption popis popisek thumb-caption \
         thumbcaption txt-caption wp-caption-text",
    ),
    (H::CREDIT, "credit credits photo-credit photocredit photographer quote-author"),
    (
        H::AD,
        "ad adbox ads adsbygoogle adslot adunit adv advert advertisement advertising advertorial advt \
         affiliate-box annonce annons annonse anzeige billboard dfp dfp-slot googlead gpt guanggao iklan \
         kurzy leaderboard mpu promoted pub publicidad publicidade publicite reklam reklama reklame \
         skyscraper sponsor sponsored sponsors werbung zone-pub",
    ),
    (
        H::AUTHOR_CARD,
        "about-author authbio author-bio author-box author-card author-description author-info author-profile \
         authorbox bio expert-bio kolumnen-autor",
    ),
    (H::BREADCRUMB, "bread-crumb bread-crumbs breadcrumb breadcrumbs"),
    (H::CARD, "card cards"),
    (H::CART, "add-to buy-now cart checkout"),
    (H::CODE, "code codehilite highlight highlighttable syntaxhighlighter"),
    (
        H::COMMENT,
        "comment comment-form comment-list commentaire commentaires commenti commentlist comments diskuse \
         disqus komentar komentare komentarze kommentar kommentare kommentarer kommentarii pinglun reacties \
         recent-comments replies reply reply-form respond yorum yorumlar",
    ),
    // With the names of the software that asks, as its own documentation has them.
    (
        H::COOKIE,
        "cky cmp cmplz consent cookie cookiebanner cookiebar cookiebot cookieconsent cookielaw cookienotice cookies \
         didomi ens-modal gdpr onetrust osano trustarc truste usercentrics",
    ),
    (H::COPYRIGHT, "copyright license"),
    (H::EDIT, "edit-link edit-page edit-section editsection mw-editsection"),
    (H::FAQ, "faq faqs"),
    (
        H::FOLDED,
        "accordeon accordian accordion accordions collapse collapsed collapsible expandable expander spoiler toggle",
    ),
    (H::FOOTER, "bottom-bar contentinfo foot footbar footer impressum site-footer"),
    (H::FORUM, "answer forum issue-comment question thread topic"),
    (H::FORUM.and(H::BODY), "message-body"),
    (H::GALLERY, "carousel gallery slider slideshow"),
    (H::HEADER, "header masthead site-header top-bar topbar"),
    (H::ICON, "fa material-icons"),
    (
        H::LINE_NUMBER,
        "gutter line-number line-numbers-rows lineno linenodiv linenos linenumber linenumbers ln ln-num ln-numbers lnt",
    ),
    (H::LOADING, "loader loading preloader skeleton spinner"),
    (H::LOGIN, "login paywall"),
    (H::LOGO, "brand logo"),
    (H::MATH_TWIN, "jax-preview katex-html"),
    (H::MODAL, "interstitial lightbox modal overlay popup"),
    (
        H::NAV,
        "breaking-news dropdown dropdown-menu gnb hamburger language-switcher menu menus nav navbar navbox \
         navi navigation off-canvas offcanvas sidenav sondakika subnav ticker toplevel-nav topnav",
    ),
    (H::NEWSLETTER, "inline-newsletter newsletter newsletters sign-up signup subscribe"),
    (H::NOTES, "footnote footnotes"),
    (H::PAGER, "page-nav pager pagination post-nav post-navigation prev-next series-nav"),
    (H::PERMALINK, "headerlink permalink"),
    (H::PRICE, "price prices"),
    (H::PRODUCT, "description-product product products"),
    (H::PRODUCT.and(H::BODY), "product-description"),
    (
        H::PROMO,
        "abone abonnement app-banner app-download appbar banner catcher cta donate donation podcast-promo \
         promo promobox promos promotion push subscription",
    ),
    (H::PULLQUOTE, "citation-quote pull-quote pullquote"),
    (H::RATING, "emoji feedback rate rating ratings react reaction reactions"),
    (
        H::RELATED,
        "actualites-liees also also-like also-read article-related artikel-terkait baca-juga berita-terkait \
         chitayte-takzhe correlati correlato cti-taky embed-related gerelateerd hot-news ilgili-haber \
         ilgili-haberler inread internal-link jp-relatedposts las-mer latest-news leggi-anche leia-tambem \
         lihatjg linksisip lire-aussi live-report mas-leidas mehr-zum mehr-zum-thema meistgelesen more-from \
         more-news more-stories most-popular most-read most-viewed next-article notas-relacionadas outbrain \
         popular popular-posts powiazane read-also read-more read-next reading-list recent-posts recirc \
         recirculation rel relacionadas relacionados related related-articles related-news related-posts \
         relatednews relatedposts see-also similar taboola teaserbox terkait terpopuler trending up-next \
         weiterlesen xgyd yarpp you-may",
    ),
    (H::REVIEW, "review reviews"),
    (H::SEARCH, "search search-form searchform"),
    (
        H::SHARE,
        "addthis addtoany bagikan condividi copy-link dela delen follow follow-us partage partager paylas qr \
         sdilet share shareaholic sharebar sharebuttons sharedaddy sharing social social-share socials \
         socialshare",
    ),
    (H::SIDEBAR, "aside complementary secondary sidebar sidebars siderail"),
    (H::SIGNATURE, "signature"),
    (
        H::SMALL_PRINT,
        "ad-disclosure advertiser-disclosure affiliate-disclosure aviso-legal copy-legal disclaimer disclaimers \
         disclosure-message disclosure-text disclosures editorial-disclosure fine-print fineprint haftungsausschluss \
         kleingedrucktes legal-copy legal-notice legal-text mentions-legales note-legali rechtliche-hinweise \
         rechtlicher-hinweis small-print smallprint",
    ),
    (H::SPEC, "spec specification specifications specs"),
    (H::SR_ONLY, "hidden-visually screen-reader screenreader sr-only visually-hidden visuallyhidden"),
    (H::TAB, "tab tabpanel tabs"),
    (H::TAGS, "article-tags etiketler etiquetas tag tag-list tagcloud taglist tags temata themen topik"),
    (H::TEASER, "teaser teasers"),
    (H::TOC, "table-of-contents toc"),
    (
        H::TOOL,
        "actions btn button buttons copy-button copybutton jump-link jump-to noprint post-tools print \
         print-button skip-link sticky-bar toolbar toolbox tools utility",
    ),
    (H::UNSEEN, "hidden"),
    (H::WIDGET, "widget widgets"),
];

/// Last words of addresses at which one joins, pays or logs in.
pub const CALLED: &str = "abo abonnement abonnements abonner account app apps contribute donate donation donations give \
                          join login membership memberships newsletter newsletters register registration sign-in \
                          sign-up signin signup spenden subscribe subscription subscriptions support support-us";

/// ARIA roles and what they mean.
pub const ROLES: &[(&str, H)] = &[
    ("alertdialog", H::MODAL),
    ("article", H::CONTENT),
    ("banner", H::HEADER),
    ("complementary", H::SIDEBAR),
    ("contentinfo", H::FOOTER),
    ("dialog", H::MODAL),
    ("doc-endnotes", H::NOTES),
    ("main", H::CONTENT),
    ("menu", H::NAV),
    ("menubar", H::NAV),
    ("navigation", H::NAV),
    ("search", H::SEARCH),
    ("tablist", H::TAB),
    ("tabpanel", H::TAB),
    ("toolbar", H::TOOL),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_meaning_are_sorted_and_each_stands_once() {
        for (_, words) in NAMES {
            let words: Vec<&str> = words.split(' ').collect();
            assert!(words.windows(2).all(|pair| pair[0] < pair[1]), "{words:?}");
        }
    }
}
