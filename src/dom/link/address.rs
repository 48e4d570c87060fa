//! Addresses, resolved as the URL standard has it. In the module the browser's own `URL` does that, natively the `url`
//! crate: it would be a tenth of the module's code. Most of a page's links need neither, for they are already as the
//! standard would write them; so the module seldom asks the browser, which costs some microseconds each time.

use super::punycode;

/// An absolute address as the standard writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// Resolves an address as browsers do; without a base only absolute ones.
    #[must_use]
    pub fn of(href: &str, base: Option<&Self>) -> Option<Self> {
        let base = base.map(Self::as_str);
        plain(href, base).or_else(|| mail(href)).or_else(|| asked(href, base)).map(Self)
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is one of the web.
    #[must_use]
    pub fn is_web(&self) -> bool {
        is_web(&self.0)
    }

    /// What stands behind `#`.
    #[must_use]
    pub fn fragment(&self) -> Option<&str> {
        self.0.split_once('#').map(|(_, fragment)| fragment)
    }

    /// The address without its fragment.
    #[must_use]
    pub fn document(&self) -> &str {
        before(&self.0, '#')
    }

    /// The place of a name in the document that the address leads to.
    #[must_use]
    pub fn at_place(&self, name: &str) -> Self {
        let mut text = format!("{}#", self.document());
        encode(name, &[' ', '"', '<', '>', '`'], &mut text);
        Self(text)
    }
}

impl From<Address> for String {
    fn from(address: Address) -> Self {
        address.0
    }
}

fn is_web(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

fn before(text: &str, mark: char) -> &str {
    text.split(mark).next().unwrap_or(text)
}

/// An address that the standard would take as it is written: whole, or as one more piece at the base's end. All letters
/// are such as stay what they are in every part of an address.
fn plain(href: &str, base: Option<&str>) -> Option<String> {
    if !href.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_~.!$&()*+,;=:@%/?#".contains(&byte)) {
        return None;
    }
    let is_whole = |text: &str| {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        rest.and_then(|rest| rest.split_at_checked(rest.find('/')?))
            .is_some_and(|(host, path)| is_plain_host(host) && is_plain_path(path))
    };
    if is_whole(href) {
        return Some(href.to_owned());
    }
    let base = base.filter(|base| is_web(base))?;
    let origin = base.match_indices('/').nth(2).and_then(|(at, _)| base.get(..at))?;
    let whole = match href.bytes().next()? {
        b'#' => Some(format!("{}{href}", before(base, '#'))),
        b'/' if href.starts_with("//") => Some(format!("{}{href}", before(base, '/'))).filter(|whole| is_whole(whole)),
        b'/' => is_plain_path(href).then(|| format!("{origin}{href}")),
        // Anything with a colon may be a scheme; what begins with a point or an escape may be a step up.
        first if first.is_ascii_alphanumeric() && !href.contains(':') => {
            let folder = before(before(base, '#'), '?').rsplit_once('/')?.0;
            is_plain_path(href).then(|| format!("{folder}/{href}"))
        }
        _ => None,
    };
    // A second `#` is for the standard to judge.
    whole.filter(|_| href.matches('#').count() < 2)
}

/// A name of small letters that is no number and holds no punycode, without a port.
fn is_plain_host(host: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_lowercase();
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with("xn--")
            && label.bytes().all(|byte| is_letter(byte) || byte.is_ascii_digit() || byte == b'-')
    };
    host.split('.').all(is_label) && host.rsplit('.').next().is_some_and(|last| last.bytes().all(is_letter))
}

/// A path, and what is asked, that takes no steps up or down.
fn is_plain_path(path: &str) -> bool {
    let path = before(before(path, '#'), '?');
    !path.contains("/.") && !path.contains("/%")
}

/// A mail address. Browsers differ in how they write one.
fn mail(href: &str) -> Option<String> {
    let href = href.trim_matches(|c: char| c <= ' ');
    let (scheme, rest) = href.split_once(':').filter(|(scheme, _)| scheme.eq_ignore_ascii_case("mailto"))?;
    let (rest, fragment) = rest.split_once('#').map_or((rest, None), |(rest, fragment)| (rest, Some(fragment)));
    let (to, query) = rest.split_once('?').map_or((rest, None), |(to, query)| (to, Some(query)));
    if to.starts_with('/') || to.ends_with(' ') {
        return None;
    }
    let mut text = format!("{}:", scheme.to_ascii_lowercase());
    encode(to, &[], &mut text);
    for (mark, part, escaped) in [('?', query, &[' ', '"', '<', '>'][..]), ('#', fragment, &[' ', '"', '<', '>', '`'])]
    {
        if let Some(part) = part {
            text.push(mark);
            encode(part, escaped, &mut text);
        }
    }
    Some(text)
}

