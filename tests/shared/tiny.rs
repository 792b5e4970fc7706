//! The smallest scenario, on every channel.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use kikitori::lang::Lang;
use kikitori::lang::words::{say, say_with};
use kikitori::scenario::Channel;
use kikitori::store::Library;

/// How many files there were, so that no two are the same.
static FILES: AtomicU32 = AtomicU32::new(0);

/// Every channel.
pub(crate) const CHANNELS: [Channel; 6] = [
    Channel::Phone,
    Channel::Visit,
    Channel::Counter,
    Channel::Chat,
    Channel::Mail,
    Channel::Internal,
];

/// The smallest scenario, held on this channel, among the shipped ones; and its title.
pub(crate) fn library_on(channel: Channel) -> (Library, [String; 2]) {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let tiny = fs::read_to_string(root.join("tests/scenarios/tiny.ron")).unwrap();
    let word = format!("channel: {channel:?}");
    let text = tiny.replace("channel: Phone", &word);
    let folder = std::env::temp_dir();
    // Tests beside each other write the same channel.
    let number = FILES.fetch_add(1, Ordering::Relaxed);
    let name = format!("kikitori-{}-{}-{number}.ron", channel.code(), std::process::id());
    let file = folder.join(name);
    fs::write(&file, text).unwrap();
    let library = Library::open(std::slice::from_ref(&file));
    fs::remove_file(&file).unwrap();
    let scenario = &library.find("tiny").unwrap().scenario;
    assert_eq!(scenario.channel, channel);
    let title = Lang::ALL.map(|lang| scenario.title.get(lang).to_owned());
    (library, title)
}

/// The label of the button that prepares it.
pub(crate) fn prepare(lang: Lang, title: &[String; 2]) -> String {
    let title = title[usize::from(lang == Lang::ALL[1])].as_str();
    let open = [("action", say(lang, "library-open").into()), ("title", title.into())];
    say_with(lang, "library-open-label", &open)
}
