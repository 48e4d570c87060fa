//! `lede verify` and `lede cite`: what is made of saved files, and of articles in a line.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use lede::article::{self, Article};
use lede::save::cite::{self, Style};
use lede::save::{State, verify as check};

use crate::input::Input;
use crate::{UsageError, say};

/// Says of each file whether it holds what was saved. Fails when one does not, or says nothing that can be checked.
pub fn verify(files: &[PathBuf]) -> ExitCode {
    let mut good = true;
    for file in files {
        let said = match fs::read(file).map(|bytes| check(&bytes)) {
            Err(error) => Err(error.to_string()),
            Ok(found) => {
                let saved = found.saved.map(|time| format!(" on {time}")).unwrap_or_default();
                match found.state {
                    State::Intact => Ok(format!("as it was saved{saved} (no damage; this is no signature)")),
                    State::Changed(why) => Err(format!("changed since it was saved{saved}: {why}")),
                    State::Unknown => Err("nothing in it says what was saved".to_owned()),
                }
            }
        };
        good &= said.is_ok();
        let (Ok(text) | Err(text)) = said;
        println!("{}: {text}", file.display());
    }
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What is cited, and how.
#[derive(clap::Args)]
pub struct Cite {
    /// The style.
    #[arg(long, value_enum, default_value = "apa")]
    style: Manner,
    /// The page's address.
    #[arg(long, default_value = "")]
    url: String,
    /// When it was seen (RFC 3339).
    #[arg(long, value_name = "TIME")]
    saved: Option<String>,
    /// An HTML file, a file of an article's JSON, or - for standard input.
    file: PathBuf,
}

/// The styles' names.
#[derive(Clone, Copy, ValueEnum)]
enum Manner {
    Apa,
    Mla,
    Chicago,
    Bibtex,
    Ris,
}

impl Manner {
    fn style(self) -> Style {
        match self {
            Self::Apa => Style::Apa,
            Self::Mla => Style::Mla,
            Self::Chicago => Style::Chicago,
            Self::Bibtex => Style::Bibtex,
            Self::Ris => Style::Ris,
        }
    }
}

/// Prints an article as a line of a bibliography.
///
/// # Errors
/// When the file cannot be read or the time is none.
pub fn cite(options: &Cite) -> Result<ExitCode, UsageError> {
    let saved = crate::clean::time("saved", options.saved.as_deref())?;
    let page = Input::new(&options.file).read(None).map_err(|error| UsageError::Io(error.to_string()))?;
    let line = cite::citation(&article_of(&page, &options.url), options.style.style(), saved);
    say(&format!("{}\n", line.trim_end()))
}

/// A stored article, or that of a page.
fn article_of(page: &str, url: &str) -> Article {
    match serde_json::from_str(page) {
        Ok(stored @ serde_json::Value::Object(_)) => article::read(&stored),
        _ => lede::extract(&lede::dom::html::parse(page, url), &lede::Options::default()).article,
    }
}
