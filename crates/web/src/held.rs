//! What is held in memory alone, and deeds that touch nothing else: no table, no writing, no trace
//! once the process is gone.

use crate::{House, Reply, Room, Shared, Typed, Visit, reply::into_response};
use axum::response::Response;
use std::{
    any::{Any, TypeId},
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};
use store::Stop;

/// What practices hold in memory only: one thing of a kind, there from when it is first asked for
/// until the process ends.
#[derive(Default)]
pub struct Memory(Mutex<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>);

impl Memory {
    /// The one thing of this kind.
    pub fn of<T: Default + Send + Sync + 'static>(&self) -> Arc<T> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let held = all
            .entry(TypeId::of::<T>())
            .or_insert_with(|| Arc::new(T::default()))
            .clone();
        // What lies under a kind is of that kind.
        held.downcast().unwrap_or_default()
    }
}

impl House {
    /// Does a deed on what is held in memory alone, within a reading: the same guards as
    /// [`House::act`], but for the hourly measure of forms, which is there so that nobody buries a
    /// network in rows. This writes none, costs what a page costs, and comes from a hundred phones
    /// behind one address; whoever holds something in memory bounds it.
    pub async fn press(
        self: Shared,
        visit: Visit,
        typed: Typed,
        deed: impl FnOnce(&mut Room<'_>, &Typed) -> Result<Reply, Stop> + Send + 'static,
    ) -> Response {
        let house = self.clone();
        let done = self
            .db
            .read(move |conn| {
                let mut room = Room::enter(conn, &house, visit)?;
                let done = match (room.check_form(&typed), room.closed(Some(&typed))?) {
                    (Err(no), _) => Err(no),
                    (Ok(()), Some(closed)) => Ok(closed),
                    (Ok(()), None) => deed(&mut room, &typed),
                };
                Ok(room.settle(done, Some(&typed)))
            })
            .await;
        match done {
            Ok(reply) => into_response(reply, &self),
            Err(stop) => {
                let reply = crate::reply::broken_without_a_room(&self, &stop, None);
                into_response(reply, &self)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_one_of_a_kind() {
        let memory = Memory::default();
        memory.of::<Mutex<u8>>().lock().unwrap().clone_from(&7);
        assert_eq!(*memory.of::<Mutex<u8>>().lock().unwrap(), 7);
        assert_eq!(*memory.of::<Mutex<u16>>().lock().unwrap(), 0);
    }
}
