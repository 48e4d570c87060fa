//! What a reader wishes of an article, on small pages: parts chosen by hand, and what was left out.

use crate::article::{Article, Block};
use crate::dom::{Attr, Document};
use crate::learn::Model;
use crate::{Extraction, Options, extract, render};

const PAGE: &str = r#"<!doctype html><title>The mill by the ford turns again</title><body id=body>
<nav id=nav><a href="/a">Front page</a> <a href="/b">Weather of today</a></nav>
<main id=main><h1 id=title>The mill by the ford turns again</h1>
<div id=date class=byline>By Ann Lee, 5 January 2025</div>
<div id=story>
<p id=one>The mill by the ford turns again, the miller says, and the village can hear it from the church to the bridge,
where the children stop on their way to see the wheel go round in the cold water of the morning.
<aside id=related class=related><h3>More of the river</h3><ul><li><a href="/x">The bridge is closed</a><li><a href="/y">The
trout are back</a></ul></aside>
<p id=two>It stood still for eleven years, since the old owner left for the city, and nobody in the valley thought that it
would ever grind again, least of all the bank, which had offered the house for sale three times.
<div id=share class=share><a href="/s">Share this</a> <button id=print>Print the page</button><script>track()</script>
<span id=secret hidden>Nobody sees this</span></div>
<p id=three>Now there is flour on Saturdays, rye and wheat, and a woman from the next village bakes bread of it, which is
sold out before noon, as she says with some pride, although she began only in the autumn.
</div></main>
<footer id=foot><p id=imprint>Printed at the ford by the Gazette.</p><p>All rights reserved.</p></footer>"#;

fn page() -> Document {
    crate::dom::html::parse(PAGE, "https://gazette.example/mill")
}

/// The numbers of the elements with these ids.
fn numbers(doc: &Document, ids: &[&str]) -> Vec<u32> {
    let is = |id: &str| doc.nodes().find(|node| doc.attr(*node, Attr::Id) == Some(id));
    ids.iter().filter_map(|id| is(id)).map(|node| doc.origin(node)).collect()
}

/// What comes of choosing some elements to stay and some to go.
fn chosen(keep: &[&str], drop: &[&str]) -> (Extraction, String) {
    let doc = page();
    let options = Options { keep: numbers(&doc, keep), drop: numbers(&doc, drop), ..Options::default() };
    let found = extract(&doc, &options);
    let text = render::text(&found.article.body);
    (found, text)
}

/// Whether pieces stand in a text, in this order.
fn in_order(text: &str, pieces: &[&str]) -> bool {
    let mut rest = Some(text);
    pieces.iter().all(|piece| {
        rest = rest.and_then(|text| text.split_once(piece)).map(|(_, rest)| rest);
        rest.is_some()
    })
}

#[test]
fn without_a_choice_the_page_is_read_as_ever() {
    let (found, text) = chosen(&[], &[]);
    assert!(in_order(&text, &["The mill by the ford", "eleven years", "flour on Saturdays"]), "{text}");
    for other in ["Front page", "trout", "Share", "Printed at", "Nobody"] {
        assert!(!text.contains(other), "{text}");
    }
    let doc = page();
    let nowhere = Options { keep: vec![90_000, u32::MAX], drop: vec![70_000], ..Options::default() };
    assert_eq!(extract(&doc, &nowhere).article, found.article);
    assert_eq!(extract(&doc, &nowhere).plan, found.plan);
}

#[test]
fn what_is_chosen_stays_whole_and_in_its_place() {
    let (found, text) = chosen(&["related"], &[]);
    assert!(in_order(&text, &["The mill by", "More of the river", "trout are back", "eleven years"]), "{text}");
    assert_eq!(found.kept.by_hand.len(), 1);
    let (_, text) = chosen(&["share"], &[]);
    assert!(in_order(&text, &["eleven years", "Share this", "Print the page", "flour"]), "{text}");
    assert!(!text.contains("Nobody") && !text.contains("track"), "{text}");
}

#[test]
fn what_is_chosen_elsewhere_widens_the_article() {
    let (found, text) = chosen(&["imprint", "nav"], &[]);
    assert!(in_order(&text, &["Front page", "Weather", "The mill by", "flour", "Printed at the ford"]), "{text}");
    assert!(!text.contains("All rights") && found.roots.is_sorted(), "{text}");
    let doc = page();
    assert!(!found.plan.hide.contains(&numbers(&doc, &["imprint"])[0]));
    assert!(!found.plan.hide.contains(&numbers(&doc, &["foot"])[0]));
    // The headline stands above the text already.
    let (found, text) = chosen(&["main"], &[]);
    assert!(in_order(&text, &["By Ann Lee", "More of the river", "Share this", "flour"]), "{text}");
    assert!(!text.contains("turns again\n") && found.roots.len() == 1, "{text}");
}

