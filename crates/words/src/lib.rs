//! Checks, while a crate builds, that its sentences are complete: `locales/en.ftl` and
//! `locales/es.ftl` hold the same messages with the same arguments, and every message that code or
//! templates name exists. A missing sentence fails the build.
#![forbid(unsafe_code)]

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// What stands before a message's key where code or a template names one.
const CALLS: &[&str] = &[
    "say(\"",
    "tell(\"",
    "Message::plain(\"",
    "what: \"",
    "until: \"",
    "who: \"",
    "label: \"",
];

type Messages = BTreeMap<String, BTreeSet<String>>;

/// Checks the crate at `root`; `shared` are folders of locales whose messages it may also use.
/// Returns what is wrong, in sentences.
pub fn check(root: &Path, shared: &[&Path]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut english = read(&root.join("locales/en.ftl"), &mut wrong);
    let spanish = read(&root.join("locales/es.ftl"), &mut wrong);
    for (key, args) in &english {
        match spanish.get(key) {
            None => wrong.push(format!("`{key}` is missing in Spanish")),
            Some(other) if other != args => {
                wrong.push(format!(
                    "`{key}` takes {args:?} in English, {other:?} in Spanish"
                ));
            }
            Some(_) => {}
        }
    }
    for key in spanish.keys().filter(|key| !english.contains_key(*key)) {
        wrong.push(format!("`{key}` is missing in English"));
    }
    for folder in shared {
        english.extend(read(&folder.join("en.ftl"), &mut wrong));
    }
    for folder in ["src", "templates"] {
        walk(&root.join(folder), &mut |path, text| {
            for key in keys_named(text).filter(|key| !english.contains_key(*key)) {
                wrong.push(format!("{}: there is no message `{key}`", path.display()));
            }
        });
    }
    wrong
}

/// For a `build.rs`: checks the crate being built and ends the build where a sentence is missing.
pub fn check_or_stop(shared: &[&str]) {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-changed=templates");
    let shared: Vec<&Path> = shared.iter().map(Path::new).collect();
    let wrong = check(Path::new("."), &shared);
    for line in &wrong {
        println!("cargo::error={line}");
    }
    if !wrong.is_empty() {
        std::process::exit(1);
    }
}

fn keys_named(text: &str) -> impl Iterator<Item = &str> {
    CALLS.iter().flat_map(move |call| {
        text.split(call)
            .skip(1)
            .filter_map(|rest| rest.split_once('"'))
            .map(|(key, _)| key)
    })
}

fn walk(folder: &Path, visit: &mut impl FnMut(&Path, &str)) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            walk(&path, visit);
        } else if let Ok(text) = fs::read_to_string(&path) {
            visit(&path, &text);
        }
    }
}

fn read(path: &Path, wrong: &mut Vec<String>) -> Messages {
    let text = fs::read_to_string(path).unwrap_or_default();
    let resource = parser::parse(text.as_str()).unwrap_or_else(|(resource, errors)| {
        wrong.extend(errors.iter().map(|e| format!("{}: {e}", path.display())));
        resource
    });
    let mut messages = Messages::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let mut args = BTreeSet::new();
        if let Some(pattern) = &message.value {
            collect(pattern, &mut args);
        }
        if messages.insert(message.id.name.to_owned(), args).is_some() {
            wrong.push(format!(
                "{}: `{}` stands twice",
                path.display(),
                message.id.name
            ));
        }
    }
    messages
}

fn collect(pattern: &Pattern<&str>, args: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else {
            continue;
        };
        match expression {
            Expression::Inline(inline) => variable(inline, args),
            Expression::Select { selector, variants } => {
                variable(selector, args);
                variants
                    .iter()
                    .for_each(|variant| collect(&variant.value, args));
            }
        }
    }
}

fn variable(inline: &InlineExpression<&str>, args: &mut BTreeSet<String>) {
    if let InlineExpression::VariableReference { id } = inline {
        args.insert(id.name.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::keys_named;

    #[test]
    fn finds_the_keys_that_code_names() {
        let code = r#"frame.say("ask-title"); Message::plain("not-open")"#;
        assert_eq!(
            keys_named(code).collect::<Vec<_>>(),
            ["ask-title", "not-open"]
        );
    }
}
