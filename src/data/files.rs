//! What names of files may be, wherever they are kept.

/// Characters that Windows forbids in a name (Microsoft, "Naming Files, Paths, and Namespaces"); macOS and Linux forbid
/// `/`, of which Finder shows `:`.
pub const FORBIDDEN: &[char] = &['<', '>', ':', '"', '/', '\\', '|', '?', '*'];

/// Characters that are not seen and turn a name round or hide its ending.
pub const UNSEEN: &[(char, char)] = &[
    ('\u{00AD}', '\u{00AD}'),
    ('\u{061C}', '\u{061C}'),
    ('\u{200B}', '\u{200B}'),
    ('\u{200E}', '\u{200F}'),
    ('\u{2028}', '\u{202E}'),
    ('\u{2060}', '\u{206F}'),
    ('\u{FEFF}', '\u{FEFF}'),
    ('\u{FFF9}', '\u{FFFB}'),
];

/// Names that Windows keeps for devices, in small letters, with any ending too.
pub const RESERVED: &[&str] = &[
    "aux", "con", "conin$", "conout$", "nul", "prn", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
    "com8", "com9", "com¹", "com²", "com³", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8",
    "lpt9", "lpt¹", "lpt²", "lpt³",
];
