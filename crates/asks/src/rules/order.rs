//! The queue (N2): safety window, then the asker's own by-when, then time received. Nothing else.

use super::AskId;
use kernel::{Day, Moment};

/// Stored where there is no safety window.
pub const NEVER_MOMENT: Moment = Moment(i64::MAX);
/// Stored where there is no by-when.
pub const NEVER_DAY: Day = Day(i32::MAX);

/// All that the queue may look at. The id is random and only parts what came in the same second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Order {
    /// Until when it is safe to wait, as the asker says.
    pub window_until: Moment,
    /// By when, as the asker says.
    pub by_when: Day,
    /// When it came.
    pub received_at: Moment,
    /// Parts a tie by chance.
    pub id: AskId,
}

/// Puts asks in the order of the queue.
pub fn queue<T>(asks: &mut [T], order: impl Fn(&T) -> Order) {
    asks.sort_by_key(order);
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SeededChance;
    use proptest::prelude::*;

    #[derive(Clone, Debug)]
    struct Whole {
        order: Order,
        name: String,
        language: u8,
        history: u32,
        membership: u8,
    }

    fn whole() -> impl Strategy<Value = Whole> {
        let fields = (
            any::<u64>(),
            0..4i64,
            0..4i32,
            0..4i64,
            ".{0,8}",
            any::<(u8, u32, u8)>(),
        );
        fields.prop_map(
            |(seed, window, by, received, name, (language, history, membership))| {
                let order = Order {
                    window_until: if window == 0 {
                        NEVER_MOMENT
                    } else {
                        Moment(window)
                    },
                    by_when: if by == 0 { NEVER_DAY } else { Day(by) },
                    received_at: Moment(received),
                    id: AskId::new(&SeededChance::new(seed)),
                };
                Whole {
                    order,
                    name,
                    language,
                    history,
                    membership,
                }
            },
        )
    }

    proptest! {
        /// P6 (order): shuffling name, language, history and membership never changes the queue.
        #[test]
        fn nothing_about_a_person_moves_them_in_the_queue(
            asks in prop::collection::vec(whole(), 0..20),
            turn in 0usize..20,
        ) {
            let mut as_they_are = asks.clone();
            queue(&mut as_they_are, |ask| ask.order);
            let mut mixed = asks.clone();
            for i in 0..mixed.len() {
                let other = &asks[(i + turn) % asks.len()];
                mixed[i].name = other.name.clone();
                mixed[i].language = other.language;
                mixed[i].history = other.history;
                mixed[i].membership = other.membership;
            }
            mixed.reverse();
            queue(&mut mixed, |ask| ask.order);
            let ids = |asks: &[Whole]| asks.iter().map(|a| a.order.id).collect::<Vec<_>>();
            prop_assert_eq!(ids(&as_they_are), ids(&mixed));
        }
    }

    #[test]
    fn safety_first_then_by_when_then_received() {
        let chance = SeededChance::new(1);
        let ask = |window, by, received| Order {
            window_until: window,
            by_when: by,
            received_at: Moment(received),
            id: AskId::new(&chance),
        };
        let late_but_unsafe = ask(Moment(50), NEVER_DAY, 9);
        let friday = ask(NEVER_MOMENT, Day(5), 8);
        let early = ask(NEVER_MOMENT, NEVER_DAY, 1);
        let mut all = vec![early, friday, late_but_unsafe];
        queue(&mut all, |order| *order);
        assert_eq!(all, [late_but_unsafe, friday, early]);
    }
}
