use super::*;

const MET: Truth = Truth::Met;
const NOT: Truth = Truth::NotMet;
const OPEN: Truth = Truth::Undetermined;

/// Three facts whose comparison with 1 is met, not met and undetermined.
fn three() -> Case {
    Case::default().number("m", "1").number("n", "0").unknown("u", FactKind::Number)
}

fn parts(letters: &str) -> String {
    let part = |letter| format!(r#"{{ "fact": "{letter}", "atLeast": 1 }}"#);
    letters.chars().map(part).collect::<Vec<_>>().join(", ")
}

#[test]
fn all_any_and_not_follow_kleene() {
    for (letters, every, one) in [
        ("m", MET, MET),
        ("n", NOT, NOT),
        ("u", OPEN, OPEN),
        ("mm", MET, MET),
        ("mn", NOT, MET),
        ("mu", OPEN, MET),
        ("nu", NOT, OPEN),
        ("un", NOT, OPEN),
        ("um", OPEN, MET),
        ("nn", NOT, NOT),
        ("uu", OPEN, OPEN),
        ("mnu", NOT, MET),
    ] {
        let list = parts(letters);
        assert_eq!(condition(&format!(r#"{{ "all": [{list}] }}"#)).check(&three()), every, "all {letters}");
        assert_eq!(condition(&format!(r#"{{ "any": [{list}] }}"#)).check(&three()), one, "any {letters}");
    }
    for (letter, answer) in [("m", NOT), ("n", MET), ("u", OPEN)] {
        assert_eq!(condition(&format!(r#"{{ "not": {} }}"#, parts(letter))).check(&three()), answer);
    }
}

#[test]
fn at_least_so_many_counts_what_is_met_and_what_may_be() {
    for (letters, answers) in
        [("mmn", [MET, MET, NOT]), ("mun", [MET, OPEN, NOT]), ("unn", [OPEN, NOT, NOT]), ("uum", [MET, OPEN, OPEN])]
    {
        for (index, answer) in answers.into_iter().enumerate() {
            let text = format!(r#"{{ "atLeast": {}, "of": [{}] }}"#, index + 1, parts(letters));
            assert_eq!(condition(&text).check(&three()), answer, "{text}");
        }
    }
}

#[test]
fn numbers_are_compared_exactly() {
    let case = Case::default().number("x", "2/3");
    for (test, answer) in [
        (r#""atLeast": "2/3""#, MET),
        (r#""atLeast": "0.66667""#, NOT),
        (r#""atMost": "2/3""#, MET),
        (r#""atMost": "0.66666""#, NOT),
        (r#""above": "2/3""#, NOT),
        (r#""above": "0.66666""#, MET),
        (r#""below": "2/3""#, NOT),
        (r#""below": 1"#, MET),
        (r#""equals": "4/6""#, MET),
        (r#""equals": 1"#, NOT),
        (r#""in": [1, "4/6"]"#, MET),
        (r#""in": [1, 2]"#, NOT),
        (r#""known": true"#, MET),
        (r#""known": false"#, NOT),
        // These can't be asked of a number.
        (r#""atLeast": "high""#, OPEN),
        (r#""in": [1, "high"]"#, OPEN),
        (r#""in": ["high", "2/3"]"#, MET),
        (r#""contains": 1"#, OPEN),
        (r#""containsAny": ["a", "b"]"#, OPEN),
    ] {
        assert_eq!(condition(&format!(r#"{{ "fact": "x", {test} }}"#)).check(&case), answer, "{test}");
    }
}

#[test]
fn ratings_texts_sets_and_truths_are_compared_as_what_they_are() {
    let case = Case::default()
        .with("rating", rating(1))
        .with("model", FactValue::Text("dual language".into()))
        .with("grades", set(&["6", "7", "8"]))
        .with("charter", FactValue::Truth(true));
    for (fact, test, answer) in [
        ("rating", r#""atLeast": "middle""#, MET),
        ("rating", r#""above": "middle""#, NOT),
        ("rating", r#""below": "high""#, MET),
        ("rating", r#""atMost": "low""#, NOT),
        ("rating", r#""in": ["low", "middle"]"#, MET),
        ("rating", r#""equals": "best""#, OPEN),
        ("model", r#""equals": "dual language""#, MET),
        ("model", r#""in": ["blended", "other"]"#, NOT),
        ("model", r#""atLeast": "a""#, OPEN),
        ("grades", r#""contains": 6"#, MET),
        ("grades", r#""contains": "5""#, NOT),
        ("grades", r#""containsAny": [5, 6]"#, MET),
        ("grades", r#""containsAny": [4, 5]"#, NOT),
        ("grades", r#""equals": "6""#, OPEN),
        ("charter", r#""equals": true"#, MET),
        ("charter", r#""equals": "false""#, NOT),
        ("charter", r#""equals": "yes""#, OPEN),
    ] {
        let answered = condition(&format!(r#"{{ "fact": "{fact}", {test} }}"#)).check(&case);
        assert_eq!(answered, answer, "{fact} {test}");
    }
}

#[test]
fn an_unknown_fact_counts_as_the_policy_says() {
    let case = Case::default();
    for (rest, answer) in [
        (r#""atLeast": 1"#, OPEN),
        (r#""atLeast": 1, "whenUnknown": "met""#, MET),
        (r#""atLeast": 1, "whenUnknown": "not-met""#, NOT),
        (r#""known": true"#, NOT),
        (r#""known": false"#, MET),
    ] {
        assert_eq!(condition(&format!(r#"{{ "fact": "x", {rest} }}"#)).check(&case), answer, "{rest}");
    }
    // Once it is known, only its value counts.
    let known = condition(r#"{ "fact": "x", "atLeast": 1, "whenUnknown": "met" }"#);
    assert_eq!(known.check(&case.number("x", "0")), NOT);
}

/// The letters of the decisive comparisons.
fn decisive(text: &str) -> String {
    fn collect(node: &VerdictNode, letters: &mut String) {
        if let (true, VerdictRule::Fact { fact, .. }) = (node.decisive, &node.rule) {
            letters.push_str(fact);
        }
        node.parts.iter().for_each(|part| collect(part, letters));
    }
    let mut letters = String::new();
    collect(&condition(text).explain(&three()).root, &mut letters);
    letters
}

#[test]
fn the_decisive_parts_are_those_that_carry_the_answer() {
    for (letters, every, one) in [
        ("mn", "n", "m"),
        ("mm", "mm", "mm"),
        ("nn", "nn", "nn"),
        ("mu", "u", "m"),
        ("nu", "n", "u"),
        ("uu", "uu", "uu"),
    ] {
        let list = parts(letters);
        assert_eq!(decisive(&format!(r#"{{ "all": [{list}] }}"#)), every, "all {letters}");
        assert_eq!(decisive(&format!(r#"{{ "any": [{list}] }}"#)), one, "any {letters}");
    }
    assert_eq!(decisive(&format!(r#"{{ "atLeast": 2, "of": [{}] }}"#, parts("mmn"))), "mm");
    assert_eq!(decisive(&format!(r#"{{ "atLeast": 3, "of": [{}] }}"#, parts("mmn"))), "n");
    assert_eq!(decisive(&format!(r#"{{ "atLeast": 2, "of": [{}] }}"#, parts("mun"))), "u");
    // Below a part that doesn't matter nothing matters; below a "not" its own answer counts.
    let nested =
        format!(r#"{{ "any": [{{ "all": [{}] }}, {{ "not": {{ "any": [{}] }} }}] }}"#, parts("mn"), parts("nn"));
    assert_eq!(decisive(&nested), "nn");
}

#[test]
fn a_verdict_shows_values_words_and_sources() {
    let sources = r#"{ "book": { "title": "The book", "asOf": "2020-01-31", "read": true } }"#;
    let mut notices = Vec::new();
    let sources: Sources = crate::policy::read::decode(&parse(sources).unwrap(), "", &mut notices).unwrap();
    let text = r#"{ "any": [
        { "fact": "rating", "atLeast": "high", "label": { "en": "Top rated" }, "cite": "book: page 4" },
        { "fact": "grades", "containsAny": ["5"], "whenUnknown": "not-met" } ] }"#;
    let condition = Condition::read(&parse(text).unwrap(), "", &sources, &mut notices).unwrap();
    assert_eq!(notices, []);
    let verdict = condition.explain(&Case::default().with("rating", rating(0)));
    insta::assert_snapshot!(serde_json::to_string_pretty(&verdict).unwrap());
}

fn settles(text: &str, case: &Case) -> Option<Vec<String>> {
    condition(text).explain(case).settles
}

#[test]
fn an_undetermined_verdict_names_the_facts_that_settle_it() {
    let case = Case::default().number("m", "1");
    assert_eq!(settles(r#"{ "fact": "u", "atLeast": 1 }"#, &case).unwrap(), ["u"]);
    // Either part may leave the other one to decide.
    assert_eq!(settles(&format!(r#"{{ "all": [{}] }}"#, parts("muv")), &case).unwrap(), ["u", "v"]);
    // A decided verdict needs none.
    assert_eq!(settles(&format!(r#"{{ "any": [{}] }}"#, parts("mu")), &case), None);
    // The second part can't matter: the first decides both ways.
    let numbers = case.unknown("u", FactKind::Number).unknown("v", FactKind::Number);
    let either = r#"{ "any": [
        { "all": [{ "fact": "u", "atLeast": 1 }, { "fact": "v", "atLeast": 1, "whenUnknown": "met" }] },
        { "fact": "u", "atLeast": 5 } ] }"#;
    assert_eq!(settles(either, &numbers).unwrap(), ["u"]);
}

#[test]
fn repeated_facts_are_seen_to_hang_together() {
    let case = Case::default().unknown("u", FactKind::Number).unknown("v", FactKind::Number);
    // Whatever u is, one of the two holds, so v isn't asked.
    let text =
        r#"{ "any": [{ "fact": "u", "below": 3 }, { "fact": "u", "atLeast": 2 }, { "fact": "v", "equals": 1 }] }"#;
    assert_eq!(settles(text, &case).unwrap(), ["u"]);
    // Without the sorts of values they are taken to be independent, and the answer asks for too much rather than too little.
    assert_eq!(settles(text, &Case::default()).unwrap(), ["u", "v"]);
    let levels = Case::default().unknown("r", FactKind::Rating(scale())).unknown("v", FactKind::Number);
    let text = r#"{ "any": [{ "fact": "r", "atMost": "low" }, { "fact": "r", "atLeast": "middle" }, { "fact": "v", "equals": 1 }] }"#;
    assert_eq!(settles(text, &levels).unwrap(), ["r"]);
    // There is nothing above the highest level.
    let text = r#"{ "all": [{ "fact": "v", "equals": 1 }, { "fact": "r", "above": "high" }] }"#;
    assert_eq!(settles(text, &levels).unwrap(), ["r"]);
}

#[test]
fn a_value_that_fits_no_test_is_settled_by_nothing() {
    let case = Case::default().with("t", FactValue::Text("a".into()));
    assert_eq!(settles(r#"{ "fact": "t", "atLeast": 1 }"#, &case), None);
    assert_eq!(settles(&format!(r#"{{ "all": [{}] }}"#, parts("tu")), &case), None);
}

#[test]
fn a_condition_made_to_be_hard_is_answered_in_time() {
    // 14 numbers, each in 6 comparisons: 13^14 combinations of regions.
    let names: Vec<String> = (0..14).map(|index| format!("f{index}")).collect();
    let mut case = Case::default();
    for name in &names {
        case = case.unknown(name, FactKind::Number);
    }
    let group = |index: usize| {
        let tests = (0..14).map(|fact| {
            let name = &names[(fact * 5 + index) % 14];
            format!(r#"{{ "fact": "{name}", "atLeast": {} }}, {{ "fact": "{name}", "below": {} }}"#, index, index + 2)
        });
        format!(r#"{{ "atLeast": 14, "of": [{}] }}"#, tests.collect::<Vec<_>>().join(", "))
    };
    let text = format!(r#"{{ "all": [{}, {}, {}] }}"#, group(0), group(1), group(2));
    let start = std::time::Instant::now();
    let settled = settles(&text, &case).unwrap();
    assert!(!settled.is_empty());
    assert!(start.elapsed() < std::time::Duration::from_secs(5), "{:?}", start.elapsed());
}

#[test]
fn facts_are_listed_once_and_can_be_renamed() {
    let both = condition(
        r#"{ "all": [{ "not": { "fact": "b", "atLeast": 1 } },
        { "any": [{ "fact": "a", "equals": 1 }, { "atLeast": 1, "of": [{ "fact": "b", "below": 2 }] }] }] }"#,
    );
    assert_eq!(both.facts(), ["b", "a"]);
    let mut places = Vec::new();
    let mapped = both.clone().try_map("/when", &mut |pointer, fact| {
        places.push(pointer.to_owned());
        Some(if fact == "a" { 0_usize } else { 1 })
    });
    assert_eq!(mapped.unwrap().facts(), [&1, &0]);
    assert_eq!(places, ["/when/all/0/not/fact", "/when/all/1/any/0/fact", "/when/all/1/any/1/of/0/fact"]);
    let mut asked = 0;
    let refused: Option<Condition<u8>> = both.try_map("", &mut |_, _| {
        asked += 1;
        None
    });
    assert_eq!((refused, asked), (None, 3));
}
