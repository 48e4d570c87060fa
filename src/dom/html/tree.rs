//! The scratch tree that html5ever builds.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, Namespace, QualName};

/// A node of a [`Tree`].
pub type TreeId = usize;

/// What a node is, to the walk that tells the tree.
pub enum Content<'a> {
    /// An element.
    Element,
    /// A run of text.
    Text(&'a str),
    /// A comment, a doctype, a fragment.
    Nothing,
}

#[derive(Default)]
struct Node {
    name: Option<Rc<QualName>>,
    attrs: Vec<Attribute>,
    text: Option<StrTendril>,
    parent: Option<TreeId>,
    children: Vec<TreeId>,
    /// A template's content.
    content: Option<TreeId>,
    /// A host's shadow root.
    shadow: Option<TreeId>,
}

/// So many bytes of a page make a node, at least: the median of pages is twice that.
const BYTES_A_NODE: usize = 24;

/// A tree of nodes by number; the document is node 0.
pub struct Tree {
    nodes: RefCell<Vec<Node>>,
    finished: Vec<Node>,
}

impl Tree {
    /// An empty tree, with room for the nodes of a page of so many bytes: to move them later takes longer than all else.
    pub fn for_page(bytes: usize) -> Self {
        let mut nodes = Vec::with_capacity(bytes / BYTES_A_NODE + 16);
        nodes.push(Node::default());
        Self { nodes: RefCell::new(nodes), finished: Vec::new() }
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.finished.len()
    }

    /// The document's node.
    pub const DOCUMENT: TreeId = 0;

    fn node(&self, id: TreeId) -> Option<&Node> {
        self.finished.get(id)
    }

    /// An element's local name; empty for others.
    pub fn name(&self, id: TreeId) -> &str {
        self.node(id).and_then(|node| node.name.as_ref()).map_or("", |name| &*name.local)
    }

    /// A node's children.
    pub fn children(&self, id: TreeId) -> &[TreeId] {
        self.node(id).map_or(&[], |node| &node.children)
    }

    /// What a node is.
    pub fn content(&self, id: TreeId) -> Content<'_> {
        match self.node(id) {
            Some(Node { text: Some(text), .. }) => Content::Text(text),
            Some(Node { name: Some(_), .. }) => Content::Element,
            _ => Content::Nothing,
        }
    }

    /// An element's attributes.
    pub fn attrs(&self, id: TreeId) -> impl Iterator<Item = (Cow<'_, str>, &str)> {
        let attrs = self.node(id).map_or(&[][..], |node| &node.attrs);
        attrs.iter().map(|attr| (plain(&attr.name), &*attr.value))
    }

    /// One attribute's value.
    pub fn attr(&self, id: TreeId, name: &str) -> Option<&str> {
        self.attrs(id).find(|(it, _)| *it == name).map(|(_, value)| value)
    }

    /// The shadow root of a host.
    pub fn shadow(&self, id: TreeId) -> Option<TreeId> {
        self.node(id).and_then(|node| node.shadow)
    }

    /// The text of a node's own text children.
    pub fn text(&self, id: TreeId) -> String {
        self.children(id).iter().filter_map(|child| self.node(*child)?.text.as_deref()).collect()
    }

    fn push(&self, node: Node) -> TreeId {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(node);
        nodes.len() - 1
    }

    fn detach(&self, id: TreeId) {
        let mut nodes = self.nodes.borrow_mut();
        let Some(parent) = nodes.get_mut(id).and_then(|node| node.parent.take()) else { return };
        if let Some(parent) = nodes.get_mut(parent) {
            // A node that is moved was mostly added last.
            if let Some(at) = parent.children.iter().rposition(|child| *child == id) {
                parent.children.remove(at);
            }
        }
    }

    /// Puts a child at a place among its new parent's children.
    fn insert(&self, parent: TreeId, at: usize, child: NodeOrText<TreeId>) {
        let id = match child {
            NodeOrText::AppendNode(id) => id,
            NodeOrText::AppendText(text) => {
                if self.joins(parent, at, &text) {
                    return;
                }
                self.push(Node { text: Some(text), ..Node::default() })
            }
        };
        let mut nodes = self.nodes.borrow_mut();
        if let Some(node) = nodes.get_mut(id) {
            node.parent = Some(parent);
        }
        if let Some(node) = nodes.get_mut(parent) {
            node.children.insert(at.min(node.children.len()), id);
        }
    }

    /// Adds text to the text just before a place, where there is one.
    fn joins(&self, parent: TreeId, at: usize, text: &str) -> bool {
        let mut nodes = self.nodes.borrow_mut();
        let before = at.checked_sub(1).and_then(|at| nodes.get(parent)?.children.get(at).copied());
        let Some(before) = before.and_then(|id| nodes.get_mut(id)?.text.as_mut()) else { return false };
        before.push_slice(text);
        true
    }

    fn child_count(&self, parent: TreeId) -> usize {
        self.nodes.borrow().get(parent).map_or(0, |node| node.children.len())
    }
}

