use wasm_encoder::{BlockType, Function};

use super::code::{Code, numbers_behind};
use super::lanes::{Import, Lanes};
use crate::formula::Tape;

/// `values(at₀, …, atₙ₋₁, into, count)`: the tape's value at `count` points, whose i-th
/// parameters stand behind the address atᵢ, goes behind the address `into`. `count` is
/// even.
pub(super) fn values(tape: &Tape, parameters: usize, imports: &[Import]) -> Function {
    let mut code = Code::new(parameters as u32 + 2);
    let (into, count) = (parameters as u32, parameters as u32 + 1);
    let here = code.whole();
    let end = code.whole();
    let at = code.vectors(parameters);
    let lanes = Lanes::begin(&mut code, tape, parameters, imports);
    code.write().local_get(count).i32_const(3).i32_shl();
    code.write()
        .local_tee(end)
        .i32_eqz()
        .if_(BlockType::Empty)
        .return_()
        .end();

    code.write().loop_(BlockType::Empty);
    for (address, vector) in at.iter().enumerate() {
        code.write()
            .local_get(address as u32)
            .local_get(here)
            .i32_add();
        code.write().v128_load(numbers_behind(0)).local_set(*vector);
    }
    let value = lanes.run(&mut code, &at)[0];
    code.write().local_get(into).local_get(here).i32_add();
    code.write().local_get(value).v128_store(numbers_behind(0));
    code.write()
        .local_get(here)
        .i32_const(16)
        .i32_add()
        .local_tee(here);
    code.write().local_get(end).i32_lt_u().br_if(0).end();
    code.finish()
}
