//! Which lists of an article are its notes: each item is led to from above by a short mark, the same wherever it stands.

use std::collections::{HashMap, HashSet};

use crate::article::{Anchor, Block, Inline, List};
use crate::render::text::line as plain;
use crate::render::walk::each_inline;

/// The longest mark of a note, in characters.
const LONGEST: usize = 4;

/// Notes by the places that lead to them.
#[derive(Default)]
pub struct Notes {
    /// The label of each place that is a note's.
    labels: HashMap<String, String>,
}

impl Notes {
    /// The notes of a body.
    pub fn of(blocks: &[Block]) -> Self {
        let mut notes = Self::default();
        let mut taken: HashSet<String> = HashSet::new();
        for (at, block) in blocks.iter().enumerate() {
            let Block::List(list) = block else { continue };
            let Some(above) = blocks.get(..at) else { continue };
            let Some(found) = of_list(list, above) else { continue };
            let mut labels: HashSet<&String> = HashSet::new();
            let fresh = found.iter().all(|(_, label)| !taken.contains(label) && labels.insert(label));
            if fresh {
                taken.extend(found.iter().map(|(_, label)| label.clone()));
                for (places, label) in found {
                    notes.labels.extend(places.into_iter().map(|place| (place, label.clone())));
                }
            }
        }
        notes
    }

    /// The label of a link that is a note's mark.
    pub fn label(&self, link: &Anchor) -> Option<&str> {
        let label = self.labels.get(link.href.fragment()?)?;
        (mark(link).as_ref() == Some(label)).then_some(label)
    }

    /// Whether a place is a note's.
    pub fn is_note(&self, place: &str) -> bool {
        self.labels.contains_key(place)
    }

    /// The labels of a list's items, where it is a list of notes.
    pub fn definitions(&self, list: &List) -> Option<Vec<String>> {
        if self.labels.is_empty() {
            return None;
        }
        let label = |item: &Vec<Block>| targets(item).iter().find_map(|name| self.labels.get(name).cloned());
        list.items.iter().map(label).collect::<Option<Vec<String>>>().filter(|labels| !labels.is_empty())
    }

    /// The places that links lead to, but for ways back.
    pub fn places(&self, blocks: &[Block]) -> HashSet<String> {
        let mut names = HashSet::new();
        each_link(blocks, &mut |link| {
            names.extend(link.href.fragment().filter(|_| !self.leads_back(link)).map(str::to_owned));
        });
        names
    }

    /// Whether a link in a note only leads back to its mark.
    pub fn leads_back(&self, link: &Anchor) -> bool {
        let text = plain(&link.content);
        link.href.fragment().is_some() && !self.labels.is_empty() && !text.chars().any(char::is_alphanumeric)
    }
}

/// For each item the places in it and its label; nothing where an item is not led to, or by several marks.
fn of_list(list: &List, above: &[Block]) -> Option<Vec<(Vec<String>, String)>> {
    let places: Vec<Vec<String>> = list.items.iter().map(|item| targets(item)).collect();
    if places.is_empty() || places.iter().any(Vec::is_empty) {
        return None;
    }
    let mut marks: HashMap<String, Option<String>> = HashMap::new();
    each_link(above, &mut |link| {
        let Some(name) = link.href.fragment() else { return };
        let found = mark(link);
        marks
            .entry(name.to_owned())
            .and_modify(|known| {
                if *known != found {
                    *known = None
                }
            })
            .or_insert(found);
    });
    let label = |places: Vec<String>| {
        let mut told = places.iter().filter_map(|name| marks.get(name));
        let label = told.next()?.clone()?;
        told.all(|other| other.as_ref() == Some(&label)).then_some((places, label))
    };
    places.into_iter().map(label).collect()
}

/// The letters and digits of a mark, where a link's text is one: `[1]`, `a`.
fn mark(link: &Anchor) -> Option<String> {
    let text = plain(&link.content);
    let inner = text.trim_matches(['[', ']', '(', ')']);
    let short = (1..=LONGEST).contains(&inner.chars().count());
    (short && inner.chars().all(char::is_alphanumeric)).then(|| inner.to_owned())
}

/// The places in some blocks.
fn targets(blocks: &[Block]) -> Vec<String> {
    let mut names = Vec::new();
    each_inline(blocks, &mut |piece| {
        if let Inline::Target(name) = piece {
            names.push(name.clone());
        }
    });
    names
}

fn each_link(blocks: &[Block], see: &mut dyn FnMut(&Anchor)) {
    each_inline(blocks, &mut |piece| {
        if let Inline::Link(anchor) = piece {
            see(anchor);
        }
    });
}
