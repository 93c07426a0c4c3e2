use std::cell::RefCell;
use std::rc::Rc;

use super::Session;
use crate::compile::{Module, grid_module, walk_module};
use crate::descent::Rule;
use crate::landscape::{GridKernel, WalkKernel};

/// Whoever can make a module run: a browser. What is forbidden or fails gives `None`.
pub trait Compiler {
    /// The kernel of a [`grid_module`] for this parameter across.
    fn grid_kernel(&self, module: &Module, across: usize) -> Option<Rc<dyn GridKernel>>;

    /// The kernel of a [`walk_module`].
    fn walk_kernel(&self, module: &Module) -> Option<Rc<dyn WalkKernel>>;
}

/// The kernels of the present cost, made when they are first wanted.
#[derive(Default)]
pub(super) struct Kernels {
    compiler: Option<Rc<dyn Compiler>>,
    made: RefCell<Made>,
}

#[derive(Default)]
struct Made {
    /// The subject's number.
    of: u64,
    /// By the parameter across.
    grids: Vec<(usize, Option<Rc<dyn GridKernel>>)>,
    /// By the rule.
    walks: Vec<(&'static Rule, Option<Rc<dyn WalkKernel>>)>,
}

impl Made {
    fn empty_for(&mut self, subject: u64) {
        if self.of != subject {
            *self = Made {
                of: subject,
                ..Made::default()
            };
        }
    }
}

impl Session {
    /// From now on costs are compiled.
    pub fn compile_with(&mut self, compiler: Rc<dyn Compiler>) {
        self.kernels = Kernels {
            compiler: Some(compiler),
            made: RefCell::default(),
        };
    }

    /// What samples the present cost on its map, where something can compile it.
    pub fn grid_kernel(&self) -> Option<Rc<dyn GridKernel>> {
        let compiler = self.kernels.compiler.as_ref()?;
        let subject = self.subject();
        let [across, _] = self.axes();
        let mut made = self.kernels.made.borrow_mut();
        made.empty_for(subject.number);
        kept(&mut made.grids, across, || {
            let module = grid_module(&*subject.cost.program()?, across)?;
            compiler.grid_kernel(&module, across)
        })
    }

    /// What walks down the present cost by a rule, where something can compile it. Nothing
    /// does where each step looks at rows of its own.
    pub fn walk_kernel(&self, rule: &'static Rule) -> Option<Rc<dyn WalkKernel>> {
        let compiler = self.kernels.compiler.as_ref()?;
        if self.batch().is_some() {
            return None;
        }
        let subject = self.subject();
        let mut made = self.kernels.made.borrow_mut();
        made.empty_for(subject.number);
        kept(&mut made.walks, rule, || {
            let reach = self.plan().limits.reach;
            let module = walk_module(&*subject.cost.program()?, rule.order, reach)?;
            compiler.walk_kernel(&module)
        })
    }
}

/// What was made of this before, or is made now.
fn kept<Of: PartialEq, Kernel: Clone>(
    made: &mut Vec<(Of, Kernel)>,
    of: Of,
    make: impl FnOnce() -> Kernel,
) -> Kernel {
    if let Some((_, kernel)) = made.iter().find(|(known, _)| *known == of) {
        return kernel.clone();
    }
    let kernel = make();
    made.push((of, kernel.clone()));
    kernel
}
