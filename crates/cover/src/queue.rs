//! Whom a search looks at next: the nearest, and of equally near ones the one found last.

use crate::town::Person;

/// A heap of four children each, with a stack beside it for those as near as the one at hand:
/// ties are frequent here, and a stack costs them nothing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Queue {
    at: i64,
    ready: Vec<Person>,
    heap: Vec<(i64, Person)>,
}

impl Queue {
    pub(crate) fn clear(&mut self) {
        self.at = i64::MIN;
        self.ready.clear();
        self.heap.clear();
    }

    pub(crate) fn push(&mut self, far: i64, person: Person) {
        if far == self.at {
            self.ready.push(person);
            return;
        }
        self.heap.push((far, person));
        let mut at = self.heap.len() - 1;
        while at > 0 {
            let parent = (at - 1) / 4;
            if self.heap[parent].0 <= far {
                break;
            }
            self.heap[at] = self.heap[parent];
            at = parent;
        }
        self.heap[at] = (far, person);
    }

    pub(crate) fn pop(&mut self) -> Option<(i64, Person)> {
        if let Some(person) = self.ready.pop() {
            return Some((self.at, person));
        }
        let &top = self.heap.first()?;
        let tail = self.heap.pop()?;
        if !self.heap.is_empty() {
            self.sink(tail);
        }
        self.at = top.0;
        Some(top)
    }

    /// Puts `entry` where the top was, and lets it sink.
    fn sink(&mut self, entry: (i64, Person)) {
        let (mut at, end) = (0, self.heap.len());
        loop {
            let first = 4 * at + 1;
            if first >= end {
                break;
            }
            let mut least = first;
            for child in first + 1..end.min(first + 4) {
                if self.heap[child].0 < self.heap[least].0 {
                    least = child;
                }
            }
            if self.heap[least].0 >= entry.0 {
                break;
            }
            self.heap[at] = self.heap[least];
            at = least;
        }
        self.heap[at] = entry;
    }
}

#[cfg(test)]
mod tests {
    use super::Queue;
    use proptest::prelude::*;

    proptest! {
        /// As a search uses it: nothing is pushed that is nearer than what came out last.
        #[test]
        fn the_nearest_comes_out_first(steps in prop::collection::vec((0..4_usize, 0..5_i64), 0..200)) {
            let mut queue = Queue::default();
            queue.clear();
            let (mut waiting, mut at, mut next) = (Vec::new(), 0, 0);
            for (many, step) in steps {
                for more in 0..many as i64 {
                    let far = at + step * more;
                    queue.push(far, next);
                    waiting.push((far, next));
                    next += 1;
                }
                let out = queue.pop();
                prop_assert_eq!(out.map(|one| one.0), waiting.iter().map(|one| one.0).min());
                if let Some(out) = out {
                    let index = waiting.iter().position(|&one| one == out);
                    prop_assert!(index.is_some(), "it comes out once, as it went in");
                    waiting.swap_remove(index.unwrap());
                    at = out.0;
                }
            }
        }
    }
}
