//! Values by words.

use std::collections::HashMap;

use foldhash::fast::RandomState;

/// Values that are looked up by words. However many kinds of values there are, the words lie in one kind of map: each
/// kind is two thousand bytes of the module.
#[derive(Clone, Debug)]
pub struct Lookup<'a, T> {
    places: HashMap<&'a str, usize, RandomState>,
    values: Vec<T>,
}

impl<T> Default for Lookup<'_, T> {
    fn default() -> Self {
        Self { places: HashMap::default(), values: Vec::new() }
    }
}

impl<'a, T> Lookup<'a, T> {
    /// The value of a word.
    #[must_use]
    pub fn get(&self, word: &str) -> Option<&T> {
        self.places.get(word).and_then(|place| self.values.get(*place))
    }

    /// The value of a word, made where there is none.
    pub fn of(&mut self, word: &'a str, make: impl FnOnce() -> T) -> &mut T {
        let next = self.values.len();
        let place = *self.places.entry(word).or_insert(next);
        if place == next {
            self.values.push(make());
        }
        // The place is that of a value: this index cannot fail.
        #[allow(clippy::indexing_slicing, reason = "every place in the map is that of a value")]
        &mut self.values[place]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_has_one_value() {
        let mut lookup = Lookup::default();
        *lookup.of("mill", || 1) += 1;
        *lookup.of("ford", || 5) += 1;
        *lookup.of("mill", || 1) += 1;
        assert_eq!((lookup.get("mill"), lookup.get("ford"), lookup.get("weir")), (Some(&3), Some(&6), None));
    }
}
