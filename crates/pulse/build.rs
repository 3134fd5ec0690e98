//! Fails the build where a sentence is missing in a language.
fn main() {
    words::check_or_stop(&["../web/locales", "../people/locales"]);
}
