//! Charts hold their numbers, and no text of a file breaks out of them.

use footbridge_analytics::{Api, Chart, Column, Funnel, Kind, Period, Question, Retention, Returning, Table, Whole};

fn cells(row: &str) -> Vec<Option<String>> {
    row.split(' ').map(|cell| (cell != "-").then(|| cell.to_owned())).collect()
}

fn names(names: &str) -> Vec<String> {
    names.split(' ').map(str::to_owned).collect()
}

#[test]
fn a_bar_says_its_numbers() {
    let funnel = Question::Funnel(Funnel { steps: names("a <b>"), window_seconds: 60 });
    let columns = names("step event users rate rate_low rate_high median_seconds");
    let chart = Chart::of(&funnel, &columns, &[cells("1 a 1200 1.0 0.9 1.0 -"), cells("2 <b> 300 0.25 0.2 0.31 90.0")]);
    assert_eq!(
        chart.told(),
        "1 a: 1,200 users · 100.0\u{202f}%. 2 <b>: 300 users · 25.0\u{202f}% (20.0\u{202f}% to 31.0\u{202f}%) · 1.5\u{202f}min from the step before."
    );
    let svg = chart.svg();
    assert!(svg.contains("<title id=\"chart-title\">Funnel: a, &lt;b&gt;</title>") && svg.contains("width=\"230\""), "{svg}");
    assert!(svg.contains("2 &lt;b&gt;: 300 users") && !svg.contains("<b>"), "{svg}");
}

#[test]
fn a_cell_that_was_not_seen_is_empty() {
    let retention = Retention { begin: None, back: None, period: Period::Week, periods: 2, returning: Returning::On };
    let columns = names("cohort users week state returned rate");
    let rows = [
        cells("2026-03-02 4 1 whole 1 0.25"),
        cells("2026-03-02 4 2 running 0 0.0"),
        cells("2026-03-09 2 1 running 1 0.5"),
        cells("2026-03-09 2 2 later - -"),
    ];
    let chart = Chart::of(&Question::Retention(retention), &columns, &rows);
    let footbridge_analytics::Body::Grid { columns, rows } = &chart.body else { panic!("a grid") };
    assert_eq!(columns, &["week 1", "week 2"]);
    let shown: Vec<Vec<(&str, Whole)>> =
        rows.iter().map(|row| row.cells.iter().map(|cell| (cell.text.as_str(), cell.whole)).collect()).collect();
    assert_eq!(shown[0], [("25.0\u{202f}%", Whole::Yes), ("0.0\u{202f}%", Whole::Running)]);
    assert_eq!(shown[1], [("50.0\u{202f}%", Whole::Running), ("", Whole::Later)]);
    assert_eq!(chart.svg().matches("stroke-dasharray").count(), 2);
}

#[test]
fn rows_that_were_edited_still_make_a_chart() {
    let table = Table { names: names("t"), columns: vec![Column { name: "status".to_owned(), kind: Kind::Number }] };
    let (api, _) = Api::read(&table, None, None, None, None).expect("a status");
    let chart = Chart::of(&Question::Api(api), &names("requests"), &[cells("7")]);
    assert_eq!(chart.told(), "All requests: 7 requests · – 5xx.");
}
