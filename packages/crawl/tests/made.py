"""An archive made of our own pages, with what archives are full of: packed and chunked answers, other encodings, records of
other kinds, and records that are bad in every way that we know."""

import gzip
import zlib
from pathlib import Path

PAGES = Path(__file__).resolve().parents[3] / "tests" / "pages"


def record(id: str, content: bytes, kind: str = "response", url: str = "") -> bytes:
    """A record of an archive."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:{id}>\r\nWARC-Target-URI: {url or f'https://site.example/{id}'}\r\n"
        f"WARC-Date: 2026-11-25T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def answer(body: bytes, *fields: str, kind: str = "text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    """What a server says."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", *fields]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def packed(data: bytes) -> bytes:
    """Without the time, so that what is damaged is so in the same way each time."""
    return gzip.compress(data, 6, mtime=0)


def chunked(body: bytes) -> bytes:
    parts = [body[at : at + 4000] for at in range(0, len(body), 4000)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


# Ways in which the same page may come.
WAYS = [
    lambda page: answer(page),
    lambda page: answer(packed(page), "Content-Encoding: gzip"),
    lambda page: answer(chunked(page), "Transfer-Encoding: chunked"),
    lambda page: answer(zlib.compress(page), "Content-Encoding: deflate"),
    lambda page: answer(raw_deflate(page), "Content-Encoding: deflate", kind="TEXT/HTML"),
    lambda page: answer(chunked(packed(page)), "Transfer-Encoding: chunked", "Content-Encoding: gzip"),
    lambda page: answer(page.decode("utf-8", "replace").encode("cp1252", "xmlcharrefreplace"), kind="text/html; charset=windows-1252"),
    lambda page: answer(page.decode("utf-8", "replace").encode("shift_jis", "xmlcharrefreplace"), kind='application/xhtml+xml; charset="shift_jis"', status="404 Not Found"),
]

NOT_PAGES = [
    record("info", b"software: none", "warcinfo"),
    record("request", b"GET / HTTP/1.1\r\n\r\n", "request"),
    record("picture", answer(b"\x89PNG\r\n", kind="image/png")),
    record("meta", b"fetchTimeMs: 7", "metadata"),
]

# What each is set aside for; `urn:` and so on is how it is named, where it has a name.
BAD = [
    ("urn:brotli", record("brotli", answer(b"??", "Content-Encoding: br"))),
    ("urn:nothing", record("nothing", b"no server's answer")),
    ("urn:no-status", record("no-status", b"HTTP/1.1\r\nContent-Type: text/html\r\n\r\n<p>x")),
    ("urn:torn", record("torn", answer(packed(b"<p>" + bytes(range(256)) * 40)[:-30], "Content-Encoding: gzip"))),
    ("", b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:no-length>\r\n\r\n<p>x</p>\r\n\r\n"),
]


def damaged(member: bytes) -> bytes:
    """A member with bytes in its middle that are not its own."""
    middle = len(member) // 2
    return member[:middle] + bytes(byte ^ 0xA5 for byte in member[middle : middle + 40]) + member[middle + 40 :]


def archive(repeated: int = 1) -> tuple[bytes, list[str]]:
    """An archive, packed record by record; and the names of its pages."""
    members, names = [], []
    for round_ in range(repeated):
        for way, make in enumerate(WAYS):
            for at, file in enumerate(sorted(PAGES.glob("*.html"))):
                name = f"{file.stem}.{way}.{round_}"
                names.append(f"urn:{name}")
                members.append(packed(record(name, make(file.read_bytes()))))
                if at % 50 == 49:
                    members.append(packed(NOT_PAGES[(at // 50) % len(NOT_PAGES)]))
                if at % 100 == 99:
                    members.append(packed(BAD[(at // 100 + way) % len(BAD)][1]))
    # One member is damaged, between two that are whole.
    whole = packed(record("damaged", answer(packed(bytes(range(256)) * 40), "X-Filler: " + "abc" * 200)))
    members.insert(len(members) // 2, damaged(whole))
    return b"".join(members), names
