//! `kikitori blind`: a reader in the terminal or with paper, what is counted of it, and what is kept.

use std::fs;
use std::path::PathBuf;

use kikitori::lang::Lang;
use kikitori::lang::words::{say, say_with};

use crate::folder::Folder;
use crate::program::{kikitori, kikitori_with_input};

/// A copy of the first call in a folder of its own.
struct Copy(Folder);

impl Copy {
    fn new(name: &str) -> Self {
        let folder = Folder::new(name);
        let shipped = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scenarios/first-call.ron");
        fs::copy(shipped, folder.0.join("first-call.ron")).unwrap();
        Self(folder)
    }

    fn path(&self) -> String {
        self.0.0.join("first-call.ron").display().to_string()
    }

    fn kept(&self) -> String {
        fs::read_to_string(self.0.0.join("first-call.blind.jsonl")).unwrap_or_default()
    }

    /// Writes a reader's letters into the folder; gives the path.
    fn picks(&self, letters: &str) -> String {
        let path = self.0.0.join("picks.txt");
        fs::write(&path, letters).unwrap();
        path.display().to_string()
    }
}

#[test]
fn a_whole_reading_is_counted_and_kept_beside_the_scenario() {
    for lang in Lang::ALL {
        let copy = Copy::new(&format!("whole-{}", lang.code()));
        let path = copy.path();
        let args = ["blind", &path, "--lang", lang.code(), "--reader", "a colleague"];
        let run = kikitori_with_input(&args, "A\nB\nC\n");
        assert!([0, 1].contains(&run.code), "{}", run.stderr);
        let kept = copy.kept();
        assert_eq!(kept.lines().count(), 1, "{kept}");
        assert!(kept.contains("\"reader\":\"a colleague\""), "{kept}");
        // The same with paper, where the letters are handed in later.
        let picks = copy.picks("1 A\n2. b\n\n3 C\n");
        let args = ["blind", &path, "--lang", lang.code(), "--picks", &picks, "--json"];
        let paper = kikitori(&args);
        assert_eq!(paper.code, run.code, "{}", paper.stderr);
        let found = |kept: &str| kept.split("\"picks\"").nth(1).unwrap().to_owned();
        let both = copy.kept();
        let both: Vec<&str> = both.lines().collect();
        assert_eq!(found(both[0]), found(both[1]));
        assert!(paper.stdout.contains("\"items\":3"), "{}", paper.stdout);
    }
}

#[test]
fn a_reading_that_is_broken_off_says_so_and_keeps_nothing() {
    for lang in Lang::ALL {
        for (input, picked) in [("", 0_usize), ("A\n", 1), ("what?\nA\nD\n", 2)] {
            let copy = Copy::new(&format!("broken-{}-{picked}", lang.code()));
            let run = kikitori_with_input(&["blind", &copy.path(), "--lang", lang.code()], input);
            let args = [("picked", picked.into()), ("items", 3_usize.into())];
            let sentence = say_with(lang, "blind-not-whole", &args);
            assert!(run.stdout.contains(&sentence), "{}", run.stdout);
            assert_eq!(run.stdout.contains(" %"), picked > 0, "{}", run.stdout);
            assert_eq!(copy.kept(), "");
        }
    }
}

#[test]
fn letters_that_fit_no_decision_are_refused_with_their_line() {
    for wrong in ["4 A", "0 A", "1 E", "1", "one A", "1 A B"] {
        let copy = Copy::new("wrong");
        let picks = copy.picks(&format!("1 A\n{wrong}\n"));
        let run = kikitori(&["blind", &copy.path(), "--lang", "en", "--picks", &picks]);
        assert_eq!(run.code, 2, "{}", run.stdout);
        let place = format!("{picks}:2: {}", say(Lang::En, "blind-bad-line"));
        assert!(run.stderr.contains(&place), "{}", run.stderr);
        assert_eq!(copy.kept(), "");
    }
}
