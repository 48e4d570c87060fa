//! Where the articles go, and in which form.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use lede::Extraction;
use lede::render;
use lede::save::{self, Extras, Format};
use serde_json::Value;

use crate::UsageError;

/// The form of an article.
#[derive(Clone, Copy)]
pub enum Kind {
    /// A line of JSON, with the typed body or without.
    Json {
        /// With the typed body.
        body: bool,
        /// With the other pages of an article that is split over several.
        pagination: bool,
        /// With readers' comments.
        comments: bool,
        /// With where it came from.
        provenance: bool,
    },
    /// A file of a format.
    File(Format),
}

/// An article, ready to be written.
pub struct Done {
    /// The page's ID.
    pub id: String,
    /// The file, or the line.
    pub bytes: Vec<u8>,
    /// Files that lie beside it.
    pub beside: Vec<(String, Vec<u8>)>,
}

impl Kind {
    /// What was found on a page, in this form; `told` are fields that a line of JSON begins with.
    ///
    /// # Errors
    /// When the file cannot be made.
    pub fn write(
        self,
        told: Vec<(&str, Value)>,
        found: Extraction,
        extras: &Extras,
    ) -> Result<Vec<u8>, save::SaveError> {
        let (body, with_provenance) = match self {
            Self::File(format) => return save::file(&found.article, format, extras),
            Self::Json { body, provenance, .. } => (body, provenance),
        };
        let article = render::rendered(found.article);
        let mut fields: serde_json::Map<String, Value> =
            told.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        if let Ok(Value::Object(all)) = serde_json::to_value(&article) {
            fields.extend(all.into_iter().filter(|(name, _)| body || name != "body"));
        }
        if with_provenance {
            fields.insert("provenance".to_owned(), save::provenance(&article, extras));
        }
        if let Self::Json { pagination: true, .. } = self {
            fields.insert("pagination".to_owned(), serde_json::to_value(&found.pagination).unwrap_or_default());
        }
        if let Self::Json { comments: true, .. } = self {
            fields.insert("hasComments".to_owned(), found.has_comments.into());
            fields.insert("comments".to_owned(), serde_json::to_value(&found.comments).unwrap_or_default());
        }
        Ok(format!("{}\n", Value::Object(fields)).into_bytes())
    }
}

/// Where the articles go.
pub enum Output {
    /// Standard output or one file.
    Stream(Box<dyn Write>),
    /// A file for each page in a folder, with this ending; and the names that are taken.
    Folder(PathBuf, &'static str, HashSet<String>),
}

impl Output {
    /// Opens a place for `pages` articles.
    ///
    /// # Errors
    /// When it cannot be made, or several files are to go into one.
    pub fn open(path: Option<&Path>, pages: usize, format: Option<Format>) -> Result<Self, UsageError> {
        let failed =
            |error: io::Error| UsageError::Io(format!("{}: {error}", path.unwrap_or(Path::new("-")).display()));
        let ending = format.map_or("json", Format::ending);
        match path {
            Some(path) if path.is_dir() || format.is_some() && pages > 1 => {
                fs::create_dir_all(path).map_err(failed)?;
                Ok(Self::Folder(path.to_owned(), ending, HashSet::new()))
            }
            Some(path) => Ok(Self::Stream(Box::new(BufWriter::new(File::create(path).map_err(failed)?)))),
            None if format.is_some() && pages > 1 => Err(UsageError::ManyForOneFile(pages)),
            None => Ok(Self::Stream(Box::new(BufWriter::new(io::stdout())))),
        }
    }

    /// Whether each page gets a file of its own, beside which others may lie.
    pub fn is_folder(&self) -> bool {
        matches!(self, Self::Folder(..))
    }

    /// Writes an article.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&mut self, done: &Done) -> io::Result<()> {
        match self {
            Self::Stream(stream) => {
                stream.write_all(&done.bytes)?;
                stream.flush()
            }
            Self::Folder(folder, ending, taken) => {
                for (name, bytes) in &done.beside {
                    let path = folder.join(name);
                    fs::create_dir_all(path.parent().unwrap_or(folder))?;
                    fs::write(path, bytes)?;
                }
                // Two pages of one name, from two folders: the second is numbered.
                let mut names =
                    std::iter::once(done.id.clone()).chain((2..).map(|number| format!("{} ({number})", done.id)));
                let name = names.find(|name| taken.insert(name.clone())).unwrap_or_else(|| done.id.clone());
                fs::write(folder.join(format!("{name}.{ending}")), &done.bytes)
            }
        }
    }
}
