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
    let trials =
        support::cases().into_iter().map(|case| Trial::test(case.name.clone(), move || judge(&case))).collect();
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
