//! Names of columns and measures, compared as a person would.

use crate::letters::{is_letter_or_digit, small};

/// The name in lower case without spaces and punctuation: `School ID`, `school_id` and `SchoolId` are all `schoolid`.
///
/// Accents stay: they tell words apart in Spanish.
pub fn plain_name(name: &str) -> String {
    // Most names are plain ASCII, and every rating compares thousands of them.
    if name.is_ascii() {
        let letters = name.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase());
        let mut plain = Vec::with_capacity(name.len());
        plain.extend(letters);
        return String::from_utf8(plain).unwrap_or_default();
    }
    name.chars().filter(|character| is_letter_or_digit(*character)).map(small).collect()
}
