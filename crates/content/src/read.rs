use crate::exercise::{Exercise, ExerciseToml, Kind, LessonToml, Repeat, Spec, WrongAnswer};
use crate::files::Unusable;
use crate::markdown::{front_matter, sections};
use crate::parameters::{Parameters, Place};
use crate::prompt::PromptToml;
use crate::skill::SkillsToml;
use crate::variants::Variants;
use crate::{Bank, Dataset, Files, Pack, PackHead, Page, Path, Prompt, Section, Text, Track, bank, links};
use footbridge_diagnostic::{Diagnostic, nearest};
use footbridge_verdict::{ExerciseId, Proof};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::borrow::Cow;
use std::sync::Arc;
use toml::Spanned;

/// Version of the format this reader knows.
const FORMAT: u32 = 1;

/// Reads a pack: everything that could be read, and everything found wrong. `None` when `pack.toml` itself cannot be read.
pub fn read(files: &Files) -> (Option<Pack>, Vec<Diagnostic>) {
    let mut reader = Reader { files, found: Vec::new() };
    let pack = reader.pack();
    let mut found = reader.found;
    if let Some(pack) = &pack {
        found.extend(links::check(pack, files));
    }
    (pack, found)
}

/// Read before all else: a later format may have keys that this one does not know.
#[derive(Deserialize)]
struct FormatToml {
    format: Spanned<u32>,
}

