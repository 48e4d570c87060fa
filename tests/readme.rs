//! The README shows `examples/library.rs` as it is: a snippet that compiles.

#[test]
fn the_snippet_is_the_example() {
    let example = include_str!("../examples/library.rs");
    let code = example.split_once("\n\n").map_or("", |(_, code)| code);
    assert!(include_str!("../README.md").contains(&format!("```rust\n{code}```")), "the README shows another snippet");
}
