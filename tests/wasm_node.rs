//! The compiled module gives the native answer in Node.
#![cfg(target_arch = "wasm32")]

mod one_answer;

use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn the_case_is_rated_as_natively() {
    one_answer::check();
}
