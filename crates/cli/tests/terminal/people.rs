//! People from a shell: an export read by anybody, and a learner's week with it.

use crate::learner::Learner;

const EXPORT: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n\
    Ann,Lee,https://www.linkedin.com/in/ann-lee,,Acme,Technical Product Manager,15 Mar 2024\n\
    Bo,Lee,https://www.linkedin.com/in/bo-lee,,Beta,Engineer,16 Mar 2024\n";

#[test]
fn an_export_is_read_without_a_learners_folder() {
    let nobody = Learner::new();
    let file = nobody.home().join("Connections.csv");
    std::fs::write(&file, EXPORT).expect("a file");
    let read = nobody.run(&["people", "read", file.to_str().expect("UTF-8")]);
    assert_eq!(read.code, Some(0), "{read:?}");
    assert!(read.out.contains("Ann Lee") && read.out.contains("2 contacts"), "{}", read.out);
    std::fs::write(&file, "nothing of the kind\n").expect("a file");
    let read = nobody.run(&["people", "read", file.to_str().expect("UTF-8")]);
    assert_eq!(read.code, Some(1), "{read:?}");
}

#[test]
fn a_week_with_people() {
    let learner = Learner::onboarded();
    let file = learner.home().join("Connections.csv");
    std::fs::write(&file, EXPORT).expect("a file");
    let run = |arguments: &[&str]| learner.run(&[&["people"], arguments].concat());
    let imported = run(&["import", file.to_str().expect("UTF-8")]);
    assert_eq!(imported.out, "2 contacts read, 2 new.\n", "{imported:?}");
    let week = run(&["week"]);
    assert!(week.out.contains("Ann Lee") && week.out.contains("5 of 5 to go"), "{}", week.out);
    let two = run(&["touch", "lee", "--how", "message"]);
    assert_eq!(two.code, Some(2), "{two:?}");
    assert!(!two.err.contains("Ann") && two.err.contains("2 contacts"), "{}", two.err);
    assert_eq!(run(&["touch", "Ann Lee", "--how", "pigeon"]).code, Some(2));
    assert_eq!(run(&["touch", "Ann Lee", "--how", "message"]).code, Some(0));
    assert!(run(&["week"]).out.contains("1 of 5 new people this week"));
    assert!(run(&["list", "beta"]).out.contains("Bo Lee"));
    assert!(run(&["show", "Ann Lee"]).out.contains("What to ask"));
    assert_eq!(run(&["paths", "--weak"]).code, Some(0));
    let json: serde_json::Value = serde_json::from_str(&run(&["week", "--json"]).out).expect("JSON");
    assert_eq!(json["week"]["to_go"], 4);
}
