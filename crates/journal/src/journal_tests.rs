use super::Journal;
use crate::samples::{act, at, device, folder, shuffled};
use crate::testing::{Chance, Fault, FaultyDisk};
use crate::{Act, Applied, Disk, DiskPath, Event, Read, State, read_folder, write_line};
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::sync::Arc;

fn open(disk: &Arc<FaultyDisk>, device_number: usize) -> (Journal, Read) {
    Journal::open(Arc::clone(disk) as Arc<dyn Disk>, folder(), device(device_number)).expect("a readable folder")
}

fn path(text: &str) -> DiskPath {
    DiskPath::new(text).expect("a safe path")
}

fn disk_with(files: &[(&str, &str)]) -> Arc<FaultyDisk> {
    let files = files.iter().map(|(name, text)| (path(name), text.as_bytes().to_vec())).collect();
    Arc::new(FaultyDisk::with_files(&files))
}

fn text_of(disk: &FaultyDisk, file: &str) -> String {
    String::from_utf8(disk.read(&path(file)).expect("a readable file")).expect("text")
}

#[test]
fn each_month_has_its_file_and_time_never_goes_back() {
    let disk = Arc::new(FaultyDisk::new());
    let (mut journal, _) = open(&disk, 0);
    let mut appended = |number, now| journal.append(act(number), at(now)).expect("a disk that works");
    let first = appended(0, 0);
    let second = appended(1, -1_500);
    let third = appended(2, -5_000);
    let fourth = appended(5, 1_000);
    assert_eq!([&first, &second, &third, &fourth].map(|it| it.event.at), [at(0), at(1), at(2), at(1_000)]);
    assert_eq!([&first, &second, &third, &fourth].map(|it| it.event.seq), [1, 2, 3, 4]);
    assert_eq!(second.finding, None, "a clock is corrected by a second now and then");
    assert_eq!(
        third.finding.as_ref().map(|finding| finding.message.as_str()),
        Some(
            "The clock of this device says 2026-03-31T23:59:54Z, but the last event is dated 2026-03-31T23:59:59Z; \
             new events are dated after it."
        )
    );
    let march: String = [&first, &second, &third].iter().map(|it| write_line(&it.event)).collect();
    assert_eq!(text_of(&disk, "journal/anna0001-2026-03.jsonl"), march);
    assert_eq!(text_of(&disk, "journal/anna0001-2026-04.jsonl"), write_line(&fourth.event));
}

#[test]
fn a_later_process_goes_on_where_the_last_stopped() {
    let disk = Arc::new(FaultyDisk::new());
    let (mut server, _) = open(&disk, 0);
    server.append(act(0), at(0)).expect("a disk that works");
    let (mut command_line, read) = open(&disk, 0);
    let mut state = State::fold(read.events);
    let there = command_line.append(act(1), at(0)).expect("a disk that works").event;
    assert_eq!((there.seq, there.at), (2, at(1)));
    assert!(command_line.is_current().expect("a readable folder"));
    assert!(!server.is_current().expect("a readable folder"));
    let here = server.append(act(2), at(0)).expect("a disk that works").event;
    assert_eq!((here.seq, here.at), (3, at(2)), "it looked again");
    assert!(!server.is_current().expect("a readable folder"), "what it saw then, its caller was never given");
    assert_eq!((state.apply(there), state.apply(here)), (Applied::Counted, Applied::Counted));
    assert_eq!(state, State::fold(open(&disk, 0).1.events));
}

#[test]
fn a_torn_piece_is_set_aside_at_the_next_append() {
    let whole = write_line(&crate::samples::event(0, 1, 0, act(5)));
    let torn = &whole[..whole.len() / 2];
    let file = "journal/anna0001-2026-03.jsonl";
    let other = "journal/bert0002-2026-03.jsonl";
    let aside = "journal/anna0001-2026-03.jsonl.torn-1";
    let disk = disk_with(&[(file, &format!("{whole}{torn}")), (aside, "of an earlier day"), (other, torn)]);
    let (mut journal, read) = open(&disk, 0);
    assert_eq!(read.events.len(), 1);
    assert_eq!(disk.files().len(), 3, "reading writes nothing");
    let appended = journal.append(act(0), at(7)).expect("a disk that works");
    assert_eq!(text_of(&disk, file), format!("{whole}{}", write_line(&appended.event)));
    assert_eq!(text_of(&disk, "journal/anna0001-2026-03.jsonl.torn-2"), torn);
    assert_eq!(text_of(&disk, aside), "of an earlier day");
    assert_eq!(text_of(&disk, other), torn, "another device's file is its own to mend");
}

