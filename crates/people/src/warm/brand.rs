//! Companies under other names: what belongs to whom, what was renamed, and what only sounds alike.
//!
//! From public announcements of the companies named, as generally known in 2026. It is small on purpose: only what people write as their
//! employer and what somebody who looks for work as a technical product manager meets. Ownership changes; a line that is out of date is
//! one line to change.

use super::name::Name;

/// A name and the company it stands for.
pub(super) struct Bond {
    part: &'static str,
    whole: &'static str,
    kind: Kind,
    /// What it rests on.
    source: &'static str,
}

#[derive(PartialEq, Eq)]
enum Kind {
    /// A subsidiary, a product or a division. Who works at the part works at the whole; not the other way round.
    Part,
    /// Two names of one company.
    Same,
}

impl Bond {
    /// In one sentence, with what it rests on.
    pub(super) fn says(&self) -> String {
        let Self { part, whole, kind, source } = self;
        match kind {
            Kind::Part => format!("{part} belongs to {whole} ({source})."),
            Kind::Same => format!("{part} and {whole} are one company ({source})."),
        }
    }
}

const fn part(part: &'static str, whole: &'static str, source: &'static str) -> Bond {
    Bond { part, whole, kind: Kind::Part, source }
}

const fn same(part: &'static str, whole: &'static str, source: &'static str) -> Bond {
    Bond { part, whole, kind: Kind::Same, source }
}

/// Bonds from a name to a company, one after the other.
pub(super) type Chain = Vec<&'static Bond>;

/// What is bound to one company, by the core of its name.
#[derive(Default)]
pub(super) struct Bound {
    /// Who bears one of these names works at the company: it is another name of it, or belongs to it, by way of others too.
    pub(super) inside: Vec<(String, Chain)>,
    /// What the company itself is a part of.
    pub(super) wholes: Vec<(String, Chain)>,
}

/// All bonds, with their names as they are compared.
pub(super) struct Bonds(Vec<Link>);

struct Link {
    part: String,
    whole: String,
    bond: &'static Bond,
}

impl Bonds {
    pub(super) fn read() -> Self {
        let link = |bond: &'static Bond| Link { part: Name::read(bond.part).core, whole: Name::read(bond.whole).core, bond };
        Self(BONDS.iter().map(link).collect())
    }

    /// Everything bound to the company whose name has this core, the nearest first.
    pub(super) fn of(&self, core: &str) -> Bound {
        let mut inside = self.reached(core, |link| (&link.whole, &link.part));
        inside.iter_mut().for_each(|(_, chain)| chain.reverse());
        let mut wholes = self.reached(core, |link| (&link.part, &link.whole));
        wholes.retain(|(_, chain)| chain.iter().any(|bond| bond.kind == Kind::Part));
        Bound { inside, wholes }
    }

    /// Names that are reached bond by bond, each once and by the shortest way. Between two names of one company it goes either way.
    fn reached(&self, from: &str, ends: impl Fn(&Link) -> (&String, &String)) -> Vec<(String, Chain)> {
        let mut reached: Vec<(String, Chain)> = vec![(from.to_owned(), Vec::new())];
        let mut at = 0;
        while let Some((name, chain)) = reached.get(at).cloned() {
            for link in &self.0 {
                let (near, far) = ends(link);
                let next = match link.bond.kind {
                    _ if *near == name => far,
                    Kind::Same if *far == name => near,
                    Kind::Part | Kind::Same => continue,
                };
                if reached.iter().all(|(known, _)| known != next) {
                    reached.push((next.clone(), chain.iter().copied().chain([link.bond]).collect()));
                }
            }
            at += 1;
        }
        reached.remove(0);
        reached
    }
}

const BONDS: [Bond; 95] = [
    same("Alphabet", "Google", "Google's parent since 2015; people write either"),
    part("Google Cloud", "Google", "division of Google"),
    same("GCP", "Google Cloud", "abbreviation of Google Cloud Platform"),
    same("Google Cloud Platform", "Google Cloud", "former name of the division"),
    part("Apigee", "Google Cloud", "bought by Google in 2016, part of its cloud"),
    part("Looker", "Google Cloud", "bought by Google in 2020, part of its cloud"),
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
        for bond in &BONDS {
            assert!(seen.insert((bond.part, bond.whole)), "{} stands twice", bond.part);
            assert_ne!(Name::read(bond.part).exact, Name::read(bond.whole).exact, "{}", bond.part);
            assert!(!bond.source.is_empty());
        }
    }

    #[test]
    fn no_bond_is_written_down_that_follows_from_others() {
        for (at, bond) in BONDS.iter().enumerate() {
            let mut others = Bonds::read();
            others.0.remove(at);
            let inside = others.of(&Name::read(bond.whole).core).inside;
            let part = Name::read(bond.part).core;
            assert!(inside.iter().all(|(name, _)| *name != part), "{} belongs to {} by way of others", bond.part, bond.whole);
        }
    }
}