/// Writes a part of an address: tabs and line breaks go; controls, letters beyond ASCII and some marks are escaped.
fn encode(part: &str, escaped: &[char], out: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |value: u8| DIGITS.get(usize::from(value)).map_or('0', |digit| char::from(*digit));
    for c in part.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')) {
        if c.is_ascii() && !c.is_ascii_control() && !escaped.contains(&c) {
            out.push(c);
        } else {
            let mut bytes = [0; 4];
            c.encode_utf8(&mut bytes).bytes().for_each(|byte| out.extend(['%', digit(byte >> 4), digit(byte & 15)]));
        }
    }
}

/// What the platform's parser makes of an address.
fn asked(href: &str, base: Option<&str>) -> Option<String> {
    if href.is_ascii() && !href.contains('%') {
        return parsed(href, base);
    }
    match host(href, base) {
        Some(place) => parsed(&place.in_ascii()?, base),
        None => parsed(href, base),
    }
}

#[cfg(target_arch = "wasm32")]
fn parsed(href: &str, base: Option<&str>) -> Option<String> {
    let url = match base {
        Some(base) => web_sys::Url::new_with_base(href, base),
        None => web_sys::Url::new(href),
    };
    url.ok().map(|url| url.href())
}

#[cfg(not(target_arch = "wasm32"))]
fn parsed(href: &str, base: Option<&str>) -> Option<String> {
    let base = base.map(url::Url::parse).transpose().ok()?;
    url::Url::options().base_url(base.as_ref()).parse(href).ok().map(String::from)
}

/// An address of a scheme that has hosts, parted around its host as the standard parts it.
struct Hosted {
    before: String,
    host: String,
    after: String,
}

/// Where an address names its host, as browsers find it: after a scheme of the web or two slashes of either kind, and
/// after who asks (`a@`). Nothing where it names none, or is of another kind.
fn host(href: &str, base: Option<&str>) -> Option<Hosted> {
    const SCHEMES: [&str; 6] = ["http", "https", "ftp", "file", "ws", "wss"];
    let is_slash = |c: char| matches!(c, '/' | '\\');
    let text: String =
        href.trim_matches(|c: char| c <= ' ').chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let scheme = text.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    let scheme = scheme.filter(|scheme| SCHEMES.contains(&scheme.as_str()));
    let of_base = base.and_then(|base| base.split(':').next());
    let rest = scheme.as_ref().and_then(|scheme| text.get(scheme.len() + 1..)).unwrap_or(&text);
    let bare = rest.trim_start_matches(is_slash);
    let slashes = rest.len() - bare.len();
    // With the base's own scheme, or none, it takes two slashes; else what follows is a host without any.
    if slashes < 2 && scheme.as_deref().is_none_or(|scheme| Some(scheme) == of_base) {
        return None;
    }
    let end = bare.find(|c| is_slash(c) || matches!(c, '?' | '#')).unwrap_or(bare.len());
    let (asker, name) = bare.get(..end)?.rsplit_once('@').map_or((None, bare.get(..end)?), |(a, b)| (Some(a), b));
    let start = text.len() - bare.len() + asker.map_or(0, |asker| asker.len() + 1);
    let (host, _) = name.split_once(':').unwrap_or((name, ""));
    Some(Hosted {
        before: text.get(..start)?.to_owned(),
        host: host.to_owned(),
        after: text.get(start + host.len()..)?.to_owned(),
    })
}

impl Hosted {
    /// The address with its host in punycode: natively the URL parser is built without the tables of Unicode, and both
    /// parsers shall say the same. Lower case is all the mapping that is done. Nothing where that is no name of a host.
    fn in_ascii(self) -> Option<String> {
        /// No name is longer, and to write one takes time by its square.
        const LONGEST: usize = 253;
        let Self { before, host, after } = self;
        let host = if host.contains('%') { decoded(&host) } else { host };
        if host.is_ascii() {
            return Some(format!("{before}{host}{after}"));
        }
        if host.chars().count() > LONGEST || host.contains(|c: char| c <= ' ' || r"#/:<>?@[\]^|%".contains(c)) {
            return None;
        }
        let label = |label: &str| {
            let lower = crate::dom::text::lower(label);
            if lower.is_ascii() { Some(lower) } else { punycode::encode(&lower).map(|code| format!("xn--{code}")) }
        };
        let labels: Option<Vec<String>> = host.split('.').map(label).collect();
        Some(format!("{before}{}{after}", labels?.join(".")))
    }
}

/// A host with its escapes read, where they are letters beyond ASCII; as it is otherwise.
fn decoded(host: &str) -> String {
    let mut bytes = Vec::with_capacity(host.len());
    let mut rest = host.as_bytes();
    while let [first, tail @ ..] = rest {
        let escaped = match (first, tail) {
            (b'%', [high, low, ..]) => {
                std::str::from_utf8(&[*high, *low]).ok().and_then(|hex| u8::from_str_radix(hex, 16).ok())
            }
            _ => None,
        };
        bytes.push(escaped.unwrap_or(*first));
        rest = if escaped.is_some() { tail.get(2..).unwrap_or_default() } else { tail };
    }
    let text = String::from_utf8_lossy(&bytes);
    if text.is_ascii() { host.to_owned() } else { text.into_owned() }
}