#[test]
fn a_last_line_without_its_break_is_an_event_and_gets_the_break() {
    let whole = write_line(&crate::samples::event(0, 1, 0, act(5)));
    let file = "journal/anna0001-2026-03.jsonl";
    let disk = disk_with(&[(file, whole.trim_end())]);
    let (mut journal, read) = open(&disk, 0);
    assert_eq!((read.events.len(), read.findings), (1, Vec::new()));
    let appended = journal.append(act(0), at(7)).expect("a disk that works");
    assert_eq!(text_of(&disk, file), format!("{whole}{}", write_line(&appended.event)));
}

#[test]
fn each_fault_of_a_file_is_one_sentence() {
    let lines: Vec<String> = (0..3).map(|number| write_line(&crate::samples::event(0, number + 1, number as i64, act(5)))).collect();
    let back = write_line(&crate::samples::event(1, 9, 500, act(0))) + &write_line(&crate::samples::event(1, 10, 400, act(0)));
    let newer = lines[0].replacen("\"v\":1", "\"v\":2", 1).replacen("\"seq\":1", "\"seq\":77", 1);
    let damaged = lines[0].replacen("\"pass\"", "\"splendid\"", 1).replacen("\"revise\"", "\"splendid\"", 1);
    let changed = lines[0].replacen("\"seq\":1", "\"seq\":2", 1);
    let text = format!(
        "{}{}{newer}hello\n<<<<<<< HEAD\n{damaged}{}{}{changed}\u{0}{}hello\nhello\nhello\n{{\"v\":1,\"id",
        lines[0], lines[1], lines[0], lines[1], lines[2]
    );
    let disk =
        disk_with(&[("journal/anna0001-2026-03.jsonl", &text), ("journal/bert0002-2026-03.jsonl", &back), ("journal/notes.txt", "mine")]);
    let (mut journal, read) = open(&disk, 0);
    let file = "`journal/anna0001-2026-03.jsonl`";
    let said: Vec<_> = read.findings.iter().map(|finding| (finding.code.as_str(), finding.message.clone())).collect();
    let expected = [
        (
            "journal-newer-format",
            format!("Line 3 of {file} was written by a newer Footbridge; it is kept as written and not counted here."),
        ),
        (
            "journal-foreign-line",
            format!("Lines 4, 11, 12 and 1 more of {file} are not written by Footbridge; they are left as written and not counted."),
        ),
        (
            "journal-conflict-marker",
            format!("Line 5 of {file} is left from a merge in git that was not finished; the events around it are counted."),
        ),
        (
            "journal-damaged-line",
            format!("Line 6 of {file} is an event of Footbridge that cannot be read; it is left as written and not counted."),
        ),
        ("journal-duplicate", format!("Lines 7 and 8 of {file} repeat events read before; each event counts once.")),
        (
            "journal-contradiction",
            format!("Line 9 of {file} carries the id of another event and says something else; only the earlier of the two is counted."),
        ),
        ("journal-glued-line", format!("Line 10 of {file} holds whole events among other bytes; those events are counted.")),
        ("journal-torn-line", format!("Line 14 of {file}, the last one, was cut short and is not counted.")),
        (
            "journal-clock-went-back",
            "Line 2 of `journal/bert0002-2026-03.jsonl` is dated before an event that device `bert0002` numbered before it.".to_owned(),
        ),
    ];
    assert_eq!(said, expected);
    let place = read.findings[0].place.as_ref().expect("a place");
    assert_eq!(&text[place.span.clone()], newer.trim_end());
    assert_eq!(State::fold(read.events).events_counted(), 5);
    let next = journal.append(act(0), at(0)).expect("a disk that works").event;
    assert_eq!((next.seq, next.at), (78, at(501)), "lines that cannot be counted still say who wrote when");
    assert!(text_of(&disk, "journal/anna0001-2026-03.jsonl").starts_with(text.strip_suffix("{\"v\":1,\"id").expect("the torn end")));
}

