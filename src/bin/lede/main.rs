//! The command line: `lede clean`, `explain`, `outline` and `features`.

mod features;
mod input;
mod output;

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

use clap::{Parser, Subcommand, ValueEnum};
use input::{Addresses, Input};
use lede::Model;
use lede::render::Format;
use output::Output;

/// Finds the article of web pages.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Prints the article of each page.
    Clean(Clean),
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

#[derive(clap::Args)]
struct Clean {
    /// What to print.
    #[arg(long, value_enum, default_value = "json")]
    format: Kind,
    /// The page's address, where there is one page.
    #[arg(long, conflicts_with = "urls")]
    url: Option<String>,
    /// A file with lines "ID TAB ADDRESS"; an ID is a file's name without its ending.
    #[arg(long, value_name = "FILE.tsv")]
    urls: Option<PathBuf>,
    /// How many pages to work on at once.
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=256))]
    jobs: u16,
    /// JSON with the typed body too.
    #[arg(long)]
    body: bool,
    /// JSON with what stands around the article too.
    #[arg(long, value_enum, value_delimiter = ',')]
    with: Vec<With>,
    /// The time to count "two hours ago" from (RFC 3339). Without it such dates are left out.
    #[arg(long, value_name = "TIME")]
    now: Option<String>,
    /// The pages' encoding, where their server said one.
    #[arg(long)]
    charset: Option<String>,
    /// Leave aside what style rules of the page hide, as the module's `layout: false` does.
    #[arg(long)]
    without_layout: bool,
    /// The body also holds what was left out.
    #[arg(long)]
    left_out: bool,
    #[command(flatten)]
    wish: Wish,
    /// Another model than the one that comes with the program.
    #[arg(long, value_name = "FILE")]
    model: Option<PathBuf>,
    /// The file to write; a folder where there are several pages and the format is not JSON.
    #[arg(short, long, value_name = "FILE|DIR")]
    output: Option<PathBuf>,
    /// HTML files (.gz too), folders of them, or - for standard input.
    #[arg(required = true)]
    inputs: Vec<PathBuf>,
}

/// What may stand around an article.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum With {
    /// The other pages of an article that is split over several.
    Pagination,
    /// Readers' comments.
    Comments,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    Json,
    Html,
    Markdown,
    Text,
}

