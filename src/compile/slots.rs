use wasm_encoder::{BlockType, MemArg};

use super::code::{Code, numbers_behind};
use super::descend::Given;
use crate::landscape::{Ledger, slot_rows};

/// The walks in hand: where they are kept between blocks, and the code that gives them back
/// to the ledger and takes the next ones.
///
/// Behind the address of the slots stand rows with one number for every slot: the point now,
/// where the block began, and where it converged, one row a parameter each; then those of
/// [`Row`].
pub(super) struct Slots {
    parameters: usize,
    next: u32,
    /// How many slots have a walk.
    pub(super) active: u32,
    /// How many blocks have been walked.
    pub(super) clock: u32,
    /// The first block at which the time of a walk in hand is over.
    pub(super) due: u32,
    slot: u32,
    end: u32,
    walk: u32,
}

/// What is kept of a walk in hand beside points.
#[derive(Clone, Copy)]
pub(super) enum Row {
    /// The steps of the block after which it converged.
    Converged,
    /// All bits set unless it has converged, or no walk is in the slot.
    Walking,
    /// All bits set unless the block wants care.
    Fine,
    /// All bits set if a walk is in the slot.
    Used,
    /// Where the walk's numbers are in each row of the ledger, in bytes.
    Walk,
    /// At which block its time is over.
    Due,
    /// −α
    Rate,
}

const _: () = assert!(slot_rows(0) == Row::Rate as usize + 1);

/// Which steps count of the block that has just been walked.
#[derive(Clone, Copy)]
enum Steps {
    None,
    UntilConverged,
    All,
}

impl Slots {
    pub(super) fn new(code: &mut Code, parameters: usize, slots: usize) -> Slots {
        let end = code.whole();
        code.write()
            .local_get(Given::SLOTS)
            .i32_const(8 * slots as i32);
        code.write().i32_add().local_set(end);
        Slots {
            parameters,
            next: code.whole(),
            active: code.whole(),
            clock: code.whole(),
            due: code.whole(),
            slot: code.whole(),
            end,
            walk: code.whole(),
        }
    }

    /// Where a row's number of a slot stands behind the slot's address.
    pub(super) fn row(&self, row: Row) -> MemArg {
        self.point_row(3 * self.parameters + row as usize)
    }

    /// Where a coordinate stands: now, before the block, and where it converged.
    pub(super) fn coordinate(&self, index: usize) -> [MemArg; 3] {
        [0, 1, 2].map(|point| self.point_row(point * self.parameters + index))
    }

    fn point_row(&self, row: usize) -> MemArg {
        numbers_behind(row * Ledger::SLOTS)
    }

    /// Gives back every walk that has ended or whose time is over, and fills empty slots.
    pub(super) fn serve(&self, code: &mut Code) {
        let (used, due) = (narrow(self.row(Row::Used)), narrow(self.row(Row::Due)));
        code.write().i32_const(i32::MAX).local_set(self.due);
        code.write().local_get(Given::SLOTS).local_set(self.slot);
        code.write().loop_(BlockType::Empty);
        code.write().local_get(self.slot).i32_load(used);
        code.write().if_(BlockType::Empty);
        self.give_back(code);
        code.write().end();
        code.write().local_get(self.slot).i32_load(used).i32_eqz();
        code.write().local_get(self.next).local_get(Given::COUNT);
        code.write().i32_lt_u().i32_and().if_(BlockType::Empty);
        self.take(code);
        code.write().end();
        code.write().local_get(self.slot).i32_load(used);
        code.write().local_get(self.slot).i32_load(due);
        code.write().local_get(self.due).i32_lt_u().i32_and();
        code.write().if_(BlockType::Empty);
        code.write().local_get(self.slot).i32_load(due);
        code.write().local_set(self.due).end();
        code.add(self.slot, 8);
        code.write().local_get(self.slot).local_get(self.end);
        code.write().i32_lt_u().br_if(0).end();
    }

