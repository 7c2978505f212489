//! The headings that job descriptions use.

use super::section::Section;

/// Headings under which a section stands, parted by bars.
struct Headings {
    section: Section,
    /// The whole line.
    whole: &'static str,
    /// The whole line, or the beginning or end of a short one.
    part: &'static str,
}

const HEADINGS: [Headings; 5] = [
    Headings {
        section: Section::Must,
        whole: "you need | you'll need | you will need | you have | you | you are | you bring | required | musts | skills | \
            your profile | profile | education | eligibility | essential",
        part: "requirements | requirements profile | job requirements | qualifications | minimum qualifications | \
            basic qualifications | required qualifications | what you need | what you'll need | must have | must haves | \
            mandatory skills | required skills | key skills | skills and experience | knowledge skills experience | about you | \
            who you are | what we're looking for | what we are looking for | we're looking for | we are looking for | \
            what we look for | what we expect | what you bring | what you'll bring | what do you bring | what you have | \
            desired candidate profile | candidate profile | ideal candidate | the ideal candidate | we'd like you to have | \
            who should apply | you might be a fit if | you might be a good fit if | you may be a fit if | \
            you'll be great at this if | you should have | you should apply if | what makes you a great fit | your experience | \
            your skills | your background | education and experience | eligibility criteria | experience and skills | \
            experience required | essential skills | what it takes | to be successful | you'll thrive here if | \
            minimum requirements",
    },
    Headings {
        section: Section::Nice,
        whole: "desired | desirable | plus | pluses | big plus | preferences | meriting | merits | ideally",
        part: "nice to have | nice to haves | good to have | good to haves | preferred | preferred qualifications | preferred skills | \
            preferred experience | desired qualifications | desired skills | desired experience | desirable skills | bonus | \
            bonus points | it's a bonus if | brownie points | a plus | it's a plus if | extra credit | extra points | \
            it would be great if | we'd love if | we'd love it if | would delight us | you might also have | you may also have | \
            added advantage | nice but not needed | nice but not required | what would help | additional qualifications",
    },
    Headings {
        section: Section::Work,
        whole: "you will | you'll | tasks | kra | the job | summary | description | in practice",
        part: "responsibilities | key responsibilities | roles and responsibilities | what you'll do | what you will do | \
            what you'll be doing | what will you be doing | what you'll own | what you will own | what you'll be responsible for | \
            you will be responsible for | in this role | in this role you will | your tasks | main tasks | your mission | \
            your responsibilities | duties | essential duties | key result areas | accountabilities | the role | about the role | \
            about the job | about this role | about the position | role overview | what the role is about | job summary | \
            job description | role description | position summary | the opportunity | the assignment | the position | \
            a day in the life | your day to day | day to day | your first | your impact | how you'll make an impact",
    },
    Headings {
        section: Section::Ignored,
        whole: "intro | us | salary | base | ctc | interviews",
        part: "about us | who we are | our company | why join us | why us | the company | company description | our story | benefits | \
            perks | what we offer | we offer | what do we offer | compensation | pay transparency | terms of employment | \
            equal opportunity | how to apply | interview process | hiring process | physical demands | we won't | privacy notice | \
            seniority level | employment type | industry type",
    },
    Headings {
        section: Section::Fact,
        whole: "location | experience | exp | where | level | notice period | company | job title | position title | role | org | \
            requisition id | shift | hours per week",
        part: "",
    },
];

/// How a line bears the words of a heading.
pub(super) enum Borne {
    Whole,
    Part,
}

/// Every heading with its section, and whether it may be part of a line.
pub(super) fn headings() -> impl Iterator<Item = (Section, &'static str, Borne)> {
    HEADINGS.iter().flat_map(|headings| {
        let listed = |words: &'static str| words.split('|').map(str::trim).filter(|words| !words.is_empty());
        let whole = listed(headings.whole).map(|words| (headings.section, words, Borne::Whole));
        whole.chain(listed(headings.part).map(|words| (headings.section, words, Borne::Part)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_heading_stands_twice_and_all_are_written_as_they_are_looked_up() {
        let mut seen = HashSet::new();
        for (_, words, _) in headings() {
            assert!(seen.insert(words), "{words} stands twice");
            assert!(words.chars().all(|letter| letter.is_lowercase() || matches!(letter, ' ' | '\'')), "{words}");
        }
    }
}
