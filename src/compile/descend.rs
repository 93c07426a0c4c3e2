use std::borrow::Cow;

use wasm_encoder::{BlockType, Function, ValType};

use super::code::Code;
use super::lanes::{Import, Lanes};
use super::slots::{Row, Slots};
use crate::descent::Order;
use crate::formula::{Program, Tape};
use crate::landscape::Ledger;

/// The arguments of `descend`, which are its first locals: whole numbers up to `BLOCKS`,
/// then those that are not.
pub(super) struct Given;

impl Given {
    /// The address of the [`Ledger`]'s numbers.
    pub(super) const LEDGER: u32 = 0;
    /// How many bytes lie between the rows of the ledger.
    pub(super) const ROW: u32 = 1;
    /// The address of the slots.
    pub(super) const SLOTS: u32 = 2;
    pub(super) const COUNT: u32 = 3;
    pub(super) const BLOCK: u32 = 4;
    pub(super) const BLOCKS: u32 = 5;
    const FLAT: u32 = 6;
    const POINT_BOUND: u32 = 7;
    const STEP_BOUND: u32 = 8;
    const SLOPE_BOUND: u32 = 9;

    pub(super) fn types() -> Vec<ValType> {
        [[ValType::I32; 6].to_vec(), [ValType::F64; 4].to_vec()].concat()
    }
}

/// The tapes of one step.
pub(super) struct Tapes<'a> {
    /// All partial derivatives at the old point; then J, if it has to be watched.
    gradient: Cow<'a, Tape>,
    watches_value: bool,
    /// For the second and later parameters, if they look where the ones before moved to.
    partials: Vec<&'a Tape>,
}

impl<'a> Tapes<'a> {
    pub(super) fn new(program: &'a Program, order: Order, known_finite: bool) -> Tapes<'a> {
        let later = 1..program.parameters();
        Tapes {
            gradient: match known_finite {
                true => Cow::Borrowed(program.gradient()),
                false => Cow::Owned(program.gradient_and_value()),
            },
            watches_value: !known_finite,
            partials: match order {
                Order::Together => Vec::new(),
                Order::OneByOne => later.map(|index| program.partial(index)).collect(),
            },
        }
    }

    pub(super) fn all(&self) -> Vec<&Tape> {
        let mut all = vec![&*self.gradient];
        all.extend(&self.partials);
        all
    }

    /// Those of the second and later parameters, if they look where the ones before moved to.
    pub(super) fn partials(&self) -> &[&'a Tape] {
        &self.partials
    }

    /// Whether something may be infinite or NaN that no coordinate of the next point tells.
    fn watches(&self) -> bool {
        self.watches_value || !self.partials.is_empty()
    }
}

/// One `descend` while it is written.
///
/// Some vectors of two walks are in hand at a time, so that the processor has work while
/// results are on their way; a walk that has ended makes room for the next one at the end
/// of its block.
struct Descend<'a> {
    code: Code,
    parameters: usize,
    tapes: &'a Tapes<'a>,
    lanes: Vec<Lanes<'a>>,
    slots: Slots,
    hands: Vec<Hand>,
    minus_alpha: u32,
    flat: u32,
    /// A sum of squares.
    sum: u32,
    mask: u32,
    step: u32,
}

/// The locals of two walks in hand.
#[derive(Clone)]
struct Hand {
    /// Which it is.
    index: usize,
    point: Vec<u32>,
    /// All bits set until it has converged.
    walking: u32,
    /// The largest squared slope of the block.
    steepest: u32,
    /// NaN once something watched is not finite, else 0.
    watched: u32,
}

/// More locals than a processor has registers cost more than they bring.
const MOST_VECTORS: usize = 24;
/// About so many instructions are on their way at a time.
const MOST_INSTRUCTIONS: usize = 300;

/// How many vectors of two walks make the best of a processor.
pub(super) fn hands(tapes: &Tapes, parameters: usize) -> usize {
    let tapes = tapes.all();
    let lengths = tapes.iter().map(|tape| tape.instructions().len());
    (MOST_VECTORS / (parameters + 2))
        .min(MOST_INSTRUCTIONS / (lengths.sum::<usize>() + 1))
        .clamp(1, Ledger::SLOTS / 2)
}

