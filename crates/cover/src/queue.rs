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
