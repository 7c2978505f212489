//! Codes for texts, in the order in which the texts are first met.

use datafusion::arrow::array::{Array, StringViewArray, UInt32Array};
use datafusion::arrow::buffer::Buffer;
use datafusion::common::{HashMap, exec_datafusion_err};
use datafusion::error::Result;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Texts a reader remembers by their place; a power of two.
const SLOTS: usize = 1 << 12;

/// A view that stands for no text: none is that long.
const NOTHING: u128 = u128::MAX;

/// Shared by all readers of a column.
#[derive(Debug, Default)]
pub(super) struct Codes {
    known: Mutex<Known>,
    /// What readers remember, while none of them reads.
    resting: Mutex<Vec<Recent>>,
}

#[derive(Debug, Default)]
struct Known {
    codes: HashMap<Arc<str>, u32>,
    texts: Vec<Arc<str>>,
}

/// The codes of texts by where these stand. A column that stores each text once has equal views for equal texts, as long as they are views
/// into the same memory; texts of at most twelve bytes are their own views.
#[derive(Debug)]
struct Recent {
    memory: Vec<Buffer>,
    slots: Box<[(u128, u32)]>,
}

impl Default for Recent {
    fn default() -> Self {
        Self { memory: Vec::new(), slots: vec![(NOTHING, 0); SLOTS].into_boxed_slice() }
    }
}

impl Recent {
    /// Forgets what stood in other memory. What is remembered is held, so that no other text comes to stand there.
    fn turn_to(&mut self, memory: &[Buffer]) {
        let same = |(one, other): (&Buffer, &Buffer)| one.as_ptr() == other.as_ptr() && one.len() == other.len();
        if self.memory.len() != memory.len() || !self.memory.iter().zip(memory).all(same) {
            self.slots.fill((NOTHING, 0));
            self.memory = memory.to_vec();
        }
    }
}

impl Codes {
    /// The code of each text.
    pub(super) fn of(&self, texts: &StringViewArray) -> Result<UInt32Array> {
        let mut recent = lock(&self.resting).pop().unwrap_or_default();
        recent.turn_to(texts.data_buffers());
        let mut known = None;
        let mut codes = Vec::with_capacity(texts.len());
        for (at, view) in texts.views().iter().enumerate() {
            let slot = &mut recent.slots[slot_of(*view)];
            if slot.0 != *view && texts.is_valid(at) {
                let known = known.get_or_insert_with(|| lock(&self.known));
                *slot = (*view, known.code(texts.value(at))?);
            }
            codes.push(slot.1);
        }
        drop(known);
        lock(&self.resting).push(recent);
        Ok(UInt32Array::new(codes.into(), texts.nulls().cloned()))
    }

    /// The text of each code.
    pub(super) fn texts(&self, codes: &UInt32Array) -> StringViewArray {
        let known = lock(&self.known);
        codes.iter().map(|code| code.map(|code| known.texts[code as usize].as_ref())).collect()
    }
}

impl Known {
    fn code(&mut self, text: &str) -> Result<u32> {
        if let Some(code) = self.codes.get(text) {
            return Ok(*code);
        }
        let code = u32::try_from(self.texts.len()).map_err(|_| exec_datafusion_err!("a column has more texts than there are codes"))?;
        let text = Arc::<str>::from(text);
        self.texts.push(Arc::clone(&text));
        self.codes.insert(text, code);
        Ok(code)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "both halves are taken, and twelve bits are left")]
fn slot_of(view: u128) -> usize {
    let folded = (view as u64) ^ (view >> 64) as u64;
    (folded.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - SLOTS.ilog2())) as usize
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::Codes;
    use datafusion::arrow::array::{Array, AsArray, StringViewArray};
    use datafusion::arrow::compute::concat;
    use datafusion::arrow::datatypes::UInt32Type;

    /// Texts of both kinds of view, some of them absent, over and over.
    fn column(from: usize) -> StringViewArray {
        let text = |at: usize| match at % 5 {
            0 => None,
            1 => Some(format!("e{}", at % 7)),
            _ => Some(format!("/api/v1/resources/{}", at % 3_000)),
        };
        (from..from + 10_000).map(text).collect()
    }

    #[test]
    fn every_text_comes_back_from_its_code_and_equal_texts_have_equal_codes() {
        let codes = Codes::default();
        let columns = [column(0), column(500), column(0).slice(77, 5_000), StringViewArray::from(vec![""; 3])];
        let coded = columns.each_ref().map(|column| codes.of(column).expect("few texts"));
        for (column, coded) in columns.iter().zip(&coded) {
            assert_eq!(&codes.texts(coded), column);
        }
        let [all, all_codes] = [
            concat(&columns.each_ref().map(|column| column as &dyn Array)).expect("one type"),
            concat(&coded.each_ref().map(|coded| coded as &dyn Array)).expect("one type"),
        ];
        let mut distinct: Vec<String> = all.as_string_view().iter().flatten().map(str::to_owned).collect();
        distinct.sort_unstable();
        distinct.dedup();
        let mut codes: Vec<u32> = all_codes.as_primitive::<UInt32Type>().iter().flatten().collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes, (0..u32::try_from(distinct.len()).expect("few")).collect::<Vec<_>>());
    }

    #[test]
    fn memory_that_is_used_again_is_not_taken_for_what_stood_there() {
        let codes = Codes::default();
        for round in 0..200 {
            let column = StringViewArray::from_iter_values((0..50).map(|at| format!("a text of round {round} at place {at}")));
            assert_eq!(codes.texts(&codes.of(&column).expect("few texts")), column);
        }
    }
}
