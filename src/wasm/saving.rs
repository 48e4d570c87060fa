//! The module that saves articles.

use serde_json::Value;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

use super::field;
use crate::article::{self, Article};
use crate::save::cite::{self, Style};
use crate::save::{self, Annotation, Extras, Format, Missing, Picture, State, Words};

/// An article as a file's bytes. `format`: `html`, `markdown`, `text`, `json` or `epub`. `extras`: `saved` (milliseconds),
/// `pictures` (`{ url, mime, bytes, name }`, the name being where it lies beside a Markdown file), `missing`
/// (`{ url, why }`), `annotations` (as the W3C has them), `kept` (0 to 1), `words` (`{ highlights, missing }`); what is not
/// there is left out.
///
/// # Errors
/// When the article is none, the format is not known, or an EPUB can't be packed.
#[wasm_bindgen]
pub fn file(article: &JsValue, format: &str, extras: &JsValue) -> Result<Vec<u8>, JsError> {
    let named = Format::from_name(format);
    let format =
        named.ok_or_else(|| JsError::new(&format!("no format {format:?}: html, markdown, text, json or epub")))?;
    Ok(save::file(&read(article)?, format, &extras_of(extras)?)?)
}

/// Articles as the chapters of an EPUB. `extras`: `title`, `saved`, `words`, `pictures` of all of them, and `each`, a list of
/// the extras of one each.
///
/// # Errors
/// When an article is none, there is none, or the EPUB can't be packed.
#[wasm_bindgen]
pub fn book(articles: &js_sys::Array, extras: &JsValue) -> Result<Vec<u8>, JsError> {
    let common = extras_of(extras)?;
    let each = list(&field(extras, "each"));
    let chapter = |(at, article): (usize, JsValue)| -> Result<(Article, Extras), JsError> {
        let own = extras_of(each.get(at).unwrap_or(&JsValue::UNDEFINED))?;
        let pictures = own.pictures.into_iter().chain(common.pictures.iter().cloned()).collect();
        let saved = own.saved.or(common.saved);
        Ok((read(&article)?, Extras { pictures, saved, words: common.words.clone(), ..own }))
    };
    let chapters = articles.iter().enumerate().map(chapter).collect::<Result<Vec<_>, _>>()?;
    Ok(save::book(&chapters, field(extras, "title").as_string().as_deref(), common.saved)?)
}

/// An article as a line of a bibliography: `apa`, `mla`, `chicago`, `bibtex` or `ris`; `saved`: when it was seen, in
/// milliseconds.
///
/// # Errors
/// When the article is none or the style is not known.
#[wasm_bindgen]
pub fn citation(article: &JsValue, style: &str, saved: Option<f64>) -> Result<String, JsError> {
    let named = Style::from_name(style);
    let style = named.ok_or_else(|| JsError::new(&format!("no style {style:?}: apa, mla, chicago, bibtex or ris")))?;
    Ok(cite::citation(&read(article)?, style, time(saved)))
}

/// The name of an article's file without its ending, from a template such as `{date} {site} {title}`: that one where it is
/// empty.
///
/// # Errors
/// When the article is none.
#[wasm_bindgen(js_name = fileName)]
pub fn file_name(article: &JsValue, template: &str, saved: Option<f64>) -> Result<String, JsError> {
    Ok(save::file_name(&read(article)?, template, time(saved)))
}

/// Whether a file is what was saved: `{ state, why, format, saved }`, the state being `intact`, `changed` or `unknown`. This
/// finds damage; it is no signature.
///
/// # Errors
/// When the answer cannot be handed over.
#[wasm_bindgen]
pub fn verify(bytes: &[u8]) -> Result<JsValue, JsError> {
    let check = save::verify(bytes);
    let (state, why) = match check.state {
        State::Intact => ("intact", None),
        State::Changed(why) => ("changed", Some(why)),
        State::Unknown => ("unknown", None),
    };
    let answer = js_sys::Object::new();
    let text = |text: Option<&str>| text.map_or(JsValue::NULL, JsValue::from);
    let format = check.format.map(Format::ending);
    for (name, value) in
        [("state", Some(state)), ("why", why.as_deref()), ("format", format), ("saved", check.saved.as_deref())]
    {
        js_sys::Reflect::set(&answer, &name.into(), &text(value))
            .map_err(|_| JsError::new("no answer could be made"))?;
    }
    Ok(answer.into())
}

/// An article by way of a text: a reader of JSON is here anyhow, and a second one for values weighs 5 kB.
fn read(article: &JsValue) -> Result<Article, JsError> {
    Ok(article::read(&json(article)?))
}

fn json(value: &JsValue) -> Result<Value, JsError> {
    let text = js_sys::JSON::stringify(value).map_err(|_| JsError::new("this can be no JSON"))?;
    Ok(serde_json::from_str(&String::from(text))?)
}

fn time(milliseconds: Option<f64>) -> Option<jiff::Timestamp> {
    jiff::Timestamp::from_millisecond(milliseconds? as i64).ok()
}

fn list(value: &JsValue) -> Vec<JsValue> {
    if js_sys::Array::is_array(value) { js_sys::Array::from(value).iter().collect() } else { Vec::new() }
}

fn extras_of(extras: &JsValue) -> Result<Extras, JsError> {
    let text = |of: &JsValue, name: &str| field(of, name).as_string();
    let picture = |one: &JsValue| Picture {
        url: text(one, "url").unwrap_or_default(),
        mime: text(one, "mime").unwrap_or_default(),
        bytes: js_sys::Uint8Array::new(&field(one, "bytes")).to_vec(),
        name: text(one, "name"),
    };
    let absent = |one: &JsValue| Missing {
        url: text(one, "url").unwrap_or_default(),
        why: text(one, "why").unwrap_or_default(),
    };
    let notes = list(&field(extras, "annotations")).iter().map(json).collect::<Result<Vec<_>, _>>()?;
    let words = field(extras, "words");
    let own = Words::default();
    Ok(Extras {
        saved: time(field(extras, "saved").as_f64()),
        pictures: list(&field(extras, "pictures")).iter().map(picture).collect(),
        missing: list(&field(extras, "missing")).iter().map(absent).collect(),
        annotations: notes.iter().filter_map(Annotation::read).collect(),
        kept: field(extras, "kept").as_f64(),
        words: Words {
            highlights: text(&words, "highlights").unwrap_or(own.highlights),
            missing: text(&words, "missing").unwrap_or(own.missing),
        },
    })
}
