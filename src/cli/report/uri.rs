//! Paths as the URIs that SARIF asks for.

use std::path::{Component, Path, PathBuf};

/// A path as a URI: relative to the working folder where it lies below it, else with `file://` before it.
///
/// Where `..` leads is worked out from the words of the path, as whoever reads the URI will do.
pub(super) fn uri(path: &Path, working: &Path) -> String {
    let whole = tidied(&working.join(path));
    let below = whole.strip_prefix(tidied(working)).ok().filter(|rest| rest.is_relative());
    match below {
        Some(rest) => joined(rest),
        None => format!("file://{}", joined(&whole)),
    }
}

fn tidied(path: &Path) -> PathBuf {
    let mut tidy = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                tidy.pop();
            }
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => {
                tidy.push(component);
            }
        }
    }
    tidy
}

/// The components with a slash between them, each with all but the plainest signs as `%XX`.
fn joined(path: &Path) -> String {
    let mut uri = String::new();
    for component in path.components() {
        match component {
            Component::RootDir => {}
            // A drive's colon stays a colon.
            Component::Prefix(drive) => {
                uri.push('/');
                uri.push_str(&drive.as_os_str().to_string_lossy());
            }
            Component::CurDir | Component::ParentDir | Component::Normal(_) => {
                if !uri.is_empty() || path.has_root() {
                    uri.push('/');
                }
                encode(component.as_os_str().as_encoded_bytes(), &mut uri);
            }
        }
    }
    uri
}

fn encode(bytes: &[u8], uri: &mut String) {
    for byte in bytes {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                uri.push(char::from(*byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_a_uri() {
        for (path, wanted) in [
            ("scenarios/tiny.ron", "scenarios/tiny.ron"),
            ("./scenarios/../tiny.ron", "tiny.ron"),
            ("/work/here/tiny.ron", "tiny.ron"),
            ("a b/100%?#.ron", "a%20b/100%25%3F%23.ron"),
            ("C:x.ron", "C%3Ax.ron"),
            ("苦情/納期.ron", "%E8%8B%A6%E6%83%85/%E7%B4%8D%E6%9C%9F.ron"),
            ("../there/tiny.ron", "file:///work/there/tiny.ron"),
            ("/etc/a b.ron", "file:///etc/a%20b.ron"),
        ] {
            assert_eq!(uri(Path::new(path), Path::new("/work/here")), wanted, "{path}");
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_kept() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        let path = Path::new(OsStr::from_bytes(b"caf\xe9.ron"));
        assert_eq!(uri(path, Path::new("/")), "caf%E9.ron");
    }
}
