//! The meanings that names can have. Which name has which is in [`super::names`].

macro_rules! hints {
    ($($(#[$doc:meta])* $name:ident $bit:literal;)*) => {
        impl Hints { $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)* }
        /// Every meaning with its name, for explanations.
        pub const MEANINGS: &[(&str, Hints)] = &[$((stringify!($name), Hints::$name),)*];
    };
}

/// A set of meanings that names can have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Hints(pub(crate) u64);

hints! {
    /// The text of a story.
    BODY 0;
    /// Content of some kind; the wrapper of a page's middle too.
    CONTENT 1;
    /// A headline.
    TITLE 2;
    /// Who wrote it.
    BYLINE 3;
    /// When it was written.
    DATE 4;
    /// Facts about the story: a line with author, date, place.
    META 5;
    /// What is written under a picture.
    CAPTION 6;
    /// Whose picture it is.
    CREDIT 7;
    /// Navigation.
    NAV 8;
    /// The head of a site or of a part.
    HEADER 9;
    /// The foot of a site or of a part.
    FOOTER 10;
    /// What stands beside the content.
    SIDEBAR 11;
    /// Where in the site the page stands.
    BREADCRUMB 12;
    /// Links to the next and the previous page.
    PAGER 13;
    /// A table of contents.
    TOC 14;
    /// Share buttons.
    SHARE 15;
    /// Links to other stories.
    RELATED 16;
    /// Readers' comments.
    COMMENT 17;
    /// A card about the author.
    AUTHOR_CARD 18;
    /// Keywords.
    TAGS 19;
    /// Advertising.
    AD 20;
    /// The site's own advertising: subscriptions, apps, donations.
    PROMO 21;
    /// A newsletter's form.
    NEWSLETTER 22;
    /// A consent dialog.
    COOKIE 23;
    /// A window over the page.
    MODAL 24;
    /// Notes that one must log in or pay.
    LOGIN 25;
    /// A gallery or slide show.
    GALLERY 26;
    /// A card in a grid of cards.
    CARD 27;
    /// A product.
    PRODUCT 28;
    /// A price.
    PRICE 29;
    /// Customers' reviews.
    REVIEW 30;
    /// A shopping cart.
    CART 31;
    /// A thread, a post in one, an answer.
    FORUM 32;
    /// Buttons that do something with the page: print, copy, listen.
    TOOL 33;
    /// For screen readers alone.
    SR_ONLY 34;
    /// Not shown, by its class.
    UNSEEN 35;
    /// Line numbers beside code.
    LINE_NUMBER 36;
    /// Code.
    CODE 37;
    /// A second drawing of a formula.
    MATH_TWIN 38;
    /// A heading's link to itself.
    PERMALINK 39;
    /// A link to edit a part.
    EDIT 40;
    /// Footnotes.
    NOTES 41;
    /// A widget.
    WIDGET 42;
    /// Something that asks for a rating or a reaction.
    RATING 43;
    /// What is shown until something is loaded.
    LOADING 44;
    /// Copyright and licence lines.
    COPYRIGHT 45;
    /// The lead of a story: dek, standfirst, summary.
    DEK 46;
    /// A teaser of something else.
    TEASER 47;
    /// The signature under a post.
    SIGNATURE 48;
    /// A recipe's or a product's facts in short lines.
    SPEC 49;
    /// A question that folds its answer.
    FAQ 50;
    /// A part that tabs show one at a time.
    TAB 51;
    /// A quotation pulled out of the text.
    PULLQUOTE 52;
    /// A search form or its results.
    SEARCH 53;
    /// The whole name "hidden by script until needed".
    FOLDED 54;
    /// An icon drawn by a font's ligature.
    ICON 55;
    /// The site's name or sign.
    LOGO 56;
    /// Sections and kickers.
    SECTION 57;
    /// What lawyers have a site say: disclaimers, disclosures, conditions.
    SMALL_PRINT 58;
    /// For narrow windows alone, by a framework's class.
    NARROW 59;
    /// Shown from some width on, by a framework's class.
    WIDE 60;
    /// Not shown until a script says so, by a framework's class.
    HIDE 61;
}

impl Hints {
    /// Whether any of `other`'s meanings is among these.
    #[must_use]
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// These meanings and `other`'s.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// These meanings but `other`'s.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The names of these meanings.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        MEANINGS.iter().filter(move |(_, hint)| self.has(*hint)).map(|(name, _)| *name)
    }
}
