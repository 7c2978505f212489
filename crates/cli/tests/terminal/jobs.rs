//! Applications, companies and descriptions from a shell.

use crate::learner::Learner;

#[test]
fn an_application_from_found_to_a_report() {
    let learner = Learner::onboarded();
    let run = |arguments: &[&str]| learner.run(&[&["application"], arguments].concat());
    let added = run(&["add", "Acme & Co.", "Technical PM", "--stage", "applied"]);
    assert!(
        added.code == Some(0) && added.out.contains("Acme & Co., Technical PM") && added.out.contains("acme-co-technical-pm.yaml"),
        "{added:?}"
    );
    let again = run(&["add", "acme & co.", "technical pm"]);
    assert!(again.code == Some(2) && !again.err.to_lowercase().contains("acme"), "{again:?}");
    let resume = learner.home().join("Lee.pdf");
    std::fs::write(&resume, b"%PDF-1.7 mine").expect("a file");
    let letter = learner.home().join("letter.txt");
    std::fs::write(&letter, "Dear Ann,\n").expect("a file");
    let paths = [&resume, &letter].map(|path| path.to_str().expect("UTF-8"));
    let sent = run(&["sent", "acme", "--resume", paths[0], "--letter", paths[1]]);
    assert!(
        sent.code == Some(0) && sent.out.contains("Résumé sent: Lee.pdf, kept as") && sent.out.contains("private/applications/sent/"),
        "{sent:?}"
    );
    let variant = learner.run(&["resume", "new"]).code.and(learner.run(&["resume", "variant", "payments", "--role", "TPM"]).code);
    assert_eq!(variant, Some(0));
    let both = run(&["sent", "acme", "--resume", paths[0], "--resume-variant", "payments"]);
    assert_eq!(both.code, Some(2), "one résumé was sent: {both:?}");
    let of_variant = run(&["sent", "acme", "--resume-variant", "payments"]);
    assert!(of_variant.code == Some(0) && of_variant.out.contains("TPM-resume.pdf, kept as"), "{of_variant:?}");
    assert_eq!(run(&["take-back", "acme"]).code, Some(0));
    assert_eq!(run(&["note", "acme", "two rounds", "--followed-up", "mail"]).code, Some(0));
    assert_eq!(run(&["note", "acme"]).code, Some(2), "nothing to add");
    assert_eq!(run(&["move", "acme", "intervew"]).code, Some(2), "no such stage");
    assert_eq!(run(&["move", "acme", "offer"]).code, Some(0));
    let back = run(&["take-back", "acme"]);
    assert!(back.code == Some(0) && !back.out.contains("offer"), "{back:?}");
    assert_eq!(run(&["move", "acme", "rejected"]).code, Some(0));
    assert_eq!(run(&["note", "acme", "a pity"]).code, Some(0));
    let back = run(&["take-back", "acme", "--stage"]);
    assert!(back.code == Some(0) && !back.out.contains("rejected") && back.out.contains("a pity"), "{back:?}");
    assert_eq!(run(&["take-back", "acme"]).code, Some(0));
    let program = learner.home().join("x.exe");
    std::fs::write(&program, b"MZ\0\0abc").expect("a file");
    let refused = run(&["sent", "acme", "--resume", program.to_str().expect("UTF-8")]);
    assert!(refused.code == Some(2) && refused.err.contains("no file that a résumé is sent as"), "{refused:?}");
    assert_eq!(run(&["move", "acme", "first-conversation"]).code, Some(0));
    assert_eq!(run(&["move", "acme", "rejected", "--reason", "pay", "--said", "=1+1"]).code, Some(0));
    let today = added.out.lines().find_map(|line| line.split(" since ").nth(1)).and_then(|day| day.get(..10)).expect("a day");
    let report = run(&["report"]).out;
    assert!(
        report.contains("first conversation")
            && report.contains("followed up: mail")
            && report.contains("Reason: pay")
            && report.contains(&format!("Letter sent: {today} letter.txt"))
            && report.contains("They said: “=1+1”")
            && report.contains("said no: pay, once")
            && report.contains("1 of 1: few, so it may be anything between 21 % and 100 %"),
        "{report}"
    );
    let table = run(&["export"]).out;
    let sent = format!(",'=1+1,{today} Lee.pdf,{today} letter.txt,two rounds\r\n");
    assert!(table.starts_with("Company,Role,Stage") && table.contains(&sent), "{table}");
    let json: serde_json::Value = serde_json::from_str(&run(&["list", "--json"]).out).expect("JSON");
    assert_eq!(json["lines"][0]["stage"], "rejected");
    assert!(run(&["show", "acme"]).out.contains("They said: “=1+1”"));
    let nobody = run(&["show", "zeta"]);
    assert!(nobody.code == Some(2) && !nobody.err.contains("zeta"), "{nobody:?}");
}

