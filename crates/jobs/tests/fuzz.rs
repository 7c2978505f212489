//! Readers of pasted texts on spoiled input: nothing panics, and what was found keeps its laws.

use footbridge_jobs::{Coverage, Skill, cover, requirements, stuffing};

const ROUNDS: usize = 600;

const TEXTS: [&str; 5] = [
    "Requirements:\n• 5+ years of product experience, strong SQL; Python (a plus)\n1. B.Tech or equivalent – REST/GraphQL\n✅ You need\n→ Go, R & Kafka\nABOUT US\nWe rest.\n",
    "<p><b>Qualifications</b></p><ul><li>SQL &amp; REST (required)</li><li>3 yrs&nbsp;exp. w/ APIs</li></ul>&#8217;&#x41;&#xFFFFFFFF;<",
    "You must know SQL, ideally with Kafka. Ünïcödé İstanbul ﬁne ẞ: you’ll own the “roadmap”… Bonus if 3–5 years (5+).\u{200b}\u{a0}\u{2028}Node.js?!",
    "Education : BE/BTech\nExperience : 5 - 8 Years\nFluent English C1; German is a plus\n* * *\n**Must haves**: REST\n",
    "Requirements\n- ẞ SQL–İ\n- İ–Go ẞ, REST is a plus\n- Kafkaẞ–İ\n",
];

/// Marsaglia's xorshift: the same texts in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end.max(1) as u64).expect("small")
    }

    fn spoiled(&mut self, text: &str) -> String {
        const ODD: [&[u8]; 16] = [
            b"\n",
            b";",
            b"<li>",
            b"&#",
            b"</",
            b"(a plus)",
            b" years ",
            b"\xff",
            b"\xe2\x80\x93",
            b"99999999999999999999",
            b":",
            b"\xc4\xb0",
            b"\xe1\xba\x9e",
            b"\xe1\xba\x9e SQL\xe2\x80\x93\xc4\xb0",
            b"must have",
            b"-",
        ];
        let mut bytes = text.as_bytes().to_vec();
        for _ in 0..=self.below(6) {
            let at = self.below(bytes.len() + 1);
            match self.below(4) {
                0 => drop(bytes.splice(at..at, ODD[self.below(ODD.len())].iter().copied())),
                1 => drop(bytes.drain(at..(at + self.below(30)).min(bytes.len()))),
                2 => {
                    let piece = bytes[at..(at + self.below(50)).min(bytes.len())].to_vec();
                    let to = self.below(bytes.len() + 1);
                    bytes.splice(to..to, piece);
                }
                _ => {
                    if let Some(byte) = bytes.get_mut(at) {
                        *byte = u8::try_from(self.below(256)).expect("a byte");
                    }
                }
            }
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

fn skills(chance: &mut Chance) -> Vec<Skill> {
    let skill = |id: &str, aliases: Vec<String>| Skill { id: id.to_owned(), aliases };
    vec![
        skill("sql", vec!["SQL".to_owned()]),
        skill("rest", vec!["REST".to_owned(), "REST API".to_owned()]),
        skill("events", vec!["event-driven".to_owned(), "Kafka".to_owned(), String::new(), " - ".to_owned()]),
        skill("go", vec!["Go".to_owned(), "R".to_owned(), "İ".to_owned(), "ẞy".to_owned()]),
        skill("apart", ["own … roadmap", "know … İ", "… SQL", "strong …", "…", "ẞ … ẞ"].map(str::to_owned).to_vec()),
        skill("any", vec![chance.spoiled("road map-y & C++")]),
    ]
}

#[test]
fn no_description_does_harm() {
    let mut chance = Chance(0x2545_F491_4F6C_DD1D);
    let mut found = 0;
    for round in 0..ROUNDS {
        let text = chance.spoiled(TEXTS[round % TEXTS.len()]);
        let skills = skills(&mut chance);
        let description = requirements(&text, &skills, "description.txt");
        for one in &description.requirements {
            assert!(text.get(one.place.clone()).is_some(), "{one:?} in {text:?}");
            assert!(!one.quote.trim().is_empty() && !one.words.is_empty() && one.quote.contains(&one.words), "{one:?}");
            assert!(one.years.is_none_or(|years| years.least > 0 && years.most.is_none_or(|most| most > years.least)), "{one:?}");
        }
        let mut named: Vec<&String> = description.requirements.iter().filter_map(|one| one.skill.as_ref()).collect();
        let all = named.len();
        named.sort();
        named.dedup();
        assert_eq!(named.len(), all, "a skill is told once: {text:?}");
        assert!(!description.requirements.is_empty() || !description.findings.is_empty(), "{text:?}");
        assert_eq!(description, requirements(&text, &skills, "description.txt"));
        found += all;
        let coverage = cover(&description.requirements, &[], &[], &skills);
        assert_eq!(coverage.lines.len(), description.requirements.len());
    }
    assert!(found > ROUNDS, "only {found} skills were found: the spoiled texts are too far from real ones");
}

#[test]
fn no_resume_does_harm() {
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    let skills = skills(&mut chance);
    let asked = requirements(TEXTS[0], &skills, "description.txt").requirements;
    for round in 0..ROUNDS {
        let text = chance.spoiled(TEXTS[round % TEXTS.len()]);
        for finding in stuffing(&text, &asked, &Coverage::default(), "resume.txt") {
            let span = finding.place.as_ref().expect("a place").span.clone();
            assert!(text.get(span).is_some(), "{finding:?} in {text:?}");
        }
    }
}
