use footbridge_verdict::ExerciseId;

/// Why there is no plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// No day of the week has any minutes.
    #[error("No day of the week has any minutes, so nothing can be planned. Give at least one day some time.")]
    NoHours,
    /// Two items carry the same id.
    #[error("The item `{item}` stands twice in the path.")]
    DuplicateItem {
        /// The id.
        item: ExerciseId,
    },
    /// Items require something that is neither in the path nor done: pairs of item and prerequisite, all of them.
    #[error("{}", unknown_prerequisites(.missing))]
    UnknownPrerequisites {
        /// Item and the prerequisite it names.
        missing: Vec<(ExerciseId, ExerciseId)>,
    },
    /// Items require one another in a circle.
    #[error("These items require one another in a circle: {}.", ids(.items))]
    Cycle {
        /// The items on the circle, each requiring the next, the last requiring the first.
        items: Vec<ExerciseId>,
    },
    /// What comes back every week, or the days off, leave no time for the rest.
    #[error(
        "With {minutes_a_week} minutes a week, of which {weekly_minutes} go to what comes back every week, the plan does not end within {years} years. More minutes, or fewer days off, are needed."
    )]
    NoEnd {
        /// Minutes of a week without days off.
        minutes_a_week: u32,
        /// Minutes of everything that comes back weekly.
        weekly_minutes: u32,
        /// How far was looked.
        years: u16,
    },
}

fn unknown_prerequisites(missing: &[(ExerciseId, ExerciseId)]) -> String {
    let said: Vec<String> = missing.iter().map(|(item, before)| format!("`{item}` requires `{before}`")).collect();
    format!("There is no such item in the path: {}.", said.join("; "))
}

fn ids(items: &[ExerciseId]) -> String {
    let said: Vec<String> = items.iter().map(|id| format!("`{id}`")).collect();
    said.join(" → ")
}