#[test]
fn a_disk_that_refuses_is_told_in_one_sentence() {
    let disk = Arc::new(FaultyDisk::new());
    let (mut journal, _) = open(&disk, 0);
    disk.set_read_only(true);
    let error = journal.append(act(0), at(0)).expect_err("a read-only disk");
    assert_eq!(error.to_string(), "this was not recorded in the journal; nothing recorded before is lost");
    assert_eq!(error.source.to_string(), "`journal` could not be made: the disk is read-only");
    disk.set_read_only(false);
    journal.append(act(0), at(0)).expect("a disk that works");
    disk.plan(Some((disk.steps(), Fault::StopsHalfway(ErrorKind::StorageFull))));
    let error = journal.append(act(1), at(1)).expect_err("a full disk");
    assert_eq!(
        error.source.to_string(),
        "`journal/anna0001-2026-03.jsonl` could not be written: the disk is full, or the quota is used up"
    );
    let (_, read) = open(&disk, 0);
    assert_eq!((read.events.len(), read.findings.len()), (1, 1));
}

/// After a sync that failed the system shows bytes that are not on the disk; what a journal has shown must not vanish later.
#[test]
fn an_event_whose_sync_failed_is_made_durable_by_the_next_append() {
    for seed in 0..20 {
        let disk = Arc::new(FaultyDisk::new());
        let (mut journal, _) = open(&disk, 0);
        journal.append(act(0), at(0)).expect("a disk that works");
        disk.plan(Some((disk.steps() + 1, Fault::Fails(ErrorKind::Other))));
        journal.append(act(1), at(1)).expect_err("a sync that failed");
        assert_eq!(read_folder(&*disk, &folder()).expect("a readable folder").events.len(), 2);
        journal.append(act(2), at(2)).expect("a disk that works");
        disk.restart(seed);
        let read = read_folder(&*disk, &folder()).expect("a readable folder");
        assert_eq!((read.events.len(), read.findings), (3, Vec::new()), "seed {seed}");
    }
}

/// One life of a learner's folder: a process records acts, something goes wrong, another process goes on, and at last the power fails.
#[derive(Debug, Clone, Copy)]
struct Life {
    first: (u64, Fault),
    /// Steps after the first fault at which the next one happens.
    second: Option<u64>,
    power_fails_between: bool,
    seed: u64,
}

struct Lived {
    disk: Arc<FaultyDisk>,
    acknowledged: Vec<Event>,
}

const ACTS: usize = 5;

fn live(life: Life, device_number: usize) -> Lived {
    let disk = Arc::new(FaultyDisk::new());
    disk.plan(Some(life.first));
    let mut acknowledged = record(&disk, device_number, 0, life.second);
    if life.power_fails_between {
        disk.restart(life.seed);
    } else {
        disk.carry_on();
    }
    acknowledged.extend(record(&disk, device_number, ACTS, None));
    disk.restart(!life.seed);
    Lived { disk, acknowledged }
}

/// A process that records five acts over the end of a month, going on after each fault.
fn record(disk: &Arc<FaultyDisk>, device_number: usize, from: usize, mut second: Option<u64>) -> Vec<Event> {
    let opened = Journal::open(Arc::clone(disk) as Arc<dyn Disk>, folder(), device(device_number));
    let Ok((mut journal, read)) = opened else { return Vec::new() };
    let mut state = State::fold(read.events);
    let mut acknowledged = Vec::new();
    for number in from..from + ACTS {
        match journal.append(act(number), at(number as i64 * 300)) {
            Ok(appended) => {
                assert_ne!(state.apply(appended.event.clone()), Applied::Repeated);
                acknowledged.push(appended.event);
            }
            Err(_) => disk.plan(second.take().map(|after| (disk.steps() + after, Fault::StopsHalfway(ErrorKind::Other)))),
        }
    }
    acknowledged
}

