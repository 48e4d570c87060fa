//! Punycode (RFC 3492): how a label of a host's name is written where it has letters beyond ASCII.

/// The numbers of the standard: digits, the bounds of a threshold, how the bias begins and follows.
const BASE: u32 = 36;
const LOWEST: u32 = 1;
const HIGHEST: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;
const FIRST_BIAS: u32 = 72;
const FIRST_BEYOND: u32 = 0x80;

/// A label in punycode, without the mark that says so. Nothing where it is too long to be a name.
pub fn encode(label: &str) -> Option<String> {
    let mut out: String = label.chars().filter(char::is_ascii).collect();
    let plain = out.len() as u32;
    if plain > 0 {
        out.push('-');
    }
    let (mut reached, mut delta, mut bias, mut told) = (FIRST_BEYOND, 0_u32, FIRST_BIAS, plain);
    while let Some(next) = label.chars().map(u32::from).filter(|c| *c >= reached).min() {
        delta = delta.checked_add((next - reached).checked_mul(told + 1)?)?;
        for c in label.chars().map(u32::from) {
            if c < next {
                delta = delta.checked_add(1)?;
            } else if c == next {
                number(delta, bias, &mut out);
                bias = adapted(delta, told + 1, told == plain);
                delta = 0;
                told += 1;
            }
        }
        delta += 1;
        reached = next + 1;
    }
    Some(out)
}

/// Writes a number in digits whose weight depends on the bias, the lowest first.
fn number(mut value: u32, bias: u32, out: &mut String) {
    let mut at = BASE;
    loop {
        let threshold = at.saturating_sub(bias).clamp(LOWEST, HIGHEST);
        if value < threshold {
            return out.push(digit(value));
        }
        let span = BASE - threshold;
        out.push(digit(threshold + (value - threshold) % span));
        value = (value - threshold) / span;
        at += BASE;
    }
}

/// Letters count before digits.
fn digit(value: u32) -> char {
    let value = value as u8;
    char::from(if value < 26 { b'a' + value } else { b'0' + (value - 26) })
}

fn adapted(delta: u32, told: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / DAMP } else { delta / 2 };
    delta += delta / told;
    let mut bias = 0;
    while delta > (BASE - LOWEST) * HIGHEST / 2 {
        delta /= BASE - LOWEST;
        bias += BASE;
    }
    bias + (BASE - LOWEST + 1) * delta / (delta + SKEW)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_written_as_the_standard_shows() {
        for (label, code) in [
            ("bücher", "bcher-kva"),
            ("münchen", "mnchen-3ya"),
            ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
            ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"),
            ("почемужеонинеговорятпорусски", "b1abfaaepdrnnbgefbadotcwatmq2g4l"),
            ("3年b組金八先生", "3b-ww4c5e180e575a65lsy2b"),
            ("пример", "e1afmkfd"),
        ] {
            assert_eq!(encode(label).as_deref(), Some(code));
        }
    }
}
