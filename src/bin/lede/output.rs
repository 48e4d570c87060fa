//! Where the articles go, and in which form.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use lede::Extraction;
use lede::render::{self, Format};
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
    },
    /// A file of a format.
    File(Format),
}

impl Kind {
    /// What was found on a page, in this form.
    pub fn write(self, id: &str, found: Extraction) -> String {
        let body = match self {
            Self::File(format) => return render::render(&found.article, format),
            Self::Json { body, .. } => body,
        };
        let article = render::rendered(found.article);
        let mut fields = serde_json::Map::new();
        fields.insert("id".to_owned(), id.into());
        if let Ok(Value::Object(all)) = serde_json::to_value(&article) {
            fields.extend(all.into_iter().filter(|(name, _)| body || name != "body"));
        }
        if let Self::Json { pagination: true, .. } = self {
            fields.insert("pagination".to_owned(), serde_json::to_value(&found.pagination).unwrap_or_default());
        }
        if let Self::Json { comments: true, .. } = self {
            fields.insert("hasComments".to_owned(), found.has_comments.into());
            fields.insert("comments".to_owned(), serde_json::to_value(&found.comments).unwrap_or_default());
        }
        format!("{}\n", Value::Object(fields))
    }
}

/// Where the articles go.
pub enum Output {
    /// Standard output or one file.
    Stream(Box<dyn Write>),
    /// A file for each page in a folder, with this ending.
    Folder(PathBuf, &'static str),
}

impl Output {
    /// Opens a place for `pages` articles.
    ///
    /// # Errors
    /// When it cannot be made, or several files are to go into one.
    pub fn open(path: Option<&Path>, pages: usize, format: Option<Format>) -> Result<Self, UsageError> {
        let failed =
            |error: io::Error| UsageError::Io(format!("{}: {error}", path.unwrap_or(Path::new("-")).display()));
        let ending = match format {
            None => "json",
            Some(Format::Html) => "html",
            Some(Format::Markdown) => "md",
            Some(Format::Text) => "txt",
        };
        match path {
            Some(path) if path.is_dir() || format.is_some() && pages > 1 => {
                fs::create_dir_all(path).map_err(failed)?;
                Ok(Self::Folder(path.to_owned(), ending))
            }
            Some(path) => Ok(Self::Stream(Box::new(BufWriter::new(File::create(path).map_err(failed)?)))),
            None if format.is_some() && pages > 1 => Err(UsageError::ManyForOneFile(pages)),
            None => Ok(Self::Stream(Box::new(BufWriter::new(io::stdout())))),
        }
    }

    /// Writes an article.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&mut self, id: &str, text: &str) -> io::Result<()> {
        match self {
            Self::Stream(stream) => {
                stream.write_all(text.as_bytes())?;
                stream.flush()
            }
            Self::Folder(folder, ending) => fs::write(folder.join(format!("{id}.{ending}")), text),
        }
    }
}