struct Reader<'a> {
    files: &'a Files,
    found: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn pack(&mut self) -> Option<Pack> {
        let text = self.required_text("pack.toml")?;
        let FormatToml { format } = self.typed("pack.toml", &text, 0)?;
        if *format.as_ref() != FORMAT {
            let message = format!("This pack has format {}; this Footbridge reads format {FORMAT}.", format.as_ref());
            let finding = Diagnostic::error("pack-format", message).at("pack.toml", format.span());
            self.found.push(finding.help("Use the Footbridge that the pack was made for, or a newer one."));
            return None;
        }
        let head: PackHead = self.typed("pack.toml", &text, 0)?;
        let skills = self.optional_toml::<SkillsToml>("skills.toml").map_or_else(Vec::new, |skills| skills.skill);
        let path = self.optional_toml::<Path>("path.toml").unwrap_or_default();
        let tracks: Vec<Track> = head.tracks.iter().filter_map(|id| self.track(id)).collect();
        let mut exercises: Vec<Exercise> = Vec::new();
        for folder in self.files.folders("exercises") {
            exercises.extend(self.exercise(folder));
        }
        for track in &head.tracks {
            exercises.extend(self.lessons(track.as_ref()));
        }
        exercises.sort_by(|a, b| a.id.cmp(&b.id));
        let mut pages: Vec<Page> = self.named("reference", ".toml").iter().filter_map(|name| self.page(name)).collect();
        pages.sort_by_key(|page| page.order);
        let mut banks: Vec<Bank> = self.named("banks", ".toml").iter().filter_map(|name| self.bank(name)).collect();
        banks.sort_by_key(|bank| bank.kind);
        Some(Pack {
            skills,
            path,
            tracks,
            exercises,
            datasets: self.files.folders("data").iter().filter_map(|id| self.dataset(id)).collect(),
            banks,
            pages,
            prompts: self.named("prompts", ".md").iter().filter_map(|name| self.prompt(name)).collect(),
            head,
        })
    }

    /// Names of the files directly in a folder, without their ending.
    fn named(&self, folder: &str, ending: &str) -> Vec<String> {
        let direct = self.files.below(folder).filter(|path| !path.contains('/'));
        direct.filter_map(|path| path.strip_suffix(ending)).map(str::to_owned).collect()
    }

    fn text(&mut self, path: &str) -> Option<Cow<'static, str>> {
        let text = self.files.usable_text(path)?;
        self.usable(path, text)
    }

    /// A text that is needed when somebody works on its exercise.
    fn later(&mut self, path: &str) -> Option<Text> {
        let text = self.files.later(path)?;
        self.usable(path, text)
    }

    /// The databases of an exercise are its largest file, and nothing needs them before a verdict.
    fn hidden(&mut self, path: &str) -> Option<Cow<'static, [u8]>> {
        let bytes = self.files.unread(path)?;
        self.usable(path, bytes)
    }

    fn usable<T>(&mut self, path: &str, read: Result<T, Unusable>) -> Option<T> {
        let finding = match read {
            Ok(read) => return Some(read),
            Err(Unusable::TooLarge) => Diagnostic::error("pack-file-size", format!("`{path}` is larger than 512 KiB.")).at(path, 0..0),
            Err(Unusable::NotUtf8 { at }) => {
                Diagnostic::error("pack-file-encoding", format!("`{path}` is not UTF-8 text: byte {at} does not belong.")).at(path, 0..0)
            }
        };
        self.found.push(finding);
        None
    }

    fn required_text(&mut self, path: &str) -> Option<Cow<'static, str>> {
        self.require(path);
        self.text(path)
    }

    fn required_later(&mut self, path: &str) -> Option<Text> {
        self.require(path);
        self.later(path)
    }

    fn require(&mut self, path: &str) {
        if self.files.bytes(path).is_none() {
            self.found.push(Diagnostic::error("pack-file-missing", format!("`{path}` is missing.")).at(path, 0..0));
        }
    }

    fn required_toml<T: DeserializeOwned>(&mut self, path: &str) -> Option<T> {
        let text = self.required_text(path)?;
        self.typed(path, &text, 0)
    }

    fn optional_toml<T: DeserializeOwned>(&mut self, path: &str) -> Option<T> {
        let text = self.text(path)?;
        self.typed(path, &text, 0)
    }

    fn typed<T: DeserializeOwned>(&mut self, path: &str, toml: &str, offset: usize) -> Option<T> {
        match toml::from_str(toml) {
            Ok(value) => Some(value),
            Err(error) => {
                self.found.push(toml_finding(path, &error, offset));
                None
            }
        }
    }

    fn track(&mut self, id: &Spanned<ExerciseId>) -> Option<Track> {
        let path = format!("tracks/{}/track.toml", id.as_ref());
        let track: Track = self.required_toml(&path)?;
        self.same_name(&path, &track.id, id.as_ref().as_str(), 0);
        Some(track)
    }

    fn dataset(&mut self, id: &str) -> Option<Dataset> {
        let mut dataset: Dataset = self.required_toml(&format!("data/{id}/tables.toml"))?;
        id.clone_into(&mut dataset.id);
        Some(dataset)
    }

    fn page(&mut self, name: &str) -> Option<Page> {
        let mut page: Page = self.required_toml(&format!("reference/{name}.toml"))?;
        self.same_name(&format!("reference/{name}.toml"), &page.id, name, 0);
        page.text = self.required_text(&format!("reference/{name}.md")).unwrap_or_default().into_owned();
        Some(page)
    }

    fn bank(&mut self, name: &str) -> Option<Bank> {
        let path = format!("banks/{name}.toml");
        let text = self.required_text(&path)?;
        bank::bank(&path, name, &text, &mut self.found)
    }

    fn prompt(&mut self, name: &str) -> Option<Prompt> {
        let path = format!("prompts/{name}.md");
        let text = self.required_text(&path)?;
        let Some(matter) = front_matter(&text) else {
            self.found.push(no_front_matter(&path));
            return None;
        };
        let head: PromptToml = self.typed(&path, matter.toml, matter.offset)?;
        let text = matter.body.trim().to_owned();
        Some(Prompt { name: name.to_owned(), title: head.title, brief: head.brief, asks: head.asks, text })
    }

    fn lessons(&mut self, track: &ExerciseId) -> Vec<Exercise> {
        let folder = format!("tracks/{track}");
        self.named(&folder, ".md").iter().filter_map(|name| self.lesson(track, &format!("{folder}/{name}.md"), name)).collect()
    }

    fn lesson(&mut self, track: &ExerciseId, path: &str, name: &str) -> Option<Exercise> {
        let text = self.required_text(path)?;
        let Some(matter) = front_matter(&text) else {
            self.found.push(no_front_matter(path));
            return None;
        };
        let head: LessonToml = self.typed(path, matter.toml, matter.offset)?;
        self.same_name(path, &head.id, name, matter.offset);
        Some(Exercise {
            id: head.id.into_inner(),
            kind: Kind::Lesson,
            track: track.clone(),
            title: head.title,
            skills: plain(head.skills),
            minutes: self.minutes(path, &head.minutes, matter.offset),
            requires: plain(head.requires),
            proof: Proof::Verified,
            private: false,
            weekly: false,
            offered: false,
            beside_plan: head.beside_plan,
            brief: part_of(&text, matter.body.trim()).into(),
            hints: Vec::new(),
            discussion: Text::default(),
            starter: Text::default(),
            solutions: Vec::new(),
            wrong: Vec::new(),
            hidden: None,
            databases: None,
            resources: head.resources,
            spec: Spec { file: path.to_owned(), toml: part_of(&text, matter.toml), offset: matter.offset, replaced: Vec::new() },
            variant: 0,
            variants_in_all: 1,
            variants: Variants::default(),
        })
    }

    fn exercise(&mut self, folder: &str) -> Option<Exercise> {
        let base = format!("exercises/{folder}");
        let path = format!("{base}/exercise.toml");
        let toml = self.required_text(&path)?;
        let head: ExerciseToml = self.typed(&path, &toml, 0)?;
        self.same_name(&path, &head.id, folder, 0);
        let kind = *head.kind.as_ref();
        if kind == Kind::Lesson {
            let finding = Diagnostic::error("exercise-kind", "A lesson stands in `tracks/<track>/`, not in `exercises/`.");
            self.found.push(finding.at(&path, head.kind.span()));
            return None;
        }
        if head.proof == Proof::SelfReported && kind != Kind::Write {
            let finding = Diagnostic::error("exercise-proof", "Only exercises of kind `write` can be self-reported.");
            self.found.push(finding.at(&path, head.kind.span()));
        }
        let minutes = self.minutes(&path, &head.minutes, 0);
        let parameters = Parameters::read(&path, head.parameters, &mut self.found).in_laps(&path, head.laps, &mut self.found);
        let texts = self.exercise_texts(&base, kind);
        let spec = Spec { file: path, toml, offset: 0, replaced: Vec::new() };
        let to_be_seen = parameters.variants() > 0 && !texts.brief.is_unread();
        let places = if to_be_seen { places_for_parameters(&spec, &texts, kind.extension()) } else { Vec::new() };
        let misused = parameters.misused(&places);
        let parameters = if misused.iter().any(|finding| finding.code == "parameter-size") { Parameters::default() } else { parameters };
        self.found.extend(misused);
        let written = Exercise {
            kind,
            track: head.track.into_inner(),
            title: head.title,
            skills: plain(head.skills),
            minutes,
            requires: plain(head.requires),
            proof: head.proof,
            private: head.private,
            weekly: matches!(head.repeat, Some(Repeat::Weekly)),
            offered: matches!(head.repeat, Some(Repeat::Offered)),
            beside_plan: head.beside_plan,
            brief: texts.brief,
            hints: sections(&texts.hints),
            discussion: texts.discussion,
            starter: texts.starter,
            solutions: texts.solutions,
            wrong: texts.wrong,
            hidden: if kind == Kind::Sql { self.hidden(&format!("{base}/hidden.json")) } else { None },
            databases: texts.databases,
            resources: Vec::new(),
            spec,
            id: head.id.into_inner(),
            variant: 0,
            variants_in_all: 1,
            variants: Variants::default(),
        };
        Some(Variants::of(written, parameters))
    }

    fn exercise_texts(&mut self, base: &str, kind: Kind) -> ExerciseTexts {
        let extension = kind.extension();
        let starter = format!("{base}/starter.{extension}");
        ExerciseTexts {
            brief: self.required_later(&format!("{base}/brief.md")).unwrap_or_default(),
            hints: self.required_text(&format!("{base}/hints.md")).unwrap_or_default(),
            discussion: self.required_later(&format!("{base}/discussion.md")).unwrap_or_default(),
            starter: if kind.asks_questions() { self.later(&starter) } else { self.required_later(&starter) }.unwrap_or_default(),
            solutions: self.solutions(base, extension),
            wrong: self.wrong(base, extension),
            databases: if kind == Kind::Sql { self.spec(format!("{base}/databases.toml")) } else { None },
        }
    }

    fn spec(&mut self, file: String) -> Option<Spec> {
        let toml = self.text(&file)?;
        Some(Spec { file, toml, offset: 0, replaced: Vec::new() })
    }

    fn solutions(&mut self, base: &str, extension: &str) -> Vec<Text> {
        let ending = format!(".{extension}");
        let mut names = self.named(base, &ending);
        names.retain(|name| name == "solution" || name.starts_with("solution-"));
        // Files are sorted with their endings, where `-` comes before `.`.
        names.sort();
        names.iter().filter_map(|name| self.later(&format!("{base}/{name}{ending}"))).collect()
    }

    fn wrong(&mut self, base: &str, extension: &str) -> Vec<WrongAnswer> {
        let folder = format!("{base}/wrong");
        let ending = format!(".{extension}");
        let mut names = self.named(&folder, &ending);
        names.retain(|name| !name.ends_with(".expected"));
        let read = |fault: String| {
            let text = self.later(&format!("{folder}/{fault}{ending}"))?;
            let expected = self.later(&format!("{folder}/{fault}.expected.md"));
            Some(WrongAnswer { fault, text, expected })
        };
        names.into_iter().filter_map(read).collect()
    }

    fn same_name(&mut self, path: &str, id: &Spanned<ExerciseId>, name: &str, offset: usize) {
        if id.as_ref().as_str() != name {
            let message = format!("The id `{}` and the name `{name}` must be the same.", id.as_ref());
            self.found.push(Diagnostic::error("id-name", message).at(path, shifted(id.span(), offset)));
        }
    }

    fn minutes(&mut self, path: &str, minutes: &Spanned<u16>, offset: usize) -> u16 {
        if !(1..=1200).contains(minutes.as_ref()) {
            let finding = Diagnostic::error("exercise-minutes", "Minutes are between 1 and 1,200.");
            self.found.push(finding.at(path, shifted(minutes.span(), offset)).help("Split longer work into several exercises."));
        }
        *minutes.as_ref()
    }
}