/// An element's name, held so that the arena may grow meanwhile. The parser asks for names all the time.
#[derive(Debug)]
pub struct OwnedName(Rc<QualName>);

impl ElemName for OwnedName {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }
    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

/// An attribute's name as the page has it.
fn plain(name: &QualName) -> Cow<'_, str> {
    match &name.prefix {
        Some(prefix) if !prefix.is_empty() => Cow::Owned(format!("{prefix}:{}", name.local)),
        _ => Cow::Borrowed(&*name.local),
    }
}

/// Elements that may host a shadow root, besides those whose name has a hyphen (the DOM standard, "attachShadow").
fn may_host(name: &str) -> bool {
    name.contains('-')
        || matches!(
            name,
            "article"
                | "aside"
                | "blockquote"
                | "body"
                | "div"
                | "footer"
                | "h1"
                | "h2"
                | "h3"
                | "h4"
                | "h5"
                | "h6"
                | "header"
                | "main"
                | "nav"
                | "p"
                | "section"
                | "span"
        )
}

impl TreeSink for Tree {
    type Handle = TreeId;
    type Output = Self;
    type ElemName<'a> = OwnedName;

    fn finish(mut self) -> Self {
        self.finished = self.nodes.take();
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> TreeId {
        0
    }

    fn elem_name<'a>(&'a self, target: &'a TreeId) -> OwnedName {
        let nodes = self.nodes.borrow();
        let name = nodes.get(*target).and_then(|node| node.name.clone());
        OwnedName(name.unwrap_or_else(|| Rc::new(QualName::new(None, Namespace::from(""), LocalName::from("")))))
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> TreeId {
        let content = flags.template.then(|| self.push(Node::default()));
        self.push(Node { name: Some(Rc::new(name)), attrs, content, ..Node::default() })
    }

    fn create_comment(&self, _: StrTendril) -> TreeId {
        self.push(Node::default())
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> TreeId {
        self.push(Node::default())
    }

    fn append(&self, parent: &TreeId, child: NodeOrText<TreeId>) {
        self.insert(*parent, self.child_count(*parent), child);
    }

    fn append_based_on_parent_node(&self, element: &TreeId, previous: &TreeId, child: NodeOrText<TreeId>) {
        let has_parent = self.nodes.borrow().get(*element).is_some_and(|node| node.parent.is_some());
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &TreeId) -> TreeId {
        self.nodes.borrow().get(*target).and_then(|node| node.content).unwrap_or(*target)
    }

    fn same_node(&self, x: &TreeId, y: &TreeId) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &TreeId, new: NodeOrText<TreeId>) {
        if let NodeOrText::AppendNode(id) = &new {
            self.detach(*id);
        }
        let place = {
            let nodes = self.nodes.borrow();
            let parent = nodes.get(*sibling).and_then(|node| node.parent);
            parent.and_then(|parent| {
                Some((parent, nodes.get(parent)?.children.iter().rposition(|child| child == sibling)?))
            })
        };
        if let Some((parent, at)) = place {
            self.insert(parent, at, new);
        }
    }

    fn add_attrs_if_missing(&self, target: &TreeId, attrs: Vec<Attribute>) {
        let mut nodes = self.nodes.borrow_mut();
        let Some(node) = nodes.get_mut(*target) else { return };
        for attr in attrs {
            if !node.attrs.iter().any(|it| it.name == attr.name) {
                node.attrs.push(attr);
            }
        }
    }

    fn remove_from_parent(&self, target: &TreeId) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &TreeId, new_parent: &TreeId) {
        let moved = self.nodes.borrow_mut().get_mut(*node).map(|node| std::mem::take(&mut node.children));
        for child in moved.unwrap_or_default() {
            self.append(new_parent, NodeOrText::AppendNode(child));
        }
    }

    fn attach_declarative_shadow(&self, host: &TreeId, template: &TreeId, _: &[Attribute]) -> bool {
        let content = self.get_template_contents(template);
        let mut nodes = self.nodes.borrow_mut();
        let Some(node) = nodes.get_mut(*host) else { return false };
        let hosts = node.shadow.is_none() && node.name.as_ref().is_some_and(|name| may_host(&name.local));
        if hosts {
            node.shadow = Some(content);
        }
        hosts
    }
}