#[cfg(test)]
mod tests {
    use url::Url;

    use super::*;

    /// What each way of our own says, where it says anything, is what the standard says.
    #[test]
    fn what_is_told_without_the_parser_is_what_the_parser_says() {
        let hosts = ["https://a.example", "http://A.example", "//b2.c-d.example", "https://1.2", "http://0x7f", ""];
        let paths =
            ["", "/", "/x/y.html", "x/y", "/./x", "x/../y", "/x/%2e%2E/y", "/a b", "/x:y", "/x//y/", "/é", "x:y"];
        let ends = ["", "?", "?q=/a?b", "?'", "#", "#a", "#a b", "?q#a#b", "#/../", "?x=/../y#%41"];
        let bases = ["https://p.example/", "http://p.example/d/e.html?q=/r/#s", "https://p.example:8080/d/"];
        for base in bases.map(Some).into_iter().chain([None]) {
            let parsed = base.and_then(|base| Url::parse(base).ok());
            let starts = hosts.iter().flat_map(|host| paths.map(|path| format!("{host}{path}")));
            for href in starts.flat_map(|start| ends.map(|end| format!("{start}{end}"))) {
                if let Some(said) = plain(&href, base) {
                    let right = Url::options().base_url(parsed.as_ref()).parse(&href).map(String::from);
                    assert_eq!(Ok(said), right, "{href} from {base:?}");
                }
            }
        }
    }

    #[test]
    fn most_links_are_told_without_the_parser() {
        let base = Some("https://p.example/d/e.html?q#s");
        for (href, right) in [
            ("https://a.example/x?y=1#z", "https://a.example/x?y=1#z"),
            ("//a.example/x.jpg", "https://a.example/x.jpg"),
            ("/x/y", "https://p.example/x/y"),
            ("f.html", "https://p.example/d/f.html"),
            ("#top", "https://p.example/d/e.html?q#top"),
        ] {
            assert_eq!(plain(href, base).as_deref(), Some(right));
        }
        assert_eq!(plain("https://1.2.3.4/", base), None);
        assert_eq!(plain("x:y", base), None);
    }

    /// Natively no letter beyond ASCII comes to the parser within a host, wherever browsers find one.
    #[test]
    fn hosts_are_found_where_browsers_find_them() {
        let base = Address::of("https://p.example/d/", None).unwrap();
        for (href, right) in [
            ("https://B\u{fc}cher.example/A", Some("https://xn--bcher-kva.example/A")),
            ("\u{7}//B\u{fc}cher.example", Some("https://xn--bcher-kva.example/")),
            ("https:\\/B\u{fc}cher.example", Some("https://xn--bcher-kva.example/")),
            ("\\\\\\B\u{fc}cher.example\\a", Some("https://xn--bcher-kva.example/a")),
            ("ht\ntps://\u{e9}:b@B\u{fc}\tcher.example:81/", Some("https://%C3%A9:b@xn--bcher-kva.example:81/")),
            ("http:B%C3%BCcher.example", Some("http://xn--bcher-kva.example/")),
            ("https:B\u{fc}cher.example", Some("https://p.example/d/B%C3%BCcher.example")),
            ("https:/B\u{fc}cher.example", Some("https://p.example/B%C3%BCcher.example")),
            ("x/B\u{fc}", Some("https://p.example/d/x/B%C3%BC")),
            ("//A%41/", Some("https://aa/")),
            ("//a\u{fc}|b/", None),
            ("//A%FF\u{fc}%2F/", None),
        ] {
            assert_eq!(Address::of(href, Some(&base)).as_ref().map(Address::as_str), right, "{href:?}");
        }
        let long = format!("//{}", "\u{fc}".repeat(20_000));
        assert_eq!(Address::of(&long, Some(&base)), None);
    }

    #[test]
    fn mail_and_places_are_written_as_the_parser_writes_them() {
        for href in [
            "mailto:a@b.example",
            " MailTo:a b@c.example?subject=a b\"'<é>&body=x\ty\u{1}#z `é",
            "mailto:é<a@b.example>",
            "mailto:",
            "mailto:a ?b#c",
        ] {
            let right = Url::parse(href).map(String::from).ok();
            assert!(mail(href).is_none_or(|said| Some(said) == right), "{href}: {right:?}");
        }
        for name in ["a", " a ", "\"<é>`'{}", "#a#", "a\nb\u{7f}", ""] {
            let mut right = Url::parse("https://a.example/x?y#z").unwrap();
            right.set_fragment(Some(name));
            assert_eq!(Address(String::from("https://a.example/x?y#z")).at_place(name).as_str(), right.as_str());
        }
    }
}
