//! The promises of a verdict, tried by brute force on small random conditions.

use proptest::prelude::*;

use super::*;

/// The facts of the random conditions, each of another sort.
const FACTS: [&str; 5] = ["number", "rating", "text", "set", "truth"];

fn kind(fact: &str) -> FactKind {
    match fact {
        "number" => FactKind::Number,
        "rating" => FactKind::Rating(scale()),
        "text" => FactKind::Text,
        "set" => FactKind::Set,
        _ => FactKind::Truth,
    }
}

/// Values that tell apart all that the random literals tell apart.
fn values(fact: &str) -> Vec<FactValue> {
    match fact {
        "number" => (-1..=7).map(|half| FactValue::Number(Exact::ratio(half, 2).unwrap())).collect(),
        "rating" => (0..3).map(rating).collect(),
        "text" => ["x", "y", "z"].map(|text| FactValue::Text(text.into())).to_vec(),
        "set" => vec![set(&[]), set(&["p"]), set(&["q"]), set(&["p", "q"])],
        _ => vec![FactValue::Truth(false), FactValue::Truth(true)],
    }
}

fn literal(fact: &'static str) -> BoxedStrategy<Literal> {
    let choices: Vec<&'static str> = match fact {
        "number" => vec!["0", "1", "2", "3"],
        "rating" => vec!["low", "middle", "high"],
        "text" => vec!["x", "y"],
        "set" => vec!["p", "q"],
        _ => vec!["true", "false"],
    };
    prop::sample::select(choices).prop_map(Literal::new).boxed()
}

fn test(fact: &'static str, special: bool) -> BoxedStrategy<Test> {
    let one = || literal(fact);
    let several = || prop::collection::vec(literal(fact), 1..3);
    let usual = match fact {
        "number" | "rating" => prop_oneof![
            one().prop_map(Test::AtLeast),
            one().prop_map(Test::AtMost),
            one().prop_map(Test::Above),
            one().prop_map(Test::Below),
            one().prop_map(Test::Equals),
            several().prop_map(Test::In),
        ]
        .boxed(),
        "set" => prop_oneof![one().prop_map(Test::Contains), several().prop_map(Test::ContainsAny)].boxed(),
        _ => prop_oneof![one().prop_map(Test::Equals), several().prop_map(Test::In)].boxed(),
    };
    if special { prop_oneof![4 => usual, 1 => any::<bool>().prop_map(Test::Known)].boxed() } else { usual }
}

/// `special` also makes conditions that ask whether a fact is known, for which more knowledge may turn an answer around.
fn conditions(special: bool) -> BoxedStrategy<Condition> {
    let plain = |rule| Condition { rule, label: None, citations: Arc::from([]) };
    let comparison = prop::sample::select(FACTS.to_vec()).prop_flat_map(move |fact| {
        let unknown = if special {
            prop_oneof![3 => Just(None), 1 => Just(Some(WhenUnknown::Met)), 1 => Just(Some(WhenUnknown::NotMet))]
                .boxed()
        } else {
            Just(None).boxed()
        };
        (test(fact, special), unknown).prop_map(move |(test, when_unknown)| {
            plain(Rule::Fact(Comparison { fact: fact.into(), test, when_unknown }))
        })
    });
    comparison
        .prop_recursive(3, 9, 3, move |part| {
            let parts = || prop::collection::vec(part.clone(), 1..4);
            prop_oneof![
                parts().prop_map(move |parts| plain(Rule::All { parts })),
                parts().prop_map(move |parts| plain(Rule::Any { parts })),
                part.clone().prop_map(move |part| plain(Rule::Not { part: Box::new(part) })),
                (parts(), 1_usize..4)
                    .prop_map(move |(parts, count)| { plain(Rule::AtLeast { count: count.min(parts.len()), parts }) }),
            ]
        })
        .boxed()
}

/// Some facts known, most unknown, so that many conditions stay undetermined.
fn cases() -> impl Strategy<Value = Case> {
    let known = FACTS.map(|fact| prop::option::weighted(0.25, prop::sample::select(values(fact))));
    known.prop_map(|known| {
        let mut case = Case::default();
        for (fact, value) in FACTS.into_iter().zip(known) {
            case = case.unknown(fact, kind(fact));
            if let Some(value) = value {
                case = case.with(fact, value);
            }
        }
        case
    })
}

/// The cases in which these facts have each of their values.
fn filled(case: &Case, facts: &[String]) -> Vec<Case> {
    let mut cases = vec![case.clone()];
    for fact in facts {
        cases = cases
            .iter()
            .flat_map(|case| values(fact).into_iter().map(|value| case.clone().with(fact, value)))
            .collect();
    }
    cases
}

fn settled_by(condition: &Condition, case: &Case, facts: &[String]) -> bool {
    filled(case, facts).iter().all(|case| condition.check(case) != Truth::Undetermined)
}

/// The answer when the decisive comparisons keep theirs and all others become undetermined.
fn from_decisive(node: &VerdictNode) -> Truth {
    let mut answers = node.parts.iter().map(from_decisive);
    match &node.rule {
        VerdictRule::Fact { .. } if node.decisive => node.truth,
        VerdictRule::Fact { .. } => Truth::Undetermined,
        VerdictRule::All => all(answers),
        VerdictRule::Any => !all(answers.map(|answer| !answer)),
        VerdictRule::Not => !answers.next().unwrap(),
        VerdictRule::AtLeast { count } => at_least(*count, answers),
    }
}

