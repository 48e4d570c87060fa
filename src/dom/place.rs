//! An address as it is written, taken apart without being resolved: to resolve one takes a thousand times as long, and
//! most questions are about what a page's own address and its links look like.

/// The parts of an address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place<'a> {
    /// The host with its port; empty where the address names none.
    pub host: &'a str,
    /// The path, from its slash.
    pub path: &'a str,
    /// What is asked, without the question mark.
    pub query: &'a str,
}

impl<'a> Place<'a> {
    /// Takes an address apart. What stands behind `#` is left out.
    #[must_use]
    pub fn of(address: &'a str) -> Self {
        let address = address.split('#').next().unwrap_or("");
        let (rest, query) = address.split_once('?').unwrap_or((address, ""));
        let (host, path) = match rest.split_once("://") {
            Some((_, rest)) => rest.split_at(rest.find('/').unwrap_or(rest.len())),
            None => ("", rest),
        };
        Self { host, path, query }
    }

    /// Whether it is the front of a site.
    #[must_use]
    pub fn is_front(&self) -> bool {
        !self.host.is_empty() && self.query.is_empty() && self.parts().next().is_none()
    }

    /// The parts of the path.
    pub fn parts(&self) -> impl Iterator<Item = &'a str> {
        self.path.split('/').filter(|part| !part.is_empty())
    }

    /// The last part of the path; empty where there is none.
    #[must_use]
    pub fn last(&self) -> &'a str {
        self.path.trim_end_matches('/').rsplit('/').next().unwrap_or("")
    }

    /// The host's name without `www.` and port.
    #[must_use]
    pub fn site(&self) -> &'a str {
        let name = self.host.split(':').next().unwrap_or("");
        name.strip_prefix("www.").unwrap_or(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_taken_apart() {
        let place = Place::of("https://www.wharf.example:8080/town/tide.html?from=https://mill.example/a#top");
        assert_eq!((place.host, place.path), ("www.wharf.example:8080", "/town/tide.html"));
        assert_eq!(
            (place.query, place.site(), place.last()),
            ("from=https://mill.example/a", "wharf.example", "tide.html")
        );
        assert_eq!(place.parts().collect::<Vec<_>>(), ["town", "tide.html"]);
        assert_eq!(Place::of("tide.html").path, "tide.html");
    }

    #[test]
    fn the_front_has_no_path() {
        for (address, front) in [
            ("https://wharf.example", true),
            ("https://wharf.example/#top", true),
            ("https://wharf.example/town", false),
            ("https://wharf.example/?p=1", false),
            ("/", false),
        ] {
            assert_eq!(Place::of(address).is_front(), front, "{address}");
        }
    }
}
