//! Words that come by letter or by text: which they are, and what they are about. Pure.
//!
//! A message is read whole or not at all: whatever could mean two things means nothing, because
//! nobody is taken at a word they did not say (P1).

use web::AnswerWord;

/// How a word may be written, without capitals, accents and apostrophes.
const WORDS: &[(&str, AnswerWord)] = &[
    ("done", AnswerWord::Done),
    ("it is done", AnswerWord::Done),
    ("its done", AnswerWord::Done),
    ("all done", AnswerWord::Done),
    ("hecho", AnswerWord::Done),
    ("hecha", AnswerWord::Done),
    ("esta hecho", AnswerWord::Done),
    ("ya esta hecho", AnswerWord::Done),
    ("listo", AnswerWord::Done),
    ("lista", AnswerWord::Done),
    ("cant", AnswerWord::Cant),
    ("can t", AnswerWord::Cant),
    ("cannot", AnswerWord::Cant),
    ("can not", AnswerWord::Cant),
    ("i cant", AnswerWord::Cant),
    ("i can t", AnswerWord::Cant),
    ("i cannot", AnswerWord::Cant),
    ("i can not", AnswerWord::Cant),
    ("no cant", AnswerWord::Cant),
    ("no i cant", AnswerWord::Cant),
    ("no i cannot", AnswerWord::Cant),
    ("no puedo", AnswerWord::Cant),
    ("no no puedo", AnswerWord::Cant),
    ("yo no puedo", AnswerWord::Cant),
    ("keep", AnswerWord::Keep),
    ("keep it", AnswerWord::Keep),
    ("i keep it", AnswerWord::Keep),
    ("seguir", AnswerWord::Keep),
    ("sigo", AnswerWord::Keep),
    ("sigue", AnswerWord::Keep),
    ("i can", AnswerWord::ICan),
    ("puedo", AnswerWord::ICan),
    ("yo puedo", AnswerWord::ICan),
    ("si puedo", AnswerWord::ICan),
    ("rest", AnswerWord::Rest),
    ("i rest", AnswerWord::Rest),
    ("i need rest", AnswerWord::Rest),
    ("descanso", AnswerWord::Rest),
    ("necesito descanso", AnswerWord::Rest),
    ("necesito descansar", AnswerWord::Rest),
    ("descansar", AnswerWord::Rest),
    ("back", AnswerWord::Back),
    ("im back", AnswerWord::Back),
    ("i am back", AnswerWord::Back),
    ("vuelvo", AnswerWord::Back),
    ("volvi", AnswerWord::Back),
    ("ya volvi", AnswerWord::Back),
    ("de vuelta", AnswerWord::Back),
    ("regreso", AnswerWord::Back),
];

/// What people say beside it, which changes nothing.
const KINDLY: &[&str] = &[
    "thanks", "thank", "you", "please", "sorry", "hi", "hello", "ok", "okay", "yes", "and",
    "gracias", "muchas", "por", "favor", "perdon", "disculpe", "hola", "si", "y",
];

/// The longest way to write a word, in words.
const LONGEST: usize = 4;

/// A word somebody said, and about which number, if they said one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// The number of a thing in their letter, from 1.
    pub number: Option<usize>,
    /// The word.
    pub word: AnswerWord,
}

/// It could mean two things, or nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unclear;

/// A line as it is read: small letters without accents, apostrophes and marks.
fn plain_words(line: &str) -> Vec<String> {
    let mut plain = String::with_capacity(line.len());
    let mut before = ' ';
    for c in line.chars().flat_map(char::to_lowercase) {
        let c = match c {
            // Apostrophes, joined accents, and what is not seen.
            '\''
            | '’'
            | '‘'
            | '`'
            | '´'
            | 'ʼ'
            | '\u{300}'..='\u{36f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{feff}'
            | '\u{ad}' => continue,
            'á' | 'à' | 'ä' | 'â' => 'a',
            'é' | 'è' | 'ë' | 'ê' => 'e',
            'í' | 'ì' | 'ï' | 'î' => 'i',
            'ó' | 'ò' | 'ö' | 'ô' => 'o',
            'ú' | 'ù' | 'ü' | 'û' => 'u',
            c if c.is_alphanumeric() => c,
            _ => ' ',
        };
        // "1done" is two words.
        if before.is_alphanumeric() && c.is_alphanumeric() && before.is_numeric() != c.is_numeric()
        {
            plain.push(' ');
        }
        plain.push(c);
        before = c;
    }
    plain.split_whitespace().map(str::to_owned).collect()
}

