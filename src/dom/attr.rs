//! The attributes that Lede reads. All others are dropped while a document is built.

use super::names::Names;

macro_rules! attrs {
    ($($variant:ident $name:literal;)*) => {
        /// An attribute's name. [`Attr::Other`] stands for a `data-*` attribute of a picture or a player: lazy loaders
        /// keep addresses there under names of their own; [`Document::attr_name`](super::Document::attr_name) spells it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "each variant is the attribute of that name")]
        pub enum Attr { $($variant,)* Other(u16) }

        static NAMES: Names = Names::new(&[$($name,)*]);
        const ALL: &[Attr] = &[$(Attr::$variant,)*];

        impl Attr {
            /// The attribute's name; empty for [`Attr::Other`], whose name only its document knows.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                    Self::Other(_) => "",
                }
            }
        }
    };
}

attrs! {
    Script "#script"; // not an attribute: the text of a script that holds data (JSON-LD, TeX)
    Alt "alt";
    AriaExpanded "aria-expanded";
    AriaHidden "aria-hidden";
    AriaLabel "aria-label";
    AriaLevel "aria-level";
    AriaModal "aria-modal";
    Charset "charset";
    Cite "cite";
    Class "class";
    Colspan "colspan";
    Content "content";
    Controls "controls";
    DataAd "data-ad";
    DataComponent "data-component";
    DataLang "data-lang";
    DataLanguage "data-language";
    DataMath "data-math";
    DataTestid "data-testid";
    DataType "data-type";
    Datetime "datetime";
    Dir "dir";
    Display "display";
    Encoding "encoding";
    Height "height";
    Hidden "hidden";
    Href "href";
    Hreflang "hreflang";
    HttpEquiv "http-equiv";
    Id "id";
    Itemid "itemid";
    Itemprop "itemprop";
    Itemscope "itemscope";
    Itemtype "itemtype";
    Lang "lang";
    Layout "layout";
    Media "media";
    Name "name";
    Open "open";
    Placeholder "placeholder";
    Poster "poster";
    Property "property";
    Rel "rel";
    Reversed "reversed";
    Role "role";
    Rowspan "rowspan";
    Scope "scope";
    Shadowrootmode "shadowrootmode";
    Sizes "sizes";
    Slot "slot";
    Src "src";
    Srcset "srcset";
    Start "start";
    Style "style";
    Summary "summary";
    Title "title";
    Type "type";
    Typeof "typeof";
    Value "value";
    Width "width";
    XmlLang "xml:lang";
}

impl Attr {
    /// The attribute by its name in lower case, or nothing where Lede does not read it.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        ALL.get(NAMES.place(name)?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(NAMES.are_sorted());
        assert_eq!(Attr::from_name("class"), Some(Attr::Class));
        assert_eq!(Attr::from_name("onclick"), None);
    }
}
