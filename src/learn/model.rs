//! The model file: what was learned, and how it is asked.

use std::sync::OnceLock;

use thiserror::Error;

use super::forest::Forest;
use super::packed::Bytes;

/// The model that comes with the program.
const BUILT_IN: &[u8] = include_bytes!("lede.model");

/// The first bytes of a model file.
const MAGIC: [u8; 4] = *b"LEDE";

/// Why a model cannot be used.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum ModelError {
    /// It is no model file.
    #[error("this is no model file: train one with training/train.py")]
    NoModel,
    /// It was trained with other numbers than this program has.
    #[error("this model was trained for another version: train it again with training/train.py")]
    OtherNumbers,
    /// It ends too early.
    #[error("the model file is cut short")]
    Short,
    /// It holds what cannot be.
    #[error("the model file is broken")]
    Broken,
}

/// What was learned.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Numbers of a block, by their places in its row, whose means over the words that stay tell of the page.
    pub means: Vec<u16>,
    /// The kinds of page before its blocks are known, seven scores in the order of [`crate::blocks::PageType`].
    pub kinds: Forest,
    /// Whether a block is part of the answer, at the first look.
    pub blocks: Forest,
    /// The same, at the second.
    pub second: Forest,
    /// The kinds of page once they are.
    pub page_type: Forest,
    /// Whether the page is an article.
    pub article: Forest,
    /// Whether the text is right as a whole.
    pub confidence: Forest,
}

impl Model {
    /// The model that comes with the program.
    #[must_use]
    pub fn built_in() -> &'static Self {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| Self::read(BUILT_IN).unwrap_or_default())
    }

    /// Reads a model file.
    ///
    /// # Errors
    /// When it is none, or not for this version.
    pub fn read(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut bytes = Bytes(bytes);
        let magic = [bytes.u8()?, bytes.u8()?, bytes.u8()?, bytes.u8()?];
        if magic != MAGIC {
            return Err(ModelError::NoModel);
        }
        if bytes.u32()? != super::features::VERSION {
            return Err(ModelError::OtherNumbers);
        }
        let means = (0..bytes.u8()?).map(|_| bytes.u16()).collect::<Result<_, _>>()?;
        let model = Self {
            means,
            kinds: bytes.forest()?,
            blocks: bytes.forest()?,
            second: bytes.forest()?,
            page_type: bytes.forest()?,
            article: bytes.forest()?,
            confidence: bytes.forest()?,
        };
        if model.blocks.fits() && model.second.fits() { Ok(model) } else { Err(ModelError::Broken) }
    }
}

/// The odds that a score stands for, 0 to 1.
#[must_use]
pub fn odds(score: f32) -> f32 {
    let e = exp(-score.abs());
    let share = 1.0 / (1.0 + e);
    if score >= 0.0 { share } else { 1.0 - share }
}

/// The share of each score among all, 0 to 1.
#[must_use]
pub fn shares(scores: &[f32]) -> Vec<f32> {
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    let powers: Vec<f32> = scores.iter().map(|score| exp(score - most)).collect();
    let all: f32 = powers.iter().sum();
    powers.into_iter().map(|power| power / all).collect()
}

/// The exponential of a number that is not above 0, to six places, by sums and products alone: those are the same to the
/// bit in every browser and natively, which the library's are not.
fn exp(x: f32) -> f32 {
    if x < -40.0 {
        return 0.0;
    }
    // e^x = (e^(x / 64))^64
    let y = x / 64.0;
    let small = 1.0 + y * (1.0 + y * (0.5 + y * (1.0 / 6.0 + y / 24.0)));
    (0..6).fold(small, |power, _| power * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odds_follow_the_logistic_curve() {
        for (score, wanted) in [(0.0f32, 0.5f32), (2.0, 0.880_797), (-2.0, 0.119_203), (60.0, 1.0), (-60.0, 0.0)] {
            assert!((odds(score) - wanted).abs() < 1e-4, "{score}: {}", odds(score));
        }
    }

    #[test]
    fn shares_add_up() {
        let shares = shares(&[1.0, 2.0, -50.0]);
        assert!((shares.iter().sum::<f32>() - 1.0).abs() < 1e-5);
        assert!(shares.get(1) > shares.first());
    }

    #[test]
    fn what_is_no_model_is_refused() {
        assert_eq!(Model::read(b"PNG.").err(), Some(ModelError::NoModel));
        assert_eq!(Model::read(b"LED").err(), Some(ModelError::Short));
    }

    #[test]
    fn the_built_in_model_can_be_read() {
        assert!(Model::read(BUILT_IN).is_ok());
    }

    #[test]
    fn what_is_cut_short_is_refused() {
        for end in (0..BUILT_IN.len()).step_by(997) {
            assert!(BUILT_IN.get(..end).is_some_and(|part| Model::read(part).is_err()), "{end}");
        }
    }
}