/// `descend`, as [`WalkKernel`](crate::landscape::WalkKernel) describes it, with the
/// arguments [`Given`] and so many vectors of two walks in hand.
pub(super) fn descend(
    tapes: &Tapes,
    parameters: usize,
    hands: usize,
    imports: &[Import],
) -> Function {
    let mut code = Code::new(Given::types().len() as u32);
    let [minus_alpha, flat, sum, mask] = [(); 4].map(|()| code.vector());
    let mut descend = Descend {
        parameters,
        slots: Slots::new(&mut code, parameters, 2 * hands),
        hands: (0..hands)
            .map(|index| Hand::new(&mut code, index, parameters))
            .collect(),
        step: code.whole(),
        lanes: {
            let begin = |tape| Lanes::begin(&mut code, tape, parameters, imports);
            tapes.all().into_iter().map(begin).collect()
        },
        minus_alpha,
        flat,
        sum,
        mask,
        tapes,
        code,
    };
    descend.write();
    descend.code.finish()
}

impl Hand {
    fn new(code: &mut Code, index: usize, parameters: usize) -> Hand {
        Hand {
            index,
            point: code.vectors(parameters),
            walking: code.vector(),
            steepest: code.vector(),
            watched: code.vector(),
        }
    }

    /// The address of its first slot goes on the stack.
    fn address(&self, code: &mut Code) {
        let behind = 16 * self.index as i32;
        code.write().local_get(Given::SLOTS).i32_const(behind);
        code.write().i32_add();
    }
}

