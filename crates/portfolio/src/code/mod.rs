//! Code with light static colouring: the words get classes, the stylesheet gives colours, and nothing runs in the reader's browser.

mod bash;
mod http;
mod json;
mod paint;
mod sql;
mod yaml;

use crate::html::{escape, push_escaped};
use paint::Paint;

/// Longer code is shown without colours: nobody reads it word by word, and its page stays small.
const LONGEST_COLOURED: usize = 40_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    Bash,
    Http,
    Json,
    Sql,
    Yaml,
}

impl Language {
    /// The language that the first word after a fence, or the ending of a file, names.
    pub(crate) fn named(word: &str) -> Option<Self> {
        match word.to_ascii_lowercase().as_str() {
            "bash" | "sh" | "shell" | "console" | "curl" => Some(Self::Bash),
            "http" => Some(Self::Http),
            "json" | "jsonl" => Some(Self::Json),
            "sql" => Some(Self::Sql),
            "yaml" | "yml" => Some(Self::Yaml),
            _ => None,
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Bash => "shell",
            Self::Http => "HTTP",
            Self::Json => "JSON",
            Self::Sql => "SQL",
            Self::Yaml => "YAML",
        }
    }
}

/// A block of code as HTML. What scrolls can be reached by keyboard.
pub(crate) fn block(language: Option<Language>, code: &str) -> String {
    let label = language.map_or(String::new(), |language| format!(" data-language=\"{}\"", language.label()));
    format!("<pre tabindex=\"0\"{label}><code>{}</code></pre>\n", coloured(language, code))
}

/// A unified diff, line by line.
pub(crate) fn diff(diff: &str) -> String {
    let mut html = String::from("<pre tabindex=\"0\" data-language=\"diff\"><code>");
    for line in diff.split_inclusive('\n') {
        let element = match line.as_bytes() {
            [b'+', b'+', b'+', ..] | [b'-', b'-', b'-', ..] => None,
            [b'+', ..] => Some("ins"),
            [b'-', ..] => Some("del"),
            _ => None,
        };
        let (words, end) = line.strip_suffix('\n').map_or((line, ""), |words| (words, "\n"));
        match element {
            Some(element) => html += &format!("<{element}>{}</{element}>{end}", escape(words)),
            None => html += &format!("{}{end}", escape(words)),
        }
    }
    html + "</code></pre>\n"
}

fn coloured(language: Option<Language>, code: &str) -> String {
    let Some(language) = language.filter(|_| code.len() <= LONGEST_COLOURED) else {
        let mut html = String::with_capacity(code.len() + code.len() / 8);
        push_escaped(&mut html, code);
        return html;
    };
    let mut paint = Paint::new(code);
    match language {
        Language::Bash => bash::paint(&mut paint),
        Language::Http => http::paint(&mut paint),
        Language::Json => json::paint(&mut paint),
        Language::Sql => sql::paint(&mut paint),
        Language::Yaml => yaml::paint(&mut paint),
    }
    paint.finish()
}

#[cfg(test)]
mod tests {
    use super::{Language, coloured, diff};
    use crate::html::escape;

    const LANGUAGES: [Language; 5] = [Language::Bash, Language::Http, Language::Json, Language::Sql, Language::Yaml];

    /// `k(…)` instead of `<span class="k">…</span>`.
    fn shown(language: Language, code: &str) -> String {
        let mut html = coloured(Some(language), code);
        for class in ["k", "s", "n", "c", "p", "v"] {
            html = html.replace(&format!("<span class=\"{class}\">"), &format!("{class}("));
        }
        html.replace("</span>", ")")
    }

    #[test]
    fn words_get_the_colour_of_what_they_are() {
        for (language, code, painted) in [
            (
                Language::Json,
                r#"{"id": "k\"1", "n": -1.5e3, "ok": true, "no": null}"#,
                "{p(&quot;id&quot;): s(&quot;k\\&quot;1&quot;), p(&quot;n&quot;): n(-1.5e3), p(&quot;ok&quot;): k(true), p(&quot;no&quot;): k(null)}",
            ),
            (Language::Json, "\"never closed\n1", "s(&quot;never closed)\nn(1)"),
            (
                Language::Sql,
                "SELECT count(*), 'it''s' -- why\nfrom t1 where a >= 0.8 /* b */",
                "k(SELECT) p(count)(*), s(&#39;it&#39;&#39;s&#39;) c(-- why)\nk(from) t1 k(where) a &gt;= n(0.8) c(/* b */)",
            ),
            (
                Language::Bash,
                "# first\ncurl -X POST \"$HOST/v1\" -d '{\"a\": 1}' \\\n  --max-time 5 | jq",
                "c(# first)\np(curl) k(-X) POST s(&quot;$HOST/v1&quot;) k(-d) s(&#39;{&quot;a&quot;: 1}&#39;) \\\n  k(--max-time) n(5) | p(jq)",
            ),
            (Language::Bash, "$ export KEY=${OLD}#x", "$ p(export) KEY=v(${OLD})#x"),
            (
                Language::Http,
                "POST /v1/a?b=1 HTTP/1.1\nHost: example.org\n\n{\"a\": 1}\n\nHTTP/1.1 201 Created\nLocation: /v1/a/1\n",
                "k(POST) /v1/a?b=1 c(HTTP/1.1)\np(Host): example.org\n\n{p(&quot;a&quot;): n(1)}\n\nc(HTTP/1.1) n(201) Created\np(Location): /v1/a/1\n",
            ),
            (
                Language::Yaml,
                "# load\ndesign:\n  - name: \"api\" # one\n    rate: 12.5\n    url: http://a#b\n    on: true\n",
                "c(# load)\np(design):\n  - p(name): s(&quot;api&quot;) c(# one)\n    p(rate): n(12.5)\n    p(url): http://a#b\n    p(on): k(true)\n",
            ),
        ] {
            assert_eq!(shown(language, code), painted, "{code}");
        }
    }

    /// Removing our own spans gives back the code, whatever it is.
    #[test]
    fn no_letter_is_lost_or_added() {
        let pieces = [
            "\"",
            "'",
            "\\",
            "\n",
            "{",
            "select ",
            "é",
            "--",
            "/*",
            "*/",
            "#",
            "-1.",
            "e9",
            "$",
            "${",
            "}",
            "GET /",
            " HTTP/1.1",
            ": ",
            "- ",
            "\u{0}",
            "<b>",
        ];
        let mut seed = 7_u64;
        for round in 0..4_000 {
            let mut code = String::new();
            for _ in 0..round % 12 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                code.push_str(pieces[(seed >> 33) as usize % pieces.len()]);
            }
            for language in LANGUAGES {
                let mut html = coloured(Some(language), &code).replace("</span>", "");
                for class in ["k", "s", "n", "c", "p", "v"] {
                    html = html.replace(&format!("<span class=\"{class}\">"), "");
                }
                assert_eq!(html, escape(&code), "{language:?}");
            }
        }
    }

    #[test]
    fn a_diff_says_line_by_line_what_went_and_what_came() {
        insta::assert_snapshot!(diff("--- a/x.md\n+++ b/x.md\n@@ -1 +1 @@\n-<old>\n+new\n same"), @r#"
        <pre tabindex="0" data-language="diff"><code>--- a/x.md
        +++ b/x.md
        @@ -1 +1 @@
        <del>-&lt;old&gt;</del>
        <ins>+new</ins>
         same</code></pre>
        "#);
    }
}
