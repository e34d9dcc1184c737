//! One case, rated natively. `wasm_node.rs` and `wasm_worker.rs` ask the same of the compiled module.
#![cfg(not(target_arch = "wasm32"))]

mod one_answer;

#[test]
fn the_case_is_rated_as_expected() {
    one_answer::check();
}
