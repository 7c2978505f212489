//! The folder's disk fails at every step of a walk: what was acknowledged is there afterwards, and the work goes on.

use crate::answers::right;
use crate::desk::{Desk, START, profile};
use footbridge_app::Init;
use footbridge_app::view::VerifyResult;
use footbridge_journal::testing::{Fault, FaultyDisk};
use std::sync::Arc;

/// Exercises that pass without a SQL worker.
const WORK: [&str; 2] = ["read-double-charge", "numeric-availability-budget"];

/// What the app said was done.
#[derive(Default)]
struct Acknowledged {
    made: bool,
    passed: Vec<&'static str>,
}

fn walk(desk: &Desk, done: &mut Acknowledged) {
    done.made |= desk.app.init(&Init { profile: profile() }).is_ok();
    for id in WORK {
        if desk.app.start(id).is_ok() && desk.hand_in(id, &right(id)).is_ok_and(|verdict| verdict.outcome == "pass") {
            done.passed.push(id);
        }
    }
}

fn steps_of_a_walk() -> u64 {
    let desk = Desk::new();
    let mut done = Acknowledged::default();
    walk(&desk, &mut done);
    assert_eq!(done.passed, WORK);
    desk.disk.steps()
}

#[test]
fn nothing_acknowledged_is_lost_at_whatever_step_the_disk_fails() {
    let full = [Fault::Fails(std::io::ErrorKind::StorageFull), Fault::StopsHalfway(std::io::ErrorKind::Other)];
    for (step, full) in (0..steps_of_a_walk()).zip(full.into_iter().cycle()) {
        for fault in [full, Fault::LosesPower] {
            let disk = Arc::new(FaultyDisk::new());
            disk.plan(Some((step, fault)));
            let mut done = Acknowledged::default();
            walk(&Desk::on(Arc::clone(&disk), "desk", START), &mut done);
            disk.restart(step);

            let after = Desk::on(disk, "desk", START);
            let context = format!("step {step}, {fault:?}");
            assert!(!done.made || after.app.onboarded().expect("it can be read"), "{context}");
            if after.app.onboarded().expect("it can be read") {
                let held = after.app.verify(None).expect("it can be verified");
                for id in &done.passed {
                    let line = held.lines.iter().find(|line| line.exercise == *id);
                    assert_eq!(line.map(|line| line.result), Some(VerifyResult::Holds), "{context}: {id}");
                }
            }
            // Every third time is enough: it is the longest part, and depends least on the step.
            if step % 3 == 0 {
                let mut again = Acknowledged::default();
                walk(&after, &mut again);
                assert_eq!(again.passed, WORK, "{context}: the work goes on");
            }
        }
    }
}

#[test]
fn an_interrupted_portfolio_is_not_taken_for_a_change_by_hand() {
    let begun = Desk::begun();
    begun.hand_in(WORK[0], &right(WORK[0])).expect("a pass");
    begun.app.build_portfolio().expect("a site");
    begun.hand_in(WORK[1], &right(WORK[1])).expect("a pass");
    let files = begun.disk.files();
    let on = |disk: Arc<FaultyDisk>| Desk::on(disk, "desk", START);
    let steps = {
        let whole = on(Arc::new(FaultyDisk::with_files(&files)));
        whole.app.build_portfolio().expect("a site");
        whole.disk.steps()
    };
    let mut interrupted = 0;
    for step in 0..steps {
        let disk = Arc::new(FaultyDisk::with_files(&files));
        disk.plan(Some((step, Fault::LosesPower)));
        interrupted += u64::from(on(Arc::clone(&disk)).app.build_portfolio().is_err());
        disk.restart(step);
        let again = on(disk).app.build_portfolio().expect("it is built again");
        assert_eq!(again.left_alone, Vec::<String>::new(), "step {step}");
    }
    assert!(interrupted > 0, "no step of {steps} was interrupted");
}