/// The texts of an exercise that stand in files of their own.
struct ExerciseTexts {
    brief: Text,
    hints: Cow<'static, str>,
    discussion: Text,
    starter: Text,
    solutions: Vec<Text>,
    wrong: Vec<WrongAnswer>,
    databases: Option<Spec>,
}

/// Every text in which a parameter can stand, the TOML first.
fn places_for_parameters<'a>(spec: &'a Spec, texts: &'a ExerciseTexts, extension: &str) -> Vec<Place<'a>> {
    let base = spec.file.trim_end_matches("exercise.toml");
    let named = |name: &str, text: &'a str| Place { file: format!("{base}{name}"), text };
    let mut all = vec![
        named("exercise.toml", &spec.toml),
        named("brief.md", &texts.brief),
        named("hints.md", &texts.hints),
        named("discussion.md", &texts.discussion),
        named(&format!("starter.{extension}"), &texts.starter),
    ];
    let solution = |at: usize| if at == 0 { format!("solution.{extension}") } else { format!("solution-{}.{extension}", at + 1) };
    all.extend(texts.solutions.iter().enumerate().map(|(at, text)| named(&solution(at), text)));
    all.extend(texts.wrong.iter().map(|wrong| named(&format!("wrong/{}.{extension}", wrong.fault), &wrong.text)));
    all.extend(texts.databases.iter().map(|spec| Place { file: spec.file.clone(), text: &spec.toml }));
    all
}

