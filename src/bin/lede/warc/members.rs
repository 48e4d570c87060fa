//! A file of gzip's that is made of many, one behind the other. One that is damaged is an error; then comes the next.

use std::io::{self, BufRead, Read};

use flate2::bufread::GzDecoder;

/// How each begins (RFC 1952: its mark, and the only way of packing that there is).
pub const MAGIC: [u8; 3] = [0x1F, 0x8B, 0x08];

/// Where the reader is.
enum State<R> {
    /// Between two members.
    Between(R),
    /// In one.
    Within(Box<GzDecoder<R>>),
    /// At the end.
    Over,
}

/// The members' content.
pub struct Members<R>(State<R>);

impl<R: BufRead> Members<R> {
    /// Of a file.
    pub fn new(reader: R) -> Self {
        Self(State::Between(reader))
    }
}

impl<R: BufRead> Read for Members<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            match std::mem::replace(&mut self.0, State::Over) {
                State::Over => return Ok(0),
                State::Between(mut reader) => {
                    if reader.fill_buf()?.is_empty() {
                        return Ok(0);
                    }
                    self.0 = State::Within(Box::new(GzDecoder::new(reader)));
                }
                State::Within(mut member) => match member.read(out) {
                    Ok(0) if !out.is_empty() => self.0 = State::Between(member.into_inner()),
                    Ok(read) => {
                        self.0 = State::Within(member);
                        return Ok(read);
                    }
                    Err(error) => {
                        let mut reader = member.into_inner();
                        if to_next(&mut reader)? {
                            self.0 = State::Between(reader);
                        }
                        return Err(io::Error::other(format!("a damaged part of the packed file: {error}")));
                    }
                },
            }
        }
    }
}

/// Goes on to where the next member may begin; false at the end.
fn to_next(reader: &mut impl BufRead) -> io::Result<bool> {
    loop {
        let buffer = reader.fill_buf()?;
        if buffer.is_empty() {
            return Ok(false);
        }
        if let Some(at) = buffer.windows(MAGIC.len()).position(|part| part == MAGIC) {
            reader.consume(at);
            return Ok(true);
        }
        // A mark on the border of two buffers is missed: that member goes with the damaged one.
        let length = buffer.len();
        reader.consume(length);
    }
}
