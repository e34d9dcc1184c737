//! Text compared and searched as English and Spanish need it. The standard library knows the capitals of all scripts and
//! searches any text in linear time: both bring tables and texts into the module that are larger than what uses them.

/// The small letter of a capital, in Latin-1: the alphabets of English, Spanish and their neighbors. All else stays.
pub fn small(letter: char) -> char {
    match u8::try_from(letter) {
        Ok(capital @ (b'A'..=b'Z' | 0xC0..=0xD6 | 0xD8..=0xDE)) => char::from(capital | 0x20),
        _ => letter,
    }
}

/// Whether it is a letter or a digit. Beyond Latin-1, all is that isn't in a block of marks, punctuation or symbols.
pub fn is_letter_or_digit(character: char) -> bool {
    match character {
        ..'\u{80}' => character.is_ascii_alphanumeric(),
        'ª' | 'µ' | 'º' => true,
        ..'À' | '×' | '÷' | '\u{300}'..='\u{36F}' => false,
        '\u{2000}'..='\u{2BFF}' | '\u{3000}'..='\u{303F}' | '\u{FE00}'..='\u{FEFF}' | '\u{FFF0}'.. => false,
        _ => true,
    }
}

/// The text in small letters.
pub fn lower(text: &str) -> String {
    text.chars().map(small).collect()
}

/// What stands before and behind the first place of a part in a text. Both are short.
pub fn around<'t>(text: &'t str, part: &str) -> Option<(&'t str, &'t str)> {
    let (at, _) = text.char_indices().find(|(at, _)| text.get(*at..).is_some_and(|rest| rest.starts_with(part)))?;
    let (before, rest) = text.split_at_checked(at)?;
    Some((before, rest.strip_prefix(part)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_english_and_spanish_lose_their_capitals() {
        let capitals = "ABCXYZ ÁÉÍÓÚÜÑ ÀÇÊÖØÞ ¿?¡! × ÷ ß ÿ 日本 Ω";
        assert_eq!(lower(capitals), "abcxyz áéíóúüñ àçêöøþ ¿?¡! × ÷ ß ÿ 日本 Ω");
        for letter in (0..=0xFF_u8).map(char::from) {
            assert_eq!(small(letter).to_string(), letter.to_lowercase().to_string());
        }
    }

    #[test]
    fn spaces_punctuation_and_symbols_are_no_letters() {
        assert!("azAZ09ñÜéßÿºªŁőΩж日本".chars().all(is_letter_or_digit));
        assert!(
            !" _-.,;:()/'\"#%&¿?¡!·«»°±×÷\u{a0}\u{301}–—‘’“”…•€™→≥■\u{200b}\u{feff}\u{fffd}"
                .chars()
                .any(is_letter_or_digit)
        );
        for character in (0..=0xFF_u8).map(char::from) {
            let fraction_or_power = "²³¹¼½¾".contains(character);
            assert_eq!(is_letter_or_digit(character) || fraction_or_power, character.is_alphanumeric());
        }
    }

    proptest::proptest! {
        #[test]
        fn a_part_is_found_where_the_standard_library_finds_it(text in "[aéb]{0,9}", part in "[aéb]{1,3}") {
            proptest::prop_assert_eq!(around(&text, &part), text.split_once(&part));
        }
    }
}
