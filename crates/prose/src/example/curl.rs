use super::shell::{self, Word};
use super::{Examples, Fault, METHODS, Request, json, path_of};
use crate::document::Block;
use std::ops::Range;

/// Options of curl that take a word of their own and say nothing of the request's shape.
const WITH_VALUE: [&str; 26] = [
    "-o",
    "--output",
    "-A",
    "--user-agent",
    "-e",
    "--referer",
    "-b",
    "--cookie",
    "-c",
    "--cookie-jar",
    "-m",
    "--max-time",
    "--connect-timeout",
    "--retry",
    "--retry-delay",
    "-w",
    "--write-out",
    "--cacert",
    "--cert",
    "--key",
    "-x",
    "--proxy",
    "--resolve",
    "--limit-rate",
    "-D",
    "--dump-header",
];

const BODY: [&str; 6] = ["-d", "--data", "--data-raw", "--data-binary", "--data-urlencode", "--json"];

/// What one call of curl says.
#[derive(Default)]
struct Call<'a> {
    method: Option<Value<'a>>,
    targets: Vec<&'a Word>,
    headers: Vec<&'a str>,
    bodies: Vec<Value<'a>>,
    /// `-G` puts the body into the query string.
    gets: bool,
    head_only: bool,
    uploads: bool,
    has_form: bool,
    has_user: bool,
    is_json: bool,
}

/// What follows an option, in a word of its own or in the same one.
#[derive(Clone, Copy)]
struct Value<'a> {
    text: &'a str,
    word: &'a Word,
}

impl<'a> Value<'a> {
    fn whole(word: &'a Word) -> Self {
        Self { text: &word.text, word }
    }
}

/// Reads every call of curl in a shell block.
pub(super) fn read(block: &Block, examples: &mut Examples) {
    if !block.text().contains("curl") {
        return;
    }
    match shell::commands(&without_output(block.text())) {
        Ok(commands) => {
            for words in &commands {
                if let Some(start) = words.iter().position(|word| word.text == "curl") {
                    take(block, &words[start..], examples);
                }
            }
        }
        Err(unclosed) => examples.faults.push(Fault {
            span: block.prose.origin(unclosed.at..unclosed.at + 1),
            message: format!("The quotation mark {} is never closed.", unclosed.quote),
            help: "Close it, or write a backslash before a quotation mark that belongs to the text. Then paste the whole block into a terminal once.",
        }),
    }
}

fn take(block: &Block, words: &[Word], examples: &mut Examples) {
    let mut call = Call::default();
    let mut rest = words.iter().skip(1);
    while let Some(word) = rest.next() {
        take_word(&mut call, word, &mut rest);
    }
    let origin = |span: &Range<usize>| block.prose.origin(span.clone());
    let method = method_of(&call);
    if let Some(value) = call.method.filter(|value| !value.word.is_open && !METHODS.contains(&value.text)) {
        examples.faults.push(Fault {
            span: origin(&value.word.span),
            message: format!("“{}” is no method of HTTP.", value.text),
            help: "The methods are GET, POST, PUT, PATCH, DELETE, HEAD and OPTIONS, in capital letters.",
        });
    }
    check_body(block, &call, examples);
    if call.targets.is_empty() {
        let span = words.first().map_or(0..0, |word| word.span.clone());
        examples.faults.push(Fault {
            span: origin(&span),
            message: "This call of curl has no address.".to_owned(),
            help: "Write the whole address: https://api.example.org/v1/…",
        });
    }
    let mut headers: Vec<String> =
        call.headers.iter().filter_map(|header| header.split_once(':')).map(|(name, _)| name.trim().to_lowercase()).collect();
    if call.has_user {
        headers.push("authorization".to_owned());
    }
    for target in &call.targets {
        examples.faults.extend(address_fault(target, origin(&target.span)));
        if let Some(path) = path_of(&target.text) {
            examples.requests.push(Request { method: method.clone(), path, headers: headers.clone(), span: origin(&target.span) });
        }
    }
}

