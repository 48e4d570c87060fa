//! Archives of the web (ISO 28500, WARC 1.0 and 1.1), one record after the other: no more than one is in memory.

mod http;
mod members;

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use members::Members;

/// The most of a record's content, in bytes; what is larger is passed over and named.
const MOST: u64 = 64 << 20;
/// The longest line of a record's head.
const LONGEST: u64 = 64 << 10;
/// The most lines of a record's head.
const LINES: usize = 1000;

/// An HTML page that a server has sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The record's own ID.
    pub id: String,
    /// The page's address.
    pub url: String,
    /// When it was taken, as the record says.
    pub date: String,
    /// The server's answer.
    pub status: u16,
    /// The encoding that the server said.
    pub charset: Option<String>,
    /// The page.
    pub body: Vec<u8>,
}

/// A record that could not be read, or what stands where one should.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bad {
    /// The record's own ID, as far as it is known.
    pub id: String,
    /// The page's address, as far as it is known.
    pub url: String,
    /// The archive, the record's number in it, and its ID.
    pub place: String,
    /// What is wrong.
    pub reason: String,
}

/// Whether a file's name is an archive's.
pub fn is_archive(path: &Path) -> bool {
    let name = path.to_string_lossy().to_ascii_lowercase();
    name.strip_suffix(".gz").unwrap_or(&name).strip_suffix(".warc").is_some()
}

/// The records of an archive that are HTML pages. A bad one is an error that names it; those after it still come.
pub struct Records {
    name: String,
    reader: Box<dyn BufRead + Send>,
    /// Records so far.
    count: usize,
    /// The next record's begin is not known, as something before it was bad.
    lost: bool,
}

impl Records {
    /// Opens an archive, packed or not.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn open(path: &Path) -> io::Result<Self> {
        Self::read(path.display().to_string(), File::open(path)?)
    }

    /// What comes by standard input.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn standard_input() -> io::Result<Self> {
        Self::read("-".to_owned(), io::stdin())
    }

    fn read(name: String, from: impl Read + Send + 'static) -> io::Result<Self> {
        let mut file = BufReader::with_capacity(1 << 18, from);
        let packed = file.fill_buf()?.starts_with(&members::MAGIC);
        let reader: Box<dyn BufRead + Send> =
            if packed { Box::new(BufReader::with_capacity(1 << 16, Members::new(file))) } else { Box::new(file) };
        Ok(Self::of(name, reader))
    }

    fn of(name: String, reader: Box<dyn BufRead + Send>) -> Self {
        Self { name, reader, count: 0, lost: false }
    }

    /// The next record, whatever it holds; nothing at the end.
    fn advance(&mut self) -> Result<Option<Head>, String> {
        let failed = |error: io::Error| error.to_string();
        loop {
            let Some(line) = line(&mut self.reader).map_err(failed)? else { return Ok(None) };
            if line.starts_with("WARC/") {
                self.lost = false;
                self.count += 1;
                return Head::read(&mut self.reader).map(Some);
            }
            if !line.is_empty() && !self.lost {
                self.lost = true;
                return Err("no record begins where one should".to_owned());
            }
        }
    }

    /// The page of a record that is one.
    fn page(&mut self, head: &Head) -> Result<Option<Record>, String> {
        let failed = |error: io::Error| error.to_string();
        let passed_over = |reader: &mut dyn BufRead| {
            let passed = io::copy(&mut reader.take(head.length), &mut io::sink()).map_err(failed)?;
            if passed < head.length { Err("it is cut off".to_owned()) } else { Ok(()) }
        };
        if !head.is_response() {
            return passed_over(&mut self.reader).map(|()| None);
        }
        if head.length > MOST {
            passed_over(&mut self.reader)?;
            return Err(format!("larger than {MOST} bytes"));
        }
        let mut content = Vec::new();
        (&mut self.reader).take(head.length).read_to_end(&mut content).map_err(failed)?;
        if (content.len() as u64) < head.length {
            return Err("it is cut off".to_owned());
        }
        let Some(page) = http::page(&content, MOST)? else { return Ok(None) };
        let (id, url, date) = (head.said("warc-record-id"), head.said("warc-target-uri"), head.said("warc-date"));
        Ok(Some(Record { id, url, date, status: page.status, charset: page.charset, body: page.body }))
    }
}

impl Iterator for Records {
    type Item = Result<Record, Bad>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let at = self.count + 1;
            let (id, url, found) = match self.advance() {
                Ok(None) => return None,
                Ok(Some(head)) => (head.said("warc-record-id"), head.said("warc-target-uri"), self.page(&head)),
                Err(error) => (String::new(), String::new(), Err(error)),
            };
            match found {
                Ok(None) => {}
                Ok(Some(record)) => return Some(Ok(record)),
                Err(reason) => {
                    self.lost = true;
                    let place = format!("{}: record {at} {id}", self.name);
                    return Some(Err(Bad { id, url, place, reason }));
                }
            }
        }
    }
}

/// A record's head.
struct Head {
    /// Names in small letters, and values.
    fields: Vec<(String, String)>,
    length: u64,
}

impl Head {
    /// The rest of a head, up to the empty line.
    fn read(reader: &mut dyn BufRead) -> Result<Self, String> {
        let mut fields = Vec::new();
        for _ in 0..LINES {
            let line = line(reader).map_err(|error| error.to_string())?.ok_or("its head is cut off")?;
            if line.is_empty() {
                let found = fields.iter().find(|row: &&(String, String)| row.0 == "content-length");
                let length = found.and_then(|row| row.1.parse().ok()).ok_or("its length is not told")?;
                return Ok(Self { fields, length });
            }
            if let Some((name, value)) = line.split_once(':') {
                fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
            }
        }
        Err(format!("its head has more than {LINES} lines"))
    }

    fn of(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|row| row.0 == name).map(|row| row.1.as_str())
    }

    /// The same without the angle brackets round it; empty where it is not told.
    fn said(&self, name: &str) -> String {
        self.of(name).unwrap_or_default().trim_matches(['<', '>']).to_owned()
    }

    /// Whether it holds what a server has answered.
    fn is_response(&self) -> bool {
        let is = |name, value: &str| self.of(name).is_some_and(|said| said.to_ascii_lowercase().starts_with(value));
        is("warc-type", "response") && is("content-type", "application/http")
    }
}

/// A line without its end; nothing at the end. What is longer than a line may be comes in parts.
fn line(reader: &mut dyn BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    if reader.take(LONGEST).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    let text = String::from_utf8_lossy(&bytes);
    Ok(Some(text.trim_end_matches(['\n', '\r']).to_owned()))
}

#[cfg(test)]
mod tests;
