//! Names of employers as people write them, against companies as they call themselves.

use footbridge_people::Strength::{Exact, Strong, Weak};
use footbridge_people::{Contact, Path, Strength, Written, contact, same_employer, warm_paths};

/// Employer as written, company, and how sure the path is; `None` when there is none.
const NAMES: [(&str, &str, Option<Strength>); 136] = [
    // Case, accents, punctuation.
    ("Stripe", "Stripe", Some(Exact)),
    ("STRIPE", "stripe", Some(Exact)),
    ("  Stripe. ", "Stripe", Some(Exact)),
    ("Société Générale", "Societe Generale", Some(Exact)),
    ("Nestle", "Nestlé", Some(Exact)),
    ("L’Oréal", "L'Oreal", Some(Exact)),
    ("Ørsted", "Orsted", Some(Exact)),
    ("Muller", "Müller", Some(Exact)),
    // Legal forms.
    ("Stripe, Inc.", "Stripe", Some(Exact)),
    ("Stripe Inc", "Stripe, LLC", Some(Exact)),
    ("Razorpay Pvt. Ltd.", "Razorpay", Some(Exact)),
    ("Acme (P) Ltd", "Acme", Some(Exact)),
    ("Zalando SE", "Zalando", Some(Exact)),
    ("Trade Republic Bank GmbH", "Trade Republic Bank", Some(Exact)),
    ("Muster GmbH & Co. KG", "Muster", Some(Exact)),
    ("Adyen N.V.", "Adyen", Some(Exact)),
    ("Klarna AB", "Klarna", Some(Exact)),
    ("Doctolib S.A.S.", "Doctolib", Some(Exact)),
    ("Grab Sdn Bhd", "Grab", Some(Exact)),
    ("Allegro sp. z o.o.", "Allegro", Some(Exact)),
    ("Canva Pty Ltd", "Canva", Some(Exact)),
    ("The Trade Desk", "Trade Desk", Some(Exact)),
    ("Procter and Gamble Company", "Procter & Gamble", Some(Exact)),
    ("Tiffany & Co.", "Tiffany", Some(Exact)),
    // Acronyms and spaces.
    ("General Electric", "GE", Some(Weak)),
    ("General Electric Company", "G.E.", Some(Weak)),
    ("GE", "General Electric", Some(Weak)),
    ("Bank of America", "BA", Some(Weak)),
    ("General Electric", "Ge", None),
    ("ge", "General Electric", None),
    ("General Electric", "GM", None),
    ("I.B.M.", "IBM", Some(Exact)),
    ("S.A.P. SE", "SAP", Some(Exact)),
    ("J.P. Morgan", "JP Morgan", Some(Exact)),
    ("JPMorgan", "J.P. Morgan", Some(Strong)),
    ("AT&T", "AT and T", Some(Exact)),
    ("Digital Ocean", "DigitalOcean", Some(Strong)),
    ("Git Hub", "GitHub", Some(Strong)),
    ("Fresh Works Inc", "Freshworks", Some(Strong)),
    // Places and kinds of firm.
    ("Google India Private Limited", "Google", Some(Strong)),
    ("Stripe India", "Stripe", Some(Strong)),
    ("Uber Technologies, Inc.", "Uber", Some(Strong)),
    ("Razorpay Software Private Limited", "Razorpay", Some(Strong)),
    ("Flipkart Internet Pvt Ltd", "Flipkart", Some(Strong)),
    ("Amazon Development Center India Pvt. Ltd.", "Amazon", Some(Strong)),
    ("Amazon.com", "Amazon", Some(Strong)),
    ("Twilio Technology India", "Twilio", Some(Strong)),
    ("Stripe Payments Europe, Ltd.", "Stripe", Some(Strong)),
    ("Postman Labs", "Postman", Some(Strong)),
    ("Samsung R&D", "Samsung", Some(Strong)),
    ("Vitamin D", "Vitamin", Some(Weak)),
    ("State Bank of India", "State Bank", Some(Weak)),
    // Subsidiaries and brands: who works at the part works at the whole.
    ("Google Cloud", "Google", Some(Strong)),
    ("GCP", "Google Cloud", Some(Strong)),
    ("YouTube", "Google", Some(Strong)),
    ("Google DeepMind", "Google", Some(Strong)),
    ("Looker", "Google Cloud", Some(Strong)),
    ("AWS", "Amazon", Some(Strong)),
    ("Amazon Web Services (AWS)", "Amazon", Some(Strong)),
    ("Amazon Web Services", "AWS", Some(Strong)),
    ("A.W.S.", "AWS", Some(Exact)),
    ("GitHub, Inc.", "Microsoft", Some(Strong)),
    ("LinkedIn", "Microsoft", Some(Strong)),
    ("Azure", "Microsoft Azure", Some(Strong)),
    ("Instagram", "Meta", Some(Strong)),
    ("Twilio SendGrid", "Twilio", Some(Strong)),
    ("Slack", "Salesforce", Some(Strong)),
    ("Red Hat, Inc.", "IBM", Some(Strong)),
    ("npm", "Microsoft", Some(Strong)),
    ("Instagram", "Facebook", Some(Strong)),
    ("Looker", "Alphabet", Some(Strong)),
    ("Cleartrip", "Walmart", Some(Strong)),
    ("Myntra", "Flipkart", Some(Strong)),
    // Two names of one company.
    ("Facebook", "Meta", Some(Strong)),
    ("Meta", "Facebook", Some(Strong)),
    ("Meta Platforms, Inc.", "Meta", Some(Strong)),
    ("Alphabet Inc.", "Google", Some(Strong)),
    ("Dreamplug Technologies Pvt Ltd", "CRED", Some(Strong)),
    ("Bundl Technologies", "Swiggy", Some(Strong)),
    ("Freshdesk", "Freshworks", Some(Strong)),
    ("Twitter", "X", Some(Strong)),
    // The whole is not surely the part.
    ("Google", "Google Cloud", Some(Weak)),
    ("Microsoft", "GitHub", Some(Weak)),
    ("Amazon", "AWS", Some(Weak)),
    ("Microsoft", "Microsoft Azure", Some(Weak)),
    ("Walmart", "Flipkart", Some(Weak)),
    ("Walmart", "Myntra", Some(Weak)),
    ("Alphabet", "Looker", Some(Weak)),
    ("Apigee", "Looker", None),
    // Longer names that only begin or end alike.
    ("Stripe Consulting", "Stripe", Some(Weak)),
    ("Stripe Theory", "Stripe", Some(Weak)),
    ("Red Stripe", "Stripe", Some(Weak)),
    ("Meta Analysis Group", "Meta", Some(Weak)),
    ("Block Party Events", "Block", Some(Weak)),
    ("H&R Block", "Block", Some(Weak)),
    ("X Corp", "X", Some(Exact)),
    ("Linear Capital", "Linear", Some(Weak)),
    ("Google Ventures", "Google", Some(Weak)),
    // Firms known to be somebody else.
    ("Apple Bank", "Apple", None),
    ("Zeta Global", "Zeta", None),
    ("Linear Technology", "Linear", None),
    ("Ramp Network", "Ramp", None),
    ("CredAvenue", "CRED", None),
    ("Square Enix", "Square", None),
    // Part of a word is nothing.
    ("Rampart", "Ramp", None),
    ("Metabase", "Meta", None),
    ("Metaplatforms", "Meta", None),
    ("Foursquare", "Square", None),
    ("Stripes", "Stripe", None),
    ("Setubal Trading", "Setu", None),
    ("Creditas", "CRED", None),
    ("Pineapple", "Apple", None),
    ("Algoliath", "Algolia", None),
    // Former names and former employers.
    ("Twilio (formerly SendGrid)", "Twilio", Some(Exact)),
    ("Twilio (formerly SendGrid)", "SendGrid", Some(Weak)),
    ("Meta (formerly Facebook)", "Meta", Some(Exact)),
    ("ex-Google", "Google", Some(Weak)),
    ("Ex Google, Ex Meta", "Meta", Some(Weak)),
    ("Former Stripe", "Stripe", Some(Weak)),
    ("Formerly at Stripe, now independent", "Stripe", Some(Weak)),
    ("Stripe | ex-Google", "Stripe", Some(Exact)),
    ("Stripe | ex-Google", "Google", Some(Weak)),
    ("Exa Google Partners", "Google", Some(Weak)),
    // Owners.
    ("Auth0 by Okta", "Okta", Some(Strong)),
    ("Segment, a Twilio company", "Twilio", Some(Strong)),
    ("Acme (acquired by Atlassian)", "Atlassian", Some(Strong)),
    // Consultancies and contractors.
    ("Accenture (Google)", "Google", Some(Weak)),
    ("Infosys - Apple", "Apple", Some(Weak)),
    ("Consultant at Google", "Google", Some(Weak)),
    // No employer at all.
    ("Self-employed", "Self", None),
    ("Self-employed", "Self-Employed", None),
    ("Stealth", "Stealth", None),
    ("Stealth Startup", "Stealth", None),
    ("Freelance", "Freelance", None),
    ("Self-employed (ex-Stripe)", "Stripe", Some(Weak)),
    ("…", "Stripe", None),
];

