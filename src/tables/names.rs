//! Names of columns and measures, compared as a person would.

/// The name in lower case without spaces and punctuation: `School ID`, `school_id` and `SchoolId` are all `schoolid`.
///
/// Accents stay: they tell words apart in Spanish.
pub fn plain_name(name: &str) -> String {
    name.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
