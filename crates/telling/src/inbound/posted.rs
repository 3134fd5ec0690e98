//! What providers post of a letter that came in, where it is not the message itself: the fields of a
//! form or of JSON, by the names that are usual.

use super::{Incoming, mime};
use crate::ways::Answers;
use std::collections::BTreeMap;

/// Fields by their names in small letters.
pub(super) type Fields = BTreeMap<String, String>;

/// The names under which the same is posted, the surest first.
const TO: &[&str] = &["recipient", "originalrecipient", "envelope_to", "to"];
const FROM: &[&str] = &["from", "sender"];
const TEXT: &[&str] = &["text", "textbody", "body-plain", "plain"];
const HTML: &[&str] = &["html", "htmlbody", "body-html"];
const ID: &[&str] = &["message-id", "messageid"];

/// The fields of JSON: an object; heads may stand in it as a list of names and values.
pub(super) fn of_json(body: &[u8]) -> Option<Fields> {
    let object: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(body).ok()?;
    let mut fields = Fields::new();
    for (name, value) in object {
        match value {
            serde_json::Value::String(text) => {
                fields.insert(name.to_ascii_lowercase(), text);
            }
            list if name.eq_ignore_ascii_case("headers") => add_heads(&mut fields, &list),
            _ => {}
        }
    }
    Some(with_heads(fields))
}

/// The fields of a form.
pub(super) fn of_form(body: &[u8]) -> Fields {
    let pairs = form_urlencoded::parse(body);
    of_pairs(pairs.map(|(name, value)| (name.into_owned(), value.into_owned())))
}

/// Fields by name and value.
pub(super) fn of_pairs(pairs: impl Iterator<Item = (String, String)>) -> Fields {
    let small = |(name, value): (String, String)| (name.to_ascii_lowercase(), value);
    with_heads(pairs.map(small).collect())
}

/// The head of the message, where it is posted in one field: as it was written, or as JSON.
fn with_heads(mut fields: Fields) -> Fields {
    if let Some(list) = fields.get("message-headers")
        && let Ok(list) = serde_json::from_str(list)
    {
        add_heads(&mut fields, &list);
    }
    for line in fields.get("headers").cloned().unwrap_or_default().lines() {
        if let Some((name, value)) = line.split_once(':') {
            let name = name.trim().to_ascii_lowercase();
            fields
                .entry(name)
                .or_insert_with(|| value.trim().to_owned());
        }
    }
    fields
}

/// Heads as a list of `{"Name": …, "Value": …}` or of `[name, value]`.
fn add_heads(fields: &mut Fields, list: &serde_json::Value) {
    for head in list.as_array().into_iter().flatten() {
        let name = head.get("Name").or_else(|| head.get(0));
        let value = head.get("Value").or_else(|| head.get(1));
        let text = |value: Option<&serde_json::Value>| value?.as_str().map(str::to_owned);
        if let (Some(name), Some(value)) = (text(name), text(value)) {
            let name = name.to_ascii_lowercase();
            fields.entry(name).or_insert(value);
        }
    }
}

/// An answer by its fields; `None` where it lacks one.
pub(super) fn read(answers: &Answers, fields: &Fields) -> Option<Incoming> {
    let first = |names: &[&str]| names.iter().find_map(|name| fields.get(*name)).cloned();
    let to = first(TO)?;
    let token = address_of(&to).and_then(|address| answers.token(&address))?;
    let from = first(FROM).and_then(|from| address_of(&from));
    let from = from.unwrap_or_default();
    let plain = first(TEXT).filter(|text| !text.trim().is_empty());
    let html = || first(HTML).map(|html| mime::without_html(&html));
    let text = plain.or_else(html)?;
    let message = match first(ID) {
        Some(id) => mime::hash(&[id.trim_matches(['<', '>', ' ']).as_bytes()]),
        None => mime::hash(&[from.as_bytes(), text.as_bytes()]),
    };
    Some(Incoming {
        token,
        from,
        text,
        automatic: mime::is_automatic(|name| fields.get(&name.to_ascii_lowercase()).cloned()),
        message,
    })
}

/// The one address of `Bo <bo@example.org>`.
fn address_of(text: &str) -> Option<String> {
    text.trim()
        .parse::<lettre::message::Mailbox>()
        .ok()
        .map(|one| one.email.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TOKEN: &str = "00112233445566778899aabbccddeeff";

    fn answers() -> Answers {
        Answers::new("answers@r.example").unwrap()
    }

    #[test]
    fn the_usual_fields_are_read() {
        let to = format!("answers+{TOKEN}@r.example");
        let json = serde_json::json!({
            "OriginalRecipient": to, "From": "Bo <bo@example.org>", "TextBody": "done",
            "MessageID": "1", "Headers": [{"Name": "Auto-Submitted", "Value": "auto-replied"}],
        });
        let posted = read(&answers(), &of_json(json.to_string().as_bytes()).unwrap()).unwrap();
        assert_eq!(
            (posted.token.as_str(), posted.from.as_str()),
            (TOKEN, "bo@example.org")
        );
        assert!(posted.automatic && posted.text == "done");
        let form = |more: &str| {
            let to = to.replace('+', "%2B");
            of_form(
                format!("recipient={to}&from=bo%40example.org&body-plain=can%27t{more}").as_bytes(),
            )
        };
        let posted = read(&answers(), &form("")).unwrap();
        assert!(posted.text == "can't" && !posted.automatic);
        for more in [
            "&message-headers=%5B%5B%22Precedence%22%2C%22bulk%22%5D%5D",
            "&headers=Subject%3A%20x%0AAuto-Submitted%3A%20auto-generated",
        ] {
            assert!(read(&answers(), &form(more)).unwrap().automatic, "{more}");
        }
        assert!(read(&answers(), &Fields::new()).is_none());
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_left(body in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&answers(), &of_form(&body));
            let _ = of_json(&body).map(|fields| read(&answers(), &fields));
        }
    }
}