fn take_word<'a>(call: &mut Call<'a>, word: &'a Word, rest: &mut impl Iterator<Item = &'a Word>) {
    let option = word.text.as_str();
    let is_short = option.starts_with('-') && !option.starts_with("--");
    match option {
        "--request" | "-X" => call.method = rest.next().map(Value::whole),
        "--header" | "-H" => call.headers.extend(rest.next().map(|word| word.text.as_str())),
        "--user" | "-u" => call.has_user = rest.next().is_some(),
        "--form" | "-F" => call.has_form = rest.next().is_some(),
        "--upload-file" | "-T" => call.uploads = rest.next().is_some(),
        "--url" => call.targets.extend(rest.next()),
        "--get" => call.gets = true,
        "--head" => call.head_only = true,
        _ if BODY.contains(&option) => {
            call.is_json |= option == "--json";
            call.bodies.extend(rest.next().map(Value::whole));
        }
        _ if WITH_VALUE.contains(&option) => {
            rest.next();
        }
        _ if is_short && option.len() > 1 => take_letters(call, word, rest),
        _ if option.starts_with("--") || option.starts_with(['>', '<']) => {}
        _ => call.targets.push(word),
    }
}

/// Letters behind one hyphen: `-sS` are two options, and `-XPOST`, `-sXPOST` and `-sX POST` all ask for a method.
fn take_letters<'a>(call: &mut Call<'a>, word: &'a Word, rest: &mut impl Iterator<Item = &'a Word>) {
    for (at, letter) in word.text.char_indices().skip(1) {
        if !"XHdFuToAebcmwxD".contains(letter) {
            call.gets |= letter == 'G';
            call.head_only |= letter == 'I';
            continue;
        }
        let glued = &word.text[at + letter.len_utf8()..];
        let value = if glued.is_empty() { rest.next().map(Value::whole) } else { Some(Value { text: glued, word }) };
        match letter {
            'X' => call.method = value,
            'H' => call.headers.extend(value.map(|value| value.text)),
            'd' => call.bodies.extend(value),
            'F' => call.has_form = value.is_some(),
            'u' => call.has_user = value.is_some(),
            'T' => call.uploads = value.is_some(),
            _ => {}
        }
        return;
    }
}

/// In a block that shows prompts, only the lines behind a prompt are commands; all others are what came back.
fn without_output(text: &str) -> String {
    let has_prompts = text.lines().any(|line| line.trim_start().starts_with("$ "));
    let mut commands = text.to_owned();
    let mut start = 0;
    let mut continues = false;
    for line in text.split_inclusive('\n') {
        let is_command = continues || line.trim_start().starts_with("$ ");
        continues = is_command && line.trim_end().ends_with('\\');
        if has_prompts && !is_command {
            let length = line.trim_end_matches(['\r', '\n']).len();
            commands.replace_range(start..start + length, &" ".repeat(length));
        }
        start += line.len();
    }
    commands
}

fn method_of(call: &Call<'_>) -> String {
    match call.method {
        Some(value) => value.text.to_uppercase(),
        None if call.head_only => "HEAD".to_owned(),
        None if call.uploads => "PUT".to_owned(),
        None if (!call.bodies.is_empty() && !call.gets) || call.has_form => "POST".to_owned(),
        None => "GET".to_owned(),
    }
}

/// A body that is sent as JSON has to be JSON. What a file or a variable holds is not known.
fn check_body(block: &Block, call: &Call<'_>, examples: &mut Examples) {
    let says_json = call
        .headers
        .iter()
        .filter_map(|header| header.split_once(':'))
        .any(|(name, value)| name.trim().eq_ignore_ascii_case("content-type") && value.to_lowercase().contains("json"));
    if !says_json && !call.is_json {
        return;
    }
    for body in call.bodies.iter().filter(|body| !body.word.is_open && !body.text.starts_with('@')) {
        if let Err((at, message)) = json::parse(body.text) {
            let is_whole = body.text.len() == body.word.text.len();
            let span = body.word.verbatim.filter(|_| is_whole).map_or(body.word.span.clone(), |start| start + at..start + at + 1);
            examples.faults.push(Fault {
                span: block.prose.origin(span),
                message: format!("This body is sent as JSON and cannot be parsed: {message}."),
                help: "Run the command once and paste what worked.",
            });
        }
    }
}

fn address_fault(target: &Word, span: Range<usize>) -> Option<Fault> {
    let text = target.text.as_str();
    let is_local = ["http://localhost", "http://127.0.0.1", "http://[::1]"].iter().any(|local| text.starts_with(local));
    let is_fine =
        text.starts_with("https://") && text.len() > "https://".len() || text.starts_with(['/', '$', '{']) || target.is_open || is_local;
    if is_fine {
        return None;
    }
    let message = if text.starts_with("http://") {
        "This address sends the key in clear text.".to_owned()
    } else {
        format!("“{text}” is neither an https address nor a path.")
    };
    Some(Fault { span, message, help: "Write the whole address with https://, so that the call can be copied." })
}
