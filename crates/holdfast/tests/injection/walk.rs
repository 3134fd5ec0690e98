//! Walks through every page somebody reaches, as a browser would, and fills in every form.

use holdfast::testing::{Answer, Browser};
use scraper::{ElementRef, Html, Selector};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Of pages that differ only in what stands in their address, so many are looked at.
const OF_EACH: usize = 2;

/// A form with its fields, each with what a browser would send if nothing was touched.
#[derive(Clone, Debug)]
pub struct Form {
    /// Where it goes.
    pub action: String,
    /// Its fields, in order.
    pub fields: Vec<Field>,
}

/// One field of a form.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// What is sent where nobody touches it, or what fits its type.
    pub plain: String,
    /// Whether words are typed into it.
    pub typed: bool,
}

impl Form {
    /// The fields to send: `words` in every field that is typed into, or only in the one named.
    pub fn with(&self, words: &str, only: Option<&str>) -> Vec<(String, String)> {
        self.fields
            .iter()
            .map(|field| {
                let here = field.typed && only.is_none_or(|name| name == field.name);
                let value = if here { words } else { &field.plain };
                (field.name.clone(), value.to_owned())
            })
            .collect()
    }

    /// What fits each field.
    pub fn plain(&self) -> Vec<(String, String)> {
        let fields = self.fields.iter();
        fields
            .map(|field| (field.name.clone(), field.plain.clone()))
            .collect()
    }

    /// Whether words are typed into it at all.
    pub fn is_typed_into(&self) -> bool {
        self.fields.iter().any(|field| field.typed)
    }
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).unwrap()
}

/// An address with what stands in it left out.
pub fn shape(path: &str) -> String {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let parts = path.split('/').map(|part| {
        let names = part.chars().any(|c| c.is_ascii_digit() || c.is_uppercase());
        if names || part.len() > 24 { "{}" } else { part }
    });
    parts.collect::<Vec<_>>().join("/")
}

/// Every page that is reached from these, each shape of address a few times.
pub fn pages(browser: &Browser, from: &[&str]) -> BTreeMap<String, Answer> {
    let mut next: VecDeque<String> = from.iter().map(|path| (*path).to_owned()).collect();
    let (mut shapes, mut seen) = (BTreeMap::<String, usize>::new(), BTreeMap::new());
    while let Some(path) = next.pop_front() {
        let count = shapes.entry(shape(&path)).or_default();
        if *count == OF_EACH || seen.contains_key(&path) {
            continue;
        }
        *count += 1;
        let answer = browser.get(&path);
        if answer.status == 303 {
            next.push_back(answer.location().to_owned());
        }
        if is_page(&answer) {
            let page = Html::parse_document(&answer.body);
            for link in page.select(&selector("a[href]")) {
                let to = link.value().attr("href").unwrap_or_default();
                if to.starts_with('/') && !to.starts_with("//") {
                    next.push_back(to.split('#').next().unwrap_or_default().to_owned());
                }
            }
        }
        seen.insert(path, answer);
    }
    seen
}

/// Whether an answer is a page, and no file.
pub fn is_page(answer: &Answer) -> bool {
    let kind = answer.header("content-type").unwrap_or_default();
    kind.starts_with("text/html")
}

/// The forms of a page that are sent with POST.
pub fn forms(answer: &Answer) -> Vec<Form> {
    let page = Html::parse_document(&answer.body);
    page.select(&selector("form[method=post]"))
        .map(|form| {
            let mut once = BTreeSet::new();
            Form {
                action: form.value().attr("action").unwrap_or_default().to_owned(),
                fields: form
                    .select(&selector(
                        "input[name], textarea[name], select[name], button[name]",
                    ))
                    .filter_map(field)
                    // Of boxes and buttons that share a name, the first.
                    .filter(|field| once.insert(field.name.clone()))
                    .collect(),
            }
        })
        .collect()
}

fn field(element: ElementRef<'_>) -> Option<Field> {
    let attr = |name| element.value().attr(name);
    let name = attr("name")?.to_owned();
    let value = || attr("value").unwrap_or_default().to_owned();
    let (plain, typed) = match (element.value().name(), attr("type").unwrap_or("text")) {
        ("select", _) => {
            let option = selector("option");
            let mut values = element
                .select(&option)
                .map(|option| option.value().attr("value").unwrap_or_default());
            let filled = values.find(|value| !value.is_empty());
            (filled.unwrap_or_default().to_owned(), false)
        }
        ("textarea", _) => ("soup for Friday".to_owned(), true),
        ("button", _) | (_, "hidden" | "checkbox" | "radio" | "submit") => (value(), false),
        (_, "file") => return None,
        (_, "date") => ("2026-03-20".to_owned(), false),
        (_, "time") => ("12:00".to_owned(), false),
        (_, "number") => ("2".to_owned(), false),
        (_, "email") => ("gus@example.org".to_owned(), true),
        (_, "tel") => ("555 0142".to_owned(), true),
        _ if attr("inputmode") == Some("numeric") => ("42".to_owned(), true),
        _ if matches!(&*name, "handle" | "buddy" | "person" | "who") => ("Yuki".to_owned(), true),
        _ if ["until", "when", "day", "date"]
            .iter()
            .any(|word| name.contains(word)) =>
        {
            ("2026-03-20".to_owned(), true)
        }
        _ if name == "address" => ("gus@example.org".to_owned(), true),
        _ => ("soup".to_owned(), true),
    };
    Some(Field { name, plain, typed })
}