/// One variant of an exercise. The feedback that was read and accepted is that of the first.
pub(crate) fn vary(written: &Exercise, parameters: &Arc<Parameters>, variant: usize) -> Exercise {
    let put = |text: &Text| {
        let parameters = parameters.clone();
        text.made_into(move |text| parameters.put_into(text, variant))
    };
    let put_owned = |text: &str| parameters.put_into(text, variant);
    Exercise {
        title: put_owned(&written.title),
        brief: put(&written.brief),
        hints: written.hints.iter().map(|hint| Section { title: put_owned(&hint.title), body: put_owned(&hint.body) }).collect(),
        discussion: put(&written.discussion),
        starter: put(&written.starter),
        solutions: written.solutions.iter().map(put).collect(),
        wrong: written
            .wrong
            .iter()
            .map(|wrong| WrongAnswer {
                fault: wrong.fault.clone(),
                text: put(&wrong.text),
                expected: wrong.expected.clone().filter(|_| variant == 0),
            })
            .collect(),
        databases: written.databases.as_ref().map(|databases| parameters.spec(databases, variant)),
        spec: parameters.spec(&written.spec, variant),
        variant,
        variants_in_all: parameters.variants(),
        ..written.clone()
    }
}

/// A part of a text, without a copy where the text lives as long as the program.
#[expect(clippy::ptr_arg, reason = "how long the text lives is what matters here")]
fn part_of(text: &Cow<'static, str>, part: &str) -> Cow<'static, str> {
    match text {
        Cow::Borrowed(whole) => whole.find(part).map_or_else(Cow::default, |at| Cow::Borrowed(&whole[at..at + part.len()])),
        Cow::Owned(_) => Cow::Owned(part.to_owned()),
    }
}

fn plain(ids: Vec<Spanned<ExerciseId>>) -> Vec<ExerciseId> {
    ids.into_iter().map(Spanned::into_inner).collect()
}

fn no_front_matter(path: &str) -> Diagnostic {
    Diagnostic::error("front-matter", "The file must begin with TOML between two lines of `+++`.").at(path, 0..0)
}

pub(crate) fn shifted(span: std::ops::Range<usize>, offset: usize) -> std::ops::Range<usize> {
    span.start + offset..span.end + offset
}

/// A parser's error as a finding; an unknown key gets the nearest known one as help.
pub fn toml_finding(path: &str, error: &toml::de::Error, offset: usize) -> Diagnostic {
    let said = error.message().trim_end_matches('.');
    let span = error.span().unwrap_or(0..0);
    let unknown = said.strip_prefix("unknown field `").and_then(|rest| rest.split_once('`'));
    let finding = match unknown {
        Some((key, rest)) => {
            let known: Vec<&str> = rest.split('`').skip(1).step_by(2).collect();
            let finding = Diagnostic::error("toml-unknown-key", format!("There is no key `{key}` here."));
            match nearest(key, known.iter().copied()) {
                Some(meant) => finding.help(format!("Did you mean `{meant}`?")),
                None => finding.help(format!("Known keys: {}.", known.join(", "))),
            }
        }
        None => Diagnostic::error("toml-shape", format!("This cannot be read: {said}.")),
    };
    finding.at(path, shifted(span, offset))
}