    /// The next walk sets out from the slot.
    fn take(&self, code: &mut Code) {
        code.write().local_get(self.next).i32_const(3).i32_shl();
        code.write().local_set(self.walk);
        code.write().local_get(self.slot).local_get(self.walk);
        code.write().i32_store(narrow(self.row(Row::Walk)));
        for index in 0..self.parameters {
            let [now, ..] = self.coordinate(index);
            code.write().local_get(self.slot);
            self.ledger(code, index);
            code.write().f64_load(numbers_behind(0)).f64_store(now);
        }
        code.write().local_get(self.slot);
        self.ledger(code, self.parameters);
        code.write().f64_load(numbers_behind(0));
        code.write().f64_store(self.row(Row::Rate));
        code.write().local_get(self.slot).i64_const(-1);
        code.write().i64_store(self.row(Row::Used));
        code.write().local_get(self.slot).local_get(self.clock);
        code.write().local_get(Given::BLOCKS).i32_add();
        code.write().i32_store(narrow(self.row(Row::Due)));
        code.add(self.next, 1);
        code.add(self.active, 1);
    }

    /// The address of the walk's number in a row of the ledger goes on the stack.
    fn ledger(&self, code: &mut Code, row: usize) {
        code.write().local_get(Given::ROW).i32_const(row as i32);
        code.write().i32_mul().local_get(Given::LEDGER).i32_add();
        code.write().local_get(self.walk).i32_add();
    }

    fn give_back(&self, code: &mut Code) {
        let load = |code: &mut Code, row: Row| {
            let place = narrow(self.row(row));
            code.write().local_get(self.slot).i32_load(place);
        };
        load(code, Row::Walk);
        code.write().local_set(self.walk);
        load(code, Row::Fine);
        code.write().i32_eqz().if_(BlockType::Empty);
        self.enter(code, 1, Steps::None, Ledger::CARE);
        code.write().else_();
        load(code, Row::Walking);
        code.write().i32_eqz().if_(BlockType::Empty);
        self.enter(code, 2, Steps::UntilConverged, Ledger::CONVERGED);
        code.write().else_();
        load(code, Row::Due);
        code.write().local_get(self.clock).i32_le_u();
        code.write().if_(BlockType::Empty);
        self.enter(code, 0, Steps::All, 0.0);
        code.write().end().end().end();
    }

    /// Enters one of a walk's three points, its steps and its outcome, and frees the slot.
    fn enter(&self, code: &mut Code, point: usize, steps: Steps, outcome: f64) {
        for index in 0..self.parameters {
            self.ledger(code, index);
            let place = self.coordinate(index)[point];
            code.write().local_get(self.slot).f64_load(place);
            code.write().f64_store(numbers_behind(0));
        }
        self.ledger(code, self.parameters + 1);
        self.taken(code, steps);
        code.write().f64_store(numbers_behind(0));
        self.ledger(code, self.parameters + 2);
        code.write().f64_const(outcome.into());
        code.write().f64_store(numbers_behind(0));
        code.write().local_get(self.slot).i64_const(0);
        code.write().i64_store(self.row(Row::Used));
        code.add(self.active, -1);
    }

    /// How many steps the walk has taken goes on the stack.
    fn taken(&self, code: &mut Code, steps: Steps) {
        // It was taken at the block `due − blocks`.
        code.write().local_get(self.clock).local_get(Given::BLOCKS);
        code.write().i32_add().local_get(self.slot);
        code.write().i32_load(narrow(self.row(Row::Due))).i32_sub();
        if !matches!(steps, Steps::All) {
            code.write().i32_const(1).i32_sub();
        }
        code.write().local_get(Given::BLOCK).i32_mul();
        code.write().f64_convert_i32_u();
        if matches!(steps, Steps::UntilConverged) {
            let converged = self.row(Row::Converged);
            code.write().local_get(self.slot).f64_load(converged);
            code.write().f64_add();
        }
    }
}

/// The lower half of a number's place.
fn narrow(place: MemArg) -> MemArg {
    MemArg { align: 2, ..place }
}
