//! Runs the real program from the project's folder, with a settings folder of its own.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::folder::Folder;

impl Folder {
    /// The folder as an argument.
    pub(crate) fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

/// What a run came to.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

pub(crate) fn kikitori(args: &[&str]) -> Run {
    kikitori_with_input(args, "")
}

/// The data folder of runs that name none. Talks of many tests end up there, as those of many people would.
fn data() -> std::path::PathBuf {
    std::env::temp_dir().join(format!("kikitori-tests-data-{}", std::process::id()))
}

pub(crate) fn kikitori_with_input(args: &[&str], input: &str) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kikitori"))
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("XDG_CONFIG_HOME", std::env::temp_dir().join("kikitori-tests-have-no-settings"))
        .env("KIKITORI_DATA", data())
        .env("LANG", "en_US.UTF-8")
        .env_remove("LC_ALL")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that ends before reading everything closes its end, which is its right.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    Run {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}
