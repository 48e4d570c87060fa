//! Pictures that lie beside a page, as browsers and archives leave them there.

use std::fs;
use std::path::{Component, Path, PathBuf};

use lede::article::Article;
use lede::render::each_picture;
use lede::save::{Missing, Picture};

/// The largest picture, in bytes.
const MOST: u64 = 32 << 20;

/// The pictures of an article that are found in a folder, and those that are not. A picture is looked for by its address's
/// host and path, by its path, and by its name alone; `prefix` is where a Markdown file has them.
pub fn found(article: &Article, folder: &Path, prefix: Option<&str>) -> (Vec<Picture>, Vec<Missing>) {
    let mut urls: Vec<&str> = Vec::new();
    each_picture(&article.body, &mut |src| {
        if src.is_some() && !urls.contains(&src.as_str()) {
            urls.push(src.as_str());
        }
    });
    let (mut pictures, mut missing) = (Vec::new(), Vec::new());
    for (at, url) in urls.iter().enumerate() {
        let read = candidates(url).into_iter().find_map(|path| read(folder, &path));
        let picture = read.map(|(bytes, mime)| Picture { url: (*url).to_owned(), mime, bytes, name: None });
        match picture.and_then(|picture| picture.kind().map(|kind| (picture, kind))) {
            Some((mut picture, kind)) => {
                picture.name = prefix.map(|prefix| format!("{prefix}/{:04}.{}", at + 1, kind.ending));
                pictures.push(picture);
            }
            None => missing.push(Missing { url: (*url).to_owned(), why: "not in the folder".to_owned() }),
        }
    }
    (pictures, missing)
}

/// Where a picture may lie in the folder.
fn candidates(url: &str) -> Vec<PathBuf> {
    let rest = url.split_once("://").map_or(url, |parts| parts.1);
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let decoded = decoded(rest);
    let path = decoded.split_once('/').map_or("", |parts| parts.1);
    let name = path.rsplit('/').next().unwrap_or_default();
    [decoded.as_str(), path, name].into_iter().filter(|text| !text.is_empty()).map(PathBuf::from).collect()
}

fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let digits = text.get(at + 1..at + 3).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        let escaped = digits.filter(|_| *byte == b'%');
        out.push(escaped.unwrap_or(*byte));
        at += if escaped.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// A file of the folder and its kind by its ending; nothing outside of it, wherever links lead.
fn read(folder: &Path, path: &Path) -> Option<(Vec<u8>, String)> {
    if !path.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let file = folder.join(path).canonicalize().ok().filter(|file| file.is_file())?;
    let inside = folder.canonicalize().ok().is_some_and(|folder| file.starts_with(folder));
    let size = fs::metadata(&file).ok()?.len();
    let is_svg = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("svg"));
    let mime = if is_svg { "image/svg+xml" } else { "" };
    if inside && size <= MOST { fs::read(&file).ok().map(|bytes| (bytes, mime.to_owned())) } else { None }
}
