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
    let cases = support::cases();
    for case in cases.clone() {
        if case.expected["kind"].as_str() == Some("no article") {
            let case = case.clone();
            trials.push(Trial::test(format!("{} is no article", case.name), move || judge_odds(&case)));
        }
        trials.push(Trial::test(case.name.clone(), move || judge(&case)));
    }
    trials.push(Trial::test("pages that are no articles are told", move || enough_are_told(&cases)));
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

fn judge(case: &support::Case) -> Result<(), Failed> {
    let found = case.extraction();
    let mut faults = support::faults_around(&found, &case.expected);
    faults.extend(support::faults(&lede::render::rendered(found.article), &case.expected));
    match (case.expected["known_failure"].as_str(), faults.is_empty()) {
        (None, true) | (Some(_), false) => Ok(()),
        (Some(why), true) => Err(format!("passes now: take \"known_failure\" ({why}) out of its expectation").into()),
        (None, false) => Err(faults.join("\n").into()),
    }
}

/// What is no article must not be taken for one, whatever else comes out wrong; `known_odds` says of which it is known.
fn judge_odds(case: &support::Case) -> Result<(), Failed> {
    let odds = case.article().article_probability;
    match (case.expected["known_odds"].as_str(), odds < 0.5) {
        (None, true) | (Some(_), false) => Ok(()),
        (None, false) => Err(format!("articleProbability is {odds}").into()),
        (Some(why), true) => Err(format!("{odds} now: take \"known_odds\" ({why}) out of its expectation").into()),
    }
}

/// So many pages that are no articles are told from them, at the least.
const TOLD: usize = 40;

fn enough_are_told(cases: &[support::Case]) -> Result<(), Failed> {
    let none = cases.iter().filter(|case| case.expected["kind"].as_str() == Some("no article"));
    let told = none.filter(|case| case.article().article_probability < 0.5).count();
    if told >= TOLD { Ok(()) } else { Err(format!("{told} of them").into()) }
}
