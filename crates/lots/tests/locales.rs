//! Every refusal can be said in every language, with the same arguments.

#![allow(clippy::expect_used, reason = "a test that cannot go on says so")]

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

type Sentences = BTreeMap<String, BTreeSet<String>>;

#[test]
fn every_refusal_has_its_sentence_in_both_languages() {
    let mut wanted = Sentences::new();
    for (key, args) in lots::LotRefusal::MESSAGES {
        assert!(key.starts_with("lot-"), "{key}");
        let args = args.iter().map(|&arg| arg.to_owned()).collect();
        assert!(wanted.insert((*key).to_owned(), args).is_none(), "{key}");
    }
    assert_eq!(sentences(include_str!("../locales/en.ftl")), wanted);
    assert_eq!(sentences(include_str!("../locales/es.ftl")), wanted);
}

#[test]
fn key_and_arguments_are_those_listed() {
    let refusal = lots::LotRefusal::NotADie { number: 5, roll: 7 };
    assert_eq!(refusal.message_key(), "lot-not-a-die");
    let args = [("number", "5".to_owned()), ("roll", "7".to_owned())];
    assert_eq!(refusal.args(), args);
    assert_eq!(refusal.to_string(), "lot-not-a-die");
}

fn sentences(source: &str) -> Sentences {
    let resource = fluent_syntax::parser::parse(source).expect("the file is well formed");
    let mut found = Sentences::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let pattern = message.value.expect("a sentence");
        let mut args = BTreeSet::new();
        collect(&pattern, &mut args);
        let key = message.id.name.to_owned();
        assert!(
            found.insert(key, args).is_none(),
            "{} twice",
            message.id.name
        );
    }
    found
}

fn collect(pattern: &Pattern<&str>, args: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else {
            continue;
        };
        let (inline, variants) = match expression {
            Expression::Inline(inline) => (inline, &[][..]),
            Expression::Select { selector, variants } => (selector, &variants[..]),
        };
        if let InlineExpression::VariableReference { id } = inline {
            args.insert(id.name.to_owned());
        }
        for variant in variants {
            collect(&variant.value, args);
        }
    }
}
