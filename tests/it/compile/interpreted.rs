use std::cell::RefCell;

use downhill::compile::{
    DESCEND, ENGINE, FORESEE, GRID, Imported, Module, grid_module, walk_module,
};
use downhill::cost::Cost;
use downhill::descent::{Foreseen, Guide, Plan};
use downhill::landscape::{GridKernel, Ledger, Stretch, WalkKernel};
use wasmi::{Engine, Instance, Linker, Memory, MemoryType, Store, Val};

/// A cost's compiled kernels in an interpreter, with a memory of their own.
pub(crate) struct Interpreted {
    store: RefCell<Store<()>>,
    memory: Memory,
    instance: Instance,
    across: usize,
}

impl Interpreted {
    /// The kernel that samples a cost along a parameter.
    pub(crate) fn grids(cost: &dyn Cost, across: usize) -> Interpreted {
        let program = cost.program().expect("a cost with a program");
        let compiled = grid_module(&program, across).expect("no monster");
        Interpreted::new(&compiled, across)
    }

    /// The kernel that walks down a cost.
    pub(crate) fn walks(cost: &dyn Cost, plan: &Plan) -> Interpreted {
        let program = cost.program().expect("a cost with a program");
        let Plan { rule, limits, .. } = plan;
        let compiled = walk_module(&program, rule.order, limits.reach).expect("no monster");
        Interpreted::new(&compiled, 0)
    }

    fn new(compiled: &Module, across: usize) -> Interpreted {
        let engine = Engine::default();
        let mut store = Store::new(&engine, ());
        let mut linker = Linker::new(&engine);
        for import in &compiled.imports {
            match import.function {
                Imported::One(function) => {
                    linker.func_wrap(ENGINE, import.name, move |x: f64| function(x))
                }
                Imported::Two(function) => {
                    linker.func_wrap(ENGINE, import.name, move |x: f64, y: f64| function(x, y))
                }
            }
            .unwrap();
        }
        let memory = Memory::new(&mut store, MemoryType::new(64, None)).unwrap();
        linker.define(ENGINE, "memory", memory).unwrap();
        let module = wasmi::Module::new(&engine, &compiled.bytes).expect("a valid module");
        let instance = linker.instantiate_and_start(&mut store, &module).unwrap();
        Interpreted {
            store: RefCell::new(store),
            memory,
            instance,
            across,
        }
    }

    fn put(&self, address: usize, numbers: &[f64]) {
        let bytes: Vec<u8> = numbers
            .iter()
            .flat_map(|number| number.to_le_bytes())
            .collect();
        let mut store = self.store.borrow_mut();
        self.memory.write(&mut *store, address, &bytes).unwrap();
    }

    fn get(&self, address: usize, into: &mut [f64]) {
        let mut bytes = vec![0; 8 * into.len()];
        self.memory
            .read(&*self.store.borrow(), address, &mut bytes)
            .unwrap();
        for (number, bytes) in into.iter_mut().zip(bytes.chunks_exact(8)) {
            *number = f64::from_le_bytes(bytes.try_into().unwrap());
        }
    }

    fn call(&self, name: &str, arguments: &[Val]) {
        let mut store = self.store.borrow_mut();
        let function = self.instance.get_func(&*store, name).unwrap();
        function.call(&mut *store, arguments, &mut []).unwrap();
    }
}

impl GridKernel for Interpreted {
    fn across(&self) -> usize {
        self.across
    }

    fn grid(&self, point: &[f64], across: &[f64], (up, rows): (usize, &[f64]), into: &mut [f64]) {
        let mut next = 0;
        let mut place = |numbers: &[f64]| {
            self.put(next, numbers);
            next += 8 * numbers.len();
            next - 8 * numbers.len()
        };
        let [point, first, row] = [point, across, rows].map(&mut place);
        let whole = |number: usize| Val::I32(number as i32);
        self.call(
            GRID,
            &[
                whole(point),
                whole(point + 8 * up),
                whole(first),
                whole(8 * across.len()),
                whole(row),
                whole(next),
                whole(next),
            ],
        );
        self.get(next, into);
    }
}

impl Guide for Interpreted {
    fn foresee(&self, alpha: f64, point: &[f64], gradient: &[f64], rows: &mut [f64]) {
        let parameters = point.len();
        self.put(0, point);
        self.put(8 * parameters, gradient);
        let whole = |number: usize| Val::I32(number as i32);
        self.call(
            FORESEE,
            &[
                whole(0),
                whole(8 * parameters),
                whole(16 * parameters),
                whole(rows.len() / Foreseen::row(parameters)),
                Val::F64((-alpha).into()),
            ],
        );
        self.get(16 * parameters, rows);
    }
}

impl WalkKernel for Interpreted {
    fn descend(&self, numbers: &mut [f64], ledger: Ledger, stretch: &Stretch) {
        self.put(0, numbers);
        let whole = |number: usize| Val::I32(number as i32);
        let float = |number: f64| Val::F64(number.into());
        self.call(
            DESCEND[usize::from(stretch.count <= 2)],
            &[
                whole(0),
                whole(8 * ledger.capacity),
                whole(8 * ledger.slots()),
                whole(stretch.count),
                whole(stretch.block as usize),
                whole(stretch.blocks as usize),
                float(stretch.flat),
                float(stretch.point_bound),
                float(stretch.step_bound),
                float(stretch.slope_bound),
            ],
        );
        self.get(0, numbers);
    }
}
