//! A stored article, read back from its JSON. Reading is lenient: what is missing has its default, what is not known is
//! left out, addresses go through the sieve of [`Link`]. So an article that a later version wrote is still read, and a
//! damaged one loses only what is damaged. (Derived readers would also be the largest part of the module.)

use serde_json::{Map, Value};

use crate::dom::text::plain;

use super::{
    Anchor, Article, Block, Cell, Code, Definition, Details, Embed, Figure, Heading, Image, Inline, LeadImage, LeftOut,
    Link, List, MAX_DEPTH, Math, MathNode, PageType, RubyPart, Table,
};

/// How deep values may stand in one another; what is deeper is left out.
const DEEPEST: usize = 2 * MAX_DEPTH + 8;

/// Reads an article.
#[must_use]
pub fn read(value: &Value) -> Article {
    let Some(map) = value.as_object() else { return Article::default() };
    let text = |name| text(map, name);
    let number = |name| map.get(name).and_then(Value::as_f64).unwrap_or_default();
    let texts = |name| list(map, name, |value| value.as_str().map(own));
    Article {
        format: number("format") as u32,
        url: text("url"),
        canonical_url: text("canonicalUrl"),
        title: text("title"),
        byline: text("byline"),
        authors: texts("authors"),
        site_name: text("siteName"),
        published_time: text("publishedTime"),
        modified_time: text("modifiedTime"),
        lang: text("lang"),
        dir: text("dir"),
        excerpt: text("excerpt"),
        section: text("section"),
        tags: texts("tags"),
        image: map.get("image").and_then(lead_image),
        license: text("license"),
        is_accessible_for_free: map.get("isAccessibleForFree").and_then(Value::as_bool),
        page_type: text("pageType").and_then(|name| PageType::from_name(&name)).unwrap_or_default(),
        article_probability: number("articleProbability"),
        confidence: number("confidence"),
        content: text("content"),
        text_content: text("textContent"),
        length: number("length") as usize,
        word_count: number("wordCount") as u32,
        reading_minutes: number("readingMinutes") as u32,
        body: blocks(map.get("body"), 0),
    }
}

fn text(map: &Map<String, Value>, name: &str) -> Option<String> {
    map.get(name).and_then(Value::as_str).map(own)
}

/// A text of ours: a stored one comes from outside as a page does.
fn own(text: &str) -> String {
    plain(text).into_owned()
}

fn word(map: &Map<String, Value>, name: &str) -> String {
    text(map, name).unwrap_or_default()
}

fn small(map: &Map<String, Value>, name: &str) -> u16 {
    map.get(name).and_then(Value::as_f64).map_or(0, |number| number as u16)
}

fn link(map: &Map<String, Value>, name: &str) -> Link {
    Link::from(word(map, name))
}

fn list<T>(map: &Map<String, Value>, name: &str, item: impl Fn(&Value) -> Option<T>) -> Vec<T> {
    items(map.get(name), item)
}

fn items<T>(value: Option<&Value>, item: impl Fn(&Value) -> Option<T>) -> Vec<T> {
    value.and_then(Value::as_array).into_iter().flatten().filter_map(item).collect()
}

/// The name and the value of an object that holds one thing; a bare string is a thing without a value.
fn thing(value: &Value) -> Option<(&str, &Value)> {
    match value {
        Value::String(name) => Some((name, &Value::Null)),
        Value::Object(map) => map.iter().next().map(|(name, value)| (name.as_str(), value)),
        _ => None,
    }
}

fn lead_image(value: &Value) -> Option<LeadImage> {
    let map = value.as_object()?;
    let url = text(map, "url")?;
    Some(LeadImage { url, alt: text(map, "alt"), caption: text(map, "caption"), credit: text(map, "credit") })
}

fn blocks(value: Option<&Value>, depth: usize) -> Vec<Block> {
    items(value, |value| block(value, depth + 1))
}

fn block(value: &Value, depth: usize) -> Option<Block> {
    let (kind, value) = thing(value).filter(|_| depth < DEEPEST)?;
    let empty = Map::new();
    let map = value.as_object().unwrap_or(&empty);
    let line = |name| line(map.get(name), depth);
    Some(match kind {
        "heading" => Block::Heading(Heading { level: small(map, "level") as u8, content: line("content") }),
        "paragraph" => Block::Paragraph(self::line(Some(value), depth)),
        "list" => Block::List(List {
            start: map.get("start").and_then(Value::as_i64).and_then(|start| i32::try_from(start).ok()),
            items: list(map, "items", |item| Some(blocks(Some(item), depth))),
        }),
        "definitions" => Block::Definitions(items(Some(value), |group| definition(group, depth))),
        "quote" => Block::Quote(blocks(Some(value), depth)),
        "code" => Block::Code(Code { language: text(map, "language"), text: word(map, "text") }),
        "table" => Block::Table(Table {
            caption: line("caption"),
            rows: list(map, "rows", |row| Some(items(Some(row), |value| cell(value, depth)))),
        }),
        "figure" => Block::Figure(Figure { images: list(map, "images", image), caption: line("caption") }),
        "embed" => Block::Embed(Embed {
            href: link(map, "href"),
            title: word(map, "title"),
            poster: text(map, "poster").map(Link::from),
        }),
        "math" => Block::Math(math(value, depth)),
        "details" => Block::Details(Details { summary: line("summary"), content: blocks(map.get("content"), depth) }),
        "leftOut" => Block::LeftOut(LeftOut { rule: word(map, "rule"), content: blocks(map.get("content"), depth) }),
        "break" => Block::Break,
        _ => return None,
    })
}

