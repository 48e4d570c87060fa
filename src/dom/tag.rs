//! The elements that Lede tells apart, and what kind of element each is.

use super::names::Names;

/// What an element is to the reader: bits, so that a question is one mask.
mod kind {
    /// Runs on in a line of text (HTML's phrasing content).
    pub const INLINE: u16 = 1;
    /// A section heading.
    pub const HEADING: u16 = 1 << 1;
    /// A picture, a video, a sound or a frame.
    pub const MEDIA: u16 = 1 << 2;
    /// Never has children.
    pub const VOID: u16 = 1 << 3;
    /// Its text is never shown as text of the page.
    pub const MUTE: u16 = 1 << 4;
    /// Part of a formula (MathML).
    pub const MATH: u16 = 1 << 5;
    /// A form control.
    pub const CONTROL: u16 = 1 << 6;
    /// Belongs in the head; never shown.
    pub const HEAD: u16 = 1 << 7;
    /// A list, or part of one.
    pub const LIST: u16 = 1 << 8;
    /// Part of a table.
    pub const TABLE: u16 = 1 << 9;
    /// Block-level, and may hold text without being a mere box (p, li, td, blockquote …).
    pub const TEXT_BLOCK: u16 = 1 << 10;
}

macro_rules! tags {
    ($($variant:ident $name:literal $kinds:expr;)*) => {
        /// An element's name, or [`Tag::Text`] for a run of text. HTML, MathML and the few AMP elements that carry
        /// content are known by name; every other element is [`Tag::Unknown`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
        #[allow(missing_docs, reason = "each variant is the element of that name")]
        pub enum Tag { $($variant,)* #[default] Unknown, Text }

        /// The names in order, then the elements and their kinds in the same.
        static NAMES: Names = Names::new(&[$($name,)*]);
        const ALL: &[Tag] = &[$(Tag::$variant,)*];
        const KINDS: &[u16] = &[$($kinds,)*];
    };
}

use kind::{CONTROL, HEAD, HEADING, INLINE, LIST, MATH, MEDIA, MUTE, TABLE as TAB, TEXT_BLOCK, VOID};

tags! {
    A "a" INLINE;
    Abbr "abbr" INLINE;
    Acronym "acronym" INLINE;
    Address "address" TEXT_BLOCK;
    AmpAd "amp-ad" MEDIA;
    AmpAnim "amp-anim" MEDIA | INLINE;
    AmpAudio "amp-audio" MEDIA;
    AmpConsent "amp-consent" 0;
    AmpEmbed "amp-embed" MEDIA;
    AmpIframe "amp-iframe" MEDIA;
    AmpImg "amp-img" MEDIA | INLINE;
    AmpSidebar "amp-sidebar" 0;
    AmpVideo "amp-video" MEDIA;
    AmpYoutube "amp-youtube" MEDIA;
    Annotation "annotation" MATH;
    AnnotationXml "annotation-xml" MATH;
    Area "area" INLINE | VOID;
    Article "article" 0;
    Aside "aside" 0;
    Audio "audio" MEDIA | INLINE | MUTE;
    B "b" INLINE;
    Base "base" VOID | HEAD | INLINE;
    Bdi "bdi" INLINE;
    Bdo "bdo" INLINE;
    Big "big" INLINE;
    Blockquote "blockquote" TEXT_BLOCK;
    Body "body" 0;
    Br "br" INLINE | VOID;
    Button "button" INLINE | CONTROL;
    Canvas "canvas" INLINE | MUTE;
    Caption "caption" TAB | TEXT_BLOCK;
    Center "center" 0;
    Cite "cite" INLINE;
    Code "code" INLINE;
    Col "col" TAB | VOID;
    Colgroup "colgroup" TAB;
    Data "data" INLINE;
    Datalist "datalist" INLINE | MUTE | CONTROL;
    Dd "dd" LIST | TEXT_BLOCK;
    Del "del" INLINE;
    Details "details" 0;
    Dfn "dfn" INLINE;
    Dialog "dialog" 0;
    Dir "dir" LIST;
    Div "div" 0;
    Dl "dl" LIST;
    Dt "dt" LIST | TEXT_BLOCK;
    Em "em" INLINE;
    Embed "embed" MEDIA | INLINE | VOID;
    Fieldset "fieldset" 0;
    Figcaption "figcaption" TEXT_BLOCK;
    Figure "figure" 0;
    Font "font" INLINE;
    Footer "footer" 0;
    Form "form" 0;
    Frame "frame" VOID;
    Frameset "frameset" 0;
    H1 "h1" HEADING | TEXT_BLOCK;
    H2 "h2" HEADING | TEXT_BLOCK;
    H3 "h3" HEADING | TEXT_BLOCK;
    H4 "h4" HEADING | TEXT_BLOCK;
    H5 "h5" HEADING | TEXT_BLOCK;
    H6 "h6" HEADING | TEXT_BLOCK;
    Head "head" HEAD;
    Header "header" 0;
    Hgroup "hgroup" 0;
    Hr "hr" VOID;
    Html "html" 0;
    I "i" INLINE;
    Iframe "iframe" MEDIA | INLINE;
    Img "img" MEDIA | INLINE | VOID;
    Input "input" INLINE | VOID | CONTROL;
    Ins "ins" INLINE;
    Kbd "kbd" INLINE;
    Label "label" INLINE | CONTROL;
    Legend "legend" TEXT_BLOCK;
    Li "li" LIST | TEXT_BLOCK;
    Link "link" VOID | HEAD | INLINE;
    Main "main" 0;
    Map "map" INLINE;
    Mark "mark" INLINE;
    Math "math" MATH | INLINE;
    Menclose "menclose" MATH;
    Menu "menu" LIST;
    Merror "merror" MATH;
    Meta "meta" VOID | HEAD | INLINE;
    Meter "meter" INLINE | CONTROL;
    Mfenced "mfenced" MATH;
    Mfrac "mfrac" MATH;
    Mi "mi" MATH;
    Mmultiscripts "mmultiscripts" MATH;
    Mn "mn" MATH;
    Mo "mo" MATH;
    Mover "mover" MATH;
    Mpadded "mpadded" MATH;
    Mphantom "mphantom" MATH;
    Mprescripts "mprescripts" MATH;
    Mroot "mroot" MATH;
    Mrow "mrow" MATH;
    Ms "ms" MATH;
    Mspace "mspace" MATH;
    Msqrt "msqrt" MATH;
    Mstyle "mstyle" MATH;
    Msub "msub" MATH;
    Msubsup "msubsup" MATH;
    Msup "msup" MATH;
    Mtable "mtable" MATH;
    Mtd "mtd" MATH;
    Mtext "mtext" MATH;
    Mtr "mtr" MATH;
    Munder "munder" MATH;
    Munderover "munderover" MATH;
    Nav "nav" 0;
    Nobr "nobr" INLINE;
    Noembed "noembed" MUTE | INLINE;
    Noframes "noframes" MUTE | INLINE;
    None "none" MATH;
    Noscript "noscript" INLINE;
    Object "object" MEDIA | INLINE;
    Ol "ol" LIST;
    Optgroup "optgroup" MUTE | CONTROL | INLINE;
    Option "option" MUTE | CONTROL | INLINE;
    Output "output" INLINE | CONTROL;
    P "p" TEXT_BLOCK;
    Param "param" VOID | INLINE;
    Picture "picture" MEDIA | INLINE;
    Portal "portal" MEDIA;
    Pre "pre" TEXT_BLOCK;
    Progress "progress" INLINE | CONTROL | MUTE;
    Q "q" INLINE;
    Rb "rb" INLINE;
    Rp "rp" INLINE;
    Rt "rt" INLINE;
    Rtc "rtc" INLINE;
    Ruby "ruby" INLINE;
    S "s" INLINE;
    Samp "samp" INLINE;
    Script "script" MUTE | INLINE;
    Search "search" 0;
    Section "section" 0;
    Select "select" INLINE | MUTE | CONTROL;
    Semantics "semantics" MATH;
    Slot "slot" INLINE;
    Small "small" INLINE;
    Source "source" VOID | INLINE;
    Span "span" INLINE;
    Strike "strike" INLINE;
    Strong "strong" INLINE;
    Style "style" MUTE | HEAD | INLINE;
    Sub "sub" INLINE;
    Summary "summary" TEXT_BLOCK;
    Sup "sup" INLINE;
    Svg "svg" INLINE | MUTE;
    Table "table" TAB;
    Tbody "tbody" TAB;
    Td "td" TAB | TEXT_BLOCK;
    Template "template" MUTE | INLINE;
    Textarea "textarea" INLINE | MUTE | CONTROL;
    Tfoot "tfoot" TAB;
    Th "th" TAB | TEXT_BLOCK;
    Thead "thead" TAB;
    Time "time" INLINE;
    Title "title" HEAD;
    Tr "tr" TAB;
    Track "track" VOID | INLINE;
    Tt "tt" INLINE;
    U "u" INLINE;
    Ul "ul" LIST;
    Var "var" INLINE;
    Video "video" MEDIA | INLINE | MUTE;
    Wbr "wbr" INLINE | VOID;
}

impl Tag {
    /// The tag of an element by its name in lower case.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        NAMES.place(name).and_then(|at| ALL.get(at)).copied().unwrap_or(Self::Unknown)
    }

    /// The element's name; `x-unknown` and `#text` for the two that have none.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Unknown => "x-unknown",
            Self::Text => "#text",
            // The variants stand in the order of the table.
            _ => NAMES.name(self as usize),
        }
    }

    fn is(self, kinds: u16) -> bool {
        KINDS.get(self as usize).is_some_and(|own| own & kinds != 0)
    }

    /// Runs on in a line of text. An unknown element does not: see [`crate::facts`] for what it holds.
    #[must_use]
    pub fn is_inline(self) -> bool {
        self == Self::Text || self.is(INLINE | MATH)
    }

    /// `h1` to `h6`.
    #[must_use]
    pub fn is_heading(self) -> bool {
        self.is(HEADING)
    }

    /// The level of a heading, 1 to 6.
    #[must_use]
    pub fn heading_level(self) -> Option<u8> {
        match self {
            Self::H1 => Some(1),
            Self::H2 => Some(2),
            Self::H3 => Some(3),
            Self::H4 => Some(4),
            Self::H5 => Some(5),
            Self::H6 => Some(6),
            _ => None,
        }
    }

    /// A picture, a video, a sound or a frame.
    #[must_use]
    pub fn is_media(self) -> bool {
        self.is(MEDIA)
    }

    /// `img` and its AMP kin.
    #[must_use]
    pub fn is_image(self) -> bool {
        matches!(self, Self::Img | Self::AmpImg | Self::AmpAnim)
    }

    /// Never has children.
    #[must_use]
    pub fn is_void(self) -> bool {
        self.is(VOID)
    }

    /// Its text is not text of the page.
    #[must_use]
    pub fn is_mute(self) -> bool {
        self.is(MUTE)
    }

    /// An element of a formula.
    #[must_use]
    pub fn is_math(self) -> bool {
        self.is(MATH)
    }

    /// A form control or its label.
    #[must_use]
    pub fn is_control(self) -> bool {
        self.is(CONTROL)
    }

    /// Belongs in the head and is never shown.
    #[must_use]
    pub fn is_head(self) -> bool {
        self.is(HEAD)
    }

    /// A list or part of one.
    #[must_use]
    pub fn is_list(self) -> bool {
        self.is(LIST)
    }

    /// Part of a table.
    #[must_use]
    pub fn is_table(self) -> bool {
        self.is(TAB)
    }

    /// A block whose own purpose is text: a paragraph, a heading, an item, a cell, a quotation.
    #[must_use]
    pub fn is_text_block(self) -> bool {
        self.is(TEXT_BLOCK)
    }

    /// Whether the children of such an element are left out of a [`Document`](super::Document): drawings, scripts,
    /// templates and choices hold nothing that is read.
    #[must_use]
    pub fn drops_children(self) -> bool {
        matches!(
            self,
            Self::Svg
                | Self::Script
                | Self::Style
                | Self::Template
                | Self::Select
                | Self::Datalist
                | Self::Textarea
                | Self::Canvas
                | Self::Noembed
                | Self::Noframes
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_in_the_order_of_the_variants() {
        assert!(NAMES.are_sorted());
        assert!(ALL.iter().enumerate().all(|(at, tag)| *tag as usize == at));
        assert_eq!(Tag::from_name("blockquote").name(), "blockquote");
        assert_eq!(Tag::from_name("news-shell"), Tag::Unknown);
        assert!(!Tag::Unknown.is_inline() && Tag::Text.is_inline());
    }
}
