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
            your profile | profile | education | eligibility | essential | we value | we expect | \
            we ask | we require | you must have | expectations | ug | pg | \
            dein profil | ihr profil | anforderungen | das bringst du mit | was du mitbringst | das bringen sie mit",
        part: "requirements | requirements profile | job requirements | qualifications | minimum qualifications | \
            basic qualifications | required qualifications | what you need | what you'll need | must have | must haves | \
            mandatory skills | mandatory qualifications | mandatory requirements | required skills | key skills | skills and experience | knowledge skills experience | \
            about you | who you are | what we're looking for | what we are looking for | we're looking for | \
            we are looking for | what we look for | what we expect | what you bring | what you'll bring | \
            what do you bring | what you have | desired candidate profile | candidate profile | ideal candidate | \
            the ideal candidate | we'd like you to have | who should apply | you might be a fit if | \
            you might be a good fit if | you may be a fit if | you'll be great at this if | you should have | \
            you should apply if | what makes you a great fit | your experience | your skills | your background | \
            education and experience | eligibility criteria | experience and skills | experience required | \
            essential skills | what it takes | to be successful | you'll thrive here if | minimum requirements | \
            what we need from you | what you know | who we're looking for | who we are looking for | who you'll be | \
            your qualifications | key requirements | technical skills | skills required | job qualifications | \
            minimum criteria | skills experience | skills and qualifications | experience and qualifications | \
            knowledge and skills | knowledge and experience | person specification | the person | key competencies | \
            competencies | technical requirements | what it takes to succeed | what you need to succeed | what we ask | \
            what we ask of you | this role is for you if | you'll fit in if | you'll do well if | you will thrive if | \
            what will make you successful | professional experience | your toolkit | prerequisites | technical expertise | \
            you also have | you come with | you bring along | you should bring | what you will bring | what you'll bring to | \
            what you bring to | what we're looking for in | what we are looking for in | we look for | who we look for | \
            we want you to have | we would like you to have | what we want | what we're after | \
            essential criteria | application requirements | qualification | educational qualification | educational qualifications | \
            academic qualification | academic qualifications | education qualification | education requirements | \
            minimum education | basic requirements | key qualifications | core requirements | must have skills | \
            required experience | required knowledge | what we value | \
            you might be a fit | you may be a good fit if | you may be a fit | you could be a fit if | you're a fit if | you'll be a great fit if | you'll be a good fit if | you will be a great fit if | primary skills | \
            you're a good fit if | \
            you're a great fit if | you are a great fit if | we'd love to hear from you if | we'd love to talk if | \
            you are likely | you're likely | you should join if | what you bring to the table | what it takes to win | \
            what will help you succeed | success factors | the skills you need | the skills you'll need | \
            what you'll need to succeed | qualifications and experience | who we want | our expectations | \
            what you come with | experience you'll bring | experience you bring | experience and education | \
            skills you bring | skills you'll bring | hard requirements | requisites | essential experience | essentials | what we would like to see | core skills | hard skills | soft skills | non negotiables | deal breakers | dealbreakers",
    },
    Headings {
        section: Section::Nice,
        whole: "desired | desirable | plus | pluses | big plus | preferences | meriting | merits | ideally | advantages | advantage | \
            strong plus | huge plus | von vorteil | wünschenswert | plus points | plus if you have | would be a bonus | would be a plus | would be great | \
            advantageous | an advantage | additional advantage | added advantages | not a must | also great | \
            good if you have | bonus if | a bonus if | preferred but not required | desired but not required | differentiators",
        part: "nice to have | nice to haves | good to have | good to haves | preferred | preferred qualifications | \
            preferred skills | preferred experience | desired qualifications | desired skills | desired experience | \
            desirable skills | desirable qualifications | desirable experience | qualifications desired | bonus | bonus points | it's a bonus if | brownie points | a plus | it's a plus if | \
            extra credit | extra points | it would be great if | we'd love if | we'd love it if | would delight us | \
            you might also have | you may also have | added advantage | nice but not needed | nice but not required | \
            what would help | additional qualifications | desirable criteria | what sets you apart | \
            what makes you stand out | you'll stand out if | stand out | icing on the cake | even better if | even better | \
            bonus skills | extras | good extras | would be nice | additional skills | secondary skills | optional skills | \
            we'd be impressed by | cherry on top | great to have | helpful experience | not required but helpful | \
            it helps if | preferred requirements | preferred education | preferred knowledge | \
            not required but nice | nice extras | bonus qualifications | bonus experience | extra points for | \
            bonus points if | bonus points for | \
            we'd be thrilled if | you'd be a dream candidate if | \
            ideally you also have | \
            ideally you have | ideally you'll have | \
            not must haves | what would set you apart | welcome experience | not necessary | asset qualifications | assets",
    },
    Headings {
        section: Section::Work,
        whole: "you will | you'll | tasks | kra | the job | summary | description | in practice | \
            deine aufgaben | ihre aufgaben | aufgaben | was dich erwartet | das erwartet dich | \
            tech stack | our tech stack | technology stack | our stack | the stack",
        part: "responsibilities | key responsibilities | roles and responsibilities | what you'll do | what you will do | \
            what you'll be doing | what will you be doing | what you'll own | what you will own | \
            what you'll be responsible for | you will be responsible for | in this role | in this role you will | \
            your tasks | main tasks | your mission | your responsibilities | duties | essential duties | key result areas | \
            accountabilities | the role | about the role | about the job | about this role | about the position | \
            role overview | what the role is about | job summary | job description | role description | position summary | \
            the opportunity | the assignment | the position | a day in the life | your day to day | day to day | \
            your first | your impact | how you'll make an impact | what success looks like | job purpose | role purpose | \
            main duties | key duties | what the job involves | what the role involves | your role | \
            your tasks and responsibilities | scope of work | scope of the role | deliverables | \
            what you get to do | what you'll get to do | what you would do | what you'd do | what you'd be doing | what you do | \
            the day to day | in this position you will | as a product manager you will | your contribution | \
            key deliverables | essential functions | essential job functions | job responsibilities | job duties | \
            main responsibilities | primary responsibilities | core responsibilities | principal duties | \
            what you will own and do | how you will contribute | how you'll contribute | how you will make an impact | \
            the impact you'll have | the impact you will have | the challenge | how you'll spend your time | how you will spend your time | what you'll work on | what you will work on | \
            the work | day in the life | areas of responsibility | key accountabilities | your challenge | \
            what you'll achieve | main assignments | what awaits you | main activities",
    },
    Headings {
        section: Section::Ignored,
        whole: "intro | us | salary | base | ctc | interviews | was wir bieten | wir bieten | das bieten wir | das bieten wir dir | \
            wir bieten dir | wir bieten ihnen | über uns",
        part: "about us | who we are | our company | why join us | why us | the company | company description | our story | \
            benefits | perks | what we offer | we offer | what do we offer | compensation | pay transparency | \
            terms of employment | equal opportunity | how to apply | interview process | hiring process | \
            physical demands | we won't | what you don't need | what you won't need | what you do not need | privacy notice | seniority level | employment type | industry type | our values | \
            our culture | culture | diversity | diversity and inclusion | our commitment | equal employment opportunity | \
            application process | the process | our process | life at | our mission | salary range | pay range | \
            what's in it for you | what you'll get | what you get | what you can expect from us | rewards | our offer | \
            why you'll love it here | why you'll love working here | what we can offer | what we can offer you | \
            compensation and benefits | benefits and perks | perks and benefits | salary and benefits | pay and benefits | \
            total rewards | about the team at | how we hire | how we work | how we'll hire | working at | about the company | \
            working conditions | additional information | other information | further information | work authorization | \
            why you should join | why work with us | why work here | why work at | what makes us different | our team values | \
            interview steps | recruitment process | selection process | our hiring process | eeo | eeo statement | \
            our benefits | legal | disclaimer | accommodations",
    },
    Headings {
        section: Section::Fact,
        whole: "location | experience | exp | where | level | notice period | company | job title | position title | role | org | \
            requisition id | role category | department | industry | functional area | job type | work mode | grade | reports to | \
            reporting to | employment | contract | start date | travel | shift | hours per week",
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
