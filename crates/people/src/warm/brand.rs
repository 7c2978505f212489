//! Companies under other names: what belongs to whom, what was renamed, and what only sounds alike.
//!
//! From public announcements of the companies named, as generally known in 2026. It is small on purpose: only what people write as their
//! employer and what somebody who looks for work as a technical product manager meets. Ownership changes; a line that is out of date is
//! one line to change.

use super::name::Name;

/// A name and the company it stands for.
pub(super) struct Bond {
    pub(super) part: &'static str,
    pub(super) whole: &'static str,
    kind: Kind,
    /// What it rests on.
    pub(super) source: &'static str,
}

#[derive(PartialEq, Eq)]
enum Kind {
    /// A subsidiary, a product or a division. Who works at the part works at the whole; not the other way round.
    Part,
    /// Two names of one company.
    Same,
}

impl Bond {
    /// Whether both names are one company.
    pub(super) fn is_renaming(&self) -> bool {
        self.kind == Kind::Same
    }
}

const fn part(part: &'static str, whole: &'static str, source: &'static str) -> Bond {
    Bond { part, whole, kind: Kind::Part, source }
}

const fn same(part: &'static str, whole: &'static str, source: &'static str) -> Bond {
    Bond { part, whole, kind: Kind::Same, source }
}

/// All of them.
pub(super) fn bonds() -> &'static [Bond] {
    &BONDS
}

