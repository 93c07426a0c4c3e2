//! Compiled formulas in the browser: modules that share the engine's memory.

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
    /// From now on formulas are compiled, where the page's policy allows that; the numbers
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
        values: function("values")?,
        descend: function("descend")?,
    }))
}

/// The functions of an instance. They read and write what the addresses they are given
/// point to, and nothing else.
struct Compiled {
    values: Function,
    descend: Function,
}

impl Compiled {
    /// An even number of points.
    fn pairs(&self, at: &[&[f64]], into: &mut [f64]) {
        let arguments = Array::new();
        for lane in at {
            arguments.push(&address(lane.as_ptr()));
        }
        arguments.push(&address(into.as_mut_ptr()));
        arguments.push(&JsValue::from(into.len() as u32));
        run(&self.values, &arguments);
    }
}

impl Kernel for Compiled {
    fn values(&self, at: &[&[f64]], into: &mut [f64]) {
        let even = into.len() / 2 * 2;
        let (pairs, rest) = into.split_at_mut(even);
        self.pairs(at, pairs);
        if let [value] = rest {
            // The last of an odd number is worked out twice.
            let last: Vec<[f64; 2]> = at.iter().map(|lane| [lane[even]; 2]).collect();
            let last: Vec<&[f64]> = last.iter().map(|lane| &lane[..]).collect();
            let mut twice = [0.0; 2];
            self.pairs(&last, &mut twice);
            [*value, _] = twice;
        }
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
        let bounds = [stretch.flat, stretch.point_bound, stretch.slope_bound];
        for number in [&[-stretch.alpha], &bounds[..]].concat() {
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
