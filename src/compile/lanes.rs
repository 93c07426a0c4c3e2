use super::code::Code;
use crate::formula::{Instruction, Operation, Tape, power_chain};

/// A tape whose instructions work on two points at once: locals stand for registers.
pub(super) struct Lanes<'a> {
    tape: &'a Tape,
    parameters: usize,
    /// A local for each register behind those of the parameters.
    registers: Vec<u32>,
    /// Locals for what an instruction works out on the way.
    spare: Vec<u32>,
    imports: &'a [Import],
}

/// The instructions of a tape, with locals for registers.
pub(super) struct Split {
    /// Those whose results stay the same while the parameter moves.
    pub(super) still: Vec<Instruction>,
    /// The others.
    pub(super) moving: Vec<Instruction>,
    /// The locals of the results.
    pub(super) outputs: Vec<u32>,
}

/// A function that the module takes from the engine.
#[derive(Clone, Copy, Debug)]
pub struct Import {
    /// Its name in the formula language, or `pow`.
    pub name: &'static str,
    /// The function.
    pub function: Imported,
}

/// A function of one number or of two.
#[derive(Clone, Copy, Debug)]
pub enum Imported {
    /// Of one.
    One(fn(f64) -> f64),
    /// Of two.
    Two(fn(f64, f64) -> f64),
}

/// What the power with any exponent is called.
const POWER: &str = "pow";
/// Functions that are instructions, or a few.
const OWN: [&str; 5] = ["abs", "sqrt", "sign", "min", "max"];
/// A power of 64 takes six products, of 63 ten.
const MOST_PRODUCTS: usize = 11;

impl<'a> Lanes<'a> {
    /// Gives the constants to their locals, once at the beginning of a function.
    pub(super) fn begin(
        code: &mut Code,
        tape: &'a Tape,
        parameters: usize,
        imports: &'a [Import],
    ) -> Lanes<'a> {
        let registers = code.vectors(tape.registers() - parameters);
        for (register, constant) in registers.iter().zip(tape.constants()) {
            code.write().f64_const((*constant).into()).f64x2_splat();
            code.write().local_set(*register);
        }
        let powers = |one: &Instruction| matches!(one.operation, Operation::WholePower(_));
        let spare = match tape.instructions().iter().any(powers) {
            true => code.vectors(MOST_PRODUCTS),
            false => Vec::new(),
        };
        Lanes {
            tape,
            parameters,
            registers,
            spare,
            imports,
        }
    }

    /// Works out the tape's outputs at the points in these locals, one for each parameter;
    /// gives the locals they are in.
    pub(super) fn run(&self, code: &mut Code, at: &[u32]) -> Vec<u32> {
        let places = self.places(at);
        for instruction in self.tape.instructions() {
            self.apply(code, &placed(instruction, &places));
        }
        self.outputs(&places)
    }

    /// The same in two parts: what is the same wherever one parameter is, and what is not.
    pub(super) fn split(&self, code: &mut Code, at: &[u32], moving: usize) -> Split {
        let mut places = self.places(at);
        let mut moves = vec![false; places.len()];
        moves[moving] = true;
        let mut parts = [Vec::new(), Vec::new()];
        for instruction in self.tape.instructions() {
            let into = instruction.into as usize;
            let depends = instruction.reads().any(|register| moves[register as usize]);
            moves[into] = depends;
            // What stays needs a place that nothing else is put into.
            let place = match depends {
                true => self.registers[into - self.parameters],
                false => code.vector(),
            };
            let before = placed(instruction, &places);
            places[into] = place;
            parts[usize::from(depends)].push(Instruction {
                into: place,
                ..before
            });
        }
        let [still, moving] = parts;
        Split {
            still,
            moving,
            outputs: self.outputs(&places),
        }
    }

    /// Writes instructions whose registers are locals.
    pub(super) fn emit(&self, code: &mut Code, placed: &[Instruction]) {
        for instruction in placed {
            self.apply(code, instruction);
        }
    }

    /// A local for each register.
    fn places(&self, at: &[u32]) -> Vec<u32> {
        [at, &self.registers].concat()
    }

    fn outputs(&self, places: &[u32]) -> Vec<u32> {
        let outputs = self.tape.outputs().iter();
        outputs.map(|output| places[*output as usize]).collect()
    }

    fn apply(&self, code: &mut Code, instruction: &Instruction) {
        let Instruction { a, b, into, .. } = *instruction;
        match instruction.operation {
            Operation::WholePower(exponent) => self.power(code, exponent, a),
            Operation::Power => self.call(code, POWER, &[a, b]),
            Operation::Choose { c, d } => choose(code, [c, d], [a, b]),
            Operation::One("sign", _) => sign(code, a),
            Operation::One(name, _) if !OWN.contains(&name) => self.call(code, name, &[a]),
            Operation::Two(name, _) if !OWN.contains(&name) => self.call(code, name, &[a, b]),
            operation => arithmetic(code, operation, a, b),
        }
        code.write().local_set(into);
    }

    fn power(&self, code: &mut Code, exponent: i32, x: u32) {
        let mut spare = self.spare.iter();
        let power = power_chain(x, exponent.unsigned_abs(), |a, b| {
            code.write().local_get(a).local_get(b).f64x2_mul();
            let product = spare.next().copied().unwrap_or(a);
            code.write().local_set(product);
            product
        });
        if exponent < 0 {
            code.write().f64_const(1.0.into()).f64x2_splat();
            code.write().local_get(power).f64x2_div();
        } else {
            code.write().local_get(power);
        }
    }

    /// The engine's own functions take one number at a time.
    fn call(&self, code: &mut Code, name: &str, arguments: &[u32]) {
        let index = self.imports.iter().position(|import| import.name == name);
        for lane in [0, 1] {
            for argument in arguments {
                code.write().local_get(*argument).f64x2_extract_lane(lane);
            }
            code.write().call(index.unwrap_or(0) as u32);
            match lane {
                0 => code.write().f64x2_splat(),
                _ => code.write().f64x2_replace_lane(lane),
            };
        }
    }
}

