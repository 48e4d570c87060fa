//! The fields that pages make claims about.

/// What a claim is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each is the field of that name")]
pub enum Field {
    Title,
    Author,
    Site,
    Published,
    Modified,
    Description,
    Section,
    Tag,
    /// A paragraph of the text itself, where a record holds it.
    Text,
    Image,
    ImageCaption,
    ImageCredit,
    Language,
    Canonical,
    License,
    /// Whether it may be read without paying: `true` or `false`.
    Free,
    /// What kind of thing the page says it is about: a schema.org type or `og:type`.
    Type,
}
