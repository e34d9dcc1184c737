//! Every notice has its words and a remedy in every language of the site, and nothing else has.

#![allow(clippy::unwrap_used, reason = "a test ends where its files can't be read")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use evenhand::catalog;
use evenhand::notice::{ArgumentKind, NoticeCode};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};

const LANGUAGES: [&str; 2] = ["en", "es"];

/// A message as the locale files have it.
#[derive(Debug, Default)]
struct Message {
    /// The file, without its ending: the module's name.
    file: String,
    value: Words,
    remedy: Option<Words>,
    other_attributes: Vec<String>,
}

/// What a pattern uses.
#[derive(Debug, Default)]
struct Words {
    empty: bool,
    variables: BTreeSet<String>,
    /// The variables by which it selects, with the keys.
    selectors: BTreeMap<String, BTreeSet<String>>,
}

impl Words {
    fn of(pattern: Option<&Pattern<String>>) -> Self {
        let mut words = Self { empty: pattern.is_none_or(|pattern| pattern.elements.is_empty()), ..Self::default() };
        pattern.into_iter().for_each(|pattern| words.pattern(pattern));
        words
    }

    fn pattern(&mut self, pattern: &Pattern<String>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<String>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    if let (InlineExpression::VariableReference { id }, VariantKey::Identifier { name }) =
                        (selector, &variant.key)
                    {
                        self.selectors.entry(id.name.clone()).or_default().insert(name.clone());
                    }
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<String>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.clone());
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|argument| self.inline(argument));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. }
            | InlineExpression::NumberLiteral { .. }
            | InlineExpression::MessageReference { .. }
            | InlineExpression::TermReference { .. } => {}
        }
    }
}

/// The messages of a locale file, and what is wrong with the file.
fn parse(file: &str, text: &str) -> (BTreeMap<String, Message>, Vec<String>) {
    let mut problems = Vec::new();
    let resource = fluent_syntax::parser::parse(text.to_owned()).unwrap_or_else(|(resource, errors)| {
        problems.extend(errors.iter().map(|error| format!("{file}: {error}")));
        resource
    });
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut read =
            Message { file: file.to_owned(), value: Words::of(message.value.as_ref()), ..Message::default() };
        for attribute in &message.attributes {
            if attribute.id.name == "remedy" {
                read.remedy = Some(Words::of(Some(&attribute.value)));
            } else {
                read.other_attributes.push(attribute.id.name.clone());
            }
        }
        let id = message.id.name;
        if messages.insert(id.clone(), read).is_some() {
            problems.push(format!("{file}: {id} stands twice"));
        }
    }
    (messages, problems)
}

/// All messages about notices in a language.
fn messages(language: &str) -> (BTreeMap<String, Message>, Vec<String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/locales").join(language).join("notices");
    let (mut all, mut problems) = (BTreeMap::new(), Vec::new());
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let (messages, wrong) = parse(&file, &std::fs::read_to_string(&path).unwrap());
        problems.extend(wrong);
        for (id, message) in messages {
            if let Some(other) = all.insert(id.clone(), message) {
                problems.push(format!("{file}: {id} stands in {} as well", other.file));
            }
        }
    }
    (all, problems)
}

/// What is wrong with the words of these codes.
fn check(codes: &[&NoticeCode], messages: &BTreeMap<String, Message>) -> Vec<String> {
    let mut problems = Vec::new();
    let ids: BTreeMap<String, &NoticeCode> = codes.iter().map(|code| (code.code.replace('.', "-"), *code)).collect();
    for id in messages.keys().filter(|id| !ids.contains_key(*id)) {
        problems.push(format!("{id}: no code is told by it"));
    }
    for (id, code) in ids {
        let Some(message) = messages.get(&id) else {
            problems.push(format!("{id}: no words"));
            continue;
        };
        if code.code.split('.').next() != Some(&message.file) {
            problems.push(format!("{id}: stands in {}.ftl", message.file));
        }
        for attribute in &message.other_attributes {
            problems.push(format!("{id}: nobody reads .{attribute}"));
        }
        let none = Words { empty: true, ..Words::default() };
        for (part, words) in [("words", &message.value), ("remedy", message.remedy.as_ref().unwrap_or(&none))] {
            if words.empty {
                problems.push(format!("{id}: no {part}"));
            }
            for variable in &words.variables {
                let kind = code.arguments.iter().find(|(name, _)| name == variable).map(|(_, kind)| kind);
                let may_be_none = words.selectors.get(variable).is_some_and(|keys| keys.contains("none"));
                match kind {
                    None => problems.push(format!("{id}: ${variable} is not declared")),
                    Some(ArgumentKind::MaybeText) if !may_be_none => {
                        problems.push(format!("{id}: ${variable} may be missing, but [none] is not among the choices"));
                    }
                    Some(_) => {}
                }
            }
        }
    }
    problems
}

