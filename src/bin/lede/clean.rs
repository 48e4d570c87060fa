//! `lede clean`: the articles of pages.

use std::borrow::Cow;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::ValueEnum;
use jiff::Timestamp;
use lede::Model;
use lede::save::{Extras, Format};

use crate::input::{self, Addresses, Input};
use crate::output::{self, Done, Output};
use crate::warc::{self, Record, Records};
use crate::{UsageError, Wish, model, pictures, pool};

#[derive(clap::Args)]
pub struct Clean {
    /// What to print.
    #[arg(long, value_enum, default_value = "json")]
    format: Kind,
    /// The page's address, where there is one page.
    #[arg(long, conflicts_with = "urls")]
    url: Option<String>,
    /// A file with lines "ID TAB ADDRESS"; an ID is a file's name without its ending.
    #[arg(long, value_name = "FILE.tsv")]
    urls: Option<PathBuf>,
    /// How many pages to work on at once; as many as there are processors where it is not said.
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=256))]
    jobs: Option<u16>,
    /// JSON with the typed body too.
    #[arg(long)]
    body: bool,
    /// JSON with what stands around the article too.
    #[arg(long, value_enum, value_delimiter = ',')]
    with: Vec<With>,
    /// The time to count "two hours ago" from (RFC 3339). Without it such dates are left out.
    #[arg(long, value_name = "TIME")]
    now: Option<String>,
    /// The time of saving that files tell (RFC 3339). Without it, it is now.
    #[arg(long, value_name = "TIME")]
    saved: Option<String>,
    /// A folder with the pages' pictures: they go into HTML and EPUB, and into a folder beside Markdown.
    #[arg(long, value_name = "DIR")]
    embed_images: Option<PathBuf>,
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
    #[arg(short, long, alias = "out", value_name = "FILE|DIR")]
    output: Option<PathBuf>,
    /// What standard input holds.
    #[arg(long, value_enum, default_value = "page", value_name = "KIND")]
    stdin: Stdin,
    /// HTML files (.gz too), WARC archives (.warc, .warc.gz), folders of them, or - for standard input.
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
    /// Where it came from, and a hash of its text; with --body, `lede verify` checks it.
    Provenance,
    /// A line with `id`, `url` and `error` in place of each page that could not be read.
    Failures,
}

/// What standard input may hold.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Stdin {
    /// A page.
    Page,
    /// An archive, packed or not: the articles come as it is read.
    Warc,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    Json,
    Html,
    Markdown,
    Text,
    Epub,
}

impl Kind {
    fn format(self) -> Option<Format> {
        match self {
            Self::Json => None,
            Self::Html => Some(Format::Html),
            Self::Markdown => Some(Format::Markdown),
            Self::Text => Some(Format::Text),
            Self::Epub => Some(Format::Epub),
        }
    }
}

/// Writes the articles.
///
/// # Errors
/// When what was said can't be done, before any page is read.
pub fn run(options: &Clean) -> Result<ExitCode, UsageError> {
    let inputs = input::gather(&options.inputs).map_err(|error| UsageError::Io(error.to_string()))?;
    let addresses = addresses(options, inputs.len())?;
    let format = options.format.format();
    if let Some(archive) = inputs.iter().find(|input| format.is_some() && options.holds_archive(input)) {
        return Err(UsageError::Archive(archive.name()));
    }
    let mut output = Output::open(options.output.as_deref(), inputs.len(), format)?;
    let work = Work {
        model: model(options.model.as_deref())?,
        options: lede::Options {
            now: time("now", options.now.as_deref())?,
            left_out: options.left_out,
            comments: options.with.contains(&With::Comments),
            ..options.wish.options()
        },
        saved: time("saved", options.saved.as_deref())?.or_else(now),
        kind: options.kind(),
        charset: options.charset.as_deref(),
        without_layout: options.without_layout,
        pictures: options.embed_images.as_deref(),
        has_folder: output.is_folder(),
        addresses,
    };
    let jobs = options.jobs.map(usize::from);
    let jobs = jobs.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from));
    let tells_failures = format.is_none() && options.with.contains(&With::Failures);
    let mut failures = 0;
    pool::in_order(
        tasks(inputs, options),
        jobs,
        |task| work.on(task),
        |result| {
            let done = match result.unwrap_or_else(|| Err(Failure::of("", "", FAULT))) {
                Ok(done) => Some(done),
                Err(failure) => {
                    eprintln!("lede: {}{}", failure.place, failure.error);
                    failures += 1;
                    tells_failures.then(|| failure.told())
                }
            };
            if let Some(Err(error)) = done.map(|done| output.write(&done).or_else(unread)) {
                eprintln!("lede: {error}");
                failures += 1;
            }
        },
    );
    Ok(if failures > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// What is said of a panic.
const FAULT: &str = "a fault in lede itself";

/// A page that could not be done.
struct Failure {
    id: String,
    url: String,
    /// Where it stands, for those who read what is said of it alone.
    place: String,
    error: String,
}

impl Failure {
    fn of(id: &str, url: &str, error: &str) -> Self {
        Self { id: id.to_owned(), url: url.to_owned(), place: String::new(), error: error.to_owned() }
    }

    /// As a line among the articles.
    fn told(self) -> Done {
        let line = serde_json::json!({ "id": self.id, "url": self.url, "error": self.error });
        Done { id: self.id, bytes: format!("{line}\n").into_bytes(), beside: Vec::new() }
    }
}

impl From<warc::Bad> for Failure {
    fn from(bad: warc::Bad) -> Self {
        Self { id: bad.id, url: bad.url, place: format!("{}: ", bad.place), error: bad.reason }
    }
}

/// Whoever reads has stopped reading (`| head`): nothing is left to do, and nothing has gone wrong.
fn unread(error: io::Error) -> io::Result<()> {
    if error.kind() == io::ErrorKind::BrokenPipe {
        std::process::exit(0);
    }
    Err(error)
}

/// A time that was said.
///
/// # Errors
/// When it is none.
pub fn time(option: &'static str, text: Option<&str>) -> Result<Option<Timestamp>, UsageError> {
    text.map(|text| text.parse().map_err(|_| UsageError::Time(option, text.to_owned()))).transpose()
}

/// The time by the machine's clock.
fn now() -> Option<Timestamp> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Timestamp::from_second(i64::try_from(since.as_secs()).ok()?).ok()
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
    /// Whether an input is an archive.
    fn holds_archive(&self, input: &Input) -> bool {
        if input.is_standard_input() { self.stdin == Stdin::Warc } else { warc::is_archive(input.path()) }
    }

    fn kind(&self) -> output::Kind {
        let with = |what| self.with.contains(&what);
        let (pagination, comments, provenance) = (with(With::Pagination), with(With::Comments), with(With::Provenance));
        let json = output::Kind::Json { body: self.body, pagination, comments, provenance };
        self.format.format().map_or(json, output::Kind::File)
    }
}

