use crate::{Answered, LEVELS, LONGEST_NAME, LONGEST_NOTE, LONGEST_QUOTE, Line, Point, Reading, Request};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// The page a reader opens: what they read, what they judge it by, a form. One file that loads nothing and sends nothing; the same request
/// always gives the same bytes.
pub fn page(request: &Request) -> String {
    let (above, asks, body) = match &request.reading {
        Reading::Text { brief, text, lines } => (
            format!(
                "<details><summary>What was asked for</summary>\n<div class=\"text\">{brief}</div>\n</details>\n<h2>The text</h2>\n<div class=\"text card\">{text}</div>\n<h2>Your reading</h2>\n"
            ),
            "Please read the text and say, for each line below it, which of the four descriptions fits it best.",
            lines.iter().enumerate().map(|(number, line)| judged_line(number, line)).collect::<String>(),
        ),
        Reading::Answers(answers) => (
            String::new(),
            "Please read each answer of this practice interview. Beside your choices stands what an answer at each of the four levels does, from poor to excellent: say of each point which of the four goes as far in it as this answer does.",
            answered(answers),
        ),
    };
    let who = request.author.as_deref().unwrap_or("the person who gave you this page");
    let shown = match &request.reading {
        Reading::Text { .. } => "who may show your levels, without your name, beside the text",
        Reading::Answers(_) => "who lays your levels beside their own",
    };
    let from =
        request.author.as_ref().map_or_else(String::new, |author| format!("<p class=\"muted\">A request from {}</p>\n", escape(author)));
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{style_hash}'; script-src 'sha256-{script_hash}'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>Review: {title}</title>\n<style>{STYLE}</style>\n</head>\n\
         <body data-exercise=\"{exercise}\" data-answer=\"{answer}\">\n\
         <header>\n{from}<h1>{title}</h1>\n\
         <p>{asks} Leave out what you cannot judge. \
         This page sends nothing: at the end you save a small file and give it back to {who}, {shown}.</p>\n</header>\n\
         <main>\n{above}<form>\n{body}\
         <label>Anything else (optional)<textarea name=\"note\" rows=\"4\" maxlength=\"{LONGEST_NOTE}\"></textarea></label>\n\
         <label>Your name, or what you want to be called (optional)<input name=\"reviewer\" maxlength=\"{LONGEST_NAME}\" autocomplete=\"name\"></label>\n\
         <p><button type=\"button\">Save the review</button><span role=\"status\"></span></p>\n\
         <noscript><p>Saving needs JavaScript in this page. Without it, please write your levels in a message.</p></noscript>\n\
         </form>\n</main>\n<script>{SCRIPT}</script>\n</body>\n</html>\n",
        style_hash = hash(STYLE),
        script_hash = hash(SCRIPT),
        title = escape(&request.title),
        who = escape(who),
        exercise = escape(request.exercise.as_str()),
        answer = escape(request.answer.as_str()),
    )
}

/// A line of a text, its descriptions beside the choices they are.
fn judged_line(number: usize, line: &Line) -> String {
    let asks = format!("<p class=\"asks\" id=\"line-{number}-asks\">{}</p>\n", escape(&line.asks));
    let described = |level: usize| format!("<span>{}</span>", escape(&line.anchors[level]));
    choices(number, &line.point, Some(&asks), described)
}

/// Each question with its answer, and below it the points beside the four answers they are judged by, open.
fn answered(answers: &[Answered]) -> String {
    let (mut page, mut number) = (String::new(), 0);
    for answer in answers {
        let _ = write!(
            page,
            "<section>\n<h2>{}</h2>\n<div class=\"text card\">{}</div>\n<div class=\"beside\">\n<div class=\"scale text\" tabindex=\"0\" role=\"region\" aria-label=\"What to judge {} by\">\n",
            escape(&answer.title),
            answer.said,
            escape(&answer.title)
        );
        for (level, (name, anchor)) in LEVELS.iter().zip(&answer.anchors).enumerate() {
            let _ = writeln!(page, "<div><b>{} {name}</b>{anchor}</div>", level + 1);
        }
        page += "</div>\n<div class=\"points\">\n";
        for point in &answer.points {
            page += &choices(number, point, None, |_| String::new());
            number += 1;
        }
        page += "</div>\n</div>\n</section>\n";
    }
    page
}

/// The choices for one point; `asks` names the question below its title.
fn choices(number: usize, point: &Point, asks: Option<&str>, described: impl Fn(usize) -> String) -> String {
    let (id, title) = (escape(&point.id), escape(&point.title));
    let describedby = asks.map_or_else(String::new, |_| format!(" aria-describedby=\"line-{number}-asks\""));
    let mut form = format!(
        "<fieldset data-criterion=\"{id}\"{describedby}>\n<legend>{title}</legend>\n{}<div class=\"anchors\">\n",
        asks.unwrap_or_default()
    );
    for (level, name) in LEVELS.iter().enumerate() {
        let value = level + 1;
        let described = described(level);
        let _ = writeln!(
            form,
            "<label><input type=\"radio\" name=\"level-{number}\" value=\"{value}\"> <b>{value} {name}</b>{described}</label>"
        );
    }
    let _ = writeln!(
        form,
        "<label class=\"none\"><input type=\"radio\" name=\"level-{number}\" value=\"0\" checked> I cannot judge this</label>\n</div>\n\
         <label>Words that speak for it (optional)<textarea name=\"because-{number}\" rows=\"2\" maxlength=\"{LONGEST_QUOTE}\"></textarea></label>\n</fieldset>"
    );
    form
}

/// What a content security policy knows an inline element by.
fn hash(text: &str) -> String {
    STANDARD.encode(Sha256::digest(text.as_bytes()))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
