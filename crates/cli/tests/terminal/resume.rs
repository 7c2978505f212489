//! The résumé from a shell: anybody's file, and a learner's own from its start to a proven PDF.

use crate::learner::Learner;

const SOUND: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../resume/tests/sound.json");

#[test]
fn anybodys_file_is_checked_set_and_proven_without_a_folder() {
    let nobody = Learner::new();
    let checked = nobody.run(&["resume", "check", SOUND]);
    assert_eq!((checked.code, checked.out.contains("3 jobs")), (Some(0), true), "{checked:?}");
    let pdf = nobody.home().join("cv.pdf");
    let exported =
        nobody.run(&["resume", "export", "--file", SOUND, "--to", "pdf", "-o", "cv.pdf", "--theme", "classic", "--paper", "letter"]);
    assert_eq!((exported.code, exported.out.starts_with("proven: All ")), (Some(0), true), "{exported:?}");
    assert!(std::fs::read(&pdf).expect("it was written").starts_with(b"%PDF-"));
    let proof = nobody.json(&["resume", "prove", "--file", SOUND]);
    assert_eq!((&proof["passed"], proof["readers"].as_array().map(Vec::len)), (&true.into(), Some(2)));
    let text = nobody.run(&["resume", "export", "--file", SOUND, "--to", "txt"]);
    assert!(text.code == Some(0) && text.out.lines().all(|line| line.chars().count() <= 80), "{text:?}");
    #[cfg(unix)]
    {
        let piped = nobody.run(&["resume", "export", "--file", SOUND, "--to", "txt", "-o", "/dev/stdout"]);
        assert_eq!((piped.code, piped.out), (Some(0), text.out), "a pipe is written into");
    }
    let own = nobody.run(&["resume", "export", "--file", SOUND, "--to", "json", "-o", SOUND]);
    assert_eq!(own.code, Some(2), "a file is not written over by what is made of it");
    assert_eq!(nobody.run(&["resume", "new"]).code, Some(2), "there is no folder to put it in");
}

#[test]
fn a_faulty_file_is_told_with_its_lines() {
    let nobody = Learner::new();
    let file = nobody.home().join("cv.json");
    std::fs::write(&file, "{\"basics\": {\"name\": \"Ann\"},\n \"work\": [{\"startDate\": \"March 2024\",}]}\n").expect("a file");
    let checked = nobody.run(&["resume", "check", "cv.json"]);
    assert_eq!(checked.code, Some(1), "{checked:?}");
    assert!(
        checked.out.contains("comma after the last entry") && checked.out.contains("2024-03") && checked.out.contains("cv.json:2:"),
        "{}",
        checked.out
    );
}

#[test]
fn from_new_to_a_proof_that_says_no_and_then_yes() {
    let learner = Learner::onboarded();
    let run = |arguments: &[&str]| learner.run(&[&["resume"], arguments].concat());
    assert_eq!(run(&["new"]).code, Some(0));
    assert_eq!(run(&["new"]).code, Some(2), "there is one");
    let nameless = run(&["export"]);
    assert_eq!((nameless.code, nameless.out.contains("not proven: There is no name yet")), (Some(1), true), "{nameless:?}");
    std::fs::remove_file(learner.folder().join("resume.json")).expect("it is there");
    assert_eq!(run(&["import", SOUND]).code, Some(0));
    let begun = run(&["variant", "platform", "--role", "Technical product manager, platform"]);
    assert_eq!((begun.code, begun.out.contains("Everything is shown")), (Some(0), true), "{begun:?}");
    assert!(run(&["variant"]).out.contains("platform"));
    let exported = run(&["export", "--variant", "platform"]);
    assert_eq!((exported.code, exported.out.contains("proven: All ")), (Some(0), true), "{exported:?}");
    let text = "private/resume/exported/platform/Ananya-Krishnamurthy-Technical-product-manager-platform-resume.txt";
    assert!(learner.read(text).contains("Technical product manager, platform"));
    let proof = run(&["prove", "--variant", "platform", "--theme", "compact"]);
    assert!(proof.code == Some(0) && proof.out.contains("Mail address") && proof.out.contains("pass"), "{proof:?}");
    let unknown = run(&["prove", "--variant", "acme"]);
    assert_eq!(
        (unknown.code, unknown.err.contains("platform")),
        (Some(2), false),
        "names of variants are told to nobody who guesses: {unknown:?}"
    );
    assert_eq!(run(&["prove", "--theme", "clasic"]).code, Some(2));
}

/// As a variant stood in its file when it named every line.
const EVERY_JOB: &str = "role = \"TPM\"\n\n[[section]]\nname = \"work\"\n\n[[section.entry]]\nname = \"Product Manager, Settlement API, Razorbill Payments\"\n\n[[section.entry]]\nname = \"Associate Product Manager, Kestrel Data\"\n\n[[section.entry]]\nname = \"Data Analyst, Avocet Retail\"\n";

#[test]
fn a_job_that_a_variant_misses_is_told_and_its_export_is_no_success() {
    let learner = Learner::onboarded();
    let run = |arguments: &[&str]| learner.run(&[&["resume"], arguments].concat());
    assert_eq!(run(&["import", SOUND]).code, Some(0));
    assert_eq!(run(&["variant", "payments", "--role", "TPM"]).code, Some(0));
    std::fs::write(learner.folder().join("private/resume/payments.toml"), EVERY_JOB).expect("written");
    let whole = run(&["export", "--variant", "payments"]);
    assert_eq!((whole.code, whole.out.contains("left out")), (Some(0), false), "{whole:?}");
    let renamed = learner.read("resume.json").replace("Kestrel Data", "Kestrel Data Systems");
    std::fs::write(learner.folder().join("resume.json"), renamed).expect("written");
    let told = "The entry “Associate Product Manager, Kestrel Data” is no longer in the";
    let tells = |text: &str| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        text.contains(told) && text.contains("1 entry is left out.")
    };
    let exported = run(&["export", "--variant", "payments"]);
    assert!(exported.code == Some(1) && tells(&exported.out), "{exported:?}");
    let page = run(&["export", "--variant", "payments", "--to", "txt"]);
    assert!(page.code == Some(1) && tells(&page.err) && page.out.contains("Razorbill"), "{page:?}");
    let pdf = run(&["export", "--variant", "payments", "--to", "pdf", "-o", "cv.pdf"]);
    assert!(pdf.code == Some(1) && tells(&pdf.err), "{pdf:?}");
    let shown = run(&["variant", "payments"]);
    assert!(shown.code == Some(0) && tells(&shown.out), "{shown:?}");
    assert!(tells(&run(&["prove", "--variant", "payments"]).err));
    let checked = run(&["check", "--variant", "payments"]);
    assert!(checked.code == Some(1) && !checked.out.contains("resume.json:1:"), "the place of it is none in the résumé: {checked:?}");
    let wanted = run(&["export", "--variant", "payments", "--without-missing"]);
    assert!(wanted.code == Some(0) && tells(&wanted.out), "{wanted:?}");
}
