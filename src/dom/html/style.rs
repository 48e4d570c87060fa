//! Rules of a page's own style sheets that hide a class or an id: where no browser lays the page out, they are all that
//! tells. Only whole selectors of one class or id are read; what depends on anything else may be shown.

use std::borrow::Cow;

use super::tree::{Content, Tree, TreeId};

/// Classes (`.x`) and ids (`#x`) that some rule hides.
#[derive(Default)]
pub struct Hidden(Vec<String>);

impl Hidden {
    /// Reads all `style` elements of a tree.
    pub fn of(tree: &Tree) -> Self {
        let mut hidden = Self::default();
        let mut open: Vec<TreeId> = vec![Tree::DOCUMENT];
        while let Some(id) = open.pop() {
            for child in tree.children(id) {
                if matches!(tree.content(*child), Content::Element) {
                    open.push(*child);
                    if tree.name(*child) == "style" && is_for_screens(tree.attr(*child, "media").unwrap_or("")) {
                        hidden.read(&tree.text(*child));
                    }
                }
            }
        }
        hidden
    }

    /// Whether an element's class or id is hidden.
    pub fn has(&self, tree: &Tree, id: TreeId) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let named =
            |sign: char, name: &str| self.0.iter().any(|one| one.strip_prefix(sign).is_some_and(|one| one == name));
        tree.attr(id, "id").is_some_and(|name| named('#', name))
            || tree.attr(id, "class").is_some_and(|class| class.split_ascii_whitespace().any(|name| named('.', name)))
    }

    fn read(&mut self, css: &str) {
        let css = without_comments(css);
        let mut rest = &*css;
        while let Some((prelude, after)) = rest.split_once('{') {
            let prelude = prelude.rsplit([';', '}']).next().unwrap_or(prelude).trim();
            if let Some(condition) = prelude.strip_prefix('@') {
                // What holds on screens of any size holds here; what depends on more is passed over.
                let media = condition.strip_prefix("media").unwrap_or("print");
                rest = if is_for_screens(media) { after } else { after_block(after) };
                continue;
            }
            let (body, next) = after.split_once('}').unwrap_or((after, ""));
            if body.split(';').any(hides) {
                let simple = prelude.split(',').map(str::trim).filter(|selector| is_simple(selector));
                self.0.extend(simple.map(str::to_owned));
            }
            rest = next;
        }
    }
}

fn hides(declaration: &str) -> bool {
    // Most begin with another letter than the two that can hide.
    let declaration = declaration.trim_start();
    if !declaration.starts_with(['d', 'D', 'v', 'V']) {
        return false;
    }
    let Some((name, value)) = declaration.split_once(':') else { return false };
    let name = name.trim();
    let hiding = if name.eq_ignore_ascii_case("display") {
        "none"
    } else if name.eq_ignore_ascii_case("visibility") {
        "hidden"
    } else {
        return false;
    };
    let value = value.trim().to_ascii_lowercase();
    value.trim_end_matches("!important").trim_end() == hiding
}

fn is_simple(selector: &str) -> bool {
    let name = selector.strip_prefix(['.', '#']).unwrap_or("");
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
}

fn is_for_screens(media: &str) -> bool {
    matches!(media.trim(), "" | "all" | "screen")
}

/// What follows the block that has just been opened.
fn after_block(css: &str) -> &str {
    let mut depth = 1;
    for (at, sign) in css.char_indices() {
        depth += match sign {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        if depth == 0 {
            return css.get(at + 1..).unwrap_or("");
        }
    }
    ""
}

fn without_comments(css: &str) -> Cow<'_, str> {
    if !css.contains("/*") {
        return Cow::Borrowed(css);
    }
    let mut kept = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, rest)| rest);
    }
    kept.push_str(rest);
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_simple_selectors_are_read_and_nothing_that_depends_on_more() {
        let mut hidden = Hidden::default();
        hidden.read(
            "/* .no{display:none} */ .a{display:none} @media screen{.b,#c{DISPLAY: none !important}} .js .d{display:none} \
             @media print{.e{display:none}} .f:hover{display:none} @import 'x'; .g{color:red;visibility:hidden} .h{}",
        );
        assert_eq!(hidden.0, [".a", ".b", "#c", ".g"]);
    }
}
