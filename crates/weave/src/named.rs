//! A front for graphs whose nodes are anything that can be told apart.

use std::collections::HashMap;
use std::hash::Hash;

use crate::{Graph, GraphError};

/// A graph whose nodes are anything hashable, beside their dense numbers. Numbers are given in the
/// order in which the ids first appear, so that equal input gives an equal graph.
///
/// ```
/// use weave::Named;
/// let web = Named::from_ties([("Ana", "Bo"), ("Bo", "Chidi")]).unwrap();
/// let bo = web.number(&"Bo").unwrap();
/// assert_eq!(web.graph().degree(bo), 2);
/// assert_eq!(web.id(bo), Some(&"Bo"));
/// ```
#[derive(Debug, Clone)]
pub struct Named<Id> {
    graph: Graph,
    ids: Vec<Id>,
    numbers: HashMap<Id, u32>,
}

impl<Id: Clone + Eq + Hash> Named<Id> {
    /// The graph of some ties. Loops and repeats are passed over; a loop still makes its node known.
    ///
    /// # Errors
    /// [`GraphError::TooLarge`] only.
    pub fn from_ties(ties: impl IntoIterator<Item = (Id, Id)>) -> Result<Self, GraphError> {
        Self::with_nodes([], ties)
    }

    /// As [`Named::from_ties`], with nodes that may have no tie at all; they are numbered first.
    ///
    /// # Errors
    /// [`GraphError::TooLarge`] only.
    pub fn with_nodes(
        nodes: impl IntoIterator<Item = Id>,
        ties: impl IntoIterator<Item = (Id, Id)>,
    ) -> Result<Self, GraphError> {
        let mut ids = Vec::new();
        let mut numbers = HashMap::new();
        let mut number = |id: Id| -> Result<u32, GraphError> {
            if let Some(&known) = numbers.get(&id) {
                return Ok(known);
            }
            let new = u32::try_from(ids.len()).map_err(|_| GraphError::TooLarge)?;
            ids.push(id.clone());
            numbers.insert(id, new);
            Ok(new)
        };
        for id in nodes {
            number(id)?;
        }
        let mut edges = Vec::new();
        for (one, other) in ties {
            edges.push((number(one)?, number(other)?));
        }
        let graph = Graph::from_edges(ids.len(), &edges)?;
        Ok(Named {
            graph,
            ids,
            numbers,
        })
    }

    /// The graph over the numbers.
    #[must_use]
    pub fn graph(&self) -> &Graph {
        &self.graph
    }

    /// The number of an id.
    #[must_use]
    pub fn number(&self, id: &Id) -> Option<u32> {
        self.numbers.get(id).copied()
    }

    /// The id of a number.
    #[must_use]
    pub fn id(&self, number: u32) -> Option<&Id> {
        self.ids.get(number as usize)
    }

    /// All ids, in the order of their numbers.
    #[must_use]
    pub fn ids(&self) -> &[Id] {
        &self.ids
    }
}