/// The instruction with a register's place for each register.
fn placed(instruction: &Instruction, places: &[u32]) -> Instruction {
    let place = |register: u32| places[register as usize];
    let operation = match instruction.operation {
        Operation::Choose { c, d } => Operation::Choose {
            c: place(c),
            d: place(d),
        },
        operation => operation,
    };
    Instruction {
        operation,
        into: place(instruction.into),
        a: place(instruction.a),
        b: place(instruction.b),
    }
}

/// What is one instruction.
fn arithmetic(code: &mut Code, operation: Operation, a: u32, b: u32) {
    let mut write = code.write();
    let first = write.local_get(a);
    match operation {
        Operation::Negative => first.f64x2_neg(),
        Operation::One("abs", _) => first.f64x2_abs(),
        Operation::One(..) => first.f64x2_sqrt(),
        Operation::Add => first.local_get(b).f64x2_add(),
        Operation::Subtract => first.local_get(b).f64x2_sub(),
        Operation::Divide => first.local_get(b).f64x2_div(),
        Operation::Two("min", _) => first.local_get(b).f64x2_min(),
        Operation::Two(..) => first.local_get(b).f64x2_max(),
        // A square is a·a, and b is a.
        _ => first.local_get(b).f64x2_mul(),
    };
}

/// a where c ≤ d, b where c > d, otherwise NaN.
fn choose(code: &mut Code, [c, d]: [u32; 2], [a, b]: [u32; 2]) {
    code.write().local_get(a);
    code.write().local_get(b);
    code.write().f64_const(f64::NAN.into()).f64x2_splat();
    code.write().local_get(c).local_get(d).f64x2_gt();
    code.write().v128_bitselect();
    code.write().local_get(c).local_get(d).f64x2_le();
    code.write().v128_bitselect();
}

/// 1 above 0, −1 below, otherwise x·0.
fn sign(code: &mut Code, x: u32) {
    let number = |code: &mut Code, value: f64| {
        code.write().f64_const(value.into()).f64x2_splat();
    };
    number(code, 1.0);
    number(code, -1.0);
    code.write().local_get(x);
    number(code, 0.0);
    code.write().f64x2_mul();
    code.write().local_get(x);
    number(code, 0.0);
    code.write().f64x2_lt().v128_bitselect();
    code.write().local_get(x);
    number(code, 0.0);
    code.write().f64x2_gt().v128_bitselect();
}

/// The functions of the engine that tapes call, each once.
pub(super) fn imports(tapes: &[&Tape]) -> Vec<Import> {
    let mut found: Vec<Import> = Vec::new();
    for instruction in tapes.iter().flat_map(|tape| tape.instructions()) {
        let (name, function) = match instruction.operation {
            Operation::One(name, _) | Operation::Two(name, _) if OWN.contains(&name) => continue,
            Operation::One(name, function) => (name, Imported::One(function)),
            Operation::Two(name, function) => (name, Imported::Two(function)),
            Operation::Power => (POWER, Imported::Two(libm::pow)),
            _ => continue,
        };
        if found.iter().all(|import| import.name != name) {
            found.push(Import { name, function });
        }
    }
    found
}
