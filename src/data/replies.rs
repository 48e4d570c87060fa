//! Names of the parts of readers' comments: tokens of a class or an id, joined by `-`.

use super::Words;

/// One comment.
pub static ITEM: Words = Words::new(
    "comment|comment-item|comment-entry|comment-container|comment-wrapper|comment-wrap|comment-box|comment-card|\
     comment-post|comment-single|comment-node|comment-thread|comment-block|comment-row|comments-item|comments-comment|\
     c-comment|b-comment|single-comment|commentitem|item-comment|post-comment|user-comment|comment-listitem|\
     media-comment|list-comment|article-comment|reader-comment|commentaire|kommentar|kommentar-item|komentar|\
     comentario|comentario-item|commento|yorum|yorum-item|reactie|opmerking|komentarz|prispevek|diskuse-prispevek",
);

/// What a list of the site's latest comments is called.
pub const LATEST: &[&str] =
    &["latest-comment", "latest_comment", "latestcomment", "recent-comment", "recent_comment", "recentcomment"];

/// A comment's text.
pub static TEXT: Words = Words::new(
    "comment-content|comment-text|comment-message|comment-body|comment-copy|comment-description|commenttext|\
     commentbody|comment-main|comment-html|comment-richtext|comments-text|c-comment-text|c-comment-body|text|\
     post-message|message|message-body|kommentar-text|komentar-text|yorum-text|comentario-text|comentario-texto|\
     e-content|p-content|description",
);

/// Who wrote it.
pub static WRITER: Words = Words::new(
    "fn|p-author|comment-author|comment-author-name|comment-name|comment-user|comment-username|comment-header-name|\
     commenter|commenter-name|commentauthor|comment-nick|user|username|user-name|userid|user-nick|nick|nickname|name|\
     display-name|displayname|screen-name|author-name|author|byline|poster|posted-by|member|profile-name|hnuser|\
     creator|autor|auteur|yazar|penulis",
);

/// What one may do with a comment, and what is told of it: no part of its text.
pub static APART: Words = Words::new(
    "reply|reply-link|comment-reply|comment-reply-link|comment-actions|comment-action|comment-tools|comment-buttons|\
     comment-controls|comment-footer|comment-foot|comment-meta|comment-metadata|comment-info|comment-header|comment-head|\
     comment-date|comment-time|comment-permalink|comment-votes|comment-vote|comment-likes|comment-like|comment-rating|\
     comment-avatar|comment-edit|comment-report|comment-flag|comment-share|comment-links|comment-options|comment-menu|\
     actions|vote|votes|voting|votelinks|upvote|downvote|score|like|likes|dislike|flag|report|avatar|gravatar|badge|\
     badges|says|permalink|karma|reactions|post-menu|toolbar|replies-count|spam|moderation|edited|reply-to|in-reply-to|wpd-reply-to|\
     comment-parent|show-all-toggle|read-more|show-more|see-more",
);
