//! Compiled costs in the browser: modules that share the engine's memory.

use std::rc::Rc;

use js_sys::WebAssembly::{Instance, Module as WasmModule, Table};
use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::lab::Lab;
use crate::compile::{DESCEND, ENGINE, FORESEE, GRID, Imported, Module};
use crate::descent::{Foreseen, Guide};
use crate::lab::Compiler;
use crate::landscape::{GridKernel, Ledger, Stretch, WalkKernel};

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
    fn grid_kernel(&self, module: &Module, across: usize) -> Option<Rc<dyn GridKernel>> {
        grid_kernel(module, across).ok()
    }

    fn walk_kernel(&self, module: &Module) -> Option<Rc<dyn WalkKernel>> {
        walk_kernel(module).ok()
    }
}

/// The kernel of a [`grid_module`](crate::compile::grid_module) for this parameter across.
///
/// # Errors
/// Where the page's policy forbids it.
pub fn grid_kernel(module: &Module, across: usize) -> Result<Rc<dyn GridKernel>, JsValue> {
    let grid = function(&instantiate(module)?, GRID)?;
    Ok(Rc::new(Grid { across, grid }))
}

/// The kernel of a [`walk_module`](crate::compile::walk_module).
///
/// # Errors
/// Where the page's policy forbids it.
pub fn walk_kernel(module: &Module) -> Result<Rc<dyn WalkKernel>, JsValue> {
    let exports = instantiate(module)?;
    let [many, few] = DESCEND.map(|name| function(&exports, name));
    Ok(Rc::new(Walks {
        many: many?,
        few: few?,
        foresee: function(&exports, FORESEE)?,
    }))
}

/// Puts a module beside the engine, into its memory; gives what it exports.
fn instantiate(module: &Module) -> Result<Object, JsValue> {
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
    Ok(Instance::new(&compiled, &imports)?.exports())
}

fn function(exports: &Object, name: &str) -> Result<Function, JsValue> {
    Reflect::get(exports, &name.into())?.dyn_into()
}

// Functions of an instance read and write what the addresses they are given point to, and
// nothing else.

struct Grid {
    across: usize,
    grid: Function,
}

struct Walks {
    many: Function,
    few: Function,
    foresee: Function,
}

impl GridKernel for Grid {
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
}

impl Guide for Walks {
    fn foresee(&self, alpha: f64, point: &[f64], gradient: &[f64], rows: &mut [f64]) {
        let count = rows.len() / Foreseen::row(point.len());
        let arguments = Array::of5(
            &address(point.as_ptr()),
            &address(gradient.as_ptr()),
            &address(rows.as_mut_ptr()),
            &JsValue::from(count as u32),
            &(-alpha).into(),
        );
        run(&self.foresee, &arguments);
    }
}

impl WalkKernel for Walks {
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
        let function = match stretch.count {
            ..=2 => &self.few,
            _ => &self.many,
        };
        run(function, &arguments);
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
