/// One `## ` section of a Markdown text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The heading's words.
    pub title: String,
    /// What stands below it.
    pub body: String,
}

/// Splits a text at its `## ` headings, leaving code fences whole. What stands before the first heading is dropped.
pub fn sections(text: &str) -> Vec<Section> {
    let mut found: Vec<Section> = Vec::new();
    let mut fenced = false;
    for line in text.lines() {
        fenced ^= line.trim_start().starts_with("```");
        match (line.strip_prefix("## "), found.last_mut()) {
            (Some(title), _) if !fenced => found.push(Section { title: title.trim().to_owned(), body: String::new() }),
            (_, Some(section)) => {
                section.body.push_str(line);
                section.body.push('\n');
            }
            (_, None) => {}
        }
    }
    for section in &mut found {
        section.body = section.body.trim().to_owned();
    }
    found
}

/// Front matter between two `+++` lines, and the text after it; `None` when the file does not begin with `+++`.
pub(crate) fn front_matter(text: &str) -> Option<FrontMatter<'_>> {
    let is_fence = |line: &&str| line.trim_end() == "+++";
    let mut lines = text.split_inclusive('\n');
    let offset = lines.next().filter(is_fence)?.len();
    let mut end = offset;
    for line in lines {
        if is_fence(&line) {
            return Some(FrontMatter { toml: &text[offset..end], offset, body: &text[end + line.len()..] });
        }
        end += line.len();
    }
    None
}

/// The parts of a text with front matter.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FrontMatter<'a> {
    pub(crate) toml: &'a str,
    /// Where `toml` begins in the file, in bytes.
    pub(crate) offset: usize,
    pub(crate) body: &'a str,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_inside_code_are_not_sections() {
        let found = sections("before\n## One\na\n```\n## not\n```\n## Two\nb\n");
        let titles: Vec<_> = found.iter().map(|section| section.title.as_str()).collect();
        assert_eq!(titles, ["One", "Two"]);
        assert_eq!(found[0].body, "a\n```\n## not\n```");
    }

    #[test]
    fn front_matter_keeps_its_offset() {
        let matter = front_matter("+++\nid = 1\n+++\nText\n").expect("there is front matter");
        assert_eq!((matter.toml, matter.offset, matter.body), ("id = 1\n", 4, "Text\n"));
        let windows = front_matter("+++\r\nid = 1\r\n+++").expect("there is front matter");
        assert_eq!((windows.toml, windows.offset, windows.body), ("id = 1\r\n", 5, ""));
        let empty = front_matter("+++\n+++\n").expect("there is front matter");
        assert_eq!((empty.toml, empty.body), ("", ""));
        assert!(front_matter("no\n").is_none());
        assert!(front_matter("+++\nopen").is_none());
    }
}