const BONDS: [Bond; 102] = [
    same("Alphabet", "Google", "Google's parent since 2015; people write either"),
    part("Google Cloud", "Google", "division of Google"),
    part("Google Cloud Platform", "Google", "product of Google Cloud"),
    part("GCP", "Google", "abbreviation of Google Cloud Platform"),
    same("GCP", "Google Cloud", "abbreviation of Google Cloud Platform"),
    same("Google Cloud Platform", "Google Cloud", "former name of the division"),
    part("Apigee", "Google", "bought by Google in 2016"),
    part("Apigee", "Google Cloud", "bought by Google in 2016, part of its cloud"),
    part("Looker", "Google", "bought by Google in 2020"),
    part("Looker", "Google Cloud", "bought by Google in 2020, part of its cloud"),
    part("Mandiant", "Google", "bought by Google in 2022"),
    part("Mandiant", "Google Cloud", "bought by Google in 2022, part of its cloud"),
    part("Firebase", "Google", "bought by Google in 2014"),
    part("Kaggle", "Google", "bought by Google in 2017"),
    part("YouTube", "Google", "bought by Google in 2006"),
    part("Android", "Google", "bought by Google in 2005"),
    part("Google DeepMind", "Google", "bought by Google in 2014"),
    part("DeepMind", "Google", "bought by Google in 2014"),
    part("Fitbit", "Google", "bought by Google in 2021"),
    part("Waze", "Google", "bought by Google in 2013"),
    part("Amazon Web Services", "Amazon", "subsidiary of Amazon"),
    same("Amazon Web Services", "AWS", "abbreviation in the company's own name"),
    part("AWS", "Amazon", "subsidiary of Amazon"),
    part("Twitch", "Amazon", "bought by Amazon in 2014"),
    part("Audible", "Amazon", "bought by Amazon in 2008"),
    part("IMDb", "Amazon", "bought by Amazon in 1998"),
    part("Zappos", "Amazon", "bought by Amazon in 2009"),
    part("Whole Foods Market", "Amazon", "bought by Amazon in 2017"),
    part("Amazon Robotics", "Amazon", "subsidiary of Amazon, bought as Kiva in 2012"),
    part("Amazon Music", "Amazon", "division of Amazon"),
    part("Amazon Pay", "Amazon", "division of Amazon"),
    part("Amazon Prime Video", "Amazon", "division of Amazon"),
    part("Prime Video", "Amazon", "division of Amazon"),
    part("Amazon Alexa", "Amazon", "division of Amazon"),
    part("Lab126", "Amazon", "subsidiary of Amazon that builds its devices"),
    part("Microsoft Azure", "Microsoft", "division of Microsoft"),
    same("Azure", "Microsoft Azure", "short name of the product"),
    part("Azure", "Microsoft", "product of Microsoft"),
    part("GitHub", "Microsoft", "bought by Microsoft in 2018"),
    part("npm", "GitHub", "bought by GitHub in 2020"),
    part("LinkedIn", "Microsoft", "bought by Microsoft in 2016"),
    part("Nuance Communications", "Microsoft", "bought by Microsoft in 2022"),
    part("Activision Blizzard", "Microsoft", "bought by Microsoft in 2023"),
    part("Xbox", "Microsoft", "division of Microsoft"),
    part("Skype", "Microsoft", "bought by Microsoft in 2011"),
    part("PlayFab", "Microsoft", "bought by Microsoft in 2018"),
    same("Facebook", "Meta", "renamed in 2021"),
    same("Meta Platforms", "Meta", "legal name"),
    part("Instagram", "Meta", "bought by Facebook in 2012"),
    part("WhatsApp", "Meta", "bought by Facebook in 2014"),
    part("Oculus", "Meta", "bought by Facebook in 2014"),
    part("Reality Labs", "Meta", "division of Meta"),
    part("Beats by Dre", "Apple", "bought by Apple in 2014"),
    part("Shazam", "Apple", "bought by Apple in 2018"),
    part("SendGrid", "Twilio", "bought by Twilio in 2019"),
    part("Twilio SendGrid", "Twilio", "bought by Twilio in 2019"),
    part("Twilio Segment", "Twilio", "bought by Twilio in 2020"),
    part("Segment", "Twilio", "bought by Twilio in 2020"),
    part("Authy", "Twilio", "bought by Twilio in 2015"),
    part("TaxJar", "Stripe", "bought by Stripe in 2021"),
    part("Paystack", "Stripe", "bought by Stripe in 2020"),
    part("Lemon Squeezy", "Stripe", "bought by Stripe in 2024"),
    part("Akita Software", "Postman", "bought by Postman in 2023"),
    part("Cloudways", "DigitalOcean", "bought by DigitalOcean in 2022"),
    part("Paperspace", "DigitalOcean", "bought by DigitalOcean in 2023"),
    part("Trello", "Atlassian", "bought by Atlassian in 2017"),
    part("Loom", "Atlassian", "bought by Atlassian in 2023"),
    part("Opsgenie", "Atlassian", "bought by Atlassian in 2018"),
    part("Statuspage", "Atlassian", "bought by Atlassian in 2016"),
    part("Bitbucket", "Atlassian", "bought by Atlassian in 2010"),
    same("Atlassian Software Systems", "Atlassian", "legal name"),
    same("Freshdesk", "Freshworks", "renamed in 2017; the product keeps the name"),
    part("Freshservice", "Freshworks", "product of Freshworks"),
    part("RazorpayX", "Razorpay", "product of Razorpay"),
    part("Razorpay POS", "Razorpay", "product of Razorpay, bought as Ezetap in 2022"),
    part("Ezetap", "Razorpay", "bought by Razorpay in 2022"),
    part("Myntra", "Flipkart", "bought by Flipkart in 2014"),
    part("Cleartrip", "Flipkart", "bought by Flipkart in 2021"),
    part("Flipkart", "Walmart", "majority owned by Walmart since 2018"),
    same("Bundl Technologies", "Swiggy", "former legal name"),
    part("Swiggy Instamart", "Swiggy", "product of Swiggy"),
    part("Instamart", "Swiggy", "product of Swiggy"),
    same("Dreamplug Technologies", "CRED", "legal name"),
    same("Zerodha Broking", "Zerodha", "legal name"),
    part("Setu", "Pine Labs", "bought by Pine Labs in 2022"),
    part("Blinkit", "Zomato", "bought by Zomato in 2022"),
    same("Eternal", "Zomato", "renamed in 2025; the product keeps the name"),
    part("Slack", "Salesforce", "bought by Salesforce in 2021"),
    part("MuleSoft", "Salesforce", "bought by Salesforce in 2018"),
    part("Heroku", "Salesforce", "bought by Salesforce in 2010"),
    part("Tableau", "Salesforce", "bought by Salesforce in 2019"),
    part("Auth0", "Okta", "bought by Okta in 2021"),
    part("Red Hat", "IBM", "bought by IBM in 2019"),
    part("HashiCorp", "IBM", "bought by IBM in 2025"),
    same("International Business Machines", "IBM", "legal name"),
    part("Braintree", "PayPal", "bought by PayPal in 2013"),
    part("Venmo", "PayPal", "bought with Braintree by PayPal in 2013"),
    part("Cash App", "Block", "product of Block"),
    part("Square", "Block", "the company Square was renamed Block in 2021; the product keeps the name"),
    part("Afterpay", "Block", "bought by Block in 2022"),
    same("Twitter", "X", "renamed in 2023"),
    part("VMware", "Broadcom", "bought by Broadcom in 2023"),
];

/// Firms that are somebody else although a kind of firm behind the name would say otherwise, or that people take for one another.
const OTHERS: [(&str, &str); 12] = [
    ("Linear Technology", "Linear"),
    ("Zeta Global", "Zeta"),
    ("Ramp Network", "Ramp"),
    ("CRED Avenue", "CRED"),
    ("CredAvenue", "CRED"),
    ("Apple Bank", "Apple"),
    ("Apple Federal Credit Union", "Apple"),
    ("Meta Financial Group", "Meta"),
    ("Oracle Elevator", "Oracle"),
    ("Amazon Watch", "Amazon"),
    ("Square Enix", "Square"),
    ("Notion Capital", "Notion"),
];

/// Pairs of another firm and the company it is taken for.
pub(super) fn other_firms() -> impl Iterator<Item = (Name, Name)> {
    OTHERS.iter().map(|(other, taken_for)| (Name::read(other), Name::read(taken_for)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_bond_stands_twice_or_binds_a_name_to_itself() {
        let mut seen = HashSet::new();
        for bond in bonds() {
            assert!(seen.insert((bond.part, bond.whole)), "{} stands twice", bond.part);
            assert_ne!(Name::read(bond.part).exact, Name::read(bond.whole).exact, "{}", bond.part);
            assert!(!bond.source.is_empty());
        }
    }
}