/// The word that stands at the front, and how many words of the line it takes.
fn at_the_front(words: &[String]) -> Option<(AnswerWord, usize)> {
    (1..=LONGEST.min(words.len())).rev().find_map(|n| {
        let joined = words[..n].join(" ");
        let found = WORDS.iter().find(|(written, _)| *written == joined);
        found.map(|(_, word)| (*word, n))
    })
}

/// What one line says; `None` where it is no answer at all.
fn read_line(line: &str) -> Option<Result<Vec<Said>, Unclear>> {
    let words = plain_words(line);
    let (mut rest, mut said, mut number) = (words.as_slice(), Vec::new(), None);
    while let Some((first, after)) = rest.split_first() {
        if let Some((word, n)) = at_the_front(rest) {
            said.push(Said {
                number: number.take(),
                word,
            });
            rest = &rest[n..];
        } else if let (Ok(found @ 1..100), None) = (first.parse(), number) {
            number = Some(found);
            rest = after;
        } else if KINDLY.contains(&first.as_str()) && number.is_none() {
            rest = after;
        } else {
            // Something else; with one of our words in it, or a number before it, it is unclear.
            let numbered = words
                .first()
                .is_some_and(|word| word.parse::<usize>().is_ok());
            let speaks = (0..words.len()).any(|at| at_the_front(&words[at..]).is_some());
            return (numbered || speaks).then_some(Err(Unclear));
        }
    }
    match (number, said.is_empty()) {
        (Some(_), _) => Some(Err(Unclear)),
        (None, true) => None,
        (None, false) => Some(Ok(said)),
    }
}

/// What the lines of a message say.
///
/// # Errors
/// [`Unclear`], where no line says one of our words, or a line could mean something else.
pub fn read<'a>(lines: impl IntoIterator<Item = &'a str>) -> Result<Vec<Said>, Unclear> {
    let mut all = Vec::new();
    for line in lines {
        if let Some(said) = read_line(line) {
            all.extend(said?);
        }
    }
    if all.is_empty() {
        Err(Unclear)
    } else {
        Ok(all)
    }
}

/// Whether a word is about whoever says it, and not about a thing of the letter.
pub fn is_of_oneself(word: AnswerWord) -> bool {
    matches!(word, AnswerWord::Rest | AnswerWord::Back)
}

/// A word, and the place in the letter of what it is about.
pub type Meant = (Option<usize>, AnswerWord);

