//! The leanest tree that html5ever can build: what no reader of HTML comes below.
//!
//! Nodes lie in one arena and know each other by reference; names, attributes and texts stay as the parser hands them
//! over. Nothing is counted, copied or looked up.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use html5ever::interface::{ElementFlags, ExpandedName, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink as _};
use html5ever::{Attribute, ParseOpts, QualName, parse_document};
use typed_arena::Arena;

type Link<'a> = Cell<Option<&'a Node<'a>>>;
type New<'a> = NodeOrText<&'a Node<'a>>;

/// Where the nodes of a page lie.
pub type Nodes<'a> = Arena<Node<'a>>;

/// A node, and its place among the others.
pub struct Node<'a> {
    parent: Link<'a>,
    first: Link<'a>,
    last: Link<'a>,
    previous: Link<'a>,
    next: Link<'a>,
    kind: Kind<'a>,
}

enum Kind<'a> {
    /// The document, a template's content, a comment.
    Other,
    Text(RefCell<StrTendril>),
    Element {
        name: QualName,
        attrs: RefCell<Vec<Attribute>>,
        content: Option<&'a Node<'a>>,
    },
}

impl<'a> Node<'a> {
    fn new(kind: Kind<'a>) -> Self {
        let [parent, first, last, previous, next] = [const { Cell::new(None) }; 5];
        Self { parent, first, last, previous, next, kind }
    }

    fn detach(&self) {
        let (parent, previous, next) = (self.parent.take(), self.previous.take(), self.next.take());
        match previous {
            Some(previous) => previous.next.set(next),
            None => parent.into_iter().for_each(|parent| parent.first.set(next)),
        }
        match next {
            Some(next) => next.previous.set(previous),
            None => parent.into_iter().for_each(|parent| parent.last.set(previous)),
        }
    }

    fn append(&'a self, child: &'a Self) {
        child.detach();
        child.parent.set(Some(self));
        child.previous.set(self.last.get());
        match self.last.replace(Some(child)) {
            Some(last) => last.next.set(Some(child)),
            None => self.first.set(Some(child)),
        }
    }

    fn insert_before(&'a self, new: &'a Self) {
        new.detach();
        new.parent.set(self.parent.get());
        new.next.set(Some(self));
        new.previous.set(self.previous.get());
        match self.previous.replace(Some(new)) {
            Some(previous) => previous.next.set(Some(new)),
            None => self.parent.get().into_iter().for_each(|parent| parent.first.set(Some(new))),
        }
    }

    /// Adds to a text; `false` where this is none.
    fn joins(&self, text: &StrTendril) -> bool {
        if let Kind::Text(own) = &self.kind {
            own.borrow_mut().push_tendril(text);
            return true;
        }
        false
    }
}

struct Sink<'a> {
    nodes: &'a Nodes<'a>,
    document: &'a Node<'a>,
}

/// Parses a page, and counts its nodes.
pub fn parse<'a>(nodes: &'a Nodes<'a>, html: &str) -> usize {
    let document = nodes.alloc(Node::new(Kind::Other));
    parse_document(Sink { nodes, document }, ParseOpts::default()).one(html);
    nodes.len()
}

impl<'a> Sink<'a> {
    fn make(&self, kind: Kind<'a>) -> &'a Node<'a> {
        self.nodes.alloc(Node::new(kind))
    }

    /// The node to put in; nothing where a text has gone into the one before it.
    fn node(&self, new: New<'a>, before: Option<&'a Node<'a>>) -> Option<&'a Node<'a>> {
        match new {
            NodeOrText::AppendNode(node) => Some(node),
            NodeOrText::AppendText(text) => {
                let has_joined = before.is_some_and(|before| before.joins(&text));
                (!has_joined).then(|| self.make(Kind::Text(RefCell::new(text))))
            }
        }
    }
}

impl<'a> TreeSink for Sink<'a> {
    type Handle = &'a Node<'a>;
    type Output = ();
    type ElemName<'b>
        = ExpandedName<'b>
    where
        Self: 'b;

    fn finish(self) {}
    fn parse_error(&self, _: Cow<'static, str>) {}
    fn set_quirks_mode(&self, _: QuirksMode) {}
    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_document(&self) -> Self::Handle {
        self.document
    }

    fn elem_name<'b>(&'b self, target: &'b Self::Handle) -> ExpandedName<'b> {
        match &target.kind {
            Kind::Element { name, .. } => name.expanded(),
            _ => unreachable!("the parser asks for names of elements alone"),
        }
    }

    fn same_node(&self, x: &Self::Handle, y: &Self::Handle) -> bool {
        std::ptr::eq(*x, *y)
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> Self::Handle {
        let content = flags.template.then(|| self.make(Kind::Other));
        self.make(Kind::Element { name, attrs: RefCell::new(attrs), content })
    }

    fn create_comment(&self, _: StrTendril) -> Self::Handle {
        self.make(Kind::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Self::Handle {
        self.make(Kind::Other)
    }

    fn append(&self, parent: &Self::Handle, child: New<'a>) {
        self.node(child, parent.last.get()).into_iter().for_each(|child| parent.append(child));
    }

    fn append_before_sibling(&self, sibling: &Self::Handle, new: New<'a>) {
        self.node(new, sibling.previous.get()).into_iter().for_each(|new| sibling.insert_before(new));
    }

    fn append_based_on_parent_node(&self, element: &Self::Handle, previous: &Self::Handle, child: New<'a>) {
        match element.parent.get() {
            Some(_) => self.append_before_sibling(element, child),
            None => self.append(previous, child),
        }
    }

    fn get_template_contents(&self, target: &Self::Handle) -> Self::Handle {
        match target.kind {
            Kind::Element { content: Some(content), .. } => content,
            _ => target,
        }
    }

    fn add_attrs_if_missing(&self, target: &Self::Handle, attrs: Vec<Attribute>) {
        if let Kind::Element { attrs: own, .. } = &target.kind {
            let mut own = own.borrow_mut();
            for attr in attrs {
                if own.iter().all(|it| it.name != attr.name) {
                    own.push(attr);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Self::Handle) {
        target.detach();
    }

    fn reparent_children(&self, node: &Self::Handle, new_parent: &Self::Handle) {
        while let Some(child) = node.first.get() {
            new_parent.append(child);
        }
    }
}
