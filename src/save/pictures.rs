//! Pictures that go into a file: told by their bytes, whatever their server called them.

/// A picture that was had.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// The address by which the article knows it.
    pub url: String,
    /// What its server called it. Only vector graphics are believed it.
    pub mime: String,
    /// The picture itself.
    pub bytes: Vec<u8>,
    /// Where it lies beside a Markdown file.
    pub name: Option<String>,
}

/// A picture that was not had.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// Its address.
    pub url: String,
    /// Why.
    pub why: String,
}

/// What a picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its media type.
    pub mime: &'static str,
    /// The ending of its file's name.
    pub ending: &'static str,
    /// Whether every reader of EPUBs shows it.
    pub in_books: bool,
}

const PNG: Kind = Kind { mime: "image/png", ending: "png", in_books: true };
const JPEG: Kind = Kind { mime: "image/jpeg", ending: "jpg", in_books: true };
const GIF: Kind = Kind { mime: "image/gif", ending: "gif", in_books: true };
const WEBP: Kind = Kind { mime: "image/webp", ending: "webp", in_books: false };
const AVIF: Kind = Kind { mime: "image/avif", ending: "avif", in_books: false };
const SVG: Kind = Kind { mime: "image/svg+xml", ending: "svg", in_books: false };

impl Picture {
    /// What it is by its bytes; nothing where it is no picture that browsers show.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        let bytes = self.bytes.as_slice();
        match bytes {
            [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, _, _, _, _, b'I', b'H', b'D', b'R', ..] => Some(PNG),
            [0xFF, 0xD8, 0xFF, _, _, _, _, _, _, _, ..] => Some(JPEG),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', _, _, _, _, ..] => Some(GIF),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(WEBP),
            [_, _, _, _, b'f', b't', b'y', b'p', b'a', b'v', b'i', b'f' | b's', ..] => Some(AVIF),
            [b'<' | b' ' | b'\n' | 0xEF, ..] if self.mime.starts_with(SVG.mime) => Some(SVG),
            _ => None,
        }
    }

    /// The picture as an address.
    #[must_use]
    pub fn data(&self) -> Option<String> {
        Some(format!("data:{};base64,{}", self.kind()?.mime, base64(&self.bytes)))
    }
}

/// The picture of an address.
pub fn of<'a>(pictures: &'a [Picture], url: &str) -> Option<&'a Picture> {
    pictures.iter().find(|picture| picture.url == url)
}

/// Bytes in Base64.
pub fn base64(bytes: &[u8]) -> String {
    base64::Engine::encode(&base64::prelude::BASE64_STANDARD, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_what_its_bytes_say() {
        let picture =
            |mime: &str, bytes: &[u8]| Picture { mime: mime.into(), bytes: bytes.into(), ..Picture::default() };
        let html = picture("image/png", b"<script>alert(1)</script>");
        assert_eq!((html.kind(), html.data()), (None, None));
        assert_eq!(picture("text/html", b"GIF89a\x01\0\x01\0").kind(), Some(GIF));
        assert_eq!(picture("image/svg+xml", b"<svg/>").kind(), Some(SVG));
        assert_eq!(picture("", b"").kind(), None);
    }
}
