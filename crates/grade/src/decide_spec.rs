use crate::material::Material;
use crate::spec::typed;
use footbridge_content::Exercise;
use footbridge_diagnostic::{Diagnostic, listed};
use serde::Deserialize;
use toml::Spanned;

/// `[decide]`: what is decided by which method, and what the material says that a figure can be held against.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecideSpec {
    /// `rice`, `matrix` or `moscow`.
    pub method: Spanned<String>,
    /// The period that reach is counted in; RICE only.
    #[serde(default)]
    pub period: String,
    /// The unit of effort; MoSCoW only.
    #[serde(default)]
    pub unit: String,
    /// What can be chosen; further options may be added.
    pub options: Vec<Spanned<String>>,
    /// What a matrix is judged by; further criteria may be added.
    #[serde(default)]
    pub criteria: Vec<Spanned<String>>,
    /// Figures that the material gives.
    #[serde(default, rename = "figure")]
    pub figures: Vec<FigureSpec>,
    /// Pairs of options of which the material says which is better by a criterion.
    #[serde(default, rename = "compare")]
    pub pairs: Vec<PairSpec>,
    /// Options that are of no use without another; MoSCoW only.
    #[serde(default, rename = "needs")]
    pub needs: Vec<NeedsSpec>,
    /// Words of the material that somebody merely says.
    #[serde(default)]
    pub weak: Vec<WeakSpec>,
}

/// A figure that the material gives, in the unit of the file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureSpec {
    /// Of which option; empty for the capacity.
    #[serde(default)]
    pub option: String,
    /// `reach`, `effort` or `capacity`.
    pub figure: Spanned<String>,
    /// The likely value lies between here …
    pub from: f64,
    /// … and here.
    pub to: f64,
    /// Where the material gives it, and what must be done with it; without the figure itself.
    pub says: String,
    /// Known slips.
    #[serde(default)]
    pub near: Vec<crate::Near>,
}

/// Two options of which one is better by a criterion.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PairSpec {
    /// Which criterion.
    pub criterion: Spanned<String>,
    /// The better one.
    pub better: Spanned<String>,
    /// The one whose score is not above it.
    pub worse: Spanned<String>,
    /// What the material says.
    pub says: String,
}

/// One option is of no use without another.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NeedsSpec {
    /// This one …
    pub option: Spanned<String>,
    /// … needs this one.
    pub first: Spanned<String>,
    /// What the material says.
    pub says: String,
}

/// What somebody says without having counted.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeakSpec {
    /// Words of the material.
    pub quote: Spanned<String>,
    /// Why no confidence above 50 % rests on them alone.
    pub says: String,
}

#[derive(Deserialize)]
struct DecideToml {
    decide: DecideSpec,
}

/// Types `[decide]`.
pub fn read_decide(exercise: &Exercise) -> Result<DecideSpec, Vec<Diagnostic>> {
    let spec = typed::<DecideToml>(&exercise.spec).map_err(|finding| vec![finding])?.decide;
    let faults = faults(exercise, &spec);
    if faults.is_empty() { Ok(spec) } else { Err(faults) }
}

/// What would make every answer wrong: names that nobody can write, words that are not in the material, figures without a width.
fn faults(exercise: &Exercise, spec: &DecideSpec) -> Vec<Diagnostic> {
    let Some(material) = Material::of(&exercise.brief) else {
        let message = format!("The brief of `{}` has no heading `## Material`.", exercise.id);
        let finding = Diagnostic::error("decide-no-material", message).at(&exercise.spec.file, 0..0);
        return vec![finding.help("Put what answers cite below it, to the end of the brief.")];
    };
    let mut faults = Vec::new();
    let mut fault = |code: &str, message: String, span: std::ops::Range<usize>| {
        faults.push(Diagnostic::error(code, message).at(&exercise.spec.file, exercise.spec.place(span)));
    };
    let figures: &[&str] = match spec.method.as_ref().as_str() {
        "rice" => &["reach", "effort"],
        "moscow" => &["effort", "capacity"],
        "matrix" => &[],
        other => {
            fault("decide-method", format!("`{other}` is no method: there are rice, matrix and moscow."), spec.method.span());
            &[]
        }
    };
    for figure in &spec.figures {
        let name = figure.figure.as_ref();
        let is_known = figures.contains(&name.as_str());
        let is_placed = if name == "capacity" { figure.option.is_empty() } else { named(&spec.options, &figure.option) };
        let near = figure.near.iter().any(|slip| (figure.from..=figure.to).contains(&slip.value));
        let is_empty = figure.from > figure.to || !figure.from.is_finite() || !figure.to.is_finite();
        if !is_known || !is_placed || near || is_empty {
            let message = format!("The figure `{name}` of `{}` can be held against no answer.", figure.option);
            fault("decide-figure", message, figure.figure.span());
        }
    }
    let options = spec.pairs.iter().flat_map(|pair| [&pair.better, &pair.worse]);
    let options = options.chain(spec.needs.iter().flat_map(|needs| [&needs.option, &needs.first]));
    for name in options.filter(|name| !named(&spec.options, name.as_ref())) {
        fault("decide-option", format!("`{}` is none of the options.", name.as_ref()), name.span());
    }
    for pair in spec.pairs.iter().filter(|pair| !named(&spec.criteria, pair.criterion.as_ref())) {
        fault("decide-criterion", format!("`{}` is none of the criteria.", pair.criterion.as_ref()), pair.criterion.span());
    }
    for weak in spec.weak.iter().filter(|weak| !material.holds(weak.quote.as_ref())) {
        fault("decide-weak", format!("“{}” does not stand in the material.", weak.quote.as_ref()), weak.quote.span());
    }
    for name in spec.options.iter().filter(|name| !material.holds(name.as_ref())) {
        let message = format!("The option `{}` does not stand in the material by that name.", name.as_ref());
        fault("decide-option", message, name.span());
    }
    faults
}

fn named(names: &[Spanned<String>], name: &str) -> bool {
    names.iter().any(|known| known.as_ref() == name)
}

/// What an answer must hold, one line each.
pub fn decide_wanted(spec: &DecideSpec) -> Vec<String> {
    let names = |names: &[Spanned<String>]| listed(names.iter().map(|name| format!("`{}`", name.as_ref())));
    let mut wanted = vec![format!("Options: {}.", names(&spec.options))];
    if !spec.criteria.is_empty() {
        wanted.push(format!("Criteria: {}. You set the weights, and lock them before you score.", names(&spec.criteria)));
    }
    wanted
}