impl Descend<'_> {
    fn write(&mut self) {
        self.code.write().local_get(Given::FLAT).f64x2_splat();
        self.code.write().local_set(self.flat);
        self.code.write().loop_(BlockType::Empty);
        self.slots.serve(&mut self.code);
        self.code.write().local_get(self.slots.active).i32_eqz();
        self.code.write().if_(BlockType::Empty).return_().end();
        self.code.write().loop_(BlockType::Empty);
        self.walk_block();
        self.code.write().br_if(0).end();
        self.code.write().br(0).end();
    }

    /// Takes every walk in hand a block further; whether the next block may follow at once
    /// goes on the stack.
    fn walk_block(&mut self) {
        let hands = self.hands.clone();
        for hand in &hands {
            self.pick_up(hand);
        }
        self.code.write().i32_const(0).local_set(self.step);
        self.code.write().loop_(BlockType::Empty);
        for hand in &hands {
            self.take_step(hand);
        }
        self.code.add(self.step, 1);
        self.code.write().local_get(self.step);
        self.code.write().local_get(Given::BLOCK).i32_lt_u();
        self.code.write().br_if(0).end();
        self.code.write().i64_const(0).i64x2_splat();
        self.code.write().local_set(self.mask);
        for hand in &hands {
            self.put_down(hand);
        }
        let Slots { clock, due, .. } = self.slots;
        self.code.add(clock, 1);
        self.code.write().local_get(clock).local_get(due).i32_lt_u();
        self.code.write().local_get(self.mask).v128_any_true();
        self.code.write().i32_eqz().i32_and();
    }

    fn pick_up(&mut self, hand: &Hand) {
        let code = &mut self.code;
        for (index, coordinate) in hand.point.iter().enumerate() {
            let [now, before, _] = self.slots.coordinate(index);
            hand.address(code);
            hand.address(code);
            code.write().v128_load(now).local_tee(*coordinate);
            code.write().v128_store(before);
        }
        hand.address(code);
        code.write().v128_load(self.slots.row(Row::Used));
        code.write().local_set(hand.walking);
        for local in [hand.steepest, hand.watched] {
            code.write().i64_const(0).i64x2_splat().local_set(local);
        }
    }

    /// Looks whether the two walks have converged, and takes them a step further.
    fn take_step(&mut self, hand: &Hand) {
        let outputs = self.lanes[0].run(&mut self.code, &hand.point);
        let (slopes, value) = outputs.split_at(self.parameters);
        self.code.sum_of_squares(slopes);
        self.code.write().local_tee(self.sum).local_get(self.flat);
        self.code.write().f64x2_le().local_get(hand.walking);
        self.code.write().v128_and().local_tee(self.mask);
        self.code.write().v128_any_true().if_(BlockType::Empty);
        self.note_converged(hand);
        self.code.write().end();
        self.keep_steepest(hand);
        for number in value {
            self.watch(hand, *number);
        }
        self.look_up_rate(hand);
        if self.tapes.partials.is_empty() {
            self.step_together(hand, slopes);
        } else {
            self.watch(hand, self.sum);
            self.step_along(hand.point[0], slopes[0]);
            self.step_one_by_one(hand);
        }
    }

    /// Nothing moves before all is worked out: a slope may be another coordinate itself, as
    /// those of x·y are.
    fn step_together(&mut self, hand: &Hand, slopes: &[u32]) {
        for (coordinate, slope) in hand.point.iter().zip(slopes) {
            self.moved(*coordinate, *slope);
        }
        for coordinate in hand.point.iter().rev() {
            self.code.write().local_set(*coordinate);
        }
    }

    /// The later parameters look where the ones before have moved to.
    fn step_one_by_one(&mut self, hand: &Hand) {
        for index in 1..self.parameters {
            let slope = self.lanes[index].run(&mut self.code, &hand.point)[0];
            self.code.sum_of_squares(&[slope]);
            self.code.write().local_set(self.sum);
            self.keep_steepest(hand);
            self.step_along(hand.point[index], slope);
        }
    }

    fn keep_steepest(&mut self, hand: &Hand) {
        self.code
            .write()
            .local_get(hand.steepest)
            .local_get(self.sum);
        self.code.write().f64x2_pmax().local_set(hand.steepest);
    }

    fn look_up_rate(&mut self, hand: &Hand) {
        hand.address(&mut self.code);
        self.code.write().v128_load(self.slots.row(Row::Rate));
        self.code.write().local_set(self.minus_alpha);
    }

    /// A coordinate moves by −α times a slope.
    fn step_along(&mut self, coordinate: u32, slope: u32) {
        self.moved(coordinate, slope);
        self.code.write().local_set(coordinate);
    }

    /// Where a coordinate moves to goes on the stack.
    fn moved(&mut self, coordinate: u32, slope: u32) {
        self.code.write().local_get(coordinate);
        self.code
            .write()
            .local_get(self.minus_alpha)
            .local_get(slope);
        self.code.write().f64x2_mul().f64x2_add();
    }

    /// x − x is 0 if x is finite, otherwise NaN.
    fn watch(&mut self, hand: &Hand, number: u32) {
        self.code.write().local_get(hand.watched);
        self.code.write().local_get(number).local_get(number);
        self.code.write().f64x2_sub().f64x2_add();
        self.code.write().local_set(hand.watched);
    }

    /// Writes down point and step of the walks whose bits are set in the mask.
    fn note_converged(&mut self, hand: &Hand) {
        for (index, coordinate) in hand.point.iter().enumerate() {
            let [.., place] = self.slots.coordinate(index);
            hand.address(&mut self.code);
            self.code.write().local_get(*coordinate);
            hand.address(&mut self.code);
            self.code.write().v128_load(place).local_get(self.mask);
            self.code.write().v128_bitselect().v128_store(place);
        }
        let place = self.slots.row(Row::Converged);
        hand.address(&mut self.code);
        self.code.write().local_get(self.step).f64_convert_i32_u();
        self.code.write().f64x2_splat();
        hand.address(&mut self.code);
        self.code.write().v128_load(place).local_get(self.mask);
        self.code.write().v128_bitselect().v128_store(place);
        self.code.write().local_get(hand.walking);
        self.code.write().local_get(self.mask).v128_andnot();
        self.code.write().local_set(hand.walking);
    }

    /// Writes down what has become of the two walks; the mask gathers slots to be served.
    fn put_down(&mut self, hand: &Hand) {
        let [fine, walking, used] =
            [Row::Fine, Row::Walking, Row::Used].map(|row| self.slots.row(row));
        for (index, coordinate) in hand.point.iter().enumerate() {
            let [now, ..] = self.slots.coordinate(index);
            hand.address(&mut self.code);
            self.code.write().local_get(*coordinate).v128_store(now);
        }
        hand.address(&mut self.code);
        self.is_fine(hand);
        self.code.write().local_tee(self.sum).v128_store(fine);
        hand.address(&mut self.code);
        self.code
            .write()
            .local_get(hand.walking)
            .v128_store(walking);
        self.code.write().local_get(self.mask);
        hand.address(&mut self.code);
        self.code.write().v128_load(used);
        self.code
            .write()
            .local_get(hand.walking)
            .local_get(self.sum);
        self.code.write().v128_and().v128_andnot().v128_or();
        self.code.write().local_set(self.mask);
    }

    /// Whether the block can have met no infinity and left no bounds goes on the stack.
    fn is_fine(&mut self, hand: &Hand) {
        self.code.sum_of_squares(&hand.point);
        self.code
            .write()
            .local_get(Given::POINT_BOUND)
            .f64x2_splat();
        self.code.write().f64x2_lt();
        self.look_up_rate(hand);
        self.code.sum_of_squares(&[self.minus_alpha]);
        self.code.write().local_get(hand.steepest).f64x2_mul();
        self.code.write().local_get(Given::STEP_BOUND).f64x2_splat();
        self.code.write().f64x2_lt().v128_and();
        self.code.write().local_get(hand.steepest);
        self.code
            .write()
            .local_get(Given::SLOPE_BOUND)
            .f64x2_splat();
        self.code.write().f64x2_lt().v128_and();
        if self.tapes.watches() {
            self.code.write().local_get(hand.watched);
            self.code.write().local_get(hand.watched);
            self.code.write().f64x2_eq().v128_and();
        }
    }
}