/// What each word is about, by the words each thing of the letter can be answered with. Said twice
/// is said once.
///
/// # Errors
/// [`Unclear`], where a number is missing, is of nothing, or two words contradict one another.
pub fn meant(said: &[Said], things: &[Vec<AnswerWord>]) -> Result<Vec<Meant>, Unclear> {
    let mut all: Vec<Meant> = Vec::new();
    for said in said {
        let about = match (is_of_oneself(said.word), said.number, things) {
            (true, ..) => None,
            (false, None, [_]) => Some(0),
            (false, None, _) => return Err(Unclear),
            (false, Some(number), _) => Some(number - 1),
        };
        let fits = about.is_none_or(|at| things.get(at).is_some_and(|t| t.contains(&said.word)));
        let other = all
            .iter()
            .any(|(at, word)| *at == about && *word != said.word);
        if !fits || other {
            return Err(Unclear);
        }
        if !all.contains(&(about, said.word)) {
            all.push((about, said.word));
        }
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn word(text: &str) -> Result<AnswerWord, Unclear> {
        match read(text.lines())?.as_slice() {
            [Said { number: None, word }] => Ok(*word),
            _ => Err(Unclear),
        }
    }

    #[test]
    fn each_word_in_both_languages_however_it_is_written() {
        for (text, means) in [
            ("Done.", AnswerWord::Done),
            ("¡Hecho!", AnswerWord::Done),
            ("Can't", AnswerWord::Cant),
            ("can’t", AnswerWord::Cant),
            ("CANT, sorry", AnswerWord::Cant),
            ("I cannot", AnswerWord::Cant),
            ("No, I can't.", AnswerWord::Cant),
            ("No puedo. Gracias", AnswerWord::Cant),
            ("keep it, please", AnswerWord::Keep),
            ("Sigo", AnswerWord::Keep),
            ("Yes, I can!", AnswerWord::ICan),
            ("Sí, puedo", AnswerWord::ICan),
            ("Hello\nrest\nBo", AnswerWord::Rest),
            ("descanso", AnswerWord::Rest),
            ("I'm back", AnswerWord::Back),
            ("Ya volvi\u{301}", AnswerWord::Back),
            ("Vuelvo", AnswerWord::Back),
        ] {
            assert_eq!(word(text), Ok(means), "{text}");
        }
    }

    #[test]
    fn what_could_mean_two_things_means_nothing() {
        for text in [
            "",
            "thanks",
            "what is this?",
            "not done",
            "no",
            "no done",
            "I can do it if you can't",
            "no wait, can't\ndone",
            "1",
            "1 maybe",
            "1 2 done",
            "done 1",
            "I will be back on Monday",
            "0 done",
        ] {
            assert_eq!(read(text.lines()), Err(Unclear), "{text}");
        }
    }

    #[test]
    fn numbers_say_what_a_word_is_about() {
        let things = [
            vec![AnswerWord::Keep, AnswerWord::Done],
            vec![AnswerWord::Cant],
        ];
        let of = |text: &str| read(text.lines()).and_then(|said| meant(&said, &things));
        let both = vec![(Some(0), AnswerWord::Done), (Some(1), AnswerWord::Cant)];
        for text in [
            "1 done\n2 can't",
            "1. Done, 2) can't",
            "#1: hecho\n2 - no puedo\n\nBo",
            "1done and 2 cant",
        ] {
            assert_eq!(of(text), Ok(both.clone()), "{text}");
        }
        assert_eq!(of("rest"), Ok(vec![(None, AnswerWord::Rest)]));
        assert_eq!(of("1 done\n1 done"), Ok(vec![(Some(0), AnswerWord::Done)]));
        for text in ["done", "3 done", "2 done", "1 done\n1 keep", "rest\nback"] {
            assert_eq!(of(text), Err(Unclear), "{text}");
        }
        let one = [vec![AnswerWord::Cant]];
        let said = read(["can't"]).unwrap();
        assert_eq!(meant(&said, &one), Ok(vec![(Some(0), AnswerWord::Cant)]));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_unclear(text in "(\\PC|[\n]){0,120}") {
            if let Ok(said) = read(text.lines()) {
                prop_assert!(!said.is_empty());
                prop_assert!(said.iter().all(|said| said.number.is_none_or(|n| (1..100).contains(&n))));
            }
        }

        #[test]
        fn no_word_comes_of_words_that_are_not_ours(
            line in "[a-z]{1,8}( [a-z]{1,8}){0,6}",
            ours in 0usize..40,
        ) {
            // Whatever stands beside one of our words, the line means it, or nothing.
            let (written, word) = WORDS[ours % WORDS.len()];
            if let Ok(said) = read([format!("{line} {written} {line}").as_str()]) {
                prop_assert!(said.iter().any(|said| said.word == word) || said.len() > 1);
                let foreign = plain_words(&line).iter().all(|w| !KINDLY.contains(&w.as_str())
                    && !WORDS.iter().any(|(written, _)| written.split(' ').any(|part| part == w)));
                prop_assert!(!foreign, "{} was read", line);
            }
        }

        #[test]
        fn every_way_to_write_is_read_with_marks_around_it(
            ours in 0usize..100, number in 1usize..100, marks in "[ .,;:!?()*_-]{0,4}",
        ) {
            let (written, word) = WORDS[ours % WORDS.len()];
            let line = format!("{marks}{number}{marks} {}{marks}", written.to_uppercase());
            let said = vec![Said { number: Some(number), word }];
            prop_assert_eq!(read([line.as_str()]), Ok(said));
        }
    }
}
