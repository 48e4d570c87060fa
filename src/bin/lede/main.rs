//! The command line: `lede clean`, `verify`, `cite`, `explain`, `outline` and `features`.

mod clean;
mod features;
mod input;
mod output;
mod pictures;
mod pool;
mod saved;
mod warc;

use std::borrow::Cow;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use input::{Addresses, Input};
use lede::Model;

/// Finds the article of web pages.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Prints the article of each page, or writes it as a file.
    Clean(clean::Clean),
    /// Says whether saved files still hold what was saved. This finds damage; it is no signature.
    Verify {
        /// Files that `lede clean` or the extension has written.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Prints articles as lines of a bibliography.
    Cite(saved::Cite),
    /// Prints a page's tree with scores, and why each part was kept or dropped.
    Explain {
        /// The page's address.
        #[arg(long, default_value = "")]
        url: String,
        /// The page's encoding, where its server said one.
        #[arg(long)]
        charset: Option<String>,
        /// Another model than the one that comes with the program.
        #[arg(long, value_name = "FILE")]
        model: Option<PathBuf>,
        #[command(flatten)]
        wish: Wish,
        /// An HTML file, or - for standard input.
        file: PathBuf,
    },
    /// Writes what the models see of pages, for their training.
    Features {
        /// A file with lines "ID TAB ADDRESS".
        #[arg(long, value_name = "FILE.tsv")]
        urls: PathBuf,
        /// The folder to write to.
        #[arg(short, long)]
        output: PathBuf,
        /// HTML files (.gz too), or folders of them.
        #[arg(required = true)]
        inputs: Vec<PathBuf>,
    },
    /// Prints a page as it is read, a line a node: what a browser's reading is compared with.
    Outline {
        /// The page's address.
        #[arg(long, default_value = "")]
        url: String,
        /// An HTML file, or - for standard input.
        file: PathBuf,
    },
}

/// What a reader wishes of the article.
#[derive(clap::Args)]
struct Wish {
    /// Elements that stay whole, by their numbers (`explain` tells them).
    #[arg(long, value_name = "NUMBERS", value_delimiter = ',')]
    keep: Vec<u32>,
    /// Elements that go.
    #[arg(long, value_name = "NUMBERS", value_delimiter = ',')]
    drop: Vec<u32>,
    /// 1: the second candidate, where there is one.
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u8).range(..=1))]
    candidate: u8,
}

impl Wish {
    fn options(&self) -> lede::Options {
        let Self { keep, drop, candidate } = self;
        lede::Options { keep: keep.clone(), drop: drop.clone(), candidate: *candidate, ..lede::Options::default() }
    }
}

/// What can go wrong before any page is read.
#[derive(Debug, thiserror::Error)]
enum UsageError {
    #[error("{0}")]
    Io(String),
    #[error("--url goes with one page; there are {0}: give --urls FILE.tsv")]
    ManyForOneAddress(usize),
    #[error("there are {0} pages: give a folder with -o, or take --format json")]
    ManyForOneFile(usize),
    #[error("{0}: archives go with --format json, a line for each page")]
    Archive(String),
    #[error("--{0} wants a time like 2026-11-25T12:00:00Z, not {1:?}")]
    Time(&'static str, String),
    #[error("no HTML file in what was given")]
    Nothing,
    #[error("{0}: {1}")]
    Model(PathBuf, lede::ModelError),
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Clean(options) => clean::run(&options),
        Command::Verify { files } => Ok(saved::verify(&files)),
        Command::Cite(options) => saved::cite(&options),
        Command::Explain { url, charset, model, wish, file } => {
            explain(&file, &url, charset.as_deref(), model.as_deref(), &wish.options())
        }
        Command::Features { urls, output, inputs } => features(&urls, &output, &inputs),
        Command::Outline { url, file } => outline(&file, &url),
    };
    result.unwrap_or_else(|error| {
        eprintln!("lede: {error}");
        ExitCode::from(2)
    })
}

/// The model of a file, or the one that comes with the program.
fn model(file: Option<&Path>) -> Result<Cow<'static, Model>, UsageError> {
    let Some(file) = file else { return Ok(Cow::Borrowed(Model::built_in())) };
    let bytes = std::fs::read(file).map_err(|error| UsageError::Io(format!("{}: {error}", file.display())))?;
    Ok(Cow::Owned(Model::read(&bytes).map_err(|error| UsageError::Model(file.to_owned(), error))?))
}

/// Prints; whoever reads may stop reading (`| head`).
///
/// # Errors
/// When it cannot be printed for another reason.
fn say(text: &str) -> Result<ExitCode, UsageError> {
    let mut output = std::io::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(UsageError::Io(error.to_string())),
        _ => Ok(ExitCode::SUCCESS),
    }
}

fn explain(
    file: &Path,
    url: &str,
    charset: Option<&str>,
    other: Option<&Path>,
    options: &lede::Options,
) -> Result<ExitCode, UsageError> {
    let model = model(other)?;
    let page = Input::new(file).read(charset).map_err(|error| UsageError::Io(error.to_string()))?;
    say(&lede::explain::explain(&lede::dom::html::parse(&page, url), options, &model))
}

fn features(urls: &Path, output: &Path, inputs: &[PathBuf]) -> Result<ExitCode, UsageError> {
    let failed = |error: &dyn std::error::Error| UsageError::Io(error.to_string());
    let inputs = input::gather(inputs).map_err(|error| failed(&error))?;
    let addresses = Addresses::from_file(urls).map_err(|error| failed(&error))?;
    features::write(&inputs, &addresses, output).map_err(|error| failed(&error))?;
    Ok(ExitCode::SUCCESS)
}

fn outline(file: &Path, url: &str) -> Result<ExitCode, UsageError> {
    let page = Input::new(file).read(None).map_err(|error| UsageError::Io(error.to_string()))?;
    say(&lede::dom::html::parse(&page, url).outline())
}
