//! Markup read back: the start tags of some HTML in one normal form, and the text between them.

use std::cell::RefCell;

use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

/// What was read.
#[derive(Default)]
pub struct Markup {
    /// `<name attr="value">` for each start tag, in lower case, white space and control characters out of the values.
    pub tags: String,
    /// The text.
    pub text: String,
}

#[derive(Default)]
struct Sink(RefCell<Markup>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut read = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let bare =
                    |value: &str| value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>();
                let mut line = format!("<{}", tag.name);
                for attr in &tag.attrs {
                    line.extend([" ", &attr.name.local, "=\"", &bare(&attr.value), "\""]);
                }
                read.tags.push_str(&(line + ">").to_lowercase());
                read.text.push(' ');
            }
            Token::CharacterTokens(text) => read.text.push_str(&text),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// Reads some HTML, every tag of it: nothing is taken for raw text.
pub fn read(html: &str) -> Markup {
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(html.into());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

/// Whether some tag bears a piece: `<x` an element, `name` or `name=` an attribute, anything else a part of a tag.
pub fn bears(tags: &str, piece: &str) -> bool {
    let piece = piece.to_lowercase();
    let word = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if let Some(name) = piece.strip_prefix('<').map(|rest| rest.trim_end_matches([' ', '>'])).filter(|name| word(name))
    {
        return tags.contains(&format!("<{name} ")) || tags.contains(&format!("<{name}>"));
    }
    let name = piece.trim_end_matches('=');
    if word(name) && !name.chars().any(|c| c.is_ascii_digit()) {
        return tags.contains(&format!(" {name}="));
    }
    let tight = |text: &str| text.split_whitespace().collect::<String>();
    tight(tags).contains(&tight(&piece))
}

/// Elements that end a line of text.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "option",
    "optgroup",
    "hgroup",
    "dir",
];
/// Elements whose text is not shown.
const MUTE: &[&str] =
    &["script", "style", "template", "noscript", "title", "svg", "iframe", "object", "select", "textarea"];

#[derive(Default)]
struct Text(RefCell<(String, Vec<String>)>);

impl TokenSink for Text {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let (text, mute) = &mut *self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => {
                let name = &*tag.name;
                if MUTE.contains(&name) && !tag.self_closing {
                    match tag.kind {
                        TagKind::StartTag if mute.is_empty() || mute.last().is_some_and(|open| open == name) => {
                            mute.push(name.to_owned())
                        }
                        TagKind::EndTag if mute.last().is_some_and(|open| open == name) => drop(mute.pop()),
                        _ => {}
                    }
                } else if BLOCKS.contains(&name) {
                    text.push('\n');
                }
            }
            Token::CharacterTokens(piece) if mute.is_empty() => text.push_str(&piece),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// The visible text of some HTML, a line a block.
pub fn text_of(html: &str) -> String {
    let tokenizer = Tokenizer::new(Text::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(html.into());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner().0
}
