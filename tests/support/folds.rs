//! Which model to judge a page by: the one that has not seen its domain.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use lede::Model;

/// Models that were each trained without some domains, and which domain is missing in which.
pub struct Folds {
    models: Vec<Model>,
    fold_of: BTreeMap<String, usize>,
}

impl Folds {
    /// The folds that `training/` made.
    ///
    /// # Panics
    /// When a file is missing or is no model of this version: train again.
    pub fn get() -> &'static Self {
        static FOLDS: OnceLock<Folds> = OnceLock::new();
        FOLDS.get_or_init(|| {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("training/folds");
            let rows = fs::read_to_string(folder.join("domains.tsv")).expect("training/folds/domains.tsv");
            let row = |line: &str| {
                let (domain, fold) = line.split_once('\t').expect("a domain and its fold");
                (domain.to_owned(), fold.parse().expect("a fold's number"))
            };
            let fold_of: BTreeMap<String, usize> = rows.lines().map(row).collect();
            let folds = fold_of.values().max().map_or(0, |most| most + 1);
            let model = |fold| Model::read(&fs::read(folder.join(format!("{fold}.model"))).expect("a fold's model"));
            Self { models: (0..folds).map(|fold| model(fold).expect("a model of this version")).collect(), fold_of }
        })
    }

    /// The model for a page; the built-in one where none of the page's domain was learned from.
    pub fn model_for(&self, url: &str) -> &Model {
        self.fold_of.get(&domain_of(url)).and_then(|fold| self.models.get(*fold)).unwrap_or(Model::built_in())
    }
}

/// An address's domain, as `training/pages.py` takes it.
fn domain_of(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', ':']).next().unwrap_or("").to_lowercase();
    let parts: Vec<&str> = host.split('.').collect();
    let known = ["co", "com", "org", "net", "ac", "gov", "edu"];
    let second = parts.len() > 2 && parts[parts.len() - 1].len() == 2 && known.contains(&parts[parts.len() - 2]);
    parts[parts.len().saturating_sub(if second { 3 } else { 2 })..].join(".")
}
