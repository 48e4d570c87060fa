use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::GzEncoder;

use super::*;

fn record(kind: &str, id: &str, content: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:{id}>\r\nWARC-Target-URI: https://a.example/{id}\r\n\
         WARC-Date: 2026-11-25T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n",
        content.len()
    );
    [head.as_bytes(), content, b"\r\n\r\n"].concat()
}

fn answer(head: &str, body: &[u8]) -> Vec<u8> {
    [format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n").as_bytes(), body].concat()
}

fn html(body: &str) -> Vec<u8> {
    answer("Content-Type: text/html; charset=\"utf-8\"", body.as_bytes())
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// What comes of an archive: `body` of each page, `!` of each bad record.
fn told(bytes: Vec<u8>) -> Vec<String> {
    let file = Cursor::new(bytes);
    let reader: Box<dyn BufRead + Send> = if file.get_ref().starts_with(&members::MAGIC) {
        Box::new(BufReader::new(Members::new(file)))
    } else {
        Box::new(file)
    };
    let records = Records::of("x.warc".to_owned(), reader).take(1000);
    records
        .map(|found| found.map_or("!".to_owned(), |record| String::from_utf8_lossy(&record.body).into_owned()))
        .collect()
}

#[test]
fn only_pages_come_and_in_order() {
    let all = [
        record("warcinfo", "0", b"software: x"),
        record("response", "1", &html("one")),
        record("request", "2", b"GET / HTTP/1.1\r\n\r\n"),
        record("response", "3", &answer("Content-Type: image/png", b"\x89PNG")),
        record(
            "response",
            "4",
            &answer("content-type: TEXT/HTML\r\nTransfer-Encoding: chunked", b"3\r\ntwo\r\n2;x=y\r\n/2\r\n0\r\n\r\n"),
        ),
        record("response", "5", &answer("Content-Type: text/html\r\nContent-Encoding: gzip", &packed(b"three"))),
        record("response", "6", &answer("Content-Type: text/html\r\nTransfer-Encoding: chunked", b"<p>joined already")),
    ];
    let pages = ["one", "two/2", "three", "<p>joined already"];
    assert_eq!(told(all.concat()), pages);
    assert_eq!(told(all.iter().flat_map(|record| packed(record)).collect()), pages);
    assert_eq!(told(packed(&all.concat())), pages);
    let first = Records::of("x".into(), Box::new(Cursor::new(all.concat()))).next().unwrap().unwrap();
    let said = (first.id.as_str(), first.url.as_str(), first.status, first.charset.as_deref());
    assert_eq!(said, ("urn:1", "https://a.example/1", 200, Some("utf-8")));
}

#[test]
fn what_is_bad_is_named_and_the_rest_comes() {
    let good = |id: &str| record("response", id, &html(id));
    let no_length = b"WARC/1.0\r\nWARC-Type: response\r\n\r\nabc\r\n\r\n".to_vec();
    let brotli = record("response", "b", &answer("Content-Type: text/html\r\nContent-Encoding: br", b"??"));
    let no_answer = record("response", "n", b"nothing");
    let too_long = b"WARC/1.0\r\nWARC-Type: x\r\nContent-Length: 99999999999\r\n\r\nabc".to_vec();
    for bad in [no_length, b"rubbish\r\nmore\r\n".to_vec(), brotli, no_answer] {
        assert_eq!(told([good("1"), bad, good("2")].concat()), ["1", "!", "2"]);
    }
    assert_eq!(told([good("1"), too_long].concat()), ["1", "!"]);
    assert_eq!(told([good("1"), b"WARC/1.0\r\nContent-".to_vec()].concat()), ["1", "!"]);
    let mut damaged = packed(&good("2"));
    damaged[40] ^= 0xFF;
    damaged[41] ^= 0xFF;
    let all = told([packed(&good("1")), damaged, packed(&good("3"))].concat());
    assert_eq!((all.first().map(String::as_str), all.last().map(String::as_str)), (Some("1"), Some("3")));
    assert!(all.contains(&"!".to_owned()), "{all:?}");
}

#[test]
fn whatever_bytes_there_are_reading_comes_to_an_end() {
    let whole = [record("response", "1", &html("one")), record("response", "2", &html("two"))].concat();
    for bytes in [whole.clone(), packed(&whole)] {
        for end in 0..bytes.len() {
            assert!(told(bytes[..end].to_vec()).len() < 10);
        }
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] = changed[at].wrapping_add(0x5B);
            assert!(told(changed).len() < 100);
        }
    }
}
