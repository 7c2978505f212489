//! Formulas of metric rules: numbers, names, `+ - * /`, brackets, and a few functions of `math`.

/// A formula whose names are known.
#[derive(Debug)]
pub(super) enum Formula {
    Number(f64),
    Count(Count),
    Negative(Box<Formula>),
    Pair(Operator, Box<Formula>, Box<Formula>),
    Function(Function, Vec<Formula>),
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Operator {
    Plus,
    Minus,
    Times,
    Divided,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Function {
    Root,
    Power,
    Absolute,
    Floor,
    Ceiling,
    Logarithm,
}

/// When a metric is a finding.
#[derive(Debug)]
pub(super) struct Condition {
    comparison: Comparison,
    limit: f64,
}

#[derive(Debug, Clone, Copy)]
enum Comparison {
    Above,
    AtLeast,
    Below,
    AtMost,
    Equal,
    NotEqual,
}

/// What of a document a formula may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Count {
    Words,
    Sentences,
    Characters,
    Paragraphs,
    Syllables,
    LongWords,
    ComplexWords,
    PolysyllabicWords,
    Quotes,
    Lists,
    CodeBlocks,
    /// Headings of one level, 0 for the first.
    Headings(usize),
}

/// Their names in formulas; a point may stand for the underline.
const COUNTS: [(&str, Count); 17] = [
    ("words", Count::Words),
    ("sentences", Count::Sentences),
    ("characters", Count::Characters),
    ("paragraphs", Count::Paragraphs),
    ("syllables", Count::Syllables),
    ("long_words", Count::LongWords),
    ("complex_words", Count::ComplexWords),
    ("polysyllabic_words", Count::PolysyllabicWords),
    ("blockquote", Count::Quotes),
    ("list", Count::Lists),
    ("pre", Count::CodeBlocks),
    ("heading_h1", Count::Headings(0)),
    ("heading_h2", Count::Headings(1)),
    ("heading_h3", Count::Headings(2)),
    ("heading_h4", Count::Headings(3)),
    ("heading_h5", Count::Headings(4)),
    ("heading_h6", Count::Headings(5)),
];

/// Deeper brackets are no formula that a person wrote.
const DEEPEST: usize = 40;

impl Formula {
    /// The error is a sentence.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        if text.len() > 2_000 {
            return Err("The formula has more than 2,000 characters.".to_owned());
        }
        let mut reader = Reader { rest: text.trim(), depth: 0 };
        let formula = reader.sum()?;
        reader.skip_space();
        if reader.rest.is_empty() { Ok(formula) } else { Err(format!("The formula cannot be read from `{}` on.", short(reader.rest))) }
    }

    /// Its value, by what each count of the document is.
    pub(super) fn value(&self, of: &dyn Fn(Count) -> f64) -> f64 {
        match self {
            Self::Number(number) => *number,
            Self::Count(count) => of(*count),
            Self::Negative(inner) => -inner.value(of),
            Self::Pair(operator, left, right) => {
                let (left, right) = (left.value(of), right.value(of));
                match operator {
                    Operator::Plus => left + right,
                    Operator::Minus => left - right,
                    Operator::Times => left * right,
                    Operator::Divided => left / right,
                }
            }
            Self::Function(function, inner) => {
                let first = inner.first().map_or(0.0, |formula| formula.value(of));
                match function {
                    Function::Root => first.sqrt(),
                    Function::Power => first.powf(inner.get(1).map_or(1.0, |formula| formula.value(of))),
                    Function::Absolute => first.abs(),
                    Function::Floor => first.floor(),
                    Function::Ceiling => first.ceil(),
                    Function::Logarithm => first.ln(),
                }
            }
        }
    }
}

impl Condition {
    pub(super) fn read(text: &str) -> Result<Self, String> {
        const SIGNS: [(&str, Comparison); 6] = [
            (">=", Comparison::AtLeast),
            ("<=", Comparison::AtMost),
            ("==", Comparison::Equal),
            ("!=", Comparison::NotEqual),
            (">", Comparison::Above),
            ("<", Comparison::Below),
        ];
        let text = text.trim();
        let read = SIGNS.iter().find_map(|(sign, comparison)| text.strip_prefix(sign).map(|limit| (*comparison, limit)));
        let read = read.and_then(|(comparison, limit)| Some(Self { comparison, limit: limit.trim().parse().ok()? }));
        read.ok_or_else(|| format!("The condition `{}` is no comparison with a number.", short(text)))
    }