fn at(employer: &str, position: &str) -> Contact {
    let written = Written { name: "Ann Lee".to_owned(), company: employer.to_owned(), position: position.to_owned(), ..Written::default() };
    contact(&written).0.expect("a name")
}

#[test]
fn names_lead_where_they_should() {
    let mut wrong = Vec::new();
    for (employer, name, expected) in NAMES {
        let paths = warm_paths(&[at(employer, "")], &[name.to_owned()]);
        let found = paths.first().map(|path| path.strength);
        if found != expected || paths.len() > 1 {
            wrong.push(format!("{employer:?} at {name:?}: {found:?} instead of {expected:?}, {:?}", paths.first().map(|path| &path.why)));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), NAMES.len(), wrong.join("\n"));
}

#[test]
fn a_position_that_names_the_part_settles_it() {
    for (position, strength) in [("PM, Google Cloud", Strong), ("Engineer (google-cloud)", Strong), ("PM, Cloud", Weak), ("", Weak)] {
        let paths = warm_paths(&[at("Google", position)], &["Google Cloud".to_owned()]);
        assert_eq!(paths[0].strength, strength, "{position}");
    }
}

#[test]
fn what_belongs_to_a_part_belongs_to_the_whole() {
    let why = |employer: &str, name: &str| warm_paths(&[at(employer, "")], &[name.to_owned()]).pop().map(|path| (path.strength, path.why));
    let said = |strength, why: &str| Some((strength, why.to_owned()));
    assert_eq!(
        why("npm, Inc.", "Microsoft"),
        said(Strong, "npm belongs to GitHub (bought by GitHub in 2020). GitHub belongs to Microsoft (bought by Microsoft in 2018).")
    );
    assert_eq!(
        why("Instagram", "Facebook"),
        said(Strong, "Instagram belongs to Meta (bought by Facebook in 2012). Facebook and Meta are one company (renamed in 2021).")
    );
    assert_eq!(
        why("Microsoft", "npm"),
        said(
            Weak,
            "npm belongs to GitHub (bought by GitHub in 2020). GitHub belongs to Microsoft (bought by Microsoft in 2018). Which part of “Microsoft” is not said."
        )
    );
    assert_eq!(why("Looker", "Apigee"), None, "two parts of one whole are not each other");
}

