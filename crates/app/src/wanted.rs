use footbridge_content::{Exercise, Kind};
use footbridge_diagnostic::Diagnostic;

/// What an answer must look like, one line each.
pub(crate) fn wanted(exercise: &Exercise) -> Result<Vec<String>, Vec<Diagnostic>> {
    match exercise.kind {
        Kind::Sql => footbridge_grade::read_sql(exercise).map(|spec| sql_wanted(&spec)).map_err(|finding| vec![finding]),
        Kind::Write => footbridge_grade::read_write(exercise).map(|spec| write_wanted(&spec)),
        Kind::Roadmap => footbridge_grade::read_roadmap(exercise).map(|spec| roadmap_wanted(&spec)),
        Kind::Decide => footbridge_grade::read_decide(exercise).map(|spec| footbridge_grade::decide_wanted(&spec)),
        Kind::Lesson | Kind::Read | Kind::Choice | Kind::Numeric => Ok(Vec::new()),
    }
}

fn sql_wanted(spec: &footbridge_grade::SqlSpec) -> Vec<String> {
    let rules = footbridge_grade::rules(spec);
    let mut wanted = vec![match rules.order {
        footbridge_query::Order::None => "Rows in any order.".to_owned(),
        footbridge_query::Order::Exact => "Rows in exactly the order asked for.".to_owned(),
        footbridge_query::Order::By(keys) => {
            let key = |key: &footbridge_query::SortKey| format!("`{}`{}", key.column, if key.descending { ", largest first" } else { "" });
            format!("Sorted by {}; ties in any order.", keys.iter().map(key).collect::<Vec<_>>().join(", then "))
        }
    }];
    let tolerance = |(column, allowed): (&String, &footbridge_query::Tolerance)| {
        let absolute = (allowed.absolute > 0.0).then(|| allowed.absolute.to_string());
        let relative = (allowed.relative > 0.0).then(|| format!("{}\u{202f}%", allowed.relative * 100.0));
        let parts: Vec<String> = absolute.into_iter().chain(relative).collect();
        format!("`{column}` may be off by {}.", parts.join(" or "))
    };
    wanted.extend(rules.tolerances.iter().map(tolerance));
    wanted
}

fn write_wanted(spec: &footbridge_grade::WriteSpec) -> Vec<String> {
    let mut wanted = Vec::new();
    wanted.extend(spec.words.map(|words| match words.max {
        Some(max) => format!("{} to {max} words.", words.min),
        None => format!("At least {} words.", words.min),
    }));
    let section = |section: &footbridge_grade::SectionSpec| {
        let least = if section.min_words > 0 { format!(" At least {} words.", section.min_words) } else { String::new() };
        format!("“{}”: {}{least}", section.heading, section.asks)
    };
    wanted.extend(spec.sections.iter().map(section));
    wanted
}

fn roadmap_wanted(spec: &footbridge_grade::RoadmapSpec) -> Vec<String> {
    let bets = match spec.max_bets {
        Some(most) => format!("{} to {most} bets.", spec.min_bets),
        None => format!("At least {} bets.", spec.min_bets),
    };
    vec![format!("At least {} outcomes, each with baseline, target, date and how it is measured.", spec.min_outcomes), bets]
}
