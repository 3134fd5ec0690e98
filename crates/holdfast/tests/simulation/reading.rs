//! What is read off a page, and how things stand in an address.

use crate::seen::Id;

/// The address somebody gives, where they give one.
pub fn address(handle: &str) -> String {
    format!("{}@example.org", handle.to_lowercase().replace(' ', "."))
}

/// Everything on a page between two strings.
pub fn all_between(page: &str, before: &str, after: &str) -> Vec<String> {
    let parts = page.split(before).skip(1);
    parts
        .filter_map(|rest| rest.split_once(after))
        .map(|(found, _)| found.to_owned())
        .collect()
}

/// An id as it stands in an address.
pub fn text(id: Id) -> String {
    kernel::uuid::Uuid::from_bytes(id).to_string()
}
