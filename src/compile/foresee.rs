use wasm_encoder::{BlockType, Function, ValType};

use super::code::{Code, numbers_behind};
use super::descend::Tapes;
use super::lanes::{Import, Lanes};
use crate::descent::Foreseen;
use crate::formula::Tape;

/// The arguments of `foresee`, which are its first locals: three addresses, the number of
/// rows, and −α.
pub(super) struct Given;

impl Given {
    const POINT: u32 = 0;
    const GRADIENT: u32 = 1;
    const ROWS: u32 = 2;
    const COUNT: u32 = 3;
    const MINUS_ALPHA: u32 = 4;

    pub(super) fn types() -> Vec<ValType> {
        [[ValType::I32; 4].to_vec(), vec![ValType::F64]].concat()
    }
}

/// `foresee`, as [`Guide`](crate::descent::Guide) describes it, for at least one row. Both
/// halves of a vector have the same number.
pub(super) fn foresee(
    outputs: &Tape,
    tapes: &Tapes,
    parameters: usize,
    imports: &[Import],
) -> Function {
    let mut code = Code::new(Given::types().len() as u32);
    let [point, slopes] = [(); 2].map(|()| code.vectors(parameters));
    let [minus_alpha, step] = [(); 2].map(|()| code.vector());
    let mut begin = |tape| Lanes::begin(&mut code, tape, parameters, imports);
    let all = begin(outputs);
    let partials: Vec<Lanes> = tapes.partials().iter().copied().map(begin).collect();

    for (address, vectors) in [(Given::POINT, &point), (Given::GRADIENT, &slopes)] {
        for (index, vector) in vectors.iter().enumerate() {
            code.write().local_get(address);
            code.write().v128_load64_splat(numbers_behind(index));
            code.write().local_set(*vector);
        }
    }
    code.write().local_get(Given::MINUS_ALPHA).f64x2_splat();
    code.write().local_set(minus_alpha);
    code.write().loop_(BlockType::Empty);
    for (index, coordinate) in point.iter().enumerate() {
        let slope = match partials.get(index.wrapping_sub(1)) {
            // It looks where the parameters before have moved to.
            Some(partial) => partial.run(&mut code, &point)[0],
            None => slopes[index],
        };
        code.write().local_get(minus_alpha).local_get(slope);
        code.write().f64x2_mul().local_set(step);
        code.write().local_get(*coordinate).local_get(step);
        code.write().f64x2_add().local_set(*coordinate);
        keep(&mut code, step, index);
        keep(&mut code, *coordinate, parameters + index);
    }
    let found = all.run(&mut code, &point);
    for (index, number) in found.iter().enumerate() {
        keep(&mut code, *number, 2 * parameters + index);
    }
    for (slope, number) in slopes.iter().zip(found) {
        code.write().local_get(number).local_set(*slope);
    }
    code.add(Given::ROWS, 8 * Foreseen::row(parameters) as i32);
    code.add(Given::COUNT, -1);
    code.write().local_get(Given::COUNT).br_if(0).end();
    code.finish()
}

/// Writes a number into the row.
fn keep(code: &mut Code, vector: u32, place: usize) {
    code.write().local_get(Given::ROWS).local_get(vector);
    code.write().v128_store64_lane(numbers_behind(place), 0);
}
