//! Every page in `tests/pages` against what must come out of it: one trial a page. A case is two files.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop"
)]

mod support;

use libtest_mimic::{Arguments, Failed, Trial};

fn main() {
    let mut trials = Vec::new();
    for case in support::cases() {
        if case.expected["kind"].as_str() == Some("no article") {
            let case = case.clone();
            trials.push(Trial::test(format!("{} is no article", case.name), move || judge_odds(&case)));
        }
        trials.push(Trial::test(case.name.clone(), move || judge(&case)));
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

fn judge(case: &support::Case) -> Result<(), Failed> {
    let faults = support::faults(&case.article(), &case.expected);
    match (case.expected["known_failure"].as_str(), faults.is_empty()) {
        (None, true) | (Some(_), false) => Ok(()),
        (Some(why), true) => Err(format!("passes now: take \"known_failure\" ({why}) out of its expectation").into()),
        (None, false) => Err(faults.join("\n").into()),
    }
}

/// What is no article must never be taken for one, whatever else comes out wrong.
fn judge_odds(case: &support::Case) -> Result<(), Failed> {
    let odds = case.article().article_probability;
    if odds < 0.5 { Ok(()) } else { Err(format!("articleProbability is {odds}").into()) }
}