fn every_node(node: &VerdictNode, check: &mut impl FnMut(&VerdictNode)) {
    check(node);
    node.parts.iter().for_each(|part| every_node(part, check));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn filling_an_unknown_never_turns_an_answer(condition in conditions(false), case in cases()) {
        let before = condition.check(&case);
        if before == Truth::Undetermined {
            return Ok(());
        }
        for fact in FACTS.iter().filter(|fact| !case.values.contains_key(**fact)) {
            for fuller in filled(&case, &[(*fact).to_owned()]) {
                prop_assert_eq!(condition.check(&fuller), before);
            }
        }
    }

    #[test]
    fn the_explanation_gives_the_same_answer(condition in conditions(true), case in cases()) {
        let verdict = condition.explain(&case);
        prop_assert_eq!(verdict.truth, condition.check(&case));
        prop_assert_eq!(verdict.truth, verdict.root.truth);
        prop_assert!(verdict.root.decisive);
    }

    #[test]
    fn the_decisive_parts_alone_give_the_answer(condition in conditions(true), case in cases()) {
        let verdict = condition.explain(&case);
        prop_assert_eq!(from_decisive(&verdict.root), verdict.truth);
        // Below a part that isn't decisive none is, and an undetermined answer rests on undetermined parts only.
        let mut wrong = 0;
        every_node(&verdict.root, &mut |node| {
            let below = node.parts.iter().filter(|part| part.decisive).count();
            let open = node.parts.iter().any(|part| part.decisive && part.truth != Truth::Undetermined);
            wrong += usize::from(!node.decisive && below > 0);
            wrong += usize::from(node.decisive && !node.parts.is_empty() && below == 0);
            wrong += usize::from(node.decisive && node.truth == Truth::Undetermined && open);
        });
        prop_assert_eq!(wrong, 0);
    }

    #[test]
    fn the_named_facts_settle_it_and_none_can_be_left_out(condition in conditions(true), case in cases()) {
        let verdict = condition.explain(&case);
        if verdict.truth != Truth::Undetermined {
            prop_assert_eq!(verdict.settles, None);
            return Ok(());
        }
        let facts = verdict.settles.expect("all facts known always settle it");
        prop_assert!(facts.iter().all(|fact| !case.values.contains_key(fact)));
        prop_assert!(settled_by(&condition, &case, &facts), "{:?} don't settle it", facts);
        for left_out in &facts {
            let rest: Vec<String> = facts.iter().filter(|fact| *fact != left_out).cloned().collect();
            prop_assert!(!settled_by(&condition, &case, &rest), "{left_out} isn't needed");
        }
    }

    #[test]
    fn a_policy_reads_back_as_the_condition_that_was_written(condition in conditions(true)) {
        let text = write(&condition);
        let (again, notices) = read(&text);
        prop_assert_eq!(notices, vec![]);
        prop_assert_eq!(again, Some(condition));
    }

    #[test]
    fn any_json_is_answered_with_a_condition_or_a_notice(json in json()) {
        let mut notices = Vec::new();
        let read = Condition::read(&json, "", &Sources::default(), &mut notices);
        prop_assert!(read.is_some() || !notices.is_empty());
    }
}

/// The condition as a policy writes it.
fn write(condition: &Condition) -> String {
    let list = |parts: &[Condition]| parts.iter().map(write).collect::<Vec<_>>().join(", ");
    match &condition.rule {
        Rule::All { parts } => format!(r#"{{ "all": [{}] }}"#, list(parts)),
        Rule::Any { parts } => format!(r#"{{ "any": [{}] }}"#, list(parts)),
        Rule::Not { part } => format!(r#"{{ "not": {} }}"#, write(part)),
        Rule::AtLeast { count, parts } => format!(r#"{{ "atLeast": {count}, "of": [{}] }}"#, list(parts)),
        Rule::Fact(Comparison { fact, test, when_unknown }) => {
            let value = match test {
                Test::Known(known) => known.to_string(),
                Test::In(several) | Test::ContainsAny(several) => serde_json::to_string(several).unwrap(),
                one => serde_json::to_string(&one.literals()[0]).unwrap(),
            };
            let unknown = when_unknown.map_or(String::new(), |unknown| {
                format!(r#", "whenUnknown": {}"#, serde_json::to_string(&unknown).unwrap())
            });
            format!(r#"{{ "fact": "{fact}", "{}": {value}{unknown} }}"#, test.name())
        }
    }
}

/// JSON that is nearly a condition.
fn json() -> impl Strategy<Value = crate::policy::json::Json> {
    use crate::policy::json::Json;
    let keys = ["all", "any", "not", "of", "atLeast", "fact", "in", "known", "whenUnknown", "label", "cite", "x"];
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        (-2_i64..3).prop_map(Json::Integer),
        "[a-z]{0,3}".prop_map(Json::Text),
    ];
    leaf.prop_recursive(4, 24, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Json::List),
            prop::collection::btree_map(prop::sample::select(keys.to_vec()), inner, 0..4).prop_map(|entries| {
                Json::Object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
            }),
        ]
    })
}
