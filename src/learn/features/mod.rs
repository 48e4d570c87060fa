//! What the models see of a page and of each of its text blocks: numbers with names, in one order.
//!
//! Nothing here knows a language: text is measured by lengths and marks, parts of the page by their elements, by what
//! their names mean and by how they repeat, and by what the rules have made of them. A number is put into a [`Sink`]
//! together with its name; in the module the names vanish, `lede features` writes them for the training.

mod above;
mod block;
mod context;
mod page;
mod surroundings;

pub use above::Above;
pub use context::{Context, LEVELS};

/// Changes whenever the numbers or their order do: a model is for one of them.
pub const VERSION: u32 = 6;

/// Takes numbers one by one.
pub trait Sink {
    /// Takes a number of this name.
    fn put(&mut self, name: &'static str, value: f32);

    /// Begins a family of numbers whose names repeat: the third ancestor's, the next neighbour's.
    fn family(&mut self, name: &'static str, member: usize);

    /// Takes yes or no.
    fn flag(&mut self, name: &'static str, value: bool) {
        self.put(name, f32::from(u8::from(value)));
    }

    /// Takes a count.
    fn count(&mut self, name: &'static str, value: impl TryInto<u32>) {
        self.put(name, value.try_into().unwrap_or(u32::MAX) as f32);
    }

    /// Takes a share: a part of a whole, 0 where there is no whole.
    fn share(&mut self, name: &'static str, part: f32, whole: f32) {
        self.put(name, if whole > 0.0 { part / whole } else { 0.0 });
    }
}

/// A row of numbers without their names.
impl Sink for Vec<f32> {
    fn put(&mut self, _: &'static str, value: f32) {
        self.push(value);
    }

    fn family(&mut self, _: &'static str, _: usize) {}
}

/// The names without the numbers.
#[derive(Debug, Default)]
pub struct Names {
    /// The names, in order.
    pub names: Vec<String>,
    family: String,
}

impl Sink for Names {
    fn put(&mut self, name: &'static str, _: f32) {
        self.names.push(format!("{}{name}", self.family));
    }

    fn family(&mut self, name: &'static str, member: usize) {
        self.family = if name.is_empty() { String::new() } else { format!("{name}{member}.") };
    }
}

/// The numbers of a page.
pub fn of_page(context: &Context, sink: &mut impl Sink) {
    page::put(context, sink);
}

/// The numbers of a block, by its number. `above` is the same for one block after another.
pub fn of_block(context: &Context, at: usize, above: &mut Above, sink: &mut impl Sink) {
    let Some(block) = context.facts.text_blocks().get(at) else { return };
    block::text(context, at, block, sink);
    block::element(context, block, above, sink);
    block::place(context, at, block, sink);
    block::rules(context, at, block, sink);
    surroundings::repetition(context, at, sink);
    surroundings::ancestors(context, at, sink);
    surroundings::neighbours(context, at, sink);
}
