//! schema.org in JSON-LD: the story, the page, the site, the way to it. Graphs, arrays, references.

use serde_json::Value;

use super::prose::paragraphs;
use super::{Claim, Claims, Field, Source, Who, json};
use crate::dom::text::{fold, likeness};
use crate::dom::{Attr, Document, Place, Tag};

/// Types of things that a page can be the story of, and how surely such a thing is the page's own subject.
const STORIES: &[(&str, u8)] = &[
    ("newsarticle", 9),
    ("reportagenewsarticle", 9),
    ("analysisnewsarticle", 9),
    ("backgroundnewsarticle", 9),
    ("opinionnewsarticle", 9),
    ("reviewnewsarticle", 9),
    ("askpublicnewsarticle", 9),
    ("liveblogposting", 9),
    ("advertisercontentarticle", 8),
    ("satiricalarticle", 8),
    ("blogposting", 8),
    ("article", 8),
    ("techarticle", 8),
    ("scholarlyarticle", 8),
    ("medicalscholarlyarticle", 8),
    ("report", 7),
    ("discussionforumposting", 7),
    ("socialmediaposting", 6),
    ("qapage", 6),
    ("question", 5),
    ("recipe", 7),
    ("howto", 6),
    ("product", 6),
    ("productgroup", 6),
    ("review", 4),
    ("course", 4),
    ("event", 4),
    ("videoobject", 3),
    ("podcastepisode", 4),
    ("softwareapplication", 3),
];

/// How deep values are followed into one another.
const MAX_DEPTH: usize = 12;

/// Reads a document's JSON-LD.
pub fn read(doc: &Document, claims: &mut Claims) {
    let scripts = doc.nodes().filter(|node| doc.tag(*node) == Tag::Script && is_json(doc.attr(*node, Attr::Type)));
    let values: Vec<Value> = scripts.filter_map(|node| doc.attr(node, Attr::Script)).flat_map(json::values).collect();
    let mut things = Things::default();
    values.iter().for_each(|value| things.gather(value, 0));
    things.index();
    let heading =
        doc.first(Tag::H1).or_else(|| doc.first(Tag::Title)).map(|node| fold(doc.text(node))).unwrap_or_default();
    if let Some(story) = things.story(doc.url(), &heading) {
        things.tell_story(story, claims);
    }
    things.tell_page(doc.url(), claims);
}

fn is_json(kind: Option<&str>) -> bool {
    kind.is_some_and(|kind| kind.trim_ascii().to_ascii_lowercase().starts_with("application/ld+json"))
}

/// The top-level things of a page, and all things by their name.
#[derive(Default)]
struct Things<'a> {
    top: Vec<&'a Value>,
    named: Vec<(&'a str, &'a Value)>,
}

impl<'a> Things<'a> {
    fn gather(&mut self, value: &'a Value, depth: usize) {
        match value {
            Value::Array(items) if depth < MAX_DEPTH => items.iter().for_each(|item| self.gather(item, depth + 1)),
            Value::Object(map) => {
                if let Some(graph) = map.get("@graph") {
                    self.gather(graph, depth + 1);
                }
                self.top.push(value);
                // A page's subject may stand within it.
                if let Some(main @ Value::Object(_)) = map.get("mainEntity")
                    && depth < MAX_DEPTH
                {
                    self.gather(main, depth + 1);
                }
            }
            _ => {}
        }
    }

    /// Notes the name of every thing that says more than its name.
    fn index(&mut self) {
        let mut waiting: Vec<(&Value, usize)> = self.top.iter().map(|thing| (*thing, 0)).collect();
        while let Some((value, depth)) = waiting.pop() {
            let inside: Vec<&Value> = match value {
                Value::Object(map) => {
                    if let Some(id) = map.get("@id").and_then(Value::as_str).filter(|_| map.len() > 1) {
                        self.named.push((id, value));
                    }
                    map.values().collect()
                }
                Value::Array(items) => items.iter().collect(),
                _ => continue,
            };
            if depth < MAX_DEPTH {
                waiting.extend(inside.into_iter().map(|value| (value, depth + 1)));
            }
        }
    }