#[test]
fn paths_stand_by_company_then_surest_first_and_nobody_twice() {
    let named = |name: &str, employer: &str| {
        contact(&Written { name: name.to_owned(), company: employer.to_owned(), ..Written::default() }).0.expect("a name")
    };
    let contacts =
        [named("Cy", "Google Ventures"), named("Bo", "YouTube"), named("Di", "Stripe"), named("Al", "Google"), named("Ed", "Rampart")];
    let paths = warm_paths(&contacts, &["Stripe".to_owned(), "Google".to_owned(), "Ramp".to_owned()]);
    let name = |path: &Path| contacts.iter().find(|contact| contact.id == path.contact).map(|contact| contact.name.clone());
    let said: Vec<_> = paths.iter().map(|path| (path.company.as_str(), name(path).unwrap_or_default(), path.strength)).collect();
    let expected = [("Stripe", "Di", Exact), ("Google", "Al", Exact), ("Google", "Bo", Strong), ("Google", "Cy", Weak)];
    assert_eq!(said, expected.map(|(company, name, strength)| (company, name.to_owned(), strength)));
    let shown = paths.iter().filter(|path| path.strength.is_shown_by_default()).count();
    assert_eq!(shown, 3);
    assert!(warm_paths(&[], &["Google".to_owned()]).is_empty() && warm_paths(&contacts, &[]).is_empty());
}

#[test]
fn writing_an_employer_otherwise_is_no_change_of_company() {
    assert!(same_employer("Google", "GOOGLE LLC"));
    assert!(!same_employer("Google", "Google Cloud"));
}
