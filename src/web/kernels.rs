//! Compiled costs in the browser: modules that share the engine's memory.

use std::rc::Rc;

use js_sys::WebAssembly::{Instance, Module as WasmModule, Table};
use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::lab::Lab;
use crate::compile::{ENGINE, Imported, Module};
use crate::lab::Compiler;
use crate::landscape::{Kernel, Ledger, Stretch};

#[wasm_bindgen]
impl Lab {
    /// From now on costs are compiled, where the page's policy allows that; the numbers
    /// stay the same to the last bit.
    pub fn compile(&mut self) {
        self.session.compile_with(Rc::new(Browser));
    }
}

struct Browser;

impl Compiler for Browser {
    fn instantiate(&self, module: &Module) -> Option<Rc<dyn Kernel>> {
        instantiate(module).ok()
    }
}

/// Puts a module beside the engine, into its memory.
///
/// # Errors
/// Where the page's policy forbids it.
pub fn instantiate(module: &Module) -> Result<Rc<dyn Kernel>, JsValue> {
    let engine = Object::new();
    Reflect::set(&engine, &"memory".into(), &wasm_bindgen::memory())?;
    let functions: Table = wasm_bindgen::function_table().unchecked_into();
    for import in &module.imports {
        // Here a pointer to a function is its place in the table.
        let place = match import.function {
            Imported::One(function) => function as usize,
            Imported::Two(function) => function as usize,
        };
        let function = functions.get(place as u32)?;
        Reflect::set(&engine, &import.name.into(), &function)?;
    }
    let imports = Object::new();
    Reflect::set(&imports, &ENGINE.into(), &engine)?;
    let compiled = WasmModule::new(&Uint8Array::from(&module.bytes[..]))?;
    let exports = Instance::new(&compiled, &imports)?.exports();
    let function = |name: &str| Reflect::get(&exports, &name.into())?.dyn_into::<Function>();
    Ok(Rc::new(Compiled {
        across: module.across,
        grid: function("grid")?,
        descend: function("descend")?,
    }))
}

/// The functions of an instance. They read and write what the addresses they are given
/// point to, and nothing else.
struct Compiled {
    across: usize,
    grid: Function,
    descend: Function,
}

impl Kernel for Compiled {
    fn across(&self) -> usize {
        self.across
    }

    fn grid(&self, point: &[f64], across: &[f64], (up, rows): (usize, &[f64]), into: &mut [f64]) {
        let mut point = point.to_vec();
        let start = point.as_mut_ptr();
        let ends = rows.as_ptr_range();
        let arguments = Array::of5(
            &address(start),
            &address(start.wrapping_add(up)),
            &address(across.as_ptr()),
            &JsValue::from(8 * across.len() as u32),
            &address(ends.start),
        );
        arguments.push(&address(ends.end));
        arguments.push(&address(into.as_mut_ptr()));
        run(&self.grid, &arguments);
    }

    fn descend(&self, numbers: &mut [f64], ledger: Ledger, stretch: &Stretch) {
        let start = numbers.as_mut_ptr();
        let arguments = Array::of3(
            &address(start),
            &JsValue::from(8 * ledger.capacity as u32),
            &address(start.wrapping_add(ledger.slots())),
        );
        for whole in [stretch.count as u32, stretch.block, stretch.blocks] {
            arguments.push(&whole.into());
        }
        let bounds = [stretch.point_bound, stretch.step_bound, stretch.slope_bound];
        for number in [&[stretch.flat], &bounds[..]].concat() {
            arguments.push(&number.into());
        }
        run(&self.descend, &arguments);
    }
}

fn address<T>(pointer: *const T) -> JsValue {
    JsValue::from(pointer as usize as u32)
}

/// Compiled functions neither throw nor trap: they compute, and stay within their numbers.
fn run(function: &Function, arguments: &Array) {
    let outcome = function.apply(&JsValue::UNDEFINED, arguments);
    debug_assert!(outcome.is_ok(), "{outcome:?}");
}
