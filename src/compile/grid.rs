use wasm_encoder::{BlockType, Function, ValType};

use super::code::{Code, numbers_behind};
use super::lanes::{Import, Lanes, Split};
use crate::formula::Tape;

/// The arguments of `grid`, which are its first locals: addresses, but for the number of
/// bytes in a row.
pub(super) struct Given;

impl Given {
    /// A point, one number for each parameter.
    const POINT: u32 = 0;
    /// Its coordinate that is another one in each row.
    const UP: u32 = 1;
    /// Where the places across begin.
    const ACROSS: u32 = 2;
    const ROW: u32 = 3;
    /// Where the places upwards begin, and where they end.
    const ROWS: u32 = 4;
    const ROWS_END: u32 = 5;
    const INTO: u32 = 6;

    pub(super) fn types() -> Vec<ValType> {
        vec![ValType::I32; 7]
    }
}

/// Vectors worked out between two looks at whether the row is over, and the most
/// instructions that this is worth.
const AT_ONCE: usize = 4;
const MOST_INSTRUCTIONS: usize = 160;

struct GridCode<'a> {
    code: Code,
    lanes: Lanes<'a>,
    split: Split,
    /// The locals of the point's coordinates.
    at: Vec<u32>,
    across: usize,
    /// Bytes behind the begin of the row.
    here: u32,
    /// Where the last two points of a row are.
    last: u32,
    next: u32,
}

/// `grid`, as [`GridKernel`](crate::landscape::GridKernel) describes it, for rows along which the
/// parameter `across` changes. A row has at least two points; where their number is odd the
/// last two are worked out with one that was known already.
pub(super) fn grid(tape: &Tape, parameters: usize, across: usize, imports: &[Import]) -> Function {
    let mut code = Code::new(Given::types().len() as u32);
    let [here, last, next] = [(); 3].map(|()| code.whole());
    let at = code.vectors(parameters);
    let lanes = Lanes::begin(&mut code, tape, parameters, imports);
    let split = lanes.split(&mut code, &at, across);
    let mut grid = GridCode {
        code,
        lanes,
        split,
        at,
        across,
        here,
        last,
        next,
    };
    grid.write();
    grid.code.finish()
}

impl GridCode<'_> {
    fn write(&mut self) {
        self.code.write().local_get(Given::ROW).i32_const(16);
        self.code.write().i32_sub().local_set(self.last);
        self.code.write().loop_(BlockType::Empty);
        self.begin_row();
        if AT_ONCE * self.split.moving.len() <= MOST_INSTRUCTIONS {
            self.walk_row_at_once();
        }
        self.walk_row();
        for (given, bytes) in [(Given::ROWS, 8), (Given::INTO, 0)] {
            self.code.write().local_get(given);
            match bytes {
                0 => self.code.write().local_get(Given::ROW),
                _ => self.code.write().i32_const(bytes),
            };
            self.code.write().i32_add().local_set(given);
        }
        self.code.write().local_get(Given::ROWS);
        self.code.write().local_get(Given::ROWS_END);
        self.code.write().i32_lt_u().br_if(0).end();
    }

    /// Works out what is the same for the whole row.
    fn begin_row(&mut self) {
        let code = &mut self.code;
        code.write().i32_const(0).local_set(self.here);
        code.write().local_get(Given::UP).local_get(Given::ROWS);
        code.write().f64_load(numbers_behind(0));
        code.write().f64_store(numbers_behind(0));
        for (index, vector) in self.at.iter().enumerate() {
            code.write().local_get(Given::POINT);
            code.write().v128_load64_splat(numbers_behind(index));
            code.write().local_set(*vector);
        }
        self.lanes.emit(code, &self.split.still);
    }

    /// As long as there are so many left.
    fn walk_row_at_once(&mut self) {
        let bytes = 16 * AT_ONCE as i32;
        self.code.write().block(BlockType::Empty);
        self.code.write().loop_(BlockType::Empty);
        self.code.write().local_get(self.here).i32_const(bytes);
        self.code.write().i32_add().local_tee(self.next);
        self.code.write().local_get(Given::ROW);
        self.code.write().i32_gt_u().br_if(1);
        for vector in 0..AT_ONCE {
            self.work_out(2 * vector);
        }
        self.code.write().local_get(self.next).local_set(self.here);
        self.code.write().br(0).end().end();
    }

    /// What is left of the row, by two points; those at the end are worked out again if
    /// nothing is left.
    fn walk_row(&mut self) {
        let GridCode {
            here, last, next, ..
        } = *self;
        let nearer = |code: &mut Code, local: u32| {
            code.write().local_get(local).local_get(last);
            code.write().local_get(local).local_get(last);
            code.write().i32_lt_u().select();
        };
        nearer(&mut self.code, here);
        self.code.write().local_set(here);
        self.code.write().loop_(BlockType::Empty);
        self.work_out(0);
        let code = &mut self.code;
        code.write().local_get(here).local_get(last).i32_lt_u();
        code.write().local_get(here).i32_const(16).i32_add();
        code.write().local_set(next);
        nearer(code, next);
        code.write().local_set(here);
        code.write().br_if(0).end();
    }

    /// J at the two points so many numbers behind here.
    fn work_out(&mut self, behind: usize) {
        let code = &mut self.code;
        code.write().local_get(Given::ACROSS).local_get(self.here);
        code.write().i32_add().v128_load(numbers_behind(behind));
        code.write().local_set(self.at[self.across]);
        self.lanes.emit(code, &self.split.moving);
        code.write().local_get(Given::INTO).local_get(self.here);
        code.write().i32_add().local_get(self.split.outputs[0]);
        code.write().v128_store(numbers_behind(behind));
    }
}