fn every_life() -> impl Iterator<Item = Life> {
    let healthy = Arc::new(FaultyDisk::new());
    record(&healthy, 0, 0, None);
    let steps = healthy.steps();
    assert!(steps > 15, "five acts take more than {steps} steps");
    let faults = [Fault::Fails(ErrorKind::Other), Fault::StopsHalfway(ErrorKind::StorageFull), Fault::LosesPower];
    let seconds = (0..12).map(Some).chain([None]);
    let cases = faults.into_iter().flat_map(move |fault| (0..steps).map(move |step| (step, fault)));
    cases.flat_map(move |first| {
        seconds.clone().flat_map(move |second| {
            let ends = (0..3).flat_map(|seed| [(true, seed), (false, seed)]);
            ends.map(move |(power_fails_between, seed)| Life { first, second, power_fails_between, seed: seed * 977 + first.0 })
        })
    })
}

/// The law of the journal: whatever step of the disk fails, everything that was acknowledged is there, and nothing that never happened.
#[test]
fn no_acknowledged_act_is_lost_whatever_step_fails() {
    let mut lives = 0;
    for life in every_life() {
        lives += 1;
        let Lived { disk, acknowledged } = live(life, 0);
        let read = read_folder(&*disk, &folder()).expect("a readable folder");
        for event in &acknowledged {
            assert!(read.events.contains(event), "{life:?} lost {event:?}\n{}", show(&disk));
        }
        let attempted: Vec<Act> = (0..2 * ACTS).map(act).collect();
        assert!(read.events.iter().all(|event| attempted.contains(&event.act)), "{life:?}\n{}", show(&disk));
        let harmless = ["journal-torn-line", "journal-glued-line"];
        let bad = read.findings.iter().find(|finding| !harmless.contains(&finding.code.as_str()));
        assert_eq!(bad, None, "{life:?}\n{}", show(&disk));
        let (mut journal, _) = open(&disk, 0);
        let next = journal.append(act(0), at(0)).expect("a disk that works").event;
        assert!(read.events.iter().all(|event| event.place() < next.place()), "{life:?}");
    }
    assert!(lives > 3_000, "only {lives} lives were lived");
}

/// Three devices, each with faults of its own, bring their files together in git: every one of them folds to the same state.
#[test]
fn devices_agree_after_their_files_are_merged_in_any_order() {
    let lives: Vec<Life> = every_life().collect();
    let mut chance = Chance(20_260_401);
    for round in 0..150 {
        let lived: Vec<Lived> = (0..3).map(|device_number| live(lives[chance.below(lives.len())], device_number)).collect();
        let folders: Vec<_> = lived.iter().map(|it| it.disk.files()).collect();
        let states: Vec<State> = (0..4)
            .map(|_| {
                let merged = merge(&shuffled(folders.iter().collect(), chance.next_number()), &mut chance);
                State::fold(read_folder(&FaultyDisk::with_files(&merged), &folder()).expect("a readable folder").events)
            })
            .collect();
        assert!(states.windows(2).all(|pair| pair[0] == pair[1]), "round {round}");
        let acknowledged: usize = lived.iter().map(|it| it.acknowledged.len()).sum();
        assert!(states[0].events_counted() >= acknowledged, "round {round}");
    }
}

/// What `merge=union` may make of several copies: all lines of all of them, in some order, some twice.
fn merge(folders: &[&BTreeMap<DiskPath, Vec<u8>>], chance: &mut Chance) -> BTreeMap<DiskPath, Vec<u8>> {
    let mut merged = BTreeMap::new();
    for (path, bytes) in folders.iter().copied().flatten() {
        let mut lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
        let repeated = chance.below(lines.len() + 1);
        lines.extend_from_within(..repeated);
        // Only a line that has its break can move before another; git ends the others when it merges.
        let ended =
            shuffled(lines, chance.next_number()).into_iter().flat_map(|line| [line, if line.ends_with(b"\n") { b"" } else { b"\n" }]);
        merged.insert(path.clone(), ended.collect::<Vec<_>>().concat());
    }
    merged
}

fn show(disk: &FaultyDisk) -> String {
    disk.files().iter().map(|(path, bytes)| format!("--- {path}\n{}\n", String::from_utf8_lossy(bytes))).collect()
}