    /// What a reference refers to.
    fn follow(&self, value: &'a Value) -> &'a Value {
        let reference =
            value.as_object().filter(|map| map.len() == 1).and_then(|map| map.get("@id")).and_then(Value::as_str);
        let named = reference.and_then(|id| self.named.iter().find(|row| row.0 == id));
        named.map_or(value, |row| row.1)
    }

    fn get(&self, thing: &'a Value, key: &str) -> Option<&'a Value> {
        thing.get(key).map(|value| self.follow(value)).filter(|value| !value.is_null())
    }

    /// The thing that the page is the story of: by its type, by its address, by its headline.
    fn story(&self, url: &str, heading: &str) -> Option<&'a Value> {
        let rank = |thing: &Value| {
            types(thing).filter_map(|kind| STORIES.iter().find(|row| row.0 == kind).map(|row| row.1)).max()
        };
        let score = |thing: &'a Value| {
            let about = ["url", "@id", "mainEntityOfPage"].iter().filter_map(|key| address(thing.get(*key)?));
            let here = about.into_iter().any(|address| same_page(address, url));
            let title =
                self.get(thing, "headline").or_else(|| self.get(thing, "name")).and_then(Value::as_str).unwrap_or("");
            let alike = likeness(&fold(title), heading) > 0.7;
            rank(thing).map(|rank| rank + if here { 6 } else { 0 } + if alike { 8 } else { 0 })
        };
        let scored = self.top.iter().filter_map(|thing| Some((*thing, score(thing)?)));
        // Of equals the first: related stories follow.
        scored
            .fold(
                None,
                |best: Option<(&Value, u8)>, next| {
                    if best.is_none_or(|best| next.1 > best.1) { Some(next) } else { best }
                },
            )
            .map(|best| best.0)
    }

    fn tell_story(&self, story: &'a Value, claims: &mut Claims) {
        for (key, field) in [
            ("headline", Field::Title),
            ("name", Field::Title),
            ("datePublished", Field::Published),
            ("uploadDate", Field::Published),
            ("dateCreated", Field::Published),
            ("dateModified", Field::Modified),
            ("description", Field::Description),
            ("articleSection", Field::Section),
            ("inLanguage", Field::Language),
            ("license", Field::License),
            ("isAccessibleForFree", Field::Free),
        ] {
            if let Some(value) = self.get(story, key) {
                self.texts(value, 0, &mut |text| claims.add(field, Source::JsonLd, text));
            }
        }
        types(story).for_each(|kind| claims.add(Field::Type, Source::JsonLd, &kind));
        let sold = types(story).any(|kind| matches!(kind.as_str(), "product" | "productgroup"));
        if let Some(text) = self.get(story, if sold { "description" } else { "articleBody" }).and_then(Value::as_str) {
            paragraphs(text).iter().for_each(|text| claims.add(Field::Text, Source::JsonLd, text));
        }
        self.keywords(story, claims);
        for key in ["author", "creator"] {
            if let Some(value) = self.get(story, key) {
                self.people(value, Source::JsonLd, 0, claims);
            }
        }
        if let Some(publisher) = self.get(story, "publisher").or_else(|| self.get(story, "sourceOrganization")) {
            self.names(publisher, &mut |name| claims.add(Field::Site, Source::JsonLd, name));
        }
        if let Some(image) = self.get(story, "image") {
            self.image(image, 0, claims);
        }
    }

    /// What the page, the site and the breadcrumbs add.
    fn tell_page(&self, url: &str, claims: &mut Claims) {
        let source = Source::JsonLdPage;
        for thing in &self.top {
            let is = |wanted: &str| types(thing).any(|kind| kind == wanted);
            if is("website") || is("newsmediaorganization") {
                self.names(thing, &mut |name| claims.add(Field::Site, source, name));
            } else if types(thing).any(|kind| kind.ends_with("page") && kind != "qapage") {
                for (key, field) in [
                    ("headline", Field::Title),
                    ("name", Field::Title),
                    ("datePublished", Field::Published),
                    ("dateModified", Field::Modified),
                    ("description", Field::Description),
                    ("inLanguage", Field::Language),
                ] {
                    if let Some(text) = self.get(thing, key).and_then(Value::as_str) {
                        claims.add(field, source, text);
                    }
                }
                types(thing).for_each(|kind| claims.add(Field::Type, source, &kind));
                if let Some(author) = self.get(thing, "author") {
                    self.people(author, source, 0, claims);
                }
                if let Some(breadcrumb) = self.get(thing, "breadcrumb") {
                    self.section(breadcrumb, url, claims);
                }
            } else if is("breadcrumblist") {
                self.section(thing, url, claims);
            } else if types(thing).any(|kind| matches!(kind.as_str(), "itemlist" | "localbusiness" | "service")) {
                types(thing).for_each(|kind| claims.add(Field::Type, source, &kind));
            }
        }
    }

