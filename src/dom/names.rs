//! A sorted table of names that is asked for each element and attribute of a page.

/// Names in order.
pub struct Names {
    names: &'static [&'static str],
    /// How many of them begin with a letter before each.
    before: [u8; LETTERS + 1],
}

/// Names begin with ASCII.
const LETTERS: usize = 128;

impl Names {
    /// A table of at most 255 sorted names of ASCII letters.
    #[allow(clippy::indexing_slicing, reason = "it is computed when the program is built")]
    pub const fn new(names: &'static [&'static str]) -> Self {
        let mut before = [0; LETTERS + 1];
        let (mut letter, mut at) = (0, 0);
        while letter <= LETTERS {
            while at < names.len() && (names[at].as_bytes()[0] as usize) < letter {
                at += 1;
            }
            before[letter] = at as u8;
            letter += 1;
        }
        Self { names, before }
    }

    /// The place of a name.
    pub fn place(&self, name: &str) -> Option<usize> {
        let letter = usize::from(*name.as_bytes().first()?);
        let (start, end) = (usize::from(*self.before.get(letter)?), usize::from(*self.before.get(letter + 1)?));
        // Most are told apart by their lengths and last letters.
        let last = name.as_bytes().last();
        let is = |own: &&str| own.len() == name.len() && own.as_bytes().last() == last && *own == name;
        Some(start + self.names.get(start..end)?.iter().position(is)?)
    }

    /// The name at a place; empty where there is none.
    pub fn name(&self, place: usize) -> &'static str {
        self.names.get(place).copied().unwrap_or("")
    }

    #[cfg(test)]
    pub fn are_sorted(&self) -> bool {
        self.names.is_sorted_by(|a, b| a < b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found_and_no_other() {
        const ALL: &[&str] = &["#script", "a", "abbr", "alt", "b", "xml:lang"];
        const NAMES: Names = Names::new(ALL);
        assert!(NAMES.are_sorted());
        for (at, name) in ALL.iter().enumerate() {
            assert_eq!((NAMES.place(name), NAMES.name(at)), (Some(at), *name));
        }
        for other in ["", "al", "c", "é", "\u{7f}", "xml"] {
            assert_eq!(NAMES.place(other), None, "{other}");
        }
    }
}