/// What there is to do.
enum Task {
    /// A page in a file of its own.
    Page(Input),
    /// A page of an archive; or what is wrong there.
    Record(Result<Record, Failure>),
}

/// The pages of files and archives, those of an archive as they are read.
fn tasks(inputs: Vec<Input>, options: &Clean) -> impl Iterator<Item = Task> {
    inputs.into_iter().flat_map(|input| -> Box<dyn Iterator<Item = Task>> {
        if !options.holds_archive(&input) {
            return Box::new(std::iter::once(Task::Page(input)));
        }
        let records = if input.is_standard_input() { Records::standard_input() } else { Records::open(input.path()) };
        match records {
            Ok(records) => Box::new(records.map(|record| Task::Record(record.map_err(Failure::from)))),
            Err(error) => {
                let failure = Failure::of(&input.id, "", &format!("{}: {error}", input.name()));
                Box::new(std::iter::once(Task::Record(Err(failure))))
            }
        }
    })
}

/// What is done with every page.
struct Work<'a> {
    model: Cow<'static, Model>,
    options: lede::Options,
    saved: Option<Timestamp>,
    kind: output::Kind,
    charset: Option<&'a str>,
    without_layout: bool,
    pictures: Option<&'a std::path::Path>,
    /// Whether files may lie beside the one that is written.
    has_folder: bool,
    addresses: Addresses,
}

impl Work<'_> {
    fn on(&self, task: Task) -> Result<Done, Failure> {
        match task {
            Task::Page(input) => {
                let url = self.addresses.of(&input.id);
                self.page(&input, url).map_err(|error| Failure::of(&input.id, url, &error))
            }
            Task::Record(record) => {
                let record = record?;
                self.record(&record).map_err(|error| Failure::of(&record.id, &record.url, &error))
            }
        }
    }

    fn page(&self, input: &Input, url: &str) -> Result<Done, String> {
        let page = input.read(self.charset).map_err(|error| error.to_string())?;
        let found = self.extract(&page, url, &input.name(), &self.options)?;
        self.done(&input.id, vec![("id", input.id.as_str().into())], found)
    }

    fn record(&self, record: &Record) -> Result<Done, String> {
        let charset = self.charset.or(record.charset.as_deref());
        let page = lede::dom::html::to_text(&record.body, charset);
        // "Two hours ago" counts from when the page was taken.
        let now = self.options.now.or_else(|| record.date.parse().ok());
        let options = lede::Options { now, ..self.options.clone() };
        let found = self.extract(&page, &record.url, &record.id, &options)?;
        let told = [("id", &record.id), ("taken", &record.date)];
        let mut told: Vec<_> = told.into_iter().map(|(name, text)| (name, text.as_str().into())).collect();
        told.push(("status", record.status.into()));
        self.done(&record.id, told, found)
    }

    /// A panic is a fault of ours; the other pages are done all the same.
    fn extract(&self, page: &str, url: &str, name: &str, options: &lede::Options) -> Result<lede::Extraction, String> {
        let extract = || {
            let doc = lede::dom::html::parse(page, url);
            let doc = if self.without_layout { doc.without_layout() } else { doc };
            lede::extract_with(&doc, options, &self.model)
        };
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(extract)).map_err(|_| format!("{name}: {FAULT}"))
    }

    fn done(&self, id: &str, told: Vec<(&str, serde_json::Value)>, found: lede::Extraction) -> Result<Done, String> {
        let mut extras = Extras { saved: self.saved, kept: Some(found.kept_share()), ..Extras::default() };
        let is_markdown = matches!(self.kind, output::Kind::File(Format::Markdown));
        if let Some(folder) = self.pictures {
            let prefix = (is_markdown && self.has_folder).then(|| format!("{id}-pictures"));
            (extras.pictures, extras.missing) = pictures::found(&found.article, folder, prefix.as_deref());
        }
        let bytes = self.kind.write(told, found, &extras).map_err(|error| format!("{id}: {error}"))?;
        let beside = extras.pictures.into_iter().filter_map(|picture| Some((picture.name?, picture.bytes))).collect();
        Ok(Done { id: id.to_owned(), bytes, beside })
    }
}