#[test]
fn every_code_is_declared_once_by_the_module_that_it_names() {
    let mut known = BTreeSet::new();
    for code in catalog() {
        assert!(known.insert(code.code), "{} is declared twice", code.code);
        let (module, name) = code.code.split_once('.').expect("a code is module.name");
        let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        assert!(plain(module) && plain(name) && !name.is_empty(), "{}", code.code);
        let arguments: BTreeSet<&str> = code.arguments.iter().map(|(name, _)| *name).collect();
        assert_eq!(arguments.len(), code.arguments.len(), "{}", code.code);
    }
    assert!(known.len() > 20);
}

/// All the crate's and the tests' own text, except where codes are declared.
fn rust(folder: &Path) -> String {
    let mut text = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            text.push_str(&rust(&path));
        } else if path.extension().is_some_and(|kind| kind == "rs") && path.file_name().unwrap() != "notices.rs"
            || path.extension().is_some_and(|kind| kind == "rs")
                && folder.parent().is_some_and(|of| of.ends_with("tests"))
        {
            text.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
    text
}

/// `tests/framework/notices.rs`, `tests/records/notices.rs`, `tests/policy.rs` and `tests/tables/main.rs` produce each code of their modules. A module
/// without such a test has at least a test that asks for the code by name.
#[test]
fn every_code_is_asked_for_by_a_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = rust(&root.join("src")) + &rust(&root.join("tests"));
    let missing: Vec<&str> =
        catalog().iter().map(|code| code.code).filter(|code| !text.contains(&format!("\"{code}\""))).collect();
    assert!(missing.is_empty(), "no test asks for {missing:?}");
}

#[test]
fn every_code_has_words_and_a_remedy_in_every_language() {
    for language in LANGUAGES {
        let (messages, mut problems) = messages(language);
        problems.extend(check(&catalog(), &messages));
        assert!(problems.is_empty(), "{language}:\n{}", problems.join("\n"));
    }
}

#[test]
fn a_mistake_in_the_words_is_found() {
    let code = NoticeCode {
        code: "a.b",
        severity: evenhand::notice::Severity::Error,
        arguments: &[("field", ArgumentKind::Text), ("near", ArgumentKind::MaybeText)],
        source: None,
    };
    let near = "{ $near ->\n    [none] x\n   *[other] { $near }\n }";
    for (text, expected) in [
        (format!("a-b = {near} {{ $field }}\n .remedy = x"), vec![]),
        ("a-b = x\n .remedy = { NUMBER($field) }".into(), vec![]),
        ("".into(), vec!["a-b: no words"]),
        ("a-b = x".into(), vec!["a-b: no remedy"]),
        ("a-b =\n .remedy = x".into(), vec!["a-b: no words"]),
        ("a-b = { $feld }\n .remedy = x".into(), vec!["a-b: $feld is not declared"]),
        ("a-b = x\n .remedy = { NUMBER($feld) }".into(), vec!["a-b: $feld is not declared"]),
        (
            "a-b = { $near }\n .remedy = x".into(),
            vec!["a-b: $near may be missing, but [none] is not among the choices"],
        ),
        ("a-b = x\n .remedy = x\n .title = x".into(), vec!["a-b: nobody reads .title"]),
        ("a-b = x\n .remedy = x\na-c = x\n .remedy = x".into(), vec!["a-c: no code is told by it"]),
    ] {
        let (messages, problems) = parse("a", &text);
        assert!(problems.is_empty(), "{text}: {problems:?}");
        assert_eq!(check(&[&code], &messages), expected, "{text}");
    }
    assert_eq!(parse("a", "a-b = x\na-b = y").1, ["a: a-b stands twice"]);
    assert_eq!(parse("a", "a-b = { $").1.len(), 1);
    let (messages, _) = parse("other", "a-b = x\n .remedy = x");
    assert_eq!(check(&[&code], &messages), ["a-b: stands in other.ftl"]);
}

/// The reference page's list. With `EVENHAND_UPDATE=1` the file is written anew.
#[test]
fn the_committed_list_is_that_of_the_declarations() {
    const FILE: &str = "www/notices.json";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let codes: Vec<String> = catalog().iter().map(|code| serde_json::to_string(code).unwrap()).collect();
    let generated = format!("[\n{}\n]\n", codes.join(",\n"));
    if std::env::var_os("EVENHAND_UPDATE").is_some() {
        std::fs::write(&path, &generated).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == generated,
        "{FILE} is not that of the declarations: run `EVENHAND_UPDATE=1 cargo test --test notices`"
    );
}