#[test]
fn what_is_chosen_to_go_goes() {
    let (found, text) = chosen(&[], &["two"]);
    assert!(in_order(&text, &["The mill by", "flour"]) && !text.contains("eleven years"), "{text}");
    assert!(found.plan.hide.contains(&numbers(&page(), &["two"])[0]));
    for (all, roots) in [("body", 0), ("main", 0), ("story", 1)] {
        let (found, text) = chosen(&[], &[all]);
        assert_eq!((text.as_str(), found.roots.len()), ("", roots), "{all}");
        assert_eq!(found.article.title.as_deref(), Some("The mill by the ford turns again"));
    }
}

#[test]
fn the_innermost_choice_holds() {
    let (_, text) = chosen(&["two"], &["main"]);
    assert!(text.starts_with("It stood still") && text.ends_with("three times."), "{text}");
    let (_, text) = chosen(&["main", "print"], &["story", "related"]);
    assert_eq!(text, "By Ann Lee, 5 January 2025\n\nPrint the page");
    let (_, text) = chosen(&["two"], &["two"]);
    assert!(!text.contains("eleven years"), "{text}");
    let (_, text) = chosen(&["body"], &["nav", "foot"]);
    assert!(in_order(&text, &["By Ann Lee", "trout", "Print", "flour"]) && !text.contains("Gazette"), "{text}");
}

#[test]
fn an_explanation_tells_what_was_chosen() {
    let doc = page();
    let (keep, drop) = (numbers(&doc, &["share"]), numbers(&doc, &["two"]));
    let lines = crate::explain::explain(&doc, &Options { keep, drop, ..Options::default() }, Model::built_in());
    let line = |id: &str| lines.lines().find(|line| line.contains(&format!("#{id}"))).unwrap_or_default();
    assert!(line("share").ends_with("kept: chosen by hand"), "{lines}");
    assert!(line("two").ends_with("dropped: chosen by hand"), "{lines}");
}

#[test]
fn what_was_left_out_stands_in_its_place() {
    let doc = page();
    let plain = extract(&doc, &Options::default()).article;
    let article = extract(&doc, &Options { left_out: true, ..Options::default() }).article;
    let is_left_out = |block: &Block| matches!(block, Block::LeftOut(_));
    let rest: Vec<_> = article.body.iter().filter(|block| !is_left_out(block)).cloned().collect();
    assert_eq!(rest, plain.body);
    assert_eq!((article.length, article.word_count), (plain.length, plain.word_count));
    let markdown = |article: &Article| render::markdown(&article.body, &|_| None);
    assert_eq!(markdown(&article), markdown(&plain));
    let html = render::html(&article.body);
    assert!(in_order(&html, &["<aside data-lede-left-out=", "By Ann Lee", "</aside>", "The mill by"]), "{html}");
    assert!(in_order(&html, &["in the cold water", "<aside", "trout are", "</aside>", "eleven years"]), "{html}");
    assert!(in_order(&html, &["three times", "<aside", "Share this", "Print the page", "</aside>", "flour"]), "{html}");
    for never in ["Nobody", "track", "Front page", "Gazette", "<h1"] {
        assert!(!html.contains(never), "{never} in {html}");
    }
    let json = serde_json::to_value(&article).expect("an article is JSON");
    assert!(json["body"][0]["leftOut"]["rule"].is_string());
    assert_eq!(crate::article::read(&json), article);
}

#[test]
fn neighbours_of_one_rule_are_one() {
    let html = PAGE.replace(
        "<p id=two>",
        "<div class=share><a href=/t>Tell a friend</a></div><div class=share>Like it</div><p id=two>",
    );
    let doc = crate::dom::html::parse(&html, "https://gazette.example/mill");
    let body = extract(&doc, &Options { left_out: true, ..Options::default() }).article.body;
    let rules: Vec<_> =
        body.iter().map(|block| if let Block::LeftOut(part) = block { part.rule.as_str() } else { "" }).collect();
    assert!(rules.windows(2).all(|pair| pair[0].is_empty() || pair[0] != pair[1]), "{rules:?}");
}

#[test]
fn what_a_person_dropped_does_not_come_back_from_the_record() {
    let told = "The council has decided to pave the square in the spring, whatever the traders say about it, and to \
                plant two rows of limes along the town hall, since the old ones were felled in the storm of last year. \
                It will cost as much as the new school, and nobody knows yet who is to pay for it in the end.";
    let html = format!(
        r#"<script type="application/ld+json">{{"@type":"NewsArticle","headline":"The square","articleBody":"{told}"}}</script>
        <h1>The square</h1><article><p id=lead>The council has decided.<p id=rest>{told}</article>"#
    );
    let doc = crate::dom::html::parse(&html, "https://gazette.example/square");
    let text = |ids: &[&str]| {
        let options = Options { drop: numbers(&doc, ids), ..Options::default() };
        render::text(&extract(&doc, &options).article.body)
    };
    assert!(text(&[]).contains("rows of limes"));
    assert!(!text(&["rest"]).contains("rows of limes"));
}
