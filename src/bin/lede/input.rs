//! The pages that are given, and their addresses.

use std::collections::HashMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;

/// Endings of files that a folder's pages have.
const PAGES: &[&str] = &["html", "htm", "xhtml", "shtml"];
/// The most that is read of a page, in bytes: a packed file may be a bomb.
const MOST: u64 = 256 << 20;

/// A page to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// The file, or `-`.
    path: PathBuf,
    /// The file's name without `.gz` and its ending.
    pub id: String,
}

/// What can go wrong with a page.
#[derive(Debug, thiserror::Error)]
pub enum InputError {
    /// It cannot be read.
    #[error("{0}: {1}")]
    Read(String, io::Error),
    /// It is too large.
    #[error("{0}: larger than {MOST} bytes")]
    TooLarge(String),
    /// A line of the addresses' file has no tab.
    #[error("{0}:{1}: want ID TAB ADDRESS")]
    Line(String, usize),
}

impl Input {
    /// The page in a file.
    pub fn new(path: &Path) -> Self {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = name.strip_suffix(".gz").unwrap_or(&name);
        let id = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        Self { path: path.to_owned(), id: id.to_owned() }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it comes by standard input.
    pub fn is_standard_input(&self) -> bool {
        self.path == Path::new("-")
    }

    /// The file's name, for messages.
    pub fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// The page's text.
    ///
    /// # Errors
    /// When it cannot be read or unpacked, or is too large.
    pub fn read(&self, charset: Option<&str>) -> Result<String, InputError> {
        let failed = |error| InputError::Read(self.name(), error);
        let mut bytes = Vec::new();
        if self.is_standard_input() {
            io::stdin().take(MOST + 1).read_to_end(&mut bytes).map_err(failed)?;
        } else {
            let file = fs::File::open(&self.path).map_err(failed)?;
            file.take(MOST + 1).read_to_end(&mut bytes).map_err(failed)?;
        }
        // By what it is, not by what it is called.
        if bytes.starts_with(&[0x1F, 0x8B]) {
            let packed = std::mem::take(&mut bytes);
            MultiGzDecoder::new(packed.as_slice()).take(MOST + 1).read_to_end(&mut bytes).map_err(failed)?;
        }
        if bytes.len() as u64 > MOST {
            return Err(InputError::TooLarge(self.name()));
        }
        Ok(lede::dom::html::to_text(&bytes, charset).into_owned())
    }
}

/// The pages of files and folders; a folder's in the order of their names, folders within it too.
///
/// # Errors
/// When a folder cannot be listed. A file that cannot be read fails when its turn comes.
pub fn gather(paths: &[PathBuf]) -> Result<Vec<Input>, InputError> {
    let mut inputs = Vec::new();
    for path in paths {
        if path.is_dir() {
            folder(path, &mut inputs)?;
        } else {
            inputs.push(Input::new(path));
        }
    }
    Ok(inputs)
}

fn folder(path: &Path, inputs: &mut Vec<Input>) -> Result<(), InputError> {
    let failed = |error| InputError::Read(path.display().to_string(), error);
    let entries: Result<Vec<PathBuf>, io::Error> =
        fs::read_dir(path).map_err(failed)?.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut entries = entries.map_err(failed)?;
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            folder(&entry, inputs)?;
        } else if is_page(&entry) || crate::warc::is_archive(&entry) {
            inputs.push(Input::new(&entry));
        }
    }
    Ok(())
}

fn is_page(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    PAGES.iter().any(|ending| name.strip_suffix(ending).is_some_and(|stem| stem.ends_with('.')))
}

/// The pages' addresses.
pub enum Addresses {
    /// One for all; empty where none is known.
    One(String),
    /// One for each ID.
    Each(HashMap<String, String>),
}

impl Addresses {
    /// Reads a file with lines `ID TAB ADDRESS`.
    ///
    /// # Errors
    /// When it cannot be read or a line has no tab.
    pub fn from_file(path: &Path) -> Result<Self, InputError> {
        let name = path.display().to_string();
        let text = fs::read_to_string(path).map_err(|error| InputError::Read(name.clone(), error))?;
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let each: Result<_, _> = lines
            .map(|(at, line)| {
                let (id, url) = line.split_once('\t').ok_or_else(|| InputError::Line(name.clone(), at + 1))?;
                Ok((id.trim().to_owned(), url.trim().to_owned()))
            })
            .collect();
        each.map(Self::Each)
    }

    /// The address of a page; empty where none is known.
    pub fn of(&self, id: &str) -> &str {
        match self {
            Self::One(url) => url,
            Self::Each(urls) => urls.get(id).map_or("", String::as_str),
        }
    }
}