    /// The last step of the way to the page that is not the page itself, nor the site's front.
    fn section(&self, list: &'a Value, url: &str, claims: &mut Claims) {
        let Some(items) = self.get(list, "itemListElement").and_then(Value::as_array) else { return };
        let step = |item: &'a Value| {
            let inner = self.get(item, "item");
            let name = self.get(item, "name").or_else(|| self.get(inner?, "name"))?.as_str()?;
            Some((name, inner.and_then(|inner| address(inner)).unwrap_or("")))
        };
        let steps: Vec<(&str, &str)> = items.iter().filter_map(step).collect();
        let is_front = |address: &str| Place::of(address).is_front();
        let own = steps.last().is_some_and(|(_, address)| address.is_empty() || same_page(address, url));
        let way = steps.iter().take(steps.len() - usize::from(own));
        if let Some((name, _)) = way
            .enumerate()
            .filter(|(at, step)| !(is_front(step.1) || *at == 0 && steps.len() > 2 && step.1.is_empty()))
            .map(|(_, step)| step)
            .next_back()
        {
            claims.add(Field::Section, Source::JsonLdPage, name);
        }
    }

    fn keywords(&self, story: &'a Value, claims: &mut Claims) {
        let Some(value) = self.get(story, "keywords") else { return };
        let mut lists: Vec<&str> = Vec::new();
        self.texts(value, 0, &mut |text| lists.push(text));
        // One string holds them all, parted by commas; an array has one in each.
        let parts = |list: &&'a str| {
            if lists.len() == 1 { list.split([',', ';', '|']).collect::<Vec<_>>() } else { vec![*list] }
        };
        lists.iter().flat_map(parts).for_each(|tag| claims.add(Field::Tag, Source::JsonLd, tag));
    }

    /// The strings of a value: itself, its items, or its name.
    fn texts(&self, value: &'a Value, depth: usize, take: &mut impl FnMut(&'a str)) {
        match self.follow(value) {
            Value::String(text) => take(text),
            Value::Bool(true) => take("true"),
            Value::Bool(false) => take("false"),
            Value::Array(items) if depth < MAX_DEPTH => items.iter().for_each(|item| self.texts(item, depth + 1, take)),
            thing @ Value::Object(_) if depth < MAX_DEPTH => {
                if let Some(name) = ["name", "@value", "url"].iter().find_map(|key| thing.get(*key)) {
                    self.texts(name, depth + 1, take);
                }
            }
            _ => {}
        }
    }

    fn names(&self, value: &'a Value, take: &mut impl FnMut(&'a str)) {
        match self.follow(value) {
            Value::String(name) => take(name),
            Value::Array(items) => items.iter().for_each(|item| self.names(item, take)),
            thing => thing.get("name").and_then(Value::as_str).into_iter().for_each(take),
        }
    }

    fn people(&self, value: &'a Value, source: Source, depth: usize, claims: &mut Claims) {
        let mut put = |text: &str, who| {
            claims.put(Claim { field: Field::Author, text: text.to_owned(), source, node: None, who })
        };
        match self.follow(value) {
            Value::String(name) => put(name, Who::Unknown),
            Value::Array(items) if depth < MAX_DEPTH => {
                items.iter().for_each(|item| self.people(item, source, depth + 1, claims))
            }
            thing @ Value::Object(_) => {
                let kind = |wanted: &str| types(thing).any(|kind| kind.ends_with(wanted));
                let who = if kind("organization") {
                    Who::Organization
                } else if kind("person") {
                    Who::Person
                } else {
                    Who::Unknown
                };
                match thing.get("name").map(|name| self.follow(name)) {
                    Some(Value::String(name)) => put(name, who),
                    Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).for_each(|name| put(name, who)),
                    _ => {
                        let parts =
                            ["givenName", "familyName"].map(|key| thing.get(key).and_then(Value::as_str).unwrap_or(""));
                        put(&parts.join(" "), who);
                    }
                }
            }
            _ => {}
        }
    }

    fn image(&self, value: &'a Value, depth: usize, claims: &mut Claims) {
        match self.follow(value) {
            Value::String(url) => claims.add(Field::Image, Source::JsonLd, url),
            Value::Array(items) if depth < MAX_DEPTH => {
                items.iter().for_each(|item| self.image(item, depth + 1, claims))
            }
            thing @ Value::Object(_) => {
                let url = ["url", "contentUrl", "@id"].iter().find_map(|key| thing.get(*key).and_then(Value::as_str));
                url.into_iter().for_each(|url| claims.add(Field::Image, Source::JsonLd, url));
                for (key, field) in [
                    ("caption", Field::ImageCaption),
                    ("creditText", Field::ImageCredit),
                    ("copyrightHolder", Field::ImageCredit),
                ] {
                    if let Some(value) = self.get(thing, key) {
                        self.texts(value, 0, &mut |text| claims.add(field, Source::JsonLd, text));
                    }
                }
            }
            _ => {}
        }
    }
}

/// A thing's types in lower case, without their vocabulary's address.
fn types(thing: &Value) -> impl Iterator<Item = String> {
    let kinds: Vec<&str> = match thing.get("@type") {
        Some(Value::String(kind)) => vec![kind.as_str()],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    kinds.into_iter().map(|kind| kind.rsplit(['/', '#', ':']).next().unwrap_or(kind).to_ascii_lowercase())
}

/// The address that a value is or has.
fn address(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| value.get("@id").or_else(|| value.get("url"))?.as_str())
}

/// Whether two addresses are of one page: alike but for scheme, `www`, what is asked and where on the page.
fn same_page(a: &str, b: &str) -> bool {
    let (a, b) = (Place::of(a), Place::of(b));
    let same = |a: &str, b: &str| a.eq_ignore_ascii_case(b);
    a != Place::default()
        && same(a.site(), b.site())
        && same(a.path.trim_end_matches('/'), b.path.trim_end_matches('/'))
}