impl Kind {
    fn format(self) -> Option<Format> {
        match self {
            Self::Json => None,
            Self::Html => Some(Format::Html),
            Self::Markdown => Some(Format::Markdown),
            Self::Text => Some(Format::Text),
        }
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
    #[error("--now wants a time like 2026-11-25T12:00:00Z, not {0:?}")]
    Now(String),
    #[error("no HTML file in what was given")]
    Nothing,
    #[error("{0}: {1}")]
    Model(PathBuf, lede::ModelError),
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Clean(options) => clean(&options),
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

fn explain(
    file: &Path,
    url: &str,
    charset: Option<&str>,
    other: Option<&Path>,
    options: &lede::Options,
) -> Result<ExitCode, UsageError> {
    let model = model(other)?;
    let page = Input::new(file).read(charset).map_err(|error| UsageError::Io(error.to_string()))?;
    print!("{}", lede::explain::explain(&lede::dom::html::parse(&page, url), options, &model));
    Ok(ExitCode::SUCCESS)
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
    print!("{}", lede::dom::html::parse(&page, url).outline());
    Ok(ExitCode::SUCCESS)
}

fn clean(options: &Clean) -> Result<ExitCode, UsageError> {
    let inputs = input::gather(&options.inputs).map_err(|error| UsageError::Io(error.to_string()))?;
    let addresses = addresses(options, inputs.len())?;
    let now =
        options.now.as_deref().map(|text| text.parse().map_err(|_| UsageError::Now(text.to_owned()))).transpose()?;
    let work = Work {
        model: model(options.model.as_deref())?,
        options: lede::Options {
            now,
            left_out: options.left_out,
            comments: options.with.contains(&With::Comments),
            ..options.wish.options()
        },
        kind: options.kind(),
        charset: options.charset.as_deref(),
        without_layout: options.without_layout,
        addresses,
    };
    let mut output = Output::open(options.output.as_deref(), inputs.len(), options.format.format())?;
    let failures = run(&inputs, options.jobs.into(), &work, &mut output);
    Ok(if failures > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn addresses(options: &Clean, pages: usize) -> Result<Addresses, UsageError> {
    if pages == 0 {
        return Err(UsageError::Nothing);
    }
    match (&options.url, &options.urls) {
        (Some(_), _) if pages > 1 => Err(UsageError::ManyForOneAddress(pages)),
        (Some(url), _) => Ok(Addresses::One(url.clone())),
        (None, Some(file)) => Addresses::from_file(file).map_err(|error| UsageError::Io(error.to_string())),
        (None, None) => Ok(Addresses::One(String::new())),
    }
}

impl Clean {
    fn kind(&self) -> output::Kind {
        let with = |what| self.with.contains(&what);
        let (pagination, comments) = (with(With::Pagination), with(With::Comments));
        let json = output::Kind::Json { body: self.body, pagination, comments };
        self.format.format().map_or(json, output::Kind::File)
    }
}

/// What is done with every page.
struct Work<'a> {
    model: Cow<'static, Model>,
    options: lede::Options,
    kind: output::Kind,
    charset: Option<&'a str>,
    without_layout: bool,
    addresses: Addresses,
}

impl Work<'_> {
    fn on(&self, input: &Input) -> Result<String, String> {
        let page = input.read(self.charset).map_err(|error| error.to_string())?;
        let url = self.addresses.of(&input.id);
        // A panic is a fault of ours; the other pages are done all the same.
        let extract = || {
            let doc = lede::dom::html::parse(&page, url);
            let doc = if self.without_layout { doc.without_layout() } else { doc };
            lede::extract_with(&doc, &self.options, &self.model)
        };
        let found = std::panic::catch_unwind(std::panic::AssertUnwindSafe(extract))
            .map_err(|_| format!("{}: a fault in lede itself", input.name()))?;
        Ok(self.kind.write(&input.id, found))
    }
}

/// Works on the pages with some threads and writes the results in the order of the inputs. Returns how many failed.
fn run(inputs: &[Input], jobs: usize, work: &Work, output: &mut Output) -> usize {
    let next = AtomicUsize::new(0);
    let (sender, results) = mpsc::channel();
    std::thread::scope(|scope| {
        for _ in 0..jobs.min(inputs.len()) {
            let (sender, next) = (sender.clone(), &next);
            let take = move || {
                while let Some((at, input)) = inputs.get(next.load(Ordering::Relaxed)..).and_then(|_| {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    inputs.get(at).map(|input| (at, input))
                }) {
                    if sender.send((at, work.on(input))).is_err() {
                        return;
                    }
                }
            };
            // Deep pages are walked by recursion up to the depth that a document may have.
            let started = std::thread::Builder::new().stack_size(16 << 20).spawn_scoped(scope, take);
            if let Err(error) = started {
                eprintln!("lede: cannot start a thread: {error}");
            }
        }
        drop(sender);
        in_order(inputs, &results, output)
    })
}

fn in_order(inputs: &[Input], results: &mpsc::Receiver<(usize, Result<String, String>)>, output: &mut Output) -> usize {
    let mut waiting = std::collections::BTreeMap::new();
    let (mut due, mut failures) = (0, 0);
    for (at, result) in results {
        waiting.insert(at, result);
        while let Some(result) = waiting.remove(&due) {
            let written = match (result, inputs.get(due)) {
                (Ok(text), Some(input)) => output.write(&input.id, &text).map_err(|error| error.to_string()),
                (Err(error), _) => Err(error),
                (Ok(_), None) => Ok(()),
            };
            if let Err(error) = written {
                eprintln!("lede: {error}");
                failures += 1;
            }
            due += 1;
        }
    }
    failures
}
