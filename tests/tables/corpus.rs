//! What the fuzzer found worth keeping is tried again.

#[path = "../../fuzz/checks/csv.rs"]
mod check;

#[test]
fn every_file_of_the_corpus_keeps_the_promises() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/csv");
    let mut files: Vec<_> =
        std::fs::read_dir(&folder).expect("the corpus").map(|file| file.expect("a file").path()).collect();
    files.sort();
    assert!(files.len() >= 20, "the corpus has {} files", files.len());
    for file in files {
        println!("{}", file.display());
        check::check_csv(&std::fs::read(&file).expect("bytes"));
    }
}
