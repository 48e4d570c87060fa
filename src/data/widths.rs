//! Classes by which style sheets that many sites share show an element in windows of one width and not of another, or
//! not at all. They count whole, unlike the words of [`super::names`].
//!
//! Source: the documentation of Tailwind, Bootstrap 2 to 5, Foundation, `UIkit`, Bulma, Materialize, Vuetify, Elementor and
//! `WPBakery`.

use super::{Hints, Words};

/// Shown in narrow windows alone.
static NARROW: Words = Words::new(
    "sm:hidden|md:hidden|lg:hidden|xl:hidden|2xl:hidden|\
     d-sm-none|d-md-none|d-lg-none|d-xl-none|d-xxl-none|hidden-sm-up|hidden-md-up|hidden-lg-up|\
     visible-xs|visible-xs-block|visible-xs-inline|visible-xs-inline-block|visible-sm|visible-sm-block|hidden-lg|\
     visible-phone|hidden-desktop|\
     show-for-small|show-for-small-only|hide-for-medium|hide-for-large|hide-for-medium-up|hide-for-large-up|\
     uk-hidden@s|uk-hidden@m|uk-hidden@l|uk-hidden@xl|uk-visible-small|uk-hidden-large|\
     is-hidden-tablet|is-hidden-desktop|hide-on-large-only|hide-on-med-and-up|\
     hidden-sm-and-up|hidden-md-and-up|hidden-lg-and-up|elementor-hidden-desktop|vc_hidden-lg",
);

/// What takes such a class back from some width on: `md:hidden lg:block`.
const SIZES: &[&str] = &["sm", "md", "lg", "xl", "2xl", "xxl"];
const SHOWN: &[&str] = &[
    "block",
    "flex",
    "grid",
    "inline",
    "inline-block",
    "inline-flex",
    "table",
    "table-row",
    "table-cell",
    "contents",
    "list-item",
];

/// What a class says of widths; nothing for most.
#[must_use]
pub fn meaning(class: &str) -> Hints {
    if NARROW.holds(class) {
        return Hints::NARROW;
    }
    if class == "hide" {
        return Hints::HIDE;
    }
    let parts = class.strip_prefix("d-").and_then(|rest| rest.split_once('-')).or_else(|| class.split_once(':'));
    match parts {
        Some((size, shown)) if SIZES.contains(&size) && SHOWN.contains(&shown) => Hints::WIDE,
        _ => Hints::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_count_whole() {
        assert_eq!(meaning("lg:hidden"), Hints::NARROW);
        assert_eq!(meaning("d-md-none"), Hints::NARROW);
        assert_eq!(meaning("hide"), Hints::HIDE);
        assert_eq!(meaning("md:block").and(meaning("d-lg-flex")), Hints::WIDE);
        for other in ["hidden", "hide-seek", "show-and-hide", "hover:block", "d-block", "d-none", "md:text-lg", ""] {
            assert!(meaning(other).is_empty(), "{other}");
        }
    }
}