fn definition(value: &Value, depth: usize) -> Option<Definition> {
    let map = value.as_object()?;
    let terms = list(map, "terms", |term| Some(line(Some(term), depth)));
    Some(Definition { terms, meaning: blocks(map.get("meaning"), depth) })
}

fn cell(value: &Value, depth: usize) -> Option<Cell> {
    let map = value.as_object()?;
    Some(Cell {
        header: map.get("header").and_then(Value::as_bool).unwrap_or_default(),
        colspan: small(map, "colspan"),
        rowspan: small(map, "rowspan"),
        content: blocks(map.get("content"), depth),
    })
}

fn image(value: &Value) -> Option<Image> {
    let map = value.as_object()?;
    Some(Image {
        src: link(map, "src"),
        alt: word(map, "alt"),
        width: small(map, "width"),
        height: small(map, "height"),
    })
}

fn math(value: &Value, depth: usize) -> Math {
    let map = value.as_object();
    let field = |name| map.and_then(|map| map.get(name));
    let tex = field("tex").and_then(Value::as_str).map(own);
    Math { tex, mathml: field("mathml").and_then(|node| math_node(node, depth)) }
}

fn math_node(value: &Value, depth: usize) -> Option<MathNode> {
    let map = value.as_object().filter(|_| depth < DEEPEST)?;
    let children = list(map, "children", |child| math_node(child, depth + 1));
    Some(MathNode { tag: word(map, "tag"), text: word(map, "text"), children })
}

fn line(value: Option<&Value>, depth: usize) -> Vec<Inline> {
    items(value, |value| inline(value, depth + 1))
}

fn inline(value: &Value, depth: usize) -> Option<Inline> {
    let (kind, value) = thing(value).filter(|_| depth < DEEPEST)?;
    let text = || own(value.as_str().unwrap_or_default());
    let line = || line(Some(value), depth);
    Some(match kind {
        "text" => Inline::Text(text()),
        "target" => Inline::Target(text()),
        "link" => {
            let map = value.as_object()?;
            Inline::Link(Anchor { href: link(map, "href"), content: self::line(map.get("content"), depth) })
        }
        "strong" => Inline::Strong(line()),
        "emphasis" => Inline::Emphasis(line()),
        "code" => Inline::Code(line()),
        "sub" => Inline::Sub(line()),
        "sup" => Inline::Sup(line()),
        "mark" => Inline::Mark(line()),
        "deleted" => Inline::Deleted(line()),
        "underline" => Inline::Underline(line()),
        "quote" => Inline::Quote(line()),
        "ruby" => Inline::Ruby(items(Some(value), ruby)),
        "image" => Inline::Image(image(value)?),
        "math" => Inline::Math(math(value, depth)),
        "lineBreak" => Inline::LineBreak,
        _ => return None,
    })
}

fn ruby(value: &Value) -> Option<RubyPart> {
    let map = value.as_object()?;
    Some(RubyPart { base: word(map, "base"), reading: word(map, "reading") })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_damaged_is_left_out_and_the_rest_is_read() {
        let article = read(&json!({
            "title": "T", "authors": ["A", 1], "pageType": "forum", "format": "x",
            "body": [
                {"paragraph": [{"text": "a"}, {"blink": "b"}, {"link": {"href": "javascript:x()", "content": [{"text": "c"}]}}]},
                {"hologram": {}}, "break", 7,
            ],
        }));
        assert_eq!((article.title.as_deref(), article.authors.as_slice()), (Some("T"), &["A".to_owned()][..]));
        assert_eq!(article.page_type, PageType::Forum);
        let dead = Inline::Link(Anchor { href: Link::default(), content: vec![Inline::Text("c".into())] });
        assert_eq!(article.body, [Block::Paragraph(vec![Inline::Text("a".into()), dead]), Block::Break]);
        assert_eq!(read(&json!([])), Article::default());
    }

    #[test]
    fn values_too_deep_are_left_out() {
        let deep = (0..200).fold(json!("break"), |inside, _| json!({"quote": [inside]}));
        let mut levels = 0;
        let mut blocks = read(&json!({"body": [deep]})).body;
        while let Some(Block::Quote(inside)) = blocks.pop() {
            levels += 1;
            blocks = inside;
        }
        assert!(levels < DEEPEST && blocks.is_empty(), "{levels}");
    }
}
