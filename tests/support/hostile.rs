//! An article that means harm to whoever writes it down.

use lede::article::{self, Article};
use serde_json::{Value, json};

/// Texts that mean something to one format or another.
pub const TRAPS: &[&str] = &[
    "</script><script>alert(1)</script><!--",
    "\"><img src=x onerror=alert(1)>",
    "---\nevil: true\n---\n",
    "\" : {]} \u{2028}- a\u{85}b: \\ 'x' #!tag &anchor *alias",
    "# not a heading\n- not an item\n> no quote\n| a | b |\n|---|---|",
    "![x](https://evil.example/p.png) <https://evil.example> [y]: https://evil.example",
    "**a** _b_ `c` ~~d~~ $e$ \\f &amp; &#60; [^1]: g ***",
    "a\r\nER  - \r\nTY  - JOUR\u{0}\u{7}\u{FFFE}\u{1F}",
    "}, author = {Evil}, note = {\\input{/etc/passwd}",
    "]]> <![CDATA[ <?xml ?> <!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]> &e;",
    "-- \nLede\ncontent-sha256: 0",
    "=SUM(1)\u{202E}txt.exe ../../CON:|?*",
];

/// An article that says each of these wherever it says anything.
pub fn hostile() -> Article {
    let all = TRAPS.join(" ");
    let line = |text: &str| json!([{"text": text}]);
    let mut body: Vec<Value> = Vec::new();
    for trap in TRAPS {
        body.extend([
            json!({"heading": {"level": 2, "content": line(trap)}}),
            json!({"paragraph": [{"text": trap}, {"strong": line(trap)}, "lineBreak", {"emphasis": line(trap)}, {"code": line(trap)}]}),
            json!({"paragraph": [{"target": trap}, {"link": {"href": format!("#{trap}"), "content": line(trap)}}]}),
            json!({"paragraph": [{"link": {"href": "https://a.example/\"><script>(x)|[y] %zz", "content": [{"link": {"href": "https://b.example", "content": line(trap)}}]}}]}),
            json!({"list": {"start": 7, "items": [[{"paragraph": line(trap)}], [{"break": null}], []]}}),
            json!({"code": {"language": trap, "text": format!("```\n{trap}\n````")}}),
            json!({"table": {"caption": line(trap), "rows": [[{"header": true, "content": [{"paragraph": line(trap)}]}, {"colspan": 3, "rowspan": 9, "content": [{"code": {"text": trap}}]}], []]}}),
            json!({"figure": {"images": [{"src": "https://a.example/1.gif", "alt": trap}, {"src": "https://a.example/2.gif", "alt": trap}], "caption": line(trap)}}),
            json!({"math": {"tex": trap, "mathml": {"tag": "script", "text": trap}}}),
            json!({"quote": [{"details": {"summary": line(trap), "content": [{"definitions": [{"terms": [line(trap)], "meaning": []}]}]}}]}),
            json!({"embed": {"href": "https://a.example/v", "title": trap}}),
        ]);
    }
    article::read(&json!({
        "title": all, "byline": all, "authors": TRAPS, "siteName": all, "url": "https://a.example/\"<x>", "canonicalUrl": "javascript:alert(1)",
        "lang": "en\" onload=\"x", "dir": "\"><script>", "publishedTime": "2026-13-45\"><script>", "modifiedTime": all, "excerpt": all,
        "tags": TRAPS, "license": all, "body": body,
    }))
}
