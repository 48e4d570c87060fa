//! The module that reads pages.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

use super::field;
use crate::article::Article;
use crate::comments::Comment;
use crate::dom::snapshot::{self, Snapshot};
use crate::dom::{Document, live};
use crate::options::{Options, Scope};
use crate::pages::Pagination;
use crate::plan::Plan;
use crate::render;
use crate::{Extraction, extract as extract_from};

/// What a caller may ask for.
struct Ask {
    options: Options,
    /// Whether the article comes with `content` and `textContent`.
    content: bool,
    /// Whether what the layout hides counts as hidden.
    layout: bool,
}

impl Ask {
    /// Reads `{ now, scope, keep, drop, candidate, leftOut, comments, content, layout }`; what is not there has its default.
    fn read(options: &JsValue) -> Self {
        let now = field(options, "now").as_f64().and_then(|now| jiff::Timestamp::from_millisecond(now as i64).ok());
        let everything = matches!(field(options, "scope").as_string().as_deref(), Some("everything" | "selection"));
        let scope = if everything { Scope::Everything } else { Scope::Article };
        let said = |name| field(options, name).as_bool();
        let options = Options {
            now,
            scope,
            keep: numbers(&field(options, "keep")),
            drop: numbers(&field(options, "drop")),
            candidate: u8::from(field(options, "candidate").as_f64().is_some_and(|number| number >= 1.0)),
            left_out: said("leftOut").unwrap_or(false),
            comments: said("comments").unwrap_or(false),
        };
        Self { options, content: said("content").unwrap_or(true), layout: said("layout").unwrap_or(true) }
    }
}

/// The numbers of elements in a list; what can be none is left aside.
fn numbers(list: &JsValue) -> Vec<u32> {
    let number = |value: JsValue| value.as_f64().filter(|number| (0.0..=f64::from(u32::MAX)).contains(number));
    let all = js_sys::Array::is_array(list).then(|| js_sys::Array::from(list));
    all.iter().flat_map(js_sys::Array::iter).filter_map(number).map(|number| number as u32).collect()
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    article: Article,
    plan: Plan,
    may_act: bool,
    candidates: u8,
    pagination: Option<Pagination>,
    has_comments: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    comments: Option<Vec<Comment>>,
    kept: f64,
}

/// The article of a snapshot: `{ article, plan, mayAct, candidates, pagination, hasComments, comments, kept }`, the comments where
/// they were asked for; `kept` is the article's share of the page's words. `options`: `now` (milliseconds that "two hours ago" counts from), `scope` (`everything` where someone has
/// chosen what the snapshot holds), `keep` and `drop` (numbers of elements as in the plan: what a person has chosen by
/// hand to stay whole, and to go), `candidate` (1: the second reading, where there is one; `candidates` tells how many
/// there are), `leftOut` (the body also holds what was left out), `comments` (what readers say of it; off unless true),
/// `content` (with `content` and `textContent`; on unless false), `layout` (what the layout hides counts as hidden; on
/// unless false).
///
/// # Errors
/// When the snapshot is damaged or of another version.
#[wasm_bindgen]
pub fn extract(snapshot: &JsValue, options: &JsValue) -> Result<JsValue, JsError> {
    let ask = Ask::read(options);
    let doc = document_of(snapshot)?;
    answer(&if ask.layout { doc } else { doc.without_layout() }, &ask)
}

/// As [`extract()`], of a DOM that this module may walk itself; `url` is the page's address.
///
/// # Errors
/// When the answer cannot be handed over.
#[wasm_bindgen(js_name = extractDocument)]
pub fn extract_document(document: &web_sys::Document, url: &str, options: &JsValue) -> Result<JsValue, JsError> {
    let ask = Ask::read(options);
    answer(&live::read(document, url), &ask)
}

/// As [`extract()`], of a page's HTML; `url` is the page's address.
///
/// # Errors
/// When the answer cannot be handed over.
#[cfg(feature = "html")]
#[wasm_bindgen(js_name = extractHtml)]
pub fn extract_html(page: &str, url: &str, options: &JsValue) -> Result<JsValue, JsError> {
    let ask = Ask::read(options);
    let doc = crate::dom::html::parse(page, url);
    answer(&if ask.layout { doc } else { doc.without_layout() }, &ask)
}

/// A page's bytes as text: by their mark, by `charset` (what a server said), by what they are, by the page's own label.
#[cfg(feature = "html")]
#[wasm_bindgen(js_name = toText)]
#[must_use]
pub fn to_text(bytes: &[u8], charset: Option<String>) -> String {
    crate::dom::html::to_text(bytes, Some(&charset.unwrap_or_default())).into_owned()
}

/// A snapshot's document in lines, one node each: for comparing the ways in which a page can be read.
///
/// # Errors
/// When the snapshot is damaged or of another version.
#[wasm_bindgen]
pub fn outline(snapshot: &JsValue) -> Result<String, JsError> {
    Ok(document_of(snapshot)?.outline())
}

/// As [`outline()`], of a DOM.
#[wasm_bindgen(js_name = outlineDocument)]
#[must_use]
pub fn outline_document(document: &web_sys::Document, url: &str) -> String {
    live::read(document, url).outline()
}

fn document_of(snapshot: &JsValue) -> Result<Document, JsError> {
    let text = |name| field(snapshot, name).as_string().unwrap_or_default();
    let version = field(snapshot, "version").as_f64().unwrap_or_default() as u32;
    let [url, names, layout, texts, attrs] = ["url", "names", "layout", "text", "attrs"].map(text);
    Ok(snapshot::decode(&Snapshot { version, url, names, layout, text: texts, attrs })?)
}

fn answer(doc: &Document, ask: &Ask) -> Result<JsValue, JsError> {
    let found = extract_from(doc, &ask.options);
    let kept = found.kept_share();
    let article = if ask.content { render::rendered(found.article) } else { found.article };
    let Extraction { plan, may_act, candidates, pagination, has_comments, comments, .. } = found;
    let answer = Answer { article, plan, may_act, candidates, pagination, has_comments, comments, kept };
    Ok(answer.serialize(&Serializer::json_compatible())?)
}
