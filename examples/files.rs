//! Articles as files: `cargo run --features html,saving --example files -- PAGE.html ADDRESS FOLDER`.

use std::path::Path;
use std::time::UNIX_EPOCH;

use lede::Options;
use lede::dom::html;
use lede::save::{self, Extras, Format};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [page, address, folder] = arguments.as_slice() else { return Err("want PAGE.html ADDRESS FOLDER".into()) };
    let text = std::fs::read(page)?;
    let document = html::parse(&html::to_text(&text, None), address);
    let found = lede::extract(&document, &Options::default());
    // Files say how much of the page they hold, and when they were saved.
    let saved = jiff::Timestamp::from_second(i64::try_from(UNIX_EPOCH.elapsed()?.as_secs())?)?;
    let extras = Extras { kept: Some(found.kept_share()), saved: Some(saved), ..Extras::default() };
    let name = save::file_name(&found.article, "{date} {title}", extras.saved);
    for format in [Format::Html, Format::Markdown, Format::Text, Format::Json, Format::Epub] {
        let bytes = save::file(&found.article, format, &extras)?;
        let file = Path::new(folder).join(format!("{name}.{}", format.ending()));
        println!("{}: {} bytes", file.display(), bytes.len());
        std::fs::write(file, bytes)?;
    }
    Ok(())
}
