//! The questions of a library, bank by bank: the next library shares those of each bank that says the same.

use std::ops::Index;
use std::sync::Arc;

use super::Question;

/// All questions by number: by bank, then in the author's order.
#[derive(Clone, Default, Debug)]
pub struct Questions {
    banks: Vec<Arc<[Question]>>,
    /// The bank of each question and its place in it.
    places: Arc<[(u32, u32)]>,
}

impl Questions {
    /// The questions of each bank in turn.
    pub(super) fn new(banks: Vec<Vec<Question>>) -> Questions {
        let place = |(bank, questions): (usize, &Vec<Question>)| {
            (0..questions.len()).map(move |at| (bank as u32, at as u32))
        };
        let places = banks.iter().enumerate().flat_map(place).collect();
        Questions { banks: banks.into_iter().map(Arc::from).collect(), places }
    }

    /// The same questions with what is `now` said of each bank.
    pub(super) fn said(&self, now: impl Fn(usize, &Arc<[Question]>) -> Arc<[Question]>) -> Questions {
        let banks = self.banks.iter().enumerate().map(|(at, bank)| now(at, bank)).collect();
        Questions { banks, places: Arc::clone(&self.places) }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Each in turn.
    pub fn iter(&self) -> impl Iterator<Item = &Question> {
        self.banks.iter().flat_map(|bank| bank.iter())
    }

    /// Each in turn, to be changed before anyone shares them.
    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Question> {
        self.banks.iter_mut().flat_map(|bank| Arc::get_mut(bank).into_iter().flatten())
    }
}

impl Index<usize> for Questions {
    type Output = Question;
    fn index(&self, at: usize) -> &Question {
        let (bank, place) = self.places[at];
        &self.banks[bank as usize][place as usize]
    }
}
