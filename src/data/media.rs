//! Tables about pictures and players: lazy loaders, placeholders, hosts whose frames are content.

/// Attributes in which lazy loaders keep a picture's address, besides those whose value reads as one. Read off the
/// loaders' own documentation (lazysizes, lozad, vanilla-lazyload, `WordPress` plugins) and Readability's issue 748.
pub const LAZY_ATTRIBUTES: &[&str] = &[
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-original-src",
    "data-full-src",
    "data-hi-res-src",
    "data-large-file",
    "data-orig-file",
    "data-image",
    "data-img-url",
    "data-pin-media",
    "data-url",
    "data-echo",
    "data-defer-src",
    "data-actualsrc",
    "data-delayed-url",
    "data-runner-src",
];

/// Names of the files that stand in for a picture until it is loaded.
pub const PLACEHOLDER_NAMES: &[&str] = &[
    "1x1",
    "blank",
    "clear",
    "dot",
    "empty",
    "gray",
    "grey",
    "lazy",
    "lazyload",
    "loader",
    "loading",
    "pixel",
    "placeholder",
    "spacer",
    "spinner",
    "transparent",
    "trans",
    "white",
];

/// A host whose frames are content: how it is named, and where what it frames is seen.
pub struct Player {
    /// The host, or its ending.
    pub host: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What stands before the part of the path that names the piece; empty where the frame's address is the piece's.
    pub marker: &'static str,
    /// Where the piece is seen: its name goes at the end. Empty: the frame's own address.
    pub page: &'static str,
}

/// Players, posts, maps and tables that stories embed. The addresses are those that the services document for embedding.
pub const PLAYERS: &[Player] = &[
    player("youtube.com", "YouTube", "/embed/", "https://www.youtube.com/watch?v="),
    player("youtube-nocookie.com", "YouTube", "/embed/", "https://www.youtube.com/watch?v="),
    player("player.vimeo.com", "Vimeo", "/video/", "https://vimeo.com/"),
    player("dailymotion.com", "Dailymotion", "/embed/video/", "https://www.dailymotion.com/video/"),
    player("player.twitch.tv", "Twitch", "", ""),
    player("player.bilibili.com", "bilibili", "", ""),
    player("rutube.ru", "Rutube", "/play/embed/", "https://rutube.ru/video/"),
    player("ok.ru", "OK", "/videoembed/", "https://ok.ru/video/"),
    player("vk.com", "VK", "", ""),
    player("tiktok.com", "TikTok", "", ""),
    player("instagram.com", "Instagram", "", ""),
    player("facebook.com", "Facebook", "", ""),
    player("platform.twitter.com", "X", "", ""),
    player("embed.bsky.app", "Bluesky", "", ""),
    player("w.soundcloud.com", "SoundCloud", "", ""),
    player("open.spotify.com", "Spotify", "/embed/", "https://open.spotify.com/"),
    player("embed.podcasts.apple.com", "Apple Podcasts", "", ""),
    player("bandcamp.com", "Bandcamp", "", ""),
    player("archive.org", "Internet Archive", "/embed/", "https://archive.org/details/"),
    player("ted.com", "TED", "", ""),
    player("fast.wistia.net", "Wistia", "", ""),
    player("players.brightcove.net", "Brightcove", "", ""),
    player("streamable.com", "Streamable", "/e/", "https://streamable.com/"),
    player("codepen.io", "CodePen", "", ""),
    player("jsfiddle.net", "JSFiddle", "", ""),
    player("gist.github.com", "GitHub Gist", "", ""),
    player("datawrapper.dwcdn.net", "Datawrapper", "", ""),
    player("flo.uri.sh", "Flourish", "", ""),
    player("infogram.com", "Infogram", "", ""),
    player("public.tableau.com", "Tableau", "", ""),
    player("documentcloud.org", "DocumentCloud", "", ""),
    player("scribd.com", "Scribd", "", ""),
    player("slideshare.net", "SlideShare", "", ""),
    player("google.com/maps", "Google Maps", "", ""),
    player("openstreetmap.org", "OpenStreetMap", "", ""),
];

const fn player(host: &'static str, name: &'static str, marker: &'static str, page: &'static str) -> Player {
    Player { host, name, marker, page }
}
