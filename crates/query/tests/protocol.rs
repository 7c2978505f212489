//! Bytes from a worker that lies, stutters or is not one.

use footbridge_query::Safeguard;
use footbridge_query::protocol::{FrameError, Reply, WireAnswer, WireCell, WireMeasure, WireRows, decode, encode, read_frame};

/// One of every kind of reply, as a worker would write them.
fn honest_replies() -> Vec<Vec<u8>> {
    let finding = footbridge_diagnostic::Diagnostic::error("sql-syntax", "No.").at("query.sql", 1..2).note("Because.").help("Do.");
    let cells = vec![WireCell::Null, WireCell::Integer(-1), WireCell::FloatBits(f64::NAN.to_bits()), WireCell::Text("é\u{0}\"".to_owned())];
    let columns = (0..4).map(|at| (format!("c{at}"), "integer".to_owned())).collect();
    let answer = WireAnswer {
        rows: WireRows { columns, rows: vec![cells.clone(), cells] },
        truncated: true,
        total_rows: 2,
        warnings: vec![finding.clone()],
    };
    let replies = [
        Reply::Hello { version: 1, measures: vec![WireMeasure::new(Safeguard::Memory, true, "yes")] },
        Reply::Answer(answer),
        Reply::Statement(vec![finding.clone()]),
        Reply::Limit(finding.clone()),
        Reply::Source(finding),
        Reply::Schemas(Vec::new()),
    ];
    replies.iter().map(|reply| encode(reply).expect("a reply can be written")).collect()
}

/// Reads frames until the first that is none, as the parent does.
fn read_all(mut bytes: &[u8], ceiling: u32) -> (usize, FrameError) {
    let mut count = 0;
    loop {
        match read_frame(&mut bytes, ceiling).and_then(|body| decode::<Reply>(&body)) {
            Ok(_) => count += 1,
            Err(error) => return (count, error),
        }
    }
}

#[test]
fn honest_frames_arrive_one_after_the_other() {
    let (count, error) = read_all(&honest_replies().concat(), 1 << 20);
    assert_eq!(count, 6);
    assert!(matches!(error, FrameError::Closed));
}

#[test]
fn an_announced_length_above_the_ceiling_is_refused_before_anything_is_read() {
    let huge = [0xff, 0xff, 0xff, 0xff, b'{'];
    assert!(matches!(read_all(&huge, 1 << 20), (0, FrameError::TooLong { length: u32::MAX, ceiling: 1_048_576 })));
}

#[test]
fn a_frame_that_ends_early_is_torn_and_not_malformed() {
    for frame in honest_replies() {
        for end in 1..frame.len() {
            assert!(matches!(read_all(&frame[..end], 1 << 20), (0, FrameError::Torn(_))), "cut at {end}");
        }
    }
}

/// Seeded mutations: bits flipped, bytes cut out, doubled and swapped in from other frames. Nothing may panic, hang or allocate by
/// announcement.
#[test]
fn damaged_frames_are_errors_and_nothing_worse() {
    let frames = honest_replies();
    let whole = frames.concat();
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = move |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % below as u64).expect("below a usize")
    };
    let mut refused = 0;
    for _ in 0..20_000 {
        let mut bytes = whole.clone();
        for _ in 0..=next(4) {
            let at = next(bytes.len());
            match next(4) {
                0 => bytes[at] ^= 1 << next(8),
                1 => drop(bytes.drain(at..(at + next(9)).min(bytes.len()))),
                2 => bytes.splice(at..at, whole[..next(40)].to_vec()).for_each(drop),
                _ => bytes[at] = [0, 0xff, b'"', b'[', b'{', b'9'][next(6)],
            }
        }
        refused += usize::from(!matches!(read_all(&bytes, 1 << 20), (6, FrameError::Closed)));
    }
    assert!(refused > 10_000, "the damage was too gentle: {refused}");
}
