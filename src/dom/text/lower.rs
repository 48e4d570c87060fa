//! Small letters, by the order of the blocks of Unicode: the standard library's table is 12 kB of the module.

/// A letter's small form, one for one, in the scripts that have capitals and are written today: Latin, Greek, Cyrillic,
/// Armenian, Georgian. The Turkish İ is an i.
#[must_use]
pub fn lower_of(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let code = c as u32;
    let small = match code {
        0xC0..=0xD6 | 0xD8..=0xDE | 0x391..=0x3A1 | 0x3A3..=0x3AB | 0x410..=0x42F | 0xFF21..=0xFF3A => code + 32,
        0x130 => 0x69,
        0x178 => 0xFF,
        0x1E9E => 0xDF,
        0x386 => 0x3AC,
        0x388..=0x38A => code + 37,
        0x38C => 0x3CC,
        0x38E | 0x38F => code + 63,
        0x400..=0x40F => code + 80,
        0x4C0 => 0x4CF,
        0x531..=0x556 => code + 48,
        0x1C90..=0x1CBF => code - 0xBC0,
        // Capital and small letter by turns; the capital is the odd one here …
        0x139..=0x148 | 0x179..=0x17E | 0x1AF | 0x1CD..=0x1DC | 0x4C1..=0x4CE => code + (code & 1),
        // … and the even one here.
        0x100..=0x137
        | 0x14A..=0x177
        | 0x1A0..=0x1A5
        | 0x1DE..=0x1EF
        | 0x1F8..=0x21F
        | 0x222..=0x233
        | 0x370..=0x373
        | 0x3D8..=0x3EF
        | 0x460..=0x481
        | 0x48A..=0x4BF
        | 0x4D0..=0x52F
        | 0x1E00..=0x1E95
        | 0x1EA0..=0x1EFF => code | 1,
        _ => code,
    };
    char::from_u32(small).unwrap_or(c)
}

/// A text in small letters.
#[must_use]
pub fn lower(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.chars().map(lower_of).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_letters_are_the_standard_librarys_in_scripts_of_today() {
        for c in ('\0'..='\u{52f}')
            .chain('\u{531}'..='\u{556}')
            .chain('\u{1c90}'..='\u{1cb0}')
            .chain('\u{1e00}'..='\u{1eff}')
        {
            let mut small = c.to_lowercase();
            let wanted = (small.next(), small.next());
            // Letters of phonetic and African alphabets, and Coptic, are left as they are.
            let known = lower_of(c) != c || matches!(wanted, (Some(one), None) if one == c);
            if known && c != 'İ' {
                assert_eq!(Some(lower_of(c)), wanted.0, "{c}");
            }
        }
        assert_eq!(lower("İSTANBUL ŻÓŁĆ ΆΛΦΑ ЇЖАК ĐƯỜNG ȘTIRI"), "istanbul żółć άλφα їжак đường știri");
    }
}
