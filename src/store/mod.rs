//! The only part of the core that touches the disk: it finds and reads scenarios, and keeps settings, attempts and rooms.

mod attempts;
pub mod calendar;
mod files;
mod library;
mod readings;
mod rooms;
mod settings;

pub use attempts::{
    Attempt, AttemptId, DATA_VARIABLE, Finish, Hold, Kept, Lost, NAME_MAX, NewAttempt, Note,
    Person, Place, Record, Reflection, Scenarios, Store, StoreFault, Trouble, clean_name,
    named_folder, runs_of,
};
pub use files::{FileText, ReadFault, SIZE_MAX, read_file, scenario_files, write_new};
pub use library::{FIRST_CALL, Library, Origin, SHIPPED, Shelf, Unplayable, load};
pub use readings::{SHIPPED_READINGS, keep_reading, readings_file, readings_of};
pub use rooms::{RoomJournal, Rooms};
pub use settings::{AnswerTime, Settings, TextSize, ThemeName, Volume};
