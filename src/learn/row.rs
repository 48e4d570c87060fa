//! The numbers that trees are asked with.

use super::features::Sink;

/// The most numbers of a row: a power of two, so that no bound has to be looked at.
pub const WIDTH: usize = 512;

/// A row of numbers, each cut to the 16 bits that a model knows (a sign, an exponent, seven bits of a fraction), in a form
/// in which whole numbers compare as those do. What nobody has put in is 0.
#[derive(Clone, Debug)]
pub struct Row {
    keys: [u16; WIDTH],
    length: usize,
}

impl Default for Row {
    fn default() -> Self {
        Self { keys: [key(0.0); WIDTH], length: 0 }
    }
}

impl Row {
    /// The keys of all places.
    pub fn keys(&self) -> &[u16; WIDTH] {
        &self.keys
    }

    /// The keys of the numbers that were put in.
    pub fn known(&self) -> &[u16] {
        self.keys.get(..self.length).unwrap_or_default()
    }

    /// The number at a place, as far as it is known; 0 where none was put in.
    pub fn number(&self, place: usize) -> f32 {
        self.known().get(place).map_or(0.0, |key| number(*key))
    }

    /// Begins anew.
    pub fn clear(&mut self) {
        self.length = 0;
    }
}

impl Sink for Row {
    fn put(&mut self, _: &'static str, value: f32) {
        if let Some(place) = self.keys.get_mut(self.length) {
            *place = key(value);
            self.length += 1;
        }
    }

    fn family(&mut self, _: &'static str, _: usize) {}
}

/// A number's first 16 bits, so that a greater number has a greater key.
fn key(value: f32) -> u16 {
    let bits = (value.to_bits() >> 16) as u16;
    if bits & SIGN == 0 { bits | SIGN } else { !bits }
}

/// The number that a key stands for.
fn number(key: u16) -> f32 {
    let bits = if key & SIGN == 0 { !key } else { key ^ SIGN };
    f32::from_bits(u32::from(bits) << 16)
}

const SIGN: u16 = 0x8000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_stand_in_the_order_of_their_numbers() {
        let numbers = [-999.0, -1.5, -0.1, 0.0, 0.004, 0.5, 1.0, 127.0, 4000.0];
        assert!(numbers.is_sorted_by(|a, b| key(*a) < key(*b)));
        for exact in [-999.0f32, -1.5, 0.0, 0.5, 127.0] {
            assert!((number(key(exact)) - exact).abs() < exact.abs() / 100.0 + f32::EPSILON, "{exact}");
        }
    }

    #[test]
    fn what_has_no_place_is_left_out() {
        let mut row = Row::default();
        (0..WIDTH + 3).for_each(|at| row.put("number", at as f32));
        assert_eq!(row.known().len(), WIDTH);
        assert!(row.number(WIDTH + 1).abs() < f32::EPSILON && (row.number(3) - 3.0).abs() < f32::EPSILON);
        row.clear();
        assert!(row.known().is_empty());
    }
}
