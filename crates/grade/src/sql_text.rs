//! What a query's text shows without its being planned.

/// Whether one of the tables is named outside comments and texts.
pub(crate) fn names_a_table(sql: &str, tables: &[String]) -> bool {
    words(&code_of(sql)).any(|word| tables.iter().any(|table| table.eq_ignore_ascii_case(word)))
}

/// Whether the outermost query has an `order by`: one that stands in no parentheses. Without it the rows come in any order, also when they
/// happen to come in the right one.
pub(crate) fn has_outer_order(sql: &str) -> bool {
    let mut depth = 0_usize;
    let mut outer = String::new();
    for letter in code_of(sql).chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            letter if depth == 0 => outer.push(letter),
            _ => {}
        }
        if letter == ')' {
            outer.push(' ');
        }
    }
    let words: Vec<&str> = words(&outer).collect();
    words.windows(2).any(|pair| pair[0].eq_ignore_ascii_case("order") && pair[1].eq_ignore_ascii_case("by"))
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|letter: char| !letter.is_alphanumeric() && letter != '_').filter(|word| !word.is_empty())
}

/// The query without comments and texts.
fn code_of(sql: &str) -> String {
    let mut code = String::with_capacity(sql.len());
    let mut rest = sql;
    while let Some(first) = rest.chars().next() {
        let skip = match first {
            '-' if rest.starts_with("--") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '\'' => rest[1..].find('\'').map_or(rest.len(), |end| end + 2),
            other => {
                code.push(other);
                other.len_utf8()
            }
        };
        rest = &rest[skip..];
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_in_a_comment_or_a_text_is_not_asked() {
        let tables = ["plans".to_owned(), "api_keys".to_owned()];
        for (sql, asked) in [
            ("select * from Plans", true),
            ("with x as (select 1) select * from x join \"api_keys\" using (a)", true),
            ("select 'from plans' -- plans\n/* plans */", false),
            ("select * from (values (1)) as my_plans", false),
            ("select 'it''s' from plans", true),
            ("select '", false),
        ] {
            assert_eq!(names_a_table(sql, &tables), asked, "{sql}");
        }
    }

    #[test]
    fn only_an_order_by_of_the_outermost_query_counts() {
        for (sql, ordered) in [
            ("select a from t order by a", true),
            ("select a from t\nORDER\n  BY a desc limit 3", true),
            ("with x as (select a from t order by a) select a from x", false),
            ("select rank() over (order by a) from t", false),
            ("select a from t -- order by a", false),
            ("select 'order by' from t", false),
            ("select a from t where b in (select c from d)order by a", true),
        ] {
            assert_eq!(has_outer_order(sql), ordered, "{sql}");
        }
    }
}