    pub(super) fn holds(&self, value: f64) -> bool {
        let is_equal = (value - self.limit).abs() < 1e-9;
        match self.comparison {
            Comparison::Above => value > self.limit,
            Comparison::AtLeast => value >= self.limit,
            Comparison::Below => value < self.limit,
            Comparison::AtMost => value <= self.limit,
            Comparison::Equal => is_equal,
            Comparison::NotEqual => !is_equal,
        }
    }
}

struct Reader<'a> {
    rest: &'a str,
    depth: usize,
}

impl Reader<'_> {
    fn sum(&mut self) -> Result<Formula, String> {
        let mut left = self.product()?;
        while let Some(operator) = self.sign(&[('+', Operator::Plus), ('-', Operator::Minus)]) {
            left = Formula::Pair(operator, Box::new(left), Box::new(self.product()?));
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<Formula, String> {
        let mut left = self.single()?;
        while let Some(operator) = self.sign(&[('*', Operator::Times), ('/', Operator::Divided)]) {
            left = Formula::Pair(operator, Box::new(left), Box::new(self.single()?));
        }
        Ok(left)
    }

    fn single(&mut self) -> Result<Formula, String> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(format!("The formula is nested more than {DEEPEST} deep."));
        }
        let formula = self.innermost();
        self.depth -= 1;
        formula
    }

    fn innermost(&mut self) -> Result<Formula, String> {
        if self.sign(&[('-', ())]).is_some() {
            return Ok(Formula::Negative(Box::new(self.single()?)));
        }
        if self.sign(&[('(', ())]).is_some() {
            let inner = self.sum()?;
            return self.sign(&[(')', ())]).map(|()| inner).ok_or_else(|| "A bracket of the formula is never closed.".to_owned());
        }
        let length = self.rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '_' | '.')).unwrap_or(self.rest.len());
        let word = &self.rest[..length];
        self.rest = &self.rest[length..];
        if let Ok(number) = word.parse::<f64>() {
            return Ok(Formula::Number(number));
        }
        if let Some(function) = word.strip_prefix("math.") {
            return self.function(function);
        }
        let name = word.replace('.', "_");
        if let Some((_, count)) = COUNTS.iter().find(|(known, _)| *known == name) {
            return Ok(Formula::Count(*count));
        }
        Err(if word.is_empty() {
            format!("The formula cannot be read from `{}` on.", short(self.rest))
        } else {
            format!("The formula names `{}`, which is not known.", short(word))
        })
    }

    fn function(&mut self, name: &str) -> Result<Formula, String> {
        let function = match name {
            "sqrt" => Function::Root,
            "pow" => Function::Power,
            "abs" => Function::Absolute,
            "floor" => Function::Floor,
            "ceil" => Function::Ceiling,
            "log" => Function::Logarithm,
            _ => return Err(format!("The function `math.{}` is not known.", short(name))),
        };
        let unclosed = || "A bracket of the formula is never closed.".to_owned();
        self.sign(&[('(', ())]).ok_or_else(unclosed)?;
        let mut inner = vec![self.sum()?];
        while self.sign(&[(',', ())]).is_some() {
            inner.push(self.sum()?);
        }
        self.sign(&[(')', ())]).ok_or_else(unclosed)?;
        Ok(Formula::Function(function, inner))
    }

    fn sign<T: Copy>(&mut self, signs: &[(char, T)]) -> Option<T> {
        self.skip_space();
        let (sign, meaning) = signs.iter().find(|(sign, _)| self.rest.starts_with(*sign))?;
        self.rest = &self.rest[sign.len_utf8()..];
        self.skip_space();
        Some(*meaning)
    }

    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start();
    }
}

fn short(text: &str) -> String {
    text.chars().take(20).collect()
}

#[cfg(test)]
mod tests {
    use super::{Condition, Count, Formula};

    #[test]
    fn formulas_are_reckoned_as_written() {
        let of = |count: Count| if count == Count::Words { 100.0 } else { 0.0 };
        for (formula, value) in [
            ("(0.39 * (words / 20)) + (11.8 * 1.5) - 15.59", 4.06),
            ("-words / -2 - 1", 49.0),
            ("math.sqrt(words) + math.pow(2, 3)", 18.0),
            ("heading.h1 + sentences", 0.0),
        ] {
            let reckoned = Formula::read(formula).unwrap().value(&of);
            assert!((reckoned - value).abs() < 1e-9, "{formula}: {reckoned}");
        }
        for wrong in ["", "words +", "(words", "letters / words", "math.sin(words)", "1 2", &"(".repeat(50)] {
            assert!(Formula::read(wrong).is_err(), "{wrong:?}");
        }
        assert!(Condition::read("> 8.0").unwrap().holds(8.1) && !Condition::read("> 8.0").unwrap().holds(8.0));
        assert!(Condition::read("8").is_err());
    }
}
