//! The only part of the core that touches the disk: it finds and reads scenarios, and keeps settings.

mod files;
mod library;
mod settings;

pub use files::{FileText, ReadFault, SIZE_MAX, read_file, scenario_files};
pub use library::{Library, Origin, SHIPPED, Shelf, Unplayable, load};
pub use settings::{Settings, SettingsFile, TextSize, ThemeName};
