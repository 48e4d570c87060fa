//! What a server has answered: head and page.

use std::io::{self, Read};

use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};

/// An HTML page of a server.
pub struct Page {
    pub status: u16,
    pub charset: Option<String>,
    pub body: Vec<u8>,
}

/// The page of an answer; nothing where it is none of HTML. `most` is the most that is unpacked, in bytes.
///
/// # Errors
/// When it is damaged or packed in a way that is not known.
pub fn page(content: &[u8], most: u64) -> Result<Option<Page>, String> {
    let (head, body) = parted(content).ok_or("no answer of a server stands in it")?;
    let head = String::from_utf8_lossy(head);
    let mut lines = head.lines();
    let status =
        lines.next().and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).ok_or("its answer has no status")?;
    let fields: Vec<(String, &str)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|row| (row.0.trim().to_ascii_lowercase(), row.1.trim()))
        .collect();
    let of = |name: &str| fields.iter().find(|row| row.0 == name).map_or("", |row| row.1);
    let kind = of("content-type").to_ascii_lowercase();
    if !kind.starts_with("text/html") && !kind.starts_with("application/xhtml+xml") {
        return Ok(None);
    }
    let charset = kind
        .split_once("charset=")
        .map(|row| row.1.split(';').next().unwrap_or("").trim_matches(['"', '\'', ' ']).to_owned());
    let body =
        if of("transfer-encoding").to_ascii_lowercase().contains("chunked") { joined(body) } else { body.to_vec() };
    let body = unpacked(body, &of("content-encoding").to_ascii_lowercase(), most)?;
    Ok(Some(Page { status, charset, body }))
}

/// Head and body, at the first empty line.
fn parted(content: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = |mark: &[u8]| content.windows(mark.len()).position(|part| part == mark).map(|at| (at, at + mark.len()));
    let (head, body) = [end(b"\r\n\r\n"), end(b"\n\n")].into_iter().flatten().min()?;
    Some((content.get(..head)?, content.get(body..)?))
}

/// A body that came in chunks, in one; as it is where it did not: some archives join it and keep the head.
fn joined(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut chunks = 0;
    let mut rest = body;
    while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
        let size = rest.get(..end).and_then(|line| std::str::from_utf8(line).ok());
        let size = size.and_then(|line| usize::from_str_radix(line.split(';').next()?.trim(), 16).ok());
        let Some(size) = size else { break };
        chunks += 1;
        let chunk = rest.get(end + 1..).unwrap_or_default();
        let (chunk, after) = chunk.split_at(size.min(chunk.len()));
        out.extend_from_slice(chunk);
        if size == 0 {
            break;
        }
        rest = after.strip_prefix(b"\r\n").or_else(|| after.strip_prefix(b"\n")).unwrap_or(after);
    }
    if chunks == 0 { body.to_vec() } else { out }
}

fn unpacked(body: Vec<u8>, encoding: &str, most: u64) -> Result<Vec<u8>, String> {
    let all = |reader: &mut dyn Read| -> Result<Vec<u8>, String> {
        let mut out = Vec::new();
        reader.take(most + 1).read_to_end(&mut out).map_err(|error: io::Error| error.to_string())?;
        if out.len() as u64 > most { Err(format!("larger than {most} bytes")) } else { Ok(out) }
    };
    match encoding {
        // Archives that unpack often keep what the head said.
        "gzip" | "x-gzip" if body.starts_with(&[0x1F, 0x8B]) => all(&mut MultiGzDecoder::new(body.as_slice())),
        "deflate" => {
            all(&mut ZlibDecoder::new(body.as_slice())).or_else(|_| all(&mut DeflateDecoder::new(body.as_slice())))
        }
        "" | "identity" | "none" | "utf-8" | "gzip" | "x-gzip" => Ok(body),
        other => Err(format!("it is packed by {other:?}, which lede does not know")),
    }
}
