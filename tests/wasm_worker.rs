//! The compiled module gives the native answer in a dedicated worker of a browser, where the site runs it.
#![cfg(target_arch = "wasm32")]

mod one_answer;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[wasm_bindgen_test]
fn the_case_is_rated_as_natively() {
    one_answer::check();
}