#[test]
fn a_card_is_begun_and_what_is_missing_is_said() {
    let learner = Learner::onboarded();
    let run = |arguments: &[&str]| learner.run(&[&["company"], arguments].concat());
    let added = run(&["add", "Acme", "--product", "Payments for shops that sell in more than one country"]);
    assert!(
        added.code == Some(0) && added.out.contains("Missing: What their API does") && !added.out.contains("Missing: What they sell"),
        "{added:?}"
    );
    let listed = run(&["list"]).out;
    assert!(listed.contains("0 of 20 companies researched") && listed.contains("Razorpay") && listed.contains("begun"), "{listed}");
    assert_eq!(run(&["add", "Acme"]).code, Some(2), "a card is not begun twice");
    assert!(run(&["show", "acme"]).out.contains("private/companies/acme.md"));
    assert_eq!(run(&["show", "nowhere"]).code, Some(2));
    let json: serde_json::Value = serde_json::from_str(&run(&["show", "acme", "--json"]).out).expect("JSON");
    assert_eq!(json["line"]["state"], "begun");
}

#[test]
fn people_known_at_a_company_are_told_in_whole_sentences_weak_ones_when_asked() {
    let learner = Learner::onboarded();
    let contacts = "[[contact]]\nname = \"Bo Other\"\nposition = \"PM\"\ncompany = \"Postman\"\n[[contact]]\nname = \"Cy Weak\"\ncompany = \"Postman Club\"\n";
    std::fs::create_dir_all(learner.folder().join("private")).expect("a folder");
    std::fs::write(learner.folder().join("private/contacts.toml"), contacts).expect("a file");
    let said = |arguments: &[&str]| learner.run(arguments).out.split_whitespace().collect::<Vec<_>>().join(" ");
    let sure = said(&["company", "show", "postman"]);
    assert!(sure.contains("Bo Other, PM at Postman (exact). ") && !sure.contains("Cy Weak") && sure.contains("1 more"), "{sure}");
    let all = said(&["company", "show", "postman", "--weak"]);
    assert!(all.contains("Cy Weak, Postman Club (weak). ") && !all.contains(" more that"), "{all}");
    let begun = said(&["company", "add", "Postman"]);
    assert!(begun.contains("Bo Other") && !begun.contains("Cy Weak") && begun.contains("1 more"), "{begun}");
}

#[test]
fn stuffing_in_a_resume_is_told_beside_the_description() {
    let nobody = Learner::new();
    let write = |name: &str, text: &str| {
        let file = nobody.home().join(name);
        std::fs::write(&file, text).expect("a file");
        file.to_str().expect("UTF-8").to_owned()
    };
    let words = "SQL, Python, REST, GraphQL, Kafka, OAuth, JWT, webhooks, Postman, OpenAPI and Terraform\n";
    let (description, resume) = (write("jd.txt", &format!("Requirements\n- {words}")), write("resume.txt", words));
    let read = nobody.run(&["job", &description, "--resume", &resume]);
    assert_eq!(read.code, Some(0), "{read:?}");
    assert!(read.err.contains("jobs-stuffing-heap") && read.out.contains("not shown yet"), "{read:?}");
    let read = nobody.run(&["job", &description, "--resume", &write("few.txt", "Skills: Kafka\n")]);
    assert!(read.err.contains("“kafka” is asked for and only listed"), "{read:?}");
    assert!(read.out.contains("Nothing in the résumé looks like stuffing. The words that are only listed"), "{read:?}");
}
